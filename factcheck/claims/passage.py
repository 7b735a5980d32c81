"""A number in its passage: the text around it with all that it names, and what governs it from outside."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from factcheck.claims.cues import Cue
from factcheck.claims.informants import Informant
from factcheck.claims.periods import TimeMention
from factcheck.claims.places import PlaceMention
from factcheck.claims.source_names import SourceMention
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
    informants: tuple[Informant, ...] = ()

    def number(self, quantity: Quantity, sentence: Span, clause: Span) -> Number:
        """A number of one of its sentences, with what stands around it."""
        index = min(bisect_left(self.sentences, (sentence.start,)), max(len(self.sentences) - 1, 0))
        start, end = max(sentence.start, quantity.start - WINDOW), min(sentence.end, quantity.end + WINDOW)
        after = self.sentences[index + 1 : index + 1 + _SENTENCES_ON]
        return Number(quantity, sentence, clause, Span(start, end), self._before(index), after)

    def _before(self, index: int) -> tuple[Span, ...]:
        """The sentences before one, nearest first; an item of a list does not go on from the item above it."""
        found: list[Span] = []
        for at in range(index, max(0, index - _SENTENCES_BACK), -1):
            if _ITEM.match(self.text, self.sentences[at].start):
                break
            found.append(self.sentences[at - 1])
        return tuple(found)


@dataclass(frozen=True)
class Outside:
    """What governs a block from outside.

    Attributes:
        pieces: introductions, labels, headings and the title, nearest first.
        closing: the line "Source: …" under the list, table or paragraphs.
        doubted: the article is about wrong numbers.
        topic: the words of the field that a list item leaves to its list.
        below: the paragraph under a heading, as far as it may take the heading back.
    """

    pieces: tuple[tuple[Scope, Passage], ...] = ()
    closing: Passage | None = None
    doubted: bool = False
    topic: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its passage.

    Attributes:
        near: the part of the sentence that is searched.
        before, after: the sentences around its own that may speak of it, nearest first.
    """

    quantity: Quantity
    sentence: Span
    clause: Span
    near: Span
    before: tuple[Span, ...]
    after: tuple[Span, ...]
