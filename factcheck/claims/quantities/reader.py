"""One pass over a text: from each place where a number may begin to the quantity that stands there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from factcheck.claims.quantities.numbers import read_number
from factcheck.claims.quantities.phrases import Text
from factcheck.claims.quantities.ranks import rank
from factcheck.claims.quantities.seeds import SEED
from factcheck.claims.quantities.told import of_multiple, of_rank, of_trend
from factcheck.claims.quantities.trends import multiple, trend
from factcheck.model import Quantity

_Read = tuple[Quantity | None, int]


def has_number_sign(text: str) -> bool:
    """Whether a text has anything that may be a quantity; False is certain, True is not."""
    return SEED.search(text.lower()) is not None


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
    while (seed := SEED.search(folded.low, at)) is not None:
        quantity, end = _READERS[seed.lastgroup or ""](folded, seed.start(), seed.end(), floor)
        if quantity is not None:
            found.append(quantity)
            floor = quantity.end
        at = max(end, seed.start() + 1, floor)
    return tuple(found)


def _figure(text: Text, at: int, end: int, floor: int) -> _Read:
    """A digit: an ordinal may be a rank ("2nd highest"), anything else is a number or none."""
    if text.raw[at].isdigit() and (told := rank(text, at, floor)) is not None:
        return of_rank(text, told), told.end
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


_READERS: Final[Mapping[str, Callable[[Text, int, int, int], _Read]]] = {
    "figure": _figure,
    "number": _number,
    "part": _part,
    "rank": _rank,
    "multiple": _multiple,
    "move": _move,
    "sign": _rank,
}
