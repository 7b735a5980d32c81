"""What the components put on a Doc goes into its bytes: `doc.to_bytes()`, `nlp.pipe(texts, n_process=2)`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec
import srsly

from factcheck.claims.claimhood import Found
from factcheck.claims.clauses import Clause
from factcheck.claims.cues import Cue
from factcheck.claims.periods import TimeMention
from factcheck.claims.places import PlaceMention
from factcheck.claims.setting import Setting
from factcheck.claims.source_names import SourceMention
from factcheck.model import Link, Quantity

_KNOWN: Final[dict[str, type]] = {
    known.__name__: known
    for known in (Clause, Cue, Found, Link, PlaceMention, Quantity, Setting, SourceMention, TimeMention)
}
_NAME, _DATA = "__factcheck__", "data"
Chain = Callable[[Any], Any] | None


def encode(value: Any, chain: Chain = None) -> Any:
    """One of our values as what MessagePack knows; `chain` is asked about any other's."""
    name = type(value).__name__
    if _KNOWN.get(name) is type(value):
        return {_NAME: name, _DATA: msgspec.msgpack.encode(value)}
    return value if chain is None else chain(value)


def decode(value: Any, chain: Chain = None) -> Any:
    """The value that `encode` wrote."""
    if isinstance(value, dict) and _NAME in value:
        return msgspec.msgpack.decode(value[_DATA], type=_KNOWN[value[_NAME]])
    return value if chain is None else chain(value)


srsly.msgpack_encoders("factcheck", func=encode)
srsly.msgpack_decoders("factcheck", func=decode)
