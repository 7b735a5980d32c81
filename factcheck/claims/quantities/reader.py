"""One pass over a text: from each place where a number may begin to the quantity that stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from factcheck.claims.quantities.numbers import read_number
from factcheck.claims.quantities.phrases import Text
from factcheck.claims.quantities.ranks import rank
from factcheck.claims.quantities.seeds import SIGNS, Seed, seeds
from factcheck.claims.quantities.told import of_multiple, of_rank, of_trend
from factcheck.claims.quantities.trends import multiple, trend
from factcheck.model import Quantity
from factcheck.words import RECENT

_Read = tuple[Quantity | None, int]


@lru_cache(maxsize=RECENT)
def read_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, left to right, none overlapping another.

    Args:
        text: any English text: a sentence, a paragraph, a whole article.

    Returns:
        What is described at `factcheck.model.Quantity`; offsets are characters of `text`. Dates, times, telephone
        numbers, section numbers, versions, ages of a person and numbers in names are left out.
    """
    folded = Text(text)
    found: list[Quantity] = []
    at = floor = 0
    for start, seed_end, seed in seeds(folded.low):
        if start < at:
            continue
        quantity, end = _READERS[seed](folded, start, seed_end, floor)
        if quantity is not None:
            found.append(quantity)
            floor = quantity.end
        at = max(end, start + 1, floor)
    return tuple(found)


def _figure(text: Text, at: int, end: int, floor: int) -> _Read:
    """A digit or a sign: an ordinal may be a rank ("2nd highest"), anything else is a number or none."""
    if text.low[at] == "#" or _ORDINAL.match(text.low, at):
        told = rank(text, at, floor)
        if told is not None:
            return of_rank(text, told), told.end
        if text.low[at] == "#":
            return None, end
    if signs := _RUN_OF_SIGNS.match(text.low, at):
        return None, signs.end()
    if text.char(at - 1) == "." and (
        at == 1 or not (text.char(at - 2).isalnum() or text.char(at - 2) in ".)”\"'")
    ):
        at -= 1
    return read_number(text, at, floor)


def _number(text: Text, at: int, end: int, floor: int) -> _Read:
    if text.low.startswith("half", at) and (told := multiple(text, at, floor)) is not None:
        return of_multiple(text, told, floor), told.end
    return read_number(text, at, floor)


def _part(text: Text, at: int, end: int, floor: int) -> _Read:
    """ "third": an ordinal in a rank, else perhaps a fraction."""
    if (told := rank(text, at, floor)) is not None:
        return of_rank(text, told), told.end
    quantity, _ = read_number(text, at, floor)
    return quantity, quantity.end if quantity else end


def _rank(text: Text, at: int, end: int, floor: int) -> _Read:
    told = rank(text, at, floor)
    return (None, end) if told is None else (of_rank(text, told), told.end)


def _multiple(text: Text, at: int, end: int, floor: int) -> _Read:
    told = multiple(text, at, floor)
    if told is None:
        return _move(text, at, end, floor)
    return of_multiple(text, told, floor), told.end


def _move(text: Text, at: int, end: int, floor: int) -> _Read:
    told = rank(text, at, floor)
    if told is not None:
        return of_rank(text, told), told.end
    changed = trend(text, at, floor)
    return (None, end) if changed is None else (of_trend(text, changed), changed.end)


_RUN_OF_SIGNS: Final = re.compile(rf"[{SIGNS}]{{3,}}+")  # ornament, or damage
_ORDINAL: Final = re.compile(r"\d{1,3}(?:st|nd|rd|th)")

_READERS: Final[Mapping[Seed, Callable[[Text, int, int, int], _Read]]] = {
    Seed.FIGURE: _figure,
    Seed.NUMBER: _number,
    Seed.PART: _part,
    Seed.RANK: _rank,
    Seed.MULTIPLE: _multiple,
    Seed.MOVE: _move,
}
