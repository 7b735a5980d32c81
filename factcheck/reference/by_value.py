"""By value: the measure whose figure a number is, where the words around it are too loose to name one.

The more a number tells, the fewer words it needs. What is found is weighed in bits, as one weighs whether two
records mean the same person (Fellegi and Sunter, "A Theory for Record Linkage", 1969): how seldom a number like
this one is in the reference, how seldom each word that is there; and against them the words, the period, the
place and the publisher that are missing or do not fit. It supports numbers only; it accuses nobody.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from operator import attrgetter
from typing import NamedTuple

from factcheck.model import Claim, Period, Quantity, Scope, Unit
from factcheck.reference.growth import changes, grown
from factcheck.reference.matching import ClaimWords, Groups, Vocabulary, Wanted, each
from factcheck.reference.readings import Outcome, Reading, digits
from factcheck.reference.schema import Measure
from factcheck.reference.selecting import contested, covering, governing, known_then, of_its_length
from factcheck.reference.series import Point, Series, latest
from factcheck.reference.values import Amount, Kind, agrees, comparable, reach, said_in, tells

_ENOUGH = 10.0  # bits
_ENOUGH_VAGUE = 7.0  # for "millions of people", which claims little
_PER_DIGIT = math.log2(10)
_LARGE = 100_000  # from here on a number tells by its size too
_SIZE = 2.0
_TELLING = 1.5
_SHARE = 5.0  # and more for a share, of which there are a hundred only
_UNNAMED = 3.0  # a word that belongs into the number's own clause and is nowhere, over and above what it tells
_NAMED = 4.0  # at most, for the publisher named as the source
_COMPANY = 2.0  # the article gives other figures of the publisher
_TOLD = 3.0  # the article gives other figures of the measure
_ELSEWHERE = 3.0  # somebody else is named as the source
_OWN_PLACE = 2.0  # a place of the measure's is named
_CONTESTED = 4.0  # the sentence names another place
_SAME_TIME = 3.0
_AT_MOST = _SAME_TIME + _NAMED + _OWN_PLACE  # what may speak for a measure besides the number and the words
_NEAR = (Scope.CLAUSE, Scope.SENTENCE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A measure with its words, and what each of them tells."""

    series: Series
    wanted: Wanted
    bits: tuple[tuple[Groups, float], ...]

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
        vocabulary: the words of all.
    """

    def __init__(self, series: Iterable[tuple[Series, Wanted]], vocabulary: Vocabulary) -> None:
        listed = list(series)
        measures = [one.measure for one, _ in listed]
        bits = vocabulary.bits(f"{measure.title}. {measure.phrases[0]}" for measure in measures)
        self._entries = tuple(
            _Entry(one, wanted, tuple((group, bits[group]) for group in each(wanted.groups)))
            for one, wanted in listed
        )
        self._in_unit = lru_cache(maxsize=64)(self._comparable)
        self._spans = lru_cache(maxsize=64)(self._values_of)
        self._alike = lru_cache(maxsize=64)(self._agreeing_with)  # asked up to three times of one claim
        self._by = {measure.id: measure.publisher for measure in measures}
        self._publishers = Counter(self._by.values())

    def find(self, claim: Claim, words: ClaimWords, company: Collection[str]) -> Reading | None:
        """The reading of a claim's number as the measure that it most likely is; None where none is likely.

        Args:
            words: the claim's words.
            company: the measures whose figures the article gives elsewhere.
        """
        alike = self._alike(claim.quantity)
        if not alike:
            return None
        enough = _ENOUGH_VAGUE if claim.quantity.vague else _ENOUGH
        needed = enough - self._number_bits(claim.quantity, len(alike))
        weighed = [one for entry in alike if (one := self._weigh(entry, claim, words, company, needed))]
        bits, reading = max(weighed, key=lambda one: one[0], default=(-math.inf, None))
        return reading if bits >= needed else None

    def past(self, claim: Claim, words: ClaimWords, company: Collection[str]) -> Reading | None:
        """The reading of a number without a period as the older value of a measure that the article tells.

        The words for its own clause are there ("10 million of them are children"); the whole it is a part of was
        named before.
        """
        if claim.period is not None or claim.quantity.vague or claim.quantity.change is not None:
            return None
        readings = (_older(entry, claim, words) for entry in self._alike(claim.quantity) if entry.id in company)
        return next((reading for reading in readings if reading), None)

    def another(self, claim: Claim, words: ClaimWords, reading: Reading) -> bool:
        """Whether a number that a reading finds wrong is just the value of another measure of the publisher.

        "States are behind the forced labour of 3.9 million people" has the words of all forced labour, and gives
        that imposed by states. The other measure must share a telling word and fit the claim's place; with a
        period, and of a share, of which there are a hundred only, the words tell more than the value.
        """
        measure = reading.series.measure
        if claim.period is not None or claim.quantity.unit is Unit.PERCENT:
            return False
        return any(
            entry.series.measure.publisher == measure.publisher
            and any(told >= _TELLING for group, told in entry.bits if group & words.sentence)
            and (weighed := self._weigh(entry, claim, words, ()))
            and any(tells(claim.quantity, point.amount) for point in weighed[1].agreeing)
            for entry in self._alike(claim.quantity)
        )

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

    def _number_bits(self, quantity: Quantity, alike: int) -> float:
        """How much a number tells: no more than its digits, nor than how seldom its like is in the reference."""
        pool = len(self._in_unit(Kind.of(quantity)))
        chance = quantity.change is not None and quantity.unit is not Unit.COUNT  # "up 20%" between some two years
        seldom = math.log2((pool if chance else 4 * pool) / alike)
        size = _SIZE if (quantity.value or 0) >= _LARGE else 0.0
        written = digits(quantity) * _PER_DIGIT + size
        return min(seldom, written) if written else math.log2(pool / alike)

    def _weigh(
        self,
        entry: _Entry,
        claim: Claim,
        words: ClaimWords,
        company: Collection[str],
        needed: float = -math.inf,
    ) -> tuple[float, Reading] | None:
        """What speaks for a measure but for the number, and the reading of the claim as it.

        Args:
            needed: bits; None is given where the words already show that it cannot come to them.
        """
        series = entry.series
        said = _said(entry, words, claim.quantity, told=series.measure.id in company)
        match = entry.wanted.match(words) if said + _AT_MOST >= needed else None
        if match is None:
            return None
        points = governing(series, claim) or _only_place(series, claim)
        agreeing = of_its_length(_agreeing(claim.quantity, series, points), points, claim)
        dated = [(bits, point) for point in agreeing if (bits := _dated(point, points, claim)) is not None]
        if not dated:
            return None
        when = max(bits for bits, _ in dated)
        right = tuple(point for bits, point in dated if bits == when)
        weight = when + said + self._sourced(series.measure, claim, company) + _placed(series, claim)
        return weight, Reading(series, match, Outcome.SUPPORTED, right, right)

    def _sourced(self, measure: Measure, claim: Claim, company: Collection[str]) -> float:
        named = claim.attribution.publishers
        if {measure.publisher, *measure.relayed_by} & set(named):
            return min(math.log2(len(self._entries) / self._publishers[measure.publisher]), _NAMED)
        if named and claim.attribution.scope in _NEAR:
            return -_ELSEWHERE
        if measure.id in company:
            return _TOLD
        return _COMPANY if any(self._by[one] == measure.publisher for one in company) else 0.0


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


def _agreeing(quantity: Quantity, series: Series, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The observations that a number agrees with, or to which the change that it tells leads."""
    if quantity.change is not None and not series.measure.unit.startswith("percent"):
        return grown(quantity, points)
    return tuple(point for point in points if agrees(quantity, point.amount))


def _said(entry: _Entry, words: ClaimWords, quantity: Quantity, *, told: bool) -> float:
    """What the words tell: those found, half of it where they stand around the sentence, less those lacking.

    Args:
        told: the article speaks of the measure elsewhere, so that nothing need be said again.
    """
    wanted, lacking = entry.wanted, 0 if told else entry.wanted.lacking(words)
    unnamed = _UNNAMED + (_SHARE if quantity.unit is Unit.PERCENT else 0)
    said = 0.0
    for group, bits in entry.bits:
        if group & words.around:
            said += bits if group & words.sentence else bits / 2
        elif group & lacking:
            said -= bits + (unnamed if group & wanted.own else 0)
    return said


def _only_place(series: Series, claim: Claim) -> tuple[Point, ...]:
    """The observations of a series of one place, where the sentence names none ("referred to the NRM")."""
    one = len(series.places) == 1 and claim.place_scope not in _NEAR and not claim.quantity.vague
    return series.points if one else ()


def _placed(series: Series, claim: Claim) -> float:
    if contested(series, claim):
        return -_CONTESTED
    own = any(place in series.places for place in claim.places)
    return _OWN_PLACE if own and claim.places[0] != "World" else 0.0


def _dated(point: Point, points: tuple[Point, ...], claim: Claim) -> float | None:
    """How well an observation's period fits the claim's, in bits; None where it does not."""
    newest = point in latest(points) and point.observation.status != "superseded"
    period = claim.period
    if period is None:
        return 0.0 if newest else None
    if _same_time(point, points, claim, period):
        return _SAME_TIME if claim.period_scope in _NEAR else 2.0
    if _known(point, points, period) or (newest and period.last is None):
        return 0.0
    if period == Period.undated():
        return 0.0 if tells(claim.quantity, point.amount) else None
    return -1.0 if newest and claim.period_scope is Scope.PARAGRAPH else None


def _same_time(point: Point, points: tuple[Point, ...], claim: Claim, period: Period) -> bool:
    """Whether an observation is of just the claim's period; a change, whether it leads to its end."""
    if claim.quantity.change is not None and period.last is not None and period.first is not None:
        return point.period.end_year == period.end_year
    return point in covering(points, period, alike=True)


def _known(point: Point, points: tuple[Point, ...], period: Period) -> bool:
    """Whether an observation was the newest then; of "since 2014 … up from", at its beginning."""
    at = Period(period.first, period.first) if period.last is None and period.first is not None else period
    return point in known_then(points, at)
