"""An entry of the reference set as an editor reads it: the series with its sources, and a sentence to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Hotline, Measure, Myth, Observation
from factcheck.reference.series import Series, latest
from factcheck.reference.values import amount
from factcheck.reference.wording import citation, sentence, value_text

_BAR = 24  # cells of the longest bar
_SEVERAL = 3  # values from which on bars show something
_WIDTH = 110
FIRST = ("World", "United States")  # the places most articles mean where they name none


class Proposal(NamedTuple):
    """What an editor may write, and what to cite for it."""

    sentence: str
    source: str


def describe(corpus: Corpus, entry: Measure | Myth | Hotline, place: str | None = None) -> str:
    """The entry in lines of plain text.

    Args:
        place: of a measure, the one place to show; None for all.
    """
    if isinstance(entry, Measure):
        return "\n".join(_measure(corpus, entry, place))
    return "\n".join(_myth(entry) if isinstance(entry, Myth) else _hotline(entry))


def proposal(corpus: Corpus, measure: Measure, place: str | None = None) -> Proposal | None:
    """The newest figure as a ready sentence with its citation; none of low confidence, none that was replaced.

    Args:
        place: for which; None for the world, the United States or the first of the series.
    """
    newest = _newest(measure, place, sure=True)
    if newest is None:
        return None
    return Proposal(sentence(measure, newest), citation(newest, corpus.publisher(measure)))


def glance(measure: Measure) -> str:
    """The newest figure with its place and period: "more than 27,000 (United States, 2024)"; says if unsure."""
    if sure := _newest(measure, None, sure=True):
        return f"{value_text(sure, measure.unit)} ({sure.place}, {sure.period})"
    if unsure := _newest(measure, None, sure=False):
        return f"{value_text(unsure, measure.unit)} ({unsure.place}, {unsure.period}; not sure)"
    return ""


def _newest(measure: Measure, place: str | None, *, sure: bool) -> Observation | None:
    """The newest observation of a place, or of the first place that has one.

    Args:
        sure: leave out what is of low confidence or was replaced.
    """
    series = Series.of(measure)
    places = [place] if place else sorted(series.places, key=lambda one: (one not in FIRST, FIRST[:1] != (one,)))
    for one in places:
        held = series.at(one)
        if sure:
            held = tuple(p for p in held if p.trusted and p.observation.status != "superseded")
        if held:
            return latest(held)[-1].observation
    return None


def _measure(corpus: Corpus, measure: Measure, place: str | None) -> Iterator[str]:
    series = Series.of(measure)
    yield measure.title
    yield from _told("Counts", measure.counts)
    yield from _told("Publisher", corpus.publisher(measure))
    if measure.broader:
        yield from _told("Not", "; ".join(measure.broader))
    sources: dict[str, int] = {}
    for one in (place,) if place else series.places:
        yield ""
        yield from _table(one, [point.observation for point in series.at(one)], measure.unit, sources)
    yield ""
    yield "Sources"
    yield from (f"  [{number}] {source}" for source, number in sources.items())
    yield from _notes([point.observation for point in series.points if place in (None, point.place)])
    yield ""
    proposed = proposal(corpus, measure, place)
    if proposed is None:
        yield "No figure of this series is sure enough to be proposed."
        return
    yield f"Write:  {proposed.sentence}"
    yield f"Source: {proposed.source}"


def _told(label: str, text: str) -> Iterator[str]:
    """A labelled text, its further lines under its first."""
    first, *rest = wrap(text, _WIDTH - 14) or [""]
    yield f"  {label:<11} {first}"
    yield from (f"  {'':<11} {line}" for line in rest)


def _table(place: str, held: Sequence[Observation], unit: str, sources: dict[str, int]) -> Iterator[str]:
    """One place's values by period, with bars where there are several, and the numbers of their sources."""
    values = [value_text(observation, unit) for observation in held]
    most = max(abs(amount(observation).high) for observation in held)
    periods = max(len(place) - 1, *(len(observation.period) for observation in held))
    wide = max(map(len, values))
    longest = _BAR if len(held) >= _SEVERAL and most else 0
    yield f"{place:<{periods + 2}}  {'value':>{wide}}  {'':<{longest}}  confidence, source"
    for observation, value in zip(held, values, strict=True):
        bar = "█" * round(longest * abs(amount(observation).high) / (most or 1))
        notes = f"{observation.confidence:<6}  [{_number(observation, sources)}] {_status(observation)}".rstrip()
        yield f"  {observation.period:<{periods}}  {value:>{wide}}  {bar:<{longest}}  {notes}"


def _notes(held: Sequence[Observation]) -> Iterator[str]:
    """What the keeper of the set remarks on single values."""
    noted = [observation for observation in held if observation.note]
    if noted:
        yield ""
        yield "Notes"
    for observation in noted:
        first, *rest = wrap(f"{observation.place}, {observation.period}: {observation.note}", _WIDTH - 4)
        yield f"  {first}"
        yield from (f"    {line}" for line in rest)


def _number(observation: Observation, sources: dict[str, int]) -> int:
    """The number of an observation's source in the list below the tables."""
    cited = f"{observation.source.title}, {observation.source.url} (checked {observation.checked})"
    return sources.setdefault(cited, len(sources) + 1)


def _status(observation: Observation) -> str:
    edition = f"edition of {observation.edition}" if observation.edition else ""
    status = "" if observation.status == "historical" else observation.status
    return ", ".join(note for note in (status, edition, observation.group) if note)


def _myth(myth: Myth) -> Iterator[str]:
    yield f"{myth.claim} ({myth.problem.replace('-', ' ')})"
    yield from _told("What it is", myth.origin)
    yield from _told("Accepted", myth.legitimate_uses)
    yield ""
    yield "Evidence"
    yield from (f"  {evidence.url} ({evidence.kind})" for evidence in myth.evidence if evidence.kind != "unshown")
    yield ""
    yield f"Write instead: {myth.say_instead}"


def _hotline(hotline: Hotline) -> Iterator[str]:
    yield f"{hotline.name} ({hotline.country})"
    yield from _told("Run by", hotline.operator)
    for channel in hotline.channels:
        notes = "; ".join(note for note in (channel.hours, channel.reach) if note)
        yield from _told(channel.kind, f"{channel.value}  {notes}".rstrip())
    for retired in hotline.retired_numbers:
        yield from _told("not", f"{retired.value}: {retired.note}")
    yield ""
    yield f"Source: {hotline.source.title}, {hotline.source.url} (verified {hotline.verified})"
    yield f"Confidence: {hotline.confidence}"
