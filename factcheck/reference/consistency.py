"""Whether the entries of a corpus agree with each other and with themselves: what `validate --strict` looks at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.model import Period
from factcheck.reference.addresses import unlisted
from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Measure, Observation

_SAME = 3  # figures alike in place, period and value, from which on two measures of a publisher are one series


def problems(corpus: Corpus) -> Iterator[str]:
    """What is wrong, each with the key of its figure."""
    yield from (f"{key}: {why}" for key, why in unlisted(corpus))
    for measure in corpus.measures.values():
        yield from _beyond_a_whole(measure)
        yield from _overtaken(measure)
    yield from _one_series(corpus)


def _beyond_a_whole(measure: Measure) -> Iterator[str]:
    for one in measure.observations:
        if measure.unit == "percent" and isinstance(one.value, int | float) and not 0 <= one.value <= 100:
            yield f"{_key(measure, one)}: {one.value:g} percent is no share"


def _overtaken(measure: Measure) -> Iterator[str]:
    """Figures that are called current beside a newer one of their place and group that nothing has replaced."""
    held = [one for one in measure.observations if not one.retired and one.status != "superseded"]
    newest: dict[tuple[str, str | None, bool], int] = defaultdict(int)
    for one in held:
        newest[_series(one)] = max(newest[_series(one)], Period.parse(one.period).end_year or 0)
    for one in held:
        end, last = Period.parse(one.period).end_year, newest[_series(one)]
        if one.status == "current" and end and end < last:
            yield f"{_key(measure, one)}: is called current, but a figure of {last} is held"


def _series(one: Observation) -> tuple[str, str | None, bool]:
    """What a newer figure must be of to replace it: a total over many years replaces no year's."""
    return one.place, one.group, Period.parse(one.period).single_year


def _one_series(corpus: Corpus) -> Iterator[str]:
    """Measures of one publisher and unit that hold the same figures."""
    holders: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for measure in corpus.measures.values():
        for one in measure.observations:
            holders[measure.publisher, measure.unit, one.place, one.period, one.group, str(one.value)].add(
                measure.id
            )
    shared: dict[tuple[str, ...], int] = defaultdict(int)
    for ids in holders.values():
        if len(ids) > 1:
            shared[tuple(sorted(ids))] += 1
    for twins, number in shared.items():
        if number >= _SAME:
            yield f"{' and '.join(twins)}: hold {number} figures alike; are they one series?"


def _key(measure: Measure, one: Observation) -> str:
    return f"{measure.id}/{one.place}/{one.period}"
