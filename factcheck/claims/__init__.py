"""Reading claims: the statistics of an article, each with its place, its period, its source and its stance."""

from factcheck.claims.attribution import Publishers
from factcheck.claims.pipeline import COMPONENTS, pipeline
from factcheck.claims.places import Gazetteer
from factcheck.claims.quantities import read_quantities
from factcheck.claims.reader import ClaimReader

__all__ = ["COMPONENTS", "ClaimReader", "Gazetteer", "Publishers", "pipeline", "read_quantities"]
