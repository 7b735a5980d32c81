"""Reading claims: the statistics of an article, each with its place, its period, its source and its stance.

`factcheck.claims.components` offers the same readers as spaCy components.
"""

from factcheck.claims.attribution import Publishers
from factcheck.claims.places import Gazetteer
from factcheck.claims.quantities import read_quantities
from factcheck.claims.reader import ClaimReader

__all__ = ["ClaimReader", "Gazetteer", "Publishers", "read_quantities"]
