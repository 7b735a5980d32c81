"""What the reference set knows about something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from factcheck.reference.corpus import Corpus
from factcheck.words import fold

_WORD = re.compile(r"\w+")
_ALIKE = 0.8  # of difflib's measure: one letter missed, doubled or swapped in a word of five
# What a question is made of besides its subject, and what makes a title no narrower.
_FUNCTION_WORDS = re.compile(
    r"""(?:a|about|an|and|any|are|be|by|can|do|does|find|for|from|give|have|how|i|in|is|it|its|know|known|many|may
    |me|much|need|number|of|on|one|or|people|please|say|should|some|tell|than|that|the|there|they|to|total|we|what
    |when|where|which|who|why|with|write|you)\Z""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that fits a search.

    Attributes:
        kind: "measure", "myth" or "hotline".
        title: its title, the myth's claim, or the service's name.
        score: how well it fits; more is better.
        narrower: words of the title that nobody asked for.
        worldwide: whether it is a measure of the whole world.
    """

    kind: str
    id: str
    title: str
    score: int
    narrower: int
    worldwide: bool


def search(corpus: Corpus, words: str) -> list[Found]:
    """The entries that hold every word asked for: the best first, and of equals the most general.

    Args:
        words: matched at the beginning of the entries' words, in either case. Where they find nothing, those
            that a question is made of ("what may I write about …") are left out.
    """
    asked = _WORD.findall(fold(words))
    return _holding(corpus, asked) or _holding(corpus, _subject(asked))


def near_spellings(corpus: Corpus, words: str) -> list[str]:
    """Words of the entries' titles that are spelt much like those asked for."""
    titles = {word for _, _, title, _ in _texts(corpus) for word in _WORD.findall(fold(title))}
    near = (
        get_close_matches(word, sorted(titles - {word}), n=1, cutoff=_ALIKE)
        for word in _subject(_WORD.findall(fold(words)))
    )
    return list(dict.fromkeys(word for found in near for word in found))


def _subject(asked: list[str]) -> list[str]:
    return [word for word in asked if not _FUNCTION_WORDS.match(word)]


def _holding(corpus: Corpus, asked: list[str]) -> list[Found]:
    found = [
        Found(kind, entry, title, score, _narrower(asked, title), _worldwide(corpus, entry))
        for kind, entry, title, text in _texts(corpus)
        if asked and (score := _score(asked, title, text))
    ]
    return sorted(found, key=lambda one: (-one.score, one.narrower, not one.worldwide, one.kind, one.id))


def _narrower(asked: list[str], title: str) -> int:
    return sum(not word.startswith(tuple(asked)) for word in _subject(_WORD.findall(fold(title))))


def _worldwide(corpus: Corpus, entry: str) -> bool:
    measure = corpus.measures.get(entry)
    return measure is not None and any(observation.place == "World" for observation in measure.observations)


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
