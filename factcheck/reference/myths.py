"""Zombie statistics: figures that circulate and are false, misread, outdated or without a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Claim, Verdict
from factcheck.reference.matching import Matcher
from factcheck.reference.schema import Confidence, Myth
from factcheck.reference.selecting import covering, governing
from factcheck.reference.series import Point, Series
from factcheck.reference.values import Amount, agrees, comparable, of_myth


@dataclass(frozen=True, slots=True)
class FoundMyth:
    """A myth told in a claim; `facts` are the observations its figure was once taken from."""

    id: str
    verdict: Verdict
    facts: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    myth: Myth
    values: tuple[tuple[str, Amount], ...]
    facts: tuple[Series, ...]


class MythBook:
    """All myths, ready for looking up.

    Args:
        myths: by id; retired ones and those of low confidence accuse nobody and are left out.
        shared: the shared word lists.
        series: every measure's series by id, for the facts a myth's figure is taken from.
    """

    def __init__(
        self, myths: Mapping[str, Myth], shared: Mapping[str, tuple[str, ...]], series: Mapping[str, Series]
    ) -> None:
        self._facts = {myth.id: frozenset(myth.facts) for myth in myths.values()}
        live = [m for m in myths.values() if not m.retired and m.confidence is not Confidence.LOW]
        self._matcher = Matcher({myth.id: myth.words for myth in live}, shared)
        self._entries = tuple(
            _Entry(
                myth,
                tuple((value.unit, of_myth(value)) for value in myth.values),
                tuple(series[fact] for fact in myth.facts if fact in series),
            )
            for myth in live
        )

    def facts(self, myth: str) -> frozenset[str]:
        """The measures that a myth's figures were taken from."""
        return self._facts[myth]

    def find(self, claim: Claim) -> FoundMyth | None:
        """The myth that a claim tells, if any; the one with the most words in common where several fit."""
        found: dict[int, _Entry] = {}
        for entry in self._entries:
            if _valued(entry, claim) and (match := self._matcher.match(entry.myth.id, claim)) and match.full:
                found.setdefault(match.wanted, entry)
        told = [found[words] for words in sorted(found, reverse=True) if not _factual(found[words], claim)]
        if not told:
            return None
        entry = told[0]
        points = tuple(p for s in entry.facts for p in s.points if agrees(claim.quantity, p.amount))
        outdated = entry.myth.problem == "outdated"
        return FoundMyth(entry.myth.id, Verdict.OUTDATED if outdated else Verdict.DEBUNKED, points)


def _valued(entry: _Entry, claim: Claim) -> bool:
    """Whether the claim's number is one of the myth's; a myth without figures is known by its words."""
    if not entry.values:
        return True
    number = claim.quantity
    return any(comparable(number, unit) and agrees(number, value) for unit, value in entry.values)


def _factual(entry: _Entry, claim: Claim) -> bool:
    """Whether the claim gives the figure as the fact it once was: with its own year and place."""
    if claim.period is None:
        return False
    return any(
        agrees(claim.quantity, point.amount)
        for series in entry.facts
        for point in covering(governing(series, claim), claim.period)
    )
