"""What the reference set holds, counted; and what has not been checked for long."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from factcheck.model import Period
from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Measure, Observation


def observations(corpus: Corpus) -> Iterator[tuple[Measure, Observation]]:
    """Every observation with its measure."""
    for measure in corpus.measures.values():
        for observation in measure.observations:
            yield measure, observation


def counts(corpus: Corpus) -> dict[str, Counter[str]]:
    """Entries by kind, and observations by publisher, place, end year and confidence."""
    held = list(observations(corpus))
    kinds = {"measures": corpus.measures, "myths": corpus.myths, "hotlines": corpus.hotlines}
    return {
        "entries": Counter({kind: len(entries) for kind, entries in kinds.items()} | {"observations": len(held)}),
        "publishers": Counter(corpus.publisher(measure) for measure, _ in held),
        "places": Counter(observation.place for _, observation in held),
        "years": Counter(str(Period.parse(o.period).end_year or "undated") for _, o in held),
        "confidence": Counter(str(observation.confidence) for _, observation in held),
    }


def stale(corpus: Corpus, today: dt.date, months: int) -> list[tuple[str, str]]:
    """Entries last checked more than so many months ago: their keys with the date, the oldest first."""
    limit = 12 * today.year + today.month - months
    dated = [(f"{m.id}/{o.place}/{o.period}", o.checked) for m, o in observations(corpus)]
    dated += [(myth.id, myth.checked) for myth in corpus.myths.values()]
    old = {key: date for key, date in dated if _month(date) < limit}
    return sorted(old.items(), key=lambda pair: (pair[1], pair[0]))


def _month(date: str) -> int:
    """A date of the form 2026, 2026-11 or 2026-11-22 as a count of months; a bare year as its January."""
    year, _, rest = date.partition("-")
    return 12 * int(year) + int(rest[:2] or 1)
