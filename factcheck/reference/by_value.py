"""By value: the measure whose figure a number is.

An index of every observation's value finds the measures with one that agrees with a number; which of them it is,
if any, the learned score says (`linking.py`). It supports numbers only; it accuses nobody.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from operator import attrgetter, itemgetter
from typing import NamedTuple

from factcheck.model import Claim, Quantity, Unit
from factcheck.reference.agreement import Agreement, agreement
from factcheck.reference.growth import changes
from factcheck.reference.linking import Linker, Wording, scales
from factcheck.reference.matching import NOTHING, ClaimWords, Wanted
from factcheck.reference.readings import Outcome, Reading
from factcheck.reference.selecting import contested, governing
from factcheck.reference.series import Series, latest
from factcheck.reference.values import Amount, Kind, agrees, comparable, reach, said_in, tells


@dataclass(frozen=True, slots=True)
class _Entry:
    """A measure with its words."""

    series: Series
    wanted: Wanted

    @property
    def id(self) -> str:
        return self.series.measure.id


class _Span(NamedTuple):
    """A value of a measure with its slack, its sign left out; the measure by its place among those of its unit.

    Attributes:
        highest: the high end of this value or of one that begins before it, whichever is higher.
    """

    low: float
    high: float
    value: Amount
    entry: int
    highest: float = math.inf


_LOW, _HIGHEST = attrgetter("low"), attrgetter("highest")


class ValueBook:
    """Every observation of the reference by its value.

    Args:
        series: the measures, each with its words.
        linker: scores them.
    """

    def __init__(self, series: Iterable[tuple[Series, Wanted]], linker: Linker) -> None:
        self._entries = tuple(_Entry(one, wanted) for one, wanted in series)
        self._linker = linker
        self._in_unit = lru_cache(maxsize=64)(self._comparable)
        self._spans = lru_cache(maxsize=64)(self._values_of)
        self._alike = lru_cache(maxsize=64)(self._agreeing_with)  # asked up to three times of one claim

    def find(self, claim: Claim, words: ClaimWords, company: Mapping[str, str]) -> Reading | None:
        """The reading of a claim's number as the measure that it most likely is; None where none is likely.

        Args:
            words: the claim's words.
            company: the measures whose figures the article gives elsewhere, with their publishers.
        """
        wording, alike = Wording(claim), self._alike(claim.quantity)
        agreeing = [
            (entry, found)
            for entry in alike
            if (found := agreement(entry.series, claim)).right and not self._linker.conflicts(wording, entry.id)
        ]
        scored = [(self.score(wording, entry.series, found, company), entry, found) for entry, found in agreeing]
        if not scored:
            return None
        score, entry, found = max(scored, key=itemgetter(0))
        if score < _enough(claim.quantity):
            return None
        match = entry.wanted.match(words) or NOTHING
        return Reading(entry.series, match, Outcome.SUPPORTED, found.right, found.right)

    def alike(self, quantity: Quantity) -> list[Series]:
        """The measures with a value that agrees with a number."""
        return [entry.series for entry in self._alike(quantity)]

    def score(self, wording: Wording, series: Series, found: Agreement, company: Mapping[str, str]) -> float:
        """What speaks for a claim's giving a measure's value, as the logarithm of the odds."""
        alike = len(self._alike(wording.claim.quantity))
        return scales()["measure"].of(self._linker.measure(wording, series, found, alike, company))

    def past(self, claim: Claim, words: ClaimWords, company: Mapping[str, str]) -> Reading | None:
        """The reading of a number without a period as the older value of a measure that the article tells.

        The words for its own clause are there ("10 million of them are children"); the whole it is a part of was
        named before.
        """
        if claim.period is not None or claim.quantity.vague or claim.quantity.change is not None:
            return None
        readings = (_older(entry, claim, words) for entry in self._alike(claim.quantity) if entry.id in company)
        return next((reading for reading in readings if reading), None)

    def another(self, claim: Claim, reading: Reading) -> bool:
        """Whether a number that a reading finds wrong is just the value of another measure of the publisher.

        "States are behind the forced labour of 3.9 million people" has the words of all forced labour, and gives
        that imposed by states. With a period, and of a share, of which there are a hundred only, the words tell
        more than the value.
        """
        measure = reading.series.measure
        if claim.period is not None or claim.quantity.unit is Unit.PERCENT:
            return False
        return any(
            entry.series.measure.publisher == measure.publisher and self._may_be(claim, entry.series)
            for entry in self._alike(claim.quantity)
        )

    def unlikely(self, claim: Claim, reading: Reading) -> bool:
        """Whether the score speaks against a claim's being about the measure that a reading accuses it by."""
        found = agreement(reading.series, claim)
        accusing = scales()["measure"].thresholds["contradicted" if reading.wrong else "outdated"]
        return self.score(Wording(claim), reading.series, found, {}) < accusing

    def _may_be(self, claim: Claim, series: Series) -> bool:
        """Whether a number is the very value of a measure that it may well be about."""
        found = agreement(series, claim)
        if not any(tells(claim.quantity, point.amount) for point in found.right):
            return False
        return self.score(Wording(claim), series, found, {}) >= scales()["measure"].thresholds["possible"]

    def _agreeing_with(self, quantity: Quantity) -> list[_Entry]:
        """The measures with an observation that agrees with a number."""
        kind = Kind.of(quantity)
        held, (low, high) = self._in_unit(kind), reach(quantity)
        near: set[int] = set()
        for spans in self._spans(kind):
            for span in islice(spans, bisect_left(spans, low, key=_HIGHEST), bisect_right(spans, high, key=_LOW)):
                if span.high >= low and span.entry not in near and agrees(quantity, span.value):
                    near.add(span.entry)
        return [held[number] for number in sorted(near)]

    def _values_of(self, kind: Kind) -> tuple[list[_Span], list[_Span]]:
        """Every value that a number of a kind may be, the least first: single numbers, and ranges apart."""
        spans: tuple[list[_Span], list[_Span]] = ([], [])
        for number, entry in enumerate(self._in_unit(kind)):
            for value in _amounts(kind, entry.series):
                low, high = sorted((abs(value.low), abs(value.high)))
                spans[not value.single].append(_Span(low - value.slack, high + value.slack, value, number))
        return _in_order(spans[False]), _in_order(spans[True])

    def _comparable(self, kind: Kind) -> tuple[_Entry, ...]:
        """The measures in whose unit a number is."""
        return tuple(entry for entry in self._entries if _in_unit(kind, entry.series.measure.unit))


def _enough(quantity: Quantity) -> float:
    """The score from which on a number is known as a measure's: "millions" claims little, a change tells much."""
    changed = quantity.change is not None and quantity.unit is not Unit.MULTIPLE  # "tripled" tells little too
    return scales()["measure"].thresholds["vague" if quantity.vague else "change" if changed else "supported"]


def _in_order(spans: list[_Span]) -> list[_Span]:
    spans.sort(key=_LOW)
    highest = accumulate((span.high for span in spans), max)
    return [span._replace(highest=high) for span, high in zip(spans, highest, strict=True)]


def _older(entry: _Entry, claim: Claim, words: ClaimWords) -> Reading | None:
    match, points = entry.wanted.match(words), governing(entry.series, claim)
    newest = tuple(point for point in latest(points) if point.trusted and point.observation.status != "superseded")
    told = tuple(point for point in points if tells(claim.quantity, point.amount))
    if not match or not match.own or not told or not newest or contested(entry.series, claim):
        return None
    if any(agrees(claim.quantity, point.amount) for point in newest):
        return None
    return Reading(entry.series, match, Outcome.OUTDATED, newest, told)


def _in_unit(kind: Kind, unit: str) -> bool:
    """Whether a number is by its own words in a measure's unit, or a change of what is counted in it."""
    if said_in(kind, unit):
        return True
    if kind.change is None:
        return False
    plain = kind._replace(change=None)
    if kind.unit in (Unit.PERCENT, Unit.MULTIPLE):
        return comparable(plain._replace(unit=Unit.COUNT), unit) or unit.startswith("currency:")
    return comparable(plain, unit)


def _amounts(kind: Kind, series: Series) -> Iterator[Amount]:
    """The values of a series, or the changes between them, as which a number of a kind may be told."""
    if kind.change is not None and not series.measure.unit.startswith("percent"):
        yield from (change for change, _ in changes(series.points, kind.unit))
    else:
        yield from (point.amount for point in series.points)
