"""What the reference set knows about something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.reference.corpus import Corpus
from factcheck.words import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that fits a search.

    Attributes:
        kind: "measure", "myth" or "hotline".
        title: its title, the myth's claim, or the service's name.
        score: how well it fits; more is better.
    """

    kind: str
    id: str
    title: str
    score: int


def search(corpus: Corpus, words: str) -> list[Found]:
    """The entries that hold every word asked for, the best first.

    Args:
        words: matched at the beginning of the entries' words, in either case.
    """
    asked = _WORD.findall(fold(words))
    found = [
        Found(kind, entry, title, score)
        for kind, entry, title, text in _texts(corpus)
        if asked and (score := _score(asked, title, text))
    ]
    return sorted(found, key=lambda one: (-one.score, one.kind, one.id))


def _texts(corpus: Corpus) -> Iterator[tuple[str, str, str, str]]:
    for measure in corpus.measures.values():
        words = (measure.id, measure.counts, corpus.publisher(measure), *measure.phrases)
        places = dict.fromkeys(observation.place for observation in measure.observations)
        yield "measure", measure.id, measure.title, " ".join((*words, *places))
    for myth in corpus.myths.values():
        yield "myth", myth.id, myth.claim, " ".join((myth.id, *myth.variants, myth.origin))
    for hotline in corpus.hotlines.values():
        channels = (channel.value for channel in hotline.channels)
        text = " ".join((hotline.id, hotline.country, hotline.operator, *hotline.aliases, *channels))
        yield "hotline", hotline.id, hotline.name, text


def _score(asked: list[str], title: str, text: str) -> int:
    """Two for a word in the title, one for a word elsewhere; nothing unless every word is there."""
    in_title, elsewhere = _WORD.findall(fold(title)), set(_WORD.findall(fold(text)))
    points = [
        2 if any(word.startswith(one) for word in in_title) else any(word.startswith(one) for word in elsewhere)
        for one in asked
    ]
    return sum(points) if all(points) else 0
