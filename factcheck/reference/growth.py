"""Growth between two observations of one series: the difference, the percentage, the multiple.

The ILO counts 40.3 million people for 2016 and 49.6 million for 2021: "9.3 million more" and "up by 23 percent"
are as right as the two counts. A change is borne out by any two observations of one place; that a text's change is
none of them says nothing against it, since its author may compare other years.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from factcheck.model import Quantity, Unit
from factcheck.reference.series import Point
from factcheck.reference.values import Amount, agrees, step_of

_FINEST = 0.01  # of a value; "300" is not meant to the hundred


def grown(quantity: Quantity, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The observations to which a change leads from an earlier one, in their order.

    Args:
        quantity: a change: of a count or sum, in percent of it, or a multiple.
        points: of one measure, oldest first by place.
    """
    ends = {id(newer) for change, newer in changes(points, quantity.unit) if agrees(quantity, change)}
    return tuple(point for point in points if id(point) in ends)


@lru_cache(maxsize=1024)
def changes(points: tuple[Point, ...], unit: Unit) -> tuple[tuple[Amount, Point], ...]:
    """Every change between two observations of one place, negative for a fall, and to which it leads.

    Args:
        points: of one measure, oldest first by place.
        unit: what the change is told in: percent, multiples or, for any other, what is counted.
    """
    return tuple(
        (_change(older.amount, newer.amount, unit), newer)
        for older, newer in _pairs(points)
        if older.amount.low and newer.amount.low != older.amount.low
    )


def _pairs(points: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    whole = [point for point in points if point.amount.single and not point.part and point.period.last is not None]
    for older, newer in combinations(whole, 2):
        if older.place == newer.place and (older.period.last or 0) < (newer.period.last or 0):
            yield older, newer


def _change(older: Amount, newer: Amount, unit: Unit) -> Amount:
    """The change from one value to another, as finely as they are written."""
    slack = _rounding(older) + _rounding(newer)
    by = newer.low - older.low
    if unit is Unit.MULTIPLE:
        by, slack = newer.low / older.low * (1 if by > 0 else -1), slack / older.low
    elif unit is Unit.PERCENT:
        by, slack = 100 * by / older.low, 100 * slack / older.low
    return Amount(by, by, slack)


def _rounding(value: Amount) -> float:
    return min(step_of(value.low) / 2, _FINEST * value.low)
