"""Reading claims: the statistics of an article, each with its place, its period, its source and its stance.

`factcheck.claims.pipeline` is the spaCy pipeline that reads them; only articles with numbers wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.claims.attribution import Publishers as Publishers
    from factcheck.claims.places import Gazetteer as Gazetteer
    from factcheck.claims.quantities import read_quantities as read_quantities
    from factcheck.claims.reader import ClaimReader as ClaimReader

_HOMES = {
    "ClaimReader": "factcheck.claims.reader",
    "Gazetteer": "factcheck.claims.places",
    "Publishers": "factcheck.claims.attribution",
    "read_quantities": "factcheck.claims.quantities",
}
__all__ = ["ClaimReader", "Gazetteer", "Publishers", "read_quantities"]


def __getattr__(name: str) -> Any:
    """Load a reader when it is asked for: reports need the sentences alone."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'factcheck.claims' has no attribute {name!r}")
