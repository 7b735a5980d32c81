"""Zombie statistics: figures that circulate and are false, misread, outdated or without a source."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from factcheck.model import Claim, Quantity, Stance, Unit, Verdict
from factcheck.reference.linking import Linker, Wording, scales
from factcheck.reference.matching import ClaimWords, Groups, Match, Vocabulary, Wanted
from factcheck.reference.schema import Confidence, Myth
from factcheck.reference.selecting import covering, governing
from factcheck.reference.series import Point, Series
from factcheck.reference.values import Amount, Kind, agrees, comparable, of_myth, said_in, tells


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
class Entry:
    """A myth ready for looking up: its words, its figures by unit, and the series they were taken from."""

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
        linker: scores them.
    """

    def __init__(
        self, myths: Mapping[str, Myth], vocabulary: Vocabulary, series: Mapping[str, Series], linker: Linker
    ) -> None:
        self._vocabulary = vocabulary
        self._linker = linker
        live = [m for m in myths.values() if not m.retired and m.confidence is not Confidence.LOW]
        self._entries = tuple(
            Entry(
                myth,
                vocabulary.wanted(myth.words),
                tuple((value.unit, of_myth(value)) for value in myth.values),
                tuple(series[fact] for fact in myth.facts if fact in series),
            )
            for myth in live
        )
        self._in_unit = lru_cache(maxsize=64)(self._told_in)

    def find(self, claim: Claim, words: ClaimWords, facts: Collection[str]) -> FoundMyth | None:
        """The myth that a claim tells, if any; of several the one of the place named, then the likeliest.

        A number that the article refutes is known by its value and some of the words: it accuses nobody.

        Args:
            words: those of the claim.
            facts: the measures whose words it holds all of, so that it may be their fact.
        """
        wording, learned = Wording(claim), scales()["myth"]
        scored = [
            (learned.of(self._linker.myth(wording, entry.myth, entry.facts)), full, entry)
            for entry, full in self._possible(claim, words)
            if not _factual(entry, claim, facts)
        ]
        told = [
            ((_local(entry.myth, claim), full, score), entry)
            for score, full, entry in scored
            if score >= learned.thresholds["told" if full else "told without words"]
            or (full and claim.stance is Stance.REFUTED)
        ]
        return _found(max(told, key=itemgetter(0))[1], claim) if told else None

    def _possible(self, claim: Claim, words: ClaimWords) -> Iterator[tuple[Entry, bool]]:
        """The myths one of whose figures a number is, and whether their words are there.

        A publisher's name tells no myth; where one is named, the words must all be the text's own.
        """
        near = {entry.myth.id for entry, _ in self._near(claim, words)}
        for entry in self.told_in(claim.quantity):
            match = entry.wanted.match(words)
            if match is not None:
                full = entry.myth.id in near and _tells(entry, match, claim)
                full = full and self._in_own_words(entry, claim)
                if full or not claim.attribution.publishers:
                    yield entry, full

    def told_in(self, number: Quantity) -> Iterator[Entry]:
        """The myths one of whose figures a number is."""
        for _, _, entry, values in self._in_unit(Kind.of(number)):
            if _is_one_of(number, values):
                yield entry

    def _in_own_words(self, entry: Entry, claim: Claim) -> bool:
        """Whether the words that tell a myth are the text's and no publisher's name."""
        match = entry.wanted.match(self._vocabulary.read_unnamed(claim))
        return match is not None and _tells(entry, match, claim)

    def _near(self, claim: Claim, words: ClaimWords) -> list[tuple[Entry, tuple[Amount, ...]]]:
        """The myths whose indispensable words are there; of a refuted one any word of its clause will do.

        Returns:
            Each with the values that the claim's number may be; none where any will do.
        """
        told = self._in_unit(Kind.of(claim.quantity))
        if claim.stance is Stance.REFUTED:
            return [(entry, values) for _, _, entry, values in told if entry.wanted.touched(words)]
        unnamed, missing = ~words.clause, ~words.around
        return [(entry, values) for own, around, entry, values in told if not (own & unnamed or around & missing)]

    def _told_in(self, kind: Kind) -> tuple[tuple[Groups, Groups, Entry, tuple[Amount, ...]], ...]:
        """The myths that a number of a kind can tell, with the words they cannot do without in clause and context.

        A myth without figures is known by its words; so is a trend without a figure ("spikes every year") where
        the myth is a ranking too.
        """
        told = []
        for entry in self._entries:
            ranked = kind.unit is Unit.TREND and any(unit == "rank" for unit, _ in entry.values)
            values = () if ranked else tuple(value for unit, value in entry.values if comparable(kind, unit))
            if values or ranked or not entry.values:
                told.append((entry.wanted.own, entry.wanted.all | entry.wanted.whom, entry, values))
        return tuple(told)


def _is_one_of(number: Quantity, values: Collection[Amount]) -> bool:
    """Whether a number is one of some values; it is where there are none to be."""
    return not values or any(agrees(number, value) and tells(number, value) for value in values)


def _local(myth: Myth, claim: Claim) -> bool:
    """Whether a myth is told of just the town, state or country that the claim names."""
    return myth.place in claim.places and myth.place not in ("World", "United States")


def _tells(entry: Entry, match: Match, claim: Claim) -> bool:
    """Whether the words tell the myth.

    Its `any` words mostly name its place; a sentence that holds all others needs none of them where no other
    place is named.
    """
    loose = claim.stance is Stance.REFUTED and 2 * match.found >= match.wanted
    if loose and any(said_in(claim.quantity, unit) for unit, _ in entry.values):
        return True
    unsaid = not match.borrowed and bool(entry.values) and set(claim.places) <= {entry.myth.place, "World"}
    return match.full or (match.own and match.whom and match.rest and unsaid)


def _found(entry: Entry, claim: Claim) -> FoundMyth:
    points = tuple(p for series in entry.facts for p in series.points if agrees(claim.quantity, p.amount))
    verdict = Verdict.OUTDATED if entry.myth.problem == "outdated" else Verdict.DEBUNKED
    return FoundMyth(entry.myth.id, verdict, frozenset(entry.myth.facts), points)


def _factual(entry: Entry, claim: Claim, worded: Collection[str]) -> bool:
    """Whether the claim gives the figure as the fact it once was: of its population, with its year and place."""
    if claim.period is None:
        return False
    return any(
        agrees(claim.quantity, point.amount)
        for series in entry.facts
        if series.measure.id in worded
        for point in covering(governing(series, claim), claim.period)
    )
