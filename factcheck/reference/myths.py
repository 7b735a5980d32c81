"""Zombie statistics: figures that circulate and are false, misread, outdated or without a source."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from factcheck.model import Claim, Stance, Unit, Verdict
from factcheck.reference.matching import ClaimWords, Match, Vocabulary, Wanted
from factcheck.reference.schema import Confidence, Myth
from factcheck.reference.selecting import covering, governing
from factcheck.reference.series import Point, Series
from factcheck.reference.values import Amount, agrees, comparable, of_myth, said_in, tells


@dataclass(frozen=True, slots=True)
class FoundMyth:
    """A myth told in a claim.

    Attributes:
        facts: the measures its figures were taken from.
        points: the observations that the number agrees with.
    """

    id: str
    verdict: Verdict
    facts: frozenset[str]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    myth: Myth
    wanted: Wanted
    values: tuple[tuple[str, Amount], ...]
    facts: tuple[Series, ...]


class MythBook:
    """All myths, ready for looking up.

    Args:
        myths: by id; retired ones and those of low confidence accuse nobody and are left out.
        vocabulary: that of their words.
        series: every measure's series by id, for the facts a myth's figure is taken from.
    """

    def __init__(self, myths: Mapping[str, Myth], vocabulary: Vocabulary, series: Mapping[str, Series]) -> None:
        live = [m for m in myths.values() if not m.retired and m.confidence is not Confidence.LOW]
        self._entries = tuple(
            _Entry(
                myth,
                vocabulary.wanted(myth.words),
                tuple((value.unit, of_myth(value)) for value in myth.values),
                tuple(series[fact] for fact in myth.facts if fact in series),
            )
            for myth in live
        )
        self._needed = [(e.wanted.own, e.wanted.all | e.wanted.whom, e) for e in self._entries]

    def find(self, claim: Claim, words: ClaimWords, worded: Collection[str]) -> FoundMyth | None:
        """The myth that a claim tells, if any; of several that fit the one of the place named, then of most words.

        A number that the article refutes is known by its value and some of the words: it accuses nobody.

        Args:
            words: those of the claim.
            worded: the measures whose words it holds all of, so that it may be their fact.
        """
        told = [
            ((_local(entry.myth, claim), match.wanted), entry)
            for entry in self._near(claim, words)
            if _valued(entry, claim) and (match := entry.wanted.match(words)) and _tells(entry, match, claim)
        ]
        for _, entry in sorted(told, key=lambda pair: pair[0], reverse=True):
            if not _factual(entry, claim, worded):
                return _found(entry, claim)
        return None

    def _near(self, claim: Claim, words: ClaimWords) -> list[_Entry]:
        """The myths whose indispensable words are there; of a refuted one any word of its clause will do."""
        if claim.stance is Stance.REFUTED:
            return [entry for entry in self._entries if entry.wanted.touched(words)]
        unnamed, missing = ~words.clause, ~words.around
        return [entry for own, around, entry in self._needed if not own & unnamed and not around & missing]


def _local(myth: Myth, claim: Claim) -> bool:
    """Whether a myth is told of just the town, state or country that the claim names."""
    return myth.place in claim.places and myth.place not in ("World", "United States")


def _tells(entry: _Entry, match: Match, claim: Claim) -> bool:
    """Whether the words tell the myth.

    Its `any` words mostly name its place; a sentence that holds all others needs none of them where no other
    place is named.
    """
    loose = claim.stance is Stance.REFUTED and 2 * match.found >= match.wanted
    if loose and any(said_in(claim.quantity, unit) for unit, _ in entry.values):
        return True
    unsaid = not match.borrowed and bool(entry.values) and set(claim.places) <= {entry.myth.place, "World"}
    return match.full or (match.own and match.whom and match.rest and unsaid)


def _found(entry: _Entry, claim: Claim) -> FoundMyth:
    points = tuple(p for series in entry.facts for p in series.points if agrees(claim.quantity, p.amount))
    verdict = Verdict.OUTDATED if entry.myth.problem == "outdated" else Verdict.DEBUNKED
    return FoundMyth(entry.myth.id, verdict, frozenset(entry.myth.facts), points)


def _valued(entry: _Entry, claim: Claim) -> bool:
    """Whether the claim's number is one of the myth's; a myth without figures is known by its words.

    So is a trend without a figure ("spikes every year") where the myth is a ranking too.
    """
    number = claim.quantity
    if not entry.values:
        return True
    if number.unit is Unit.TREND:
        return any(unit == "rank" for unit, _ in entry.values)
    return any(
        comparable(number, unit) and agrees(number, value) and tells(number, value) for unit, value in entry.values
    )


def _factual(entry: _Entry, claim: Claim, worded: Collection[str]) -> bool:
    """Whether the claim gives the figure as the fact it once was: of its population, with its year and place."""
    if claim.period is None:
        return False
    return any(
        agrees(claim.quantity, point.amount)
        for series in entry.facts
        if series.measure.id in worded
        for point in covering(governing(series, claim), claim.period)
    )
