"""The entries that a judgement rests on, as a report cites them."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Period, Reference
from factcheck.reference.corpus import Corpus
from factcheck.reference.wording import citation, value_text, when


def cite(corpus: Corpus, keys: Iterable[str]) -> dict[str, Reference]:
    """The references of keys `measure/place/period` and ids of myths.

    Raises:
        KeyError: an entry is not in the corpus.
    """
    return {key: _myth(corpus, key) if key in corpus.myths else _observation(corpus, key) for key in keys}


def _observation(corpus: Corpus, key: str) -> Reference:
    measure, held = corpus.observation(key)
    period = when(Period.parse(held.period)) or "undated"
    says = f"{measure.title}: {value_text(held, measure.unit)}, {held.place}, {period}"
    return Reference(says, citation(held, corpus.publisher(measure)), held.source.url)


def _myth(corpus: Corpus, key: str) -> Reference:
    myth = corpus.myths[key]
    url = myth.evidence[0].url
    return Reference(f"{myth.claim}: {myth.problem.replace('-', ' ')}", url, url)
