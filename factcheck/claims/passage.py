"""A number in its passage: the text around it with all that it names, and what governs it from outside."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from factcheck.claims.periods import TimeMention
from factcheck.claims.places import PlaceMention
from factcheck.claims.source_names import SourceMention
from factcheck.claims.stance import Cue
from factcheck.model import Quantity, Scope, Span

WINDOW: Final = 600  # characters around a number that are searched within one sentence; keeps the time linear
_SENTENCES_BACK: Final = 6
_SENTENCES_ON: Final = 3
_ITEM: Final = re.compile(r"[-–—*•‣◦▪·✔✓]\s|\(?\d{1,3}[.)]\s")


@dataclass(frozen=True)
class Passage:
    """A text with what it names, all in order of its place."""

    text: str
    sentences: tuple[Span, ...]
    places: tuple[PlaceMention, ...] = ()
    periods: tuple[TimeMention, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    cues: tuple[Cue, ...] = ()

    def index_of(self, sentence: Span) -> int:
        """The index of a sentence."""
        return min(bisect_left(self.sentences, (sentence.start,)), max(len(self.sentences) - 1, 0))

    def before(self, sentence: Span) -> tuple[Span, ...]:
        """The sentences before one, nearest first."""
        found: list[Span] = []
        for index in range(self.index_of(sentence), max(0, self.index_of(sentence) - _SENTENCES_BACK), -1):
            if _ITEM.match(self.text, self.sentences[index].start):
                break  # an item of a list does not go on from the item above it
            found.append(self.sentences[index - 1])
        return tuple(found)

    def after(self, sentence: Span) -> tuple[Span, ...]:
        """The sentences after one, nearest first."""
        index = self.index_of(sentence) + 1
        return self.sentences[index : index + _SENTENCES_ON]


@dataclass(frozen=True)
class Outside:
    """What governs a block from outside.

    Attributes:
        pieces: introductions, labels, headings and the title, nearest first.
        closing: the line "Source: …" under the list, table or paragraphs.
        doubted: the article is about wrong numbers.
        topic: the words of the field that a list item leaves to its list.
    """

    pieces: tuple[tuple[Scope, Passage], ...] = ()
    closing: Passage | None = None
    doubted: bool = False
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its sentence and clause."""

    quantity: Quantity
    sentence: Span
    clause: Span

    @property
    def near(self) -> Span:
        """The part of the sentence that is searched."""
        return Span(
            max(self.sentence.start, self.quantity.start - WINDOW),
            min(self.sentence.end, self.quantity.end + WINDOW),
        )
