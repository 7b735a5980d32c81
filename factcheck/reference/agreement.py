"""How a claim's number, place and period agree with a series, whatever its words say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.model import Claim, Period, Quantity, Scope
from factcheck.reference.growth import grown
from factcheck.reference.selecting import covering, governing, known_then, of_its_length
from factcheck.reference.series import Point, Series, latest
from factcheck.reference.values import agrees, tells

_NEAR: Final = (Scope.CLAUSE, Scope.SENTENCE)
# How an observation's period fits the claim's, the better first.
SAME: Final = "same"  # just the period that the sentence gives
SAME_AROUND: Final = "same around"  # … that its surroundings give
NEWEST: Final = "newest"  # the newest, where none is given
THEN: Final = "then"  # the newest then
UNDATED: Final = "undated"  # a time is given that cannot be told, and the number is that very value
NEWEST_AROUND: Final = "newest around"  # the newest, where only the paragraph gives a period
FITS: Final = (SAME, SAME_AROUND, NEWEST, THEN, UNDATED, NEWEST_AROUND)


class Agreement(NamedTuple):
    """The observations of a claim's place with which its number agrees.

    Attributes:
        points: all observations that speak for the claim's place.
        right: those of them that agree, and fit the claim's period best.
        fit: how their period fits, one of `FITS`.
    """

    points: tuple[Point, ...]
    right: tuple[Point, ...]
    fit: str


def agreement(series: Series, claim: Claim) -> Agreement:
    """How a claim agrees with a series; nothing is right where it does not."""
    points = governing(series, claim) or _only_place(series, claim)
    agreeing = of_its_length(_agreeing(claim.quantity, series, points), points, claim)
    dated = list(_dated(agreeing, points, claim))
    best = min((FITS.index(fit) for fit, _ in dated), default=None)
    if best is None:
        return Agreement(points, (), "")
    return Agreement(points, tuple(point for fit, point in dated if fit == FITS[best]), FITS[best])


def _agreeing(quantity: Quantity, series: Series, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The observations that a number agrees with, or to which the change that it tells leads."""
    if quantity.change is not None and not series.measure.unit.startswith("percent"):
        return grown(quantity, points)
    return tuple(point for point in points if agrees(quantity, point.amount))


def _only_place(series: Series, claim: Claim) -> tuple[Point, ...]:
    """The observations of a series of one place, where the sentence names none ("referred to the NRM")."""
    one = len(series.places) == 1 and claim.place_scope not in _NEAR and not claim.quantity.vague
    return series.points if one else ()


def _dated(agreeing: tuple[Point, ...], points: tuple[Point, ...], claim: Claim) -> Iterator[tuple[str, Point]]:
    """How each observation's period fits the claim's; without those that do not."""
    newest, period = latest(points), claim.period
    for point in agreeing:
        new = point in newest and point.observation.status != "superseded"
        if period is None:
            fit = NEWEST if new else ""
        elif _same_time(point, points, claim, period):
            fit = SAME if claim.period_scope in _NEAR else SAME_AROUND
        elif _known(point, points, period) or (new and period.last is None):
            fit = THEN
        elif period == Period.undated():
            fit = UNDATED if tells(claim.quantity, point.amount) else ""
        else:
            fit = NEWEST_AROUND if new and claim.period_scope is Scope.PARAGRAPH else ""
        if fit:
            yield fit, point


def _same_time(point: Point, points: tuple[Point, ...], claim: Claim, period: Period) -> bool:
    """Whether an observation is of just the claim's period; a change, whether it leads to its end."""
    if claim.quantity.change is not None and period.last is not None and period.first is not None:
        return point.period.end_year == period.end_year
    return point in covering(points, period, alike=True)


def _known(point: Point, points: tuple[Point, ...], period: Period) -> bool:
    """Whether an observation was the newest then; of "since 2014 … up from", at its beginning."""
    at = Period(period.first, period.first) if period.last is None and period.first is not None else period
    return point in known_then(points, at)
