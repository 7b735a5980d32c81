"""An entry of the reference set as an editor reads it: the series with its sources, and a sentence to write."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Hotline, Measure, Myth, Observation
from factcheck.reference.series import Series, latest
from factcheck.reference.values import amount
from factcheck.reference.wording import citation, sentence, value_text

_BAR = 32  # cells of the longest bar


def describe(corpus: Corpus, entry: Measure | Myth | Hotline) -> str:
    """The entry in lines of plain text."""
    if isinstance(entry, Measure):
        return "\n".join(_measure(corpus, entry))
    return "\n".join(_myth(entry) if isinstance(entry, Myth) else _hotline(entry))


def _measure(corpus: Corpus, measure: Measure) -> Iterator[str]:
    publisher = corpus.publisher(measure)
    yield measure.title
    yield f"  {measure.counts}"
    yield f"  Published by {publisher}. It does not speak for: {'; '.join(measure.broader) or 'nothing else'}."
    for place in Series.of(measure).places:
        held = [point.observation for point in Series.of(measure).at(place)]
        yield ""
        yield place
        yield from _table(held, measure.unit)
    yield ""
    yield from _proposal(measure, publisher)


def _table(held: list[Observation], unit: str) -> Iterator[str]:
    most = max(abs(amount(o).high) for o in held)
    for observation in held:
        bar = "█" * round(_BAR * abs(amount(observation).high) / most) if most and len(held) > 2 else ""
        notes = [observation.confidence, observation.status, observation.group or "", observation.source.url]
        value = value_text(observation, unit)
        yield f"  {observation.period:<18} {value:>24}  {bar}"
        yield f"  {'':<18} {', '.join(str(note) for note in notes if note)}"


def _proposal(measure: Measure, publisher: str) -> Iterator[str]:
    """The newest figure that may be proposed: one of low confidence never is."""
    series = Series.of(measure)
    trusted = tuple(point for place in series.places[:1] for point in series.at(place) if point.trusted)
    if not trusted:
        yield "No figure of this series is sure enough to be proposed."
        return
    newest = latest(trusted)[-1].observation
    yield f"Write:  {sentence(measure, newest)}"
    yield f"Source: {citation(newest, publisher)}"


def _myth(myth: Myth) -> Iterator[str]:
    yield f"{myth.claim} ({myth.problem})"
    yield f"  {myth.origin}"
    yield ""
    yield f"Instead:        {myth.say_instead}"
    yield f"Careful uses:   {myth.legitimate_uses}"
    for evidence in myth.evidence:
        yield f"Evidence:       {evidence.url} ({evidence.kind})"


def _hotline(hotline: Hotline) -> Iterator[str]:
    yield f"{hotline.name} ({hotline.country})"
    yield f"  {hotline.operator}"
    for channel in hotline.channels:
        yield f"  {channel.kind:<9} {channel.value}  {channel.hours or ''}".rstrip()
    for retired in hotline.retired_numbers:
        yield f"  retired   {retired.value}  {retired.note}"
    yield f"  {hotline.source.url} (verified {hotline.verified}, confidence {hotline.confidence})"
