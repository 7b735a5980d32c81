"""A claim read as one measure: what the measure says of its number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from factcheck.model import Claim, Quantity, Scope, Unit
from factcheck.reference.matching import Match
from factcheck.reference.selecting import contested, covering, governing, known_then, of_its_length
from factcheck.reference.series import Point, Series, latest
from factcheck.reference.values import agrees, tells

_ANOTHER_THING = 12.0  # times; so far from the value a number is no slip of a digit but of another thing
_POINTING = re.compile(r"\s+(?:of|among)\s+(?:them|whom|these|those|which)\b", re.IGNORECASE)
_REVISION = 0.01  # publishers revise their counts by so much, and older releases go on being quoted


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
    def supports(self) -> bool:
        """Whether the number is right."""
        return self.outcome is Outcome.SUPPORTED

    @property
    def wrong(self) -> bool:
        """Whether the reference holds another value."""
        return self.outcome is Outcome.CONTRADICTED

    @property
    def today(self) -> bool:
        """Whether the number is marked as the newest figure of its series."""
        return any(point.observation.status == "current" for point in self.says)


def read_as(series: Series, match: Match, claim: Claim) -> Reading | None:
    """The claim read as a measure, if its words and place allow it.

    By wording, every word of the measure is there; by value, a number of many digits needs only some of them, and
    then accuses nobody.
    """
    if not (match.full or _by_value(match, claim.quantity)):
        return None
    points = governing(series, claim)
    if not points:
        return None
    agreeing = tuple(point for point in points if agrees(claim.quantity, point.amount))
    told = tuple(point for point in agreeing if tells(claim.quantity, point.amount))
    right = _right(points, match, claim)
    borne_out = agreeing if match.full else told  # known by its value alone, it must be that very value
    supporting = tuple(point for point in right if point in borne_out)
    if supporting:
        return Reading(series, match, Outcome.SUPPORTED, supporting, supporting)
    if not match.full or contested(series, claim) or claim.quantity.vague:
        return _loose(series, match, agreeing, claim)
    if claim.period is None and (reading := _undated(series, match, points, told)):
        return reading
    return _against(series, match, points, agreeing, claim)


def _right(points: tuple[Point, ...], match: Match, claim: Claim) -> tuple[Point, ...]:
    """The observations that the number ought to be: of the claim's period, or the newest.

    Known by its value alone, it must be that of just this period.
    """
    if claim.period is None:
        return _todays(points)
    if claim.period.last is None:  # "since 2014": what began then, or today's
        return (*(p for p in points if p.period.first == claim.period.first), *_todays(points))
    if not match.full:
        return covering(points, claim.period, alike=True)
    held = covering(points, claim.period) or known_then(points, claim.period)
    return of_its_length(held, points, claim)


def _todays(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The newest observations, none where a figure that is not held here has replaced them."""
    return tuple(point for point in latest(points) if point.observation.status != "superseded")


def _loose(series: Series, match: Match, agreeing: tuple[Point, ...], claim: Claim) -> Reading | None:
    """What may be said where nothing may be accused: a vague number that some year's value bears out."""
    if agreeing and match.full and claim.quantity.vague:
        return Reading(series, match, Outcome.SUPPORTED, agreeing, agreeing)
    return None


def _undated(
    series: Series, match: Match, points: tuple[Point, ...], agreeing: tuple[Point, ...]
) -> Reading | None:
    """An older value told without its period, as if it were today's.

    Where the newest observation is not sure, the newest of those that are is what may be said against it.
    """
    newest = _todays(points)
    if not agreeing or not newest:
        return None
    if any(point.trusted for point in newest):
        return Reading(series, match, Outcome.OUTDATED, newest, agreeing)
    sure = _todays(tuple(point for point in points if point.trusted))
    if any(_later(point, agreeing) for point in sure):
        return Reading(series, match, Outcome.OUTDATED, sure, agreeing)
    return Reading(series, match, Outcome.SUPPORTED, agreeing, agreeing)


def _later(point: Point, than: tuple[Point, ...]) -> bool:
    """Whether an observation's period ends after all the others' do."""
    last = point.period.last
    return last is not None and all(other.period.last is not None and other.period.last < last for other in than)


def _against(
    series: Series, match: Match, points: tuple[Point, ...], agreeing: tuple[Point, ...], claim: Claim
) -> Reading | None:
    """Another value than the reference holds, every word for it in the number's own sentence.

    Without a period the publisher must be named there too, and no value it ever published may agree.
    """
    if match.borrowed or claim.period_scope not in (Scope.NONE, Scope.CLAUSE, Scope.SENTENCE) or _of_a_part(claim):
        return None
    if claim.period is not None:
        held = covering(points, claim.period, alike=True)
    else:
        held = _todays(points) if _sourced(series, claim) and not agreeing else ()
    sized = bool(agreeing) or any(_of_a_size(claim.quantity, point) for point in held)
    if held and sized and all(_firm(point, claim.quantity) for point in held):
        return Reading(series, match, Outcome.CONTRADICTED, held, agreeing)
    return None


def _of_a_part(claim: Claim) -> bool:
    """A share of what the sentence counted before it ("3.3 million children, half of them …"), not of all."""
    counted = any(c.isdigit() for c in claim.block.text[claim.sentence.start : claim.quantity.start])
    pointing = _POINTING.match(claim.block.text, claim.quantity.end) is not None
    return claim.quantity.unit is Unit.PERCENT and pointing and counted


def _firm(point: Point, quantity: Quantity) -> bool:
    """Whether an observation stands against a number: sure, whole, and farther off than a revision goes."""
    held, said = point.amount, quantity.value
    counted = quantity.unit is Unit.COUNT and held.single and said is not None
    near = counted and abs(held.low - (said or 0)) <= _REVISION * held.low
    return point.trusted and not point.part and not near


def _of_a_size(quantity: Quantity, point: Point) -> bool:
    """Whether a number is of the held value's size; "$10,000 for every person" is not said of the billions."""
    said = quantity.value
    if not said or quantity.unit not in (Unit.COUNT, Unit.MONEY):
        return True
    return point.amount.low <= _ANOTHER_THING * said and said <= _ANOTHER_THING * point.amount.high


def _sourced(series: Series, claim: Claim) -> bool:
    near = claim.attribution.scope in (Scope.CLAUSE, Scope.SENTENCE)
    return near and series.measure.publisher in claim.attribution.publishers


def telling(quantity: Quantity) -> bool:
    """Whether a number has so many digits that it can hardly be another's by chance."""
    return digits(quantity) >= 3


def _by_value(match: Match, quantity: Quantity) -> bool:
    """Whether the number tells so much that some of the words will do: the more digits, the fewer words."""
    if not match.own or 2 * match.found < match.wanted:
        return False
    known = digits(quantity)
    return known >= 4 or (known == 3 and 3 * match.found >= 2 * match.wanted)


def digits(quantity: Quantity) -> int:
    """How many digits a single number has between its first and last that are not zero; none for a ratio."""
    if quantity.value is None or quantity.ratio is not None:
        return 0
    return len(f"{quantity.value:.6f}".replace(".", "").strip("0"))
