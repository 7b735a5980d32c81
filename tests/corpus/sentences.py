"""Sentences made from the corpus itself, with what a check of each must say.

Every measure's phrases are filled with the place, the period and the value of each of its observations, the value
in the forms that articles use. What comes out is judged as any article is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.model import Period, Verdict
from factcheck.reference import Corpus
from factcheck.reference.schema import Confidence, Measure, Observation
from factcheck.reference.series import Series, latest
from factcheck.reference.values import amount
from factcheck.reference.wording import number_text, value_text, when, where

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the verdicts that are right for it.

    Attributes:
        kind: the family of cases it belongs to, for the table of pass rates.
        names: for a contradicted number that is another year's, the key of that observation.
    """

    kind: str
    text: str
    measure: str
    observation: Observation
    right: frozenset[Verdict]
    names: str | None = None


def forms(observation: Observation, unit: str) -> Iterator[str]:
    """The value as articles write it."""
    yield value_text(observation, unit)
    value = observation.value
    if isinstance(value, str):
        if " in " in value:
            yield from _ratio_forms(*(int(n) for n in value.split(" in ")))
        return
    kind, _, currency = unit.partition(":")
    if kind == "people" or (
        value == int(value) and value >= 1000 and kind not in ("currency", "percent", "years")
    ):
        yield from _count_forms(int(value))
    elif kind == "percent":
        yield f"{value:g}%"
        yield f"{value:g} per cent"
    elif currency == "USD" and value >= 1e6:
        yield f"{number_text(value, 'count')} dollars"
        yield f"US{number_text(value, unit)}"


def _count_forms(value: int) -> Iterator[str]:
    yield f"{value:,}"
    step = 10 ** max(int(math.log10(value)) - 2, 0) if value else 1
    if step > 1:
        yield f"nearly {math.ceil(value / step) * step:,}"
        yield f"about {round(value / step) * step:,}"
        if value % step:
            yield f"more than {value // step * step:,}"


def _ratio_forms(part: int, whole: int) -> Iterator[str]:
    if whole > 12:
        yield f"{100 * part / whole:.1f} percent"
        return
    yield f"{part} in {whole}"
    yield f"{_WORDS[part]} in {_WORDS[whole]}"
    yield f"{_WORDS[part]} out of {_WORDS[whole]}"
    yield f"{100 * part / whole:.1f}%"


def fill(phrase: str, observation: Observation, value: str) -> str:
    """A phrase with its holes filled, as a sentence."""
    text = phrase.format(value=value, when=when(Period.parse(observation.period)), where=where(observation.place))
    text = " ".join(text.split()).replace(" ,", ",").replace(" .", ".").replace(",.", ".")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def cases(corpus: Corpus) -> Iterator[Case]:
    """Every case of every measure."""
    for measure in corpus.measures.values():
        for observation in measure.observations:
            if not observation.retired:
                yield from _stated(measure, observation)
                yield from _wrong(measure, observation)
                yield from _as_todays(measure, observation)


def _stated(measure: Measure, observation: Observation) -> Iterator[Case]:
    dated = {Verdict.SUPPORTED}
    undated = {Verdict.SUPPORTED, Verdict.OUTDATED}  # which of the two: `_as_todays`
    for phrase in measure.phrases:
        says_when = "{when}" in phrase and observation.period != "undated"
        says_where = "{where}" in phrase or len({o.place for o in measure.observations}) == 1
        if not says_where:
            continue
        for value in forms(observation, measure.unit):
            right = frozenset(dated if says_when else undated)
            yield Case("stated", fill(phrase, observation, value), measure.id, observation, right)


def _wrong(measure: Measure, observation: Observation) -> Iterator[Case]:
    phrase = next((p for p in measure.phrases if "{when}" in p and "{where}" in p), measure.phrases[0])
    accusable = observation.confidence is not Confidence.LOW and observation.group is None
    if not accusable or "{when}" not in phrase or observation.period == "undated":
        return
    right = frozenset({Verdict.CONTRADICTED})
    held = [o for o in measure.observations if o.place == observation.place and not o.retired]
    period = Period.parse(observation.period)
    there = [o for o in held if o.period == observation.period or Period.parse(o.period).overlaps(period)]
    if any(o.confidence is Confidence.LOW for o in there):
        return  # a value that is not sure stands for the same period: nothing is accused
    for other in held:
        if other.group is None and not any(_near(other, one) for one in there):
            text = fill(phrase, observation, value_text(other, measure.unit))
            key = f"{measure.id}/{other.place}/{other.period}"
            yield Case("another year's", text, measure.id, observation, right, key)
    if isinstance(observation.value, str) or abs(observation.value) < 3:
        return
    if measure.unit != "percent" or _off(observation.value) <= 100:
        off = replace(observation, value=_off(observation.value), bound="exact")
        if not any(_near(off, one) for one in held):
            yield Case(
                "off by 30%",
                fill(phrase, observation, value_text(off, measure.unit)),
                measure.id,
                observation,
                right,
            )


def _as_todays(measure: Measure, observation: Observation) -> Iterator[Case]:
    """An older value told without its year, where a newer one that is sure is held for the place."""
    phrase = next((p for p in measure.phrases if "{when}" in p and "{where}" in p), None)
    newest = latest(Series.of(measure).at(observation.place))
    sure = any(point.trusted and point.observation.status != "superseded" for point in newest)
    if phrase is None or not sure or observation.group is not None:
        return
    if not any(point.observation is observation or _near(observation, point.observation) for point in newest):
        text = fill(phrase.replace("{when}", ""), observation, value_text(observation, measure.unit))
        yield Case("told as today's", text, measure.id, observation, frozenset({Verdict.OUTDATED}))


def _off(value: float) -> float:
    return round(value * 1.3) if value == int(value) else round(value * 1.3, 1)


def _near(one: Observation, other: Observation) -> bool:
    a, b = amount(one), amount(other)
    return abs(a.low - b.low) <= 0.12 * max(abs(a.low), abs(b.low)) + max(a.slack, b.slack)
