"""A claim read as one measure: what the measure says of its number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from factcheck.model import Claim, Quantity
from factcheck.reference.matching import Match
from factcheck.reference.selecting import contested, covering, governing, known_then
from factcheck.reference.series import Point, Series, latest
from factcheck.reference.values import agrees, comparable


class Outcome(IntEnum):
    """What one measure says of a claim, the most telling last."""

    CONTRADICTED = 1
    OUTDATED = 2
    SUPPORTED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim read as one measure.

    Attributes:
        says: what the reference holds for the claim's place and period, or today.
        agreeing: the observations that the number does agree with.
    """

    series: Series
    match: Match
    outcome: Outcome
    says: tuple[Point, ...]
    agreeing: tuple[Point, ...]

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Support before accusation, full wording before partial, the more particular measure first."""
        return self.outcome, self.match.full, self.match.found

    @property
    def today(self) -> bool:
        """Whether the number is marked as the newest figure of its series."""
        return any(point.observation.status == "current" for point in self.says)


def read_as(series: Series, match: Match | None, claim: Claim) -> Reading | None:
    """The claim read as a measure, if its words, unit and place allow it.

    By wording, every word of the measure is there; by value, a number of many digits needs only some of them, and
    then accuses nobody.
    """
    if match is None or not (match.full or _by_value(match, claim.quantity)):
        return None
    points = governing(series, claim) if comparable(claim.quantity, series.measure.unit) else ()
    if not points:
        return None
    agreeing = tuple(point for point in points if agrees(claim.quantity, point.amount))
    right = _right(points, claim)
    supporting = tuple(point for point in right if point in agreeing)
    if supporting:
        return Reading(series, match, Outcome.SUPPORTED, supporting, supporting)
    if not match.full or contested(series, claim) or claim.quantity.vague:
        return _loose(series, match, agreeing, claim)
    return (_dated if claim.period else _undated)(series, match, points, agreeing, claim)


def _right(points: tuple[Point, ...], claim: Claim) -> tuple[Point, ...]:
    """The observations that the number ought to be: of the claim's period, or the newest."""
    if claim.period is None:
        return latest(points)
    return covering(points, claim.period) or known_then(points, claim.period)


def _loose(series: Series, match: Match, agreeing: tuple[Point, ...], claim: Claim) -> Reading | None:
    """What may be said where nothing may be accused: a vague number that some year's value bears out."""
    if agreeing and match.full and claim.quantity.vague:
        return Reading(series, match, Outcome.SUPPORTED, agreeing, agreeing)
    return None


def _dated(
    series: Series, match: Match, points: tuple[Point, ...], agreeing: tuple[Point, ...], claim: Claim
) -> Reading | None:
    assert claim.period is not None
    firm = covering(points, claim.period, alike=True)
    if firm and all(point.trusted and not point.part for point in firm):
        return Reading(series, match, Outcome.CONTRADICTED, firm, agreeing)
    return None


def _undated(
    series: Series, match: Match, points: tuple[Point, ...], agreeing: tuple[Point, ...], claim: Claim
) -> Reading | None:
    newest = latest(points)
    trusted = any(point.trusted for point in newest)
    older = tuple(point for point in agreeing if _telling(claim.quantity, point))
    if older and trusted:
        return Reading(series, match, Outcome.OUTDATED, newest, older)
    if agreeing and not trusted:
        return Reading(series, match, Outcome.SUPPORTED, agreeing, agreeing)
    sourced = series.measure.publisher in claim.attribution.publishers
    if not agreeing and sourced and newest and all(point.trusted and not point.part for point in points):
        return Reading(series, match, Outcome.CONTRADICTED, newest, ())
    return None


def _telling(quantity: Quantity, point: Point) -> bool:
    """Whether the number is that observation's and not merely near it: "1 in 4" is not the 27 percent of 2010."""
    return quantity.ratio is None or quantity.low is None or abs(quantity.low - point.amount.low) <= 1


def _by_value(match: Match, quantity: Quantity) -> bool:
    """Whether the number tells so much that some of the words will do: the more digits, the fewer words."""
    if quantity.value is None or quantity.ratio is not None or not match.own:
        return False
    digits = len(f"{quantity.value:.6f}".replace(".", "").strip("0"))
    return (digits >= 4 and 2 * match.found >= match.wanted) or (
        digits == 3 and 3 * match.found >= 2 * match.wanted
    )
