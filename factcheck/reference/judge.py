"""Holding a claim against the reference set.

For a claim that states a number, in this order: a myth's value with its topic words is debunked; a measure's
value for the claim's place and period is supported, another value contradicted; without a period the latest
value is supported and an older one outdated. A claim is contradicted only where its words fit one measure
better than every other. A number that the article refutes, or tells as history, accuses nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from factcheck.model import Claim, Judgement, Quantity, Stance, Unit, Verdict
from factcheck.reference.corpus import Corpus
from factcheck.reference.matching import Match, Matcher
from factcheck.reference.myths import MythBook
from factcheck.reference.selecting import covering, governing, known_then
from factcheck.reference.series import Point, Series, latest
from factcheck.reference.values import agrees, comparable


class Outcome(IntEnum):
    """What one measure says of a claim, the most telling last."""

    CONTRADICTED = 1
    OUTDATED = 2
    SUPPORTED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim read as one measure."""

    series: Series
    match: Match
    outcome: Outcome
    says: tuple[Point, ...]  # what the reference holds for the claim's place and period, or today
    agreeing: tuple[Point, ...]  # the observations that the number does agree with

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Support before accusation, full wording before partial, the more particular measure first."""
        return self.outcome, self.match.full, self.match.found


class Judge:
    """Holds claims against a corpus.

    Raises:
        UserError: an entry of the corpus names a shared word list that does not exist.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._series = tuple(Series.of(measure) for measure in corpus.measures.values())
        self._matcher = Matcher({s.measure.id: s.measure.words for s in self._series}, corpus.words)
        self._myths = MythBook(corpus.myths, corpus.words, {s.measure.id: s for s in self._series})

    def judge(self, claim: Claim) -> Judgement:
        """The verdict on one claim, and its grounds."""
        reading = self._read(claim)
        myth = self._myths.find(claim)
        if myth is not None and not (reading and _holds(reading, claim, self._myths.facts(myth.id))):
            return Judgement(self._plain(claim, myth.verdict), myth=myth.id, matched=_keys(myth.facts))
        if reading is None:
            verdict = Verdict.UNVERIFIED if claim.attribution.given else Verdict.UNSUPPORTED
            return Judgement(verdict, broadened=self._broadened(claim))
        return Judgement(
            verdict=self._plain(claim, Verdict[reading.outcome.name]),
            measure=reading.series.measure.id,
            observations=_keys(reading.says),
            matched=_keys(reading.agreeing),
        )

    @staticmethod
    def _plain(claim: Claim, verdict: Verdict) -> Verdict:
        """A number refuted or told as history is known, and accuses nobody."""
        if claim.stance is Stance.STATED or not verdict.accuses:
            return verdict
        return Verdict.UNVERIFIED if verdict is Verdict.CONTRADICTED else Verdict.SUPPORTED

    def _read(self, claim: Claim) -> Reading | None:
        """The reading that says most, or None where the reference does not cover the claim."""
        readings = [reading for series in self._series if (reading := self._as(series, claim)) is not None]
        if not readings:
            return None
        best = max(readings, key=lambda reading: reading.rank)
        if best.outcome is Outcome.CONTRADICTED and not self._certain(best, claim):
            return None
        return best

    def _broadened(self, claim: Claim) -> str | None:
        """The observation whose share the claim tells, with all its words but those for the group it is of."""
        if claim.quantity.unit is not Unit.PERCENT:
            return None
        for series in self._series:
            if series.measure.words.whom and comparable(claim.quantity, series.measure.unit):
                match = self._matcher.match(series.measure.id, claim)
                if match and match.own and match.rest and not match.whom:
                    agreeing = [p for p in governing(series, claim) if agrees(claim.quantity, p.amount)]
                    if agreeing:
                        return agreeing[-1].key
        return None

    def _as(self, series: Series, claim: Claim) -> Reading | None:
        """The claim read as this measure, if its unit, words and place allow it."""
        if not comparable(claim.quantity, series.measure.unit):
            return None
        match = self._matcher.match(series.measure.id, claim)
        if match is None or not (match.full or _enough(match, claim.quantity)):
            return None
        points = governing(series, claim)
        if not points:
            return None
        agreeing = tuple(point for point in points if agrees(claim.quantity, point.amount))
        return (_dated if claim.period else _undated)(series, match, claim, points, agreeing)

    def _certain(self, best: Reading, claim: Claim) -> bool:
        """Whether one measure fits clearly better than all others, and nobody else is named as the source."""
        if not best.match.full:
            return False
        named = claim.attribution.publishers
        measure = best.series.measure
        if named and not {measure.publisher, *measure.relayed_by} & set(named):
            return False
        rivals = (
            self._matcher.match(series.measure.id, claim)
            for series in self._series
            if series is not best.series
            and comparable(claim.quantity, series.measure.unit)
            and governing(series, claim)
        )
        return not any(rival and rival.full and rival.found >= best.match.found for rival in rivals)


def _dated(
    series: Series, match: Match, claim: Claim, points: tuple[Point, ...], agreeing: tuple[Point, ...]
) -> Reading | None:
    assert claim.period is not None
    held = covering(points, claim.period)
    right = tuple(point for point in held if point in agreeing)
    if right:
        return Reading(series, match, Outcome.SUPPORTED, right, right)
    if held:
        firm = covering(points, claim.period, alike=True)
        if match.full and firm and all(point.trusted and not point.part for point in firm):
            return Reading(series, match, Outcome.CONTRADICTED, firm, agreeing)
        return None
    right = tuple(point for point in known_then(points, claim.period) if point in agreeing)
    return Reading(series, match, Outcome.SUPPORTED, right, right) if right else None


def _undated(
    series: Series, match: Match, claim: Claim, points: tuple[Point, ...], agreeing: tuple[Point, ...]
) -> Reading | None:
    newest = latest(points)
    right = tuple(point for point in newest if point in agreeing)
    if right:
        return Reading(series, match, Outcome.SUPPORTED, right, right)
    older = tuple(point for point in agreeing if _telling(claim.quantity, point))
    if older and match.full and any(point.trusted for point in newest):
        return Reading(series, match, Outcome.OUTDATED, newest, older)
    if agreeing and (claim.quantity.vague or not any(point.trusted for point in newest)):
        return Reading(series, match, Outcome.SUPPORTED, agreeing, agreeing)
    sourced = series.measure.publisher in claim.attribution.publishers
    if match.full and sourced and newest and all(point.trusted and not point.part for point in points):
        return Reading(series, match, Outcome.CONTRADICTED, newest, ())
    return None


def _holds(reading: Reading, claim: Claim, facts: frozenset[str]) -> bool:
    """Whether a supported reading stands against a myth with the same number.

    It does where the text gives the period, where the value is today's, or where the myth has nothing to do with
    the measure; a myth is often a fact without its year, place and population.
    """
    if reading.outcome is not Outcome.SUPPORTED:
        return False
    if claim.period is not None:
        return True
    today = any(point.observation.status == "current" for point in reading.says)
    return reading.match.full and (today or reading.series.measure.id not in facts)


def _telling(quantity: Quantity, point: Point) -> bool:
    """Whether the number is that observation's and not merely near it: "1 in 4" is not the 27 percent of 2010."""
    if quantity.vague:
        return False
    return quantity.ratio is None or quantity.low is None or abs(quantity.low - point.amount.low) <= 1


def _enough(match: Match, quantity: Quantity) -> bool:
    """By value: a telling number needs only some of the words."""
    if quantity.value is None or quantity.ratio is not None:
        return False
    digits = len(f"{quantity.value:.6f}".rstrip("0").replace(".", "").strip("0"))
    return match.own and digits >= 3 and 3 * match.found >= 2 * match.wanted


def _keys(points: tuple[Point, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(point.key for point in points))
