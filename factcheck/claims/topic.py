"""What the words around a number are about: hits of the word lists in `claimhood.yaml`, found in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from factcheck.entries import read_yaml
from factcheck.model import Span
from factcheck.words import RECENT, WordFinder


class Cue(StrEnum):
    """What a word shows of the numbers near it: the lists of `claimhood.yaml`."""

    FIELD = "field"
    STATISTIC = "statistic"
    OPERATION = "operation"
    JUSTICE = "justice"
    STORY = "story"
    FEELING = "feeling"
    PENALTY = "penalty"
    PRICE = "price"
    MONEY = "money"
    INSTRUCTION = "instruction"
    ASIDE = "aside"
    TYPICAL = "typical"
    TAKES = "takes"
    SCOPE = "scope"
    BACKGROUND = "background"
    ELSEWHERE = "elsewhere"
    PEOPLE = "people"
    POINTER = "pointer"
    OFTEN = "often"
    DUTY = "duty"


# An article is about the field where it speaks of it this often: once in so many characters, and in its title or
# at least a few times.
_OFTEN: Final = 1_000
_TIMES: Final = 3
# A text too short to say what it is about (a post, a caption, a fact sheet's box) is taken to be about the field
# where it tells of people it happens to or of work against it: those who check it write for this field.
_BRIEF: Final = 600
_WORD: Final = re.compile(r"[\w'’-]+")
_LIKELY: Final = frozenset([Cue.FIELD, Cue.PEOPLE, Cue.JUSTICE, Cue.OPERATION])


@cache
def _finder() -> WordFinder[Cue]:
    path = Path(__file__).with_name("claimhood.yaml")
    lists = read_yaml(path.read_text("utf-8"), str(path))
    return WordFinder((phrase.lstrip(), Cue(name)) for name, words in lists.items() for phrase in words.split("|"))


@lru_cache(maxsize=RECENT)
def _hits(text: str) -> list[tuple[int, Cue]]:
    """The cues of a text in the order of their places."""
    return sorted((hit.start, cue) for hit in _finder().find(text) for cue in hit.keys)


class Cues:
    """The cues of a text, each with its place.

    Args:
        text: a block, or what stands around one.
    """

    def __init__(self, text: str) -> None:
        self._hits = _hits(text)
        self._starts = [start for start, _ in self._hits]

    def within(self, span: Span) -> dict[Cue, int]:
        """How many times each cue stands in a stretch of the text."""
        found: dict[Cue, int] = {}
        for _, cue in self._hits[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
            found[cue] = found.get(cue, 0) + 1
        return found


def cues_in(text: str) -> frozenset[Cue]:
    """The cues that stand anywhere in a text; by the line, since the same headings stand around many blocks."""
    return frozenset(cue for line in text.split("\n") for _, cue in _hits(line))


def field_words(text: str) -> frozenset[str]:
    """The words of the field in a text, each as written but in lower case: "trafficking"."""
    starts = (at for at, cue in _hits(text) if cue is Cue.FIELD)
    return frozenset(word[0].lower() for at in starts if (word := _WORD.match(text, at)))


def in_field(title: str, texts: Iterable[str]) -> bool:
    """Whether an article as a whole is about the field, so that a bare "1 in 3 are children" in it is.

    Args:
        title: its title or headline, empty if none.
        texts: its blocks.
    """
    if Cue.FIELD in cues_in(title):
        return True
    texts = list(texts)
    length = sum(map(len, texts))
    enough = max(_TIMES, length / _OFTEN)
    times = 0
    for text in texts:
        for _, cue in _hits(text):
            times += cue is Cue.FIELD
            if times >= enough or (length <= _BRIEF and cue in _LIKELY):
                return True
    return False
