"""Which observations of a series speak for a claim's place and period."""

from __future__ import annotations

import re

from factcheck.model import Claim, Period, Scope
from factcheck.reference.series import Point, Series

# Texts for readers in the United States seldom name the country.
_UNSAID = ("World", "United States", "United States and Canada")
_MANY = 24  # months; a count of so many is a sum
_ADDS_UP = re.compile(
    r"\b(?:since|so far|to date|until|up to|through|total|totall?ed|altogether|in all|all told|cumulative\w*|"
    r"overall|ever|between|decades?|over the|years|had)\b",
    re.IGNORECASE,
)
_LAG = 36  # months for which a published figure goes on being quoted as that year's


def governing(series: Series, claim: Claim) -> tuple[Point, ...]:
    """The observations of the claim's place, oldest first; none where the series does not cover it.

    A place named around the clause (in the sentence, a heading, the title) gives way to the one place that a
    series speaks of, where a text may leave that unsaid; a place named in the clause does not.
    """
    for place in claim.places:
        points = series.at(place)
        if points:
            return points
    if claim.place_scope is Scope.CLAUSE or not _unsaid(series, claim):
        return ()
    return series.points


def _unsaid(series: Series, claim: Claim) -> bool:
    """Whether a text may leave a series' one place unsaid: the world, or where a publisher it names counts.

    A count of one city or of another country is not what "60 children were reported missing" speaks of.
    """
    if len(series.places) != 1:
        return False
    named = claim.attribution.publishers
    return series.places[0] in _UNSAID or any(
        publisher in named for publisher in (series.measure.publisher, *series.measure.relayed_by)
    )


def contested(series: Series, claim: Claim) -> bool:
    """Whether a place named around the clause is none of the series', so that the claim may be about that place.

    A heading or paragraph about one country does not make a figure of the world that country's.
    """
    if not claim.places or any(map(series.at, claim.places)):
        return False
    return claim.place_scope is Scope.SENTENCE or series.places != ("World",)


def covering(points: tuple[Point, ...], period: Period, *, alike: bool = False) -> tuple[Point, ...]:
    """The observations that speak for a period.

    Args:
        alike: only those of about the same length, which a claim can contradict: a total over ten years says
            nothing against the figure of one.
    """
    same = tuple(point for point in points if _alike(point.period, period))
    if alike:
        return same
    return tuple(p for p in points if p in same or p.period.covers(period) or period.covers(p.period))


def of_its_length(held: tuple[Point, ...], points: tuple[Point, ...], claim: Claim) -> tuple[Point, ...]:
    """Some of a series' observations less the totals over many years, where it holds single years as well.

    "4,000 incidents in 2022" is not borne out by the total of ten years that end then, unless the sentence says
    that it adds up.
    """
    yearly = claim.period is not None and claim.period.single_year
    if not yearly or _ADDS_UP.search(claim.text) or not any(point.period.single_year for point in points):
        return held
    return tuple(point for point in held if not _many_years(point))


def _many_years(point: Point) -> bool:
    first, last = point.period.first, point.period.last
    return first is not None and last is not None and last - first >= _MANY and not point.share


def known_then(points: tuple[Point, ...], period: Period) -> tuple[Point, ...]:
    """The newest observations that a text of that period could know, up to three years old."""
    if period.last is None:
        return ()
    ends = [p.period.last for p in points if p.period.last is not None and p.period.last <= period.last]
    if not ends or period.last - max(ends) > _LAG:
        return ()
    return tuple(point for point in points if point.period.last == max(ends))


def _alike(held: Period, said: Period) -> bool:
    """Whether two periods are the same but for a quarter (a fiscal year told as a year), or end alike."""
    if held.last is None or said.last is None:
        return False
    if held.first is None or said.first is None:
        return abs(held.last - said.last) <= 6 and held.first is None
    return abs(held.first - said.first) <= 3 and abs(held.last - said.last) <= 3
