"""What governs a number: the place, the period and the source that stand nearest to it, from its clause outwards."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol, TypeVar

from factcheck.claims.attribution import SourceMention
from factcheck.claims.periods import TimeKind, TimeMention
from factcheck.claims.places import PlaceMention
from factcheck.claims.stance import Cue
from factcheck.model import Attribution, Period, Quantity, Scope, Span

_WINDOW: Final = 600  # characters around a number that are searched within one sentence; keeps the time linear
_SENTENCES_BACK: Final = 6
_ADJACENT: Final = re.compile(r"[\s(:,]*\Z")


class _Mention(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=_Mention)


@dataclass(frozen=True)
class Passage:
    """A text with what it names, all in order of its place."""

    text: str
    sentences: tuple[Span, ...]
    places: tuple[PlaceMention, ...] = ()
    periods: tuple[TimeMention, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    cues: tuple[Cue, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def index_of(self, sentence: Span) -> int:
        """The index of a sentence."""
        return min(bisect_left(self._starts, sentence.start), max(len(self.sentences) - 1, 0))

    def before(self, sentence: Span) -> tuple[Span, ...]:
        """The sentences before one, nearest first."""
        index = self.index_of(sentence)
        return self.sentences[max(0, index - _SENTENCES_BACK) : index][::-1]

    def after(self, sentence: Span) -> Span | None:
        """The sentence after one."""
        index = self.index_of(sentence) + 1
        return self.sentences[index] if index < len(self.sentences) else None


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
            max(self.sentence.start, self.quantity.start - _WINDOW),
            min(self.sentence.end, self.quantity.end + _WINDOW),
        )


def within(mentions: Sequence[M], span: Span) -> tuple[M, ...]:
    """The mentions that begin in a span."""
    low = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    high = bisect_left(mentions, span.end, low, key=lambda mention: mention.start)
    return tuple(mentions[low:high])


def place(number: Number, passage: Passage, outside: Iterable[tuple[Scope, Passage]]) -> tuple[tuple[str, ...], Scope]:
    """The places a number speaks of, nearest first, and how near they are named."""
    hint: tuple[tuple[str, ...], Scope] = ((), Scope.NONE)
    inside = within(passage.places, number.near)
    clause = tuple(m for m in inside if number.clause.start <= m.start < number.clause.end)
    for mentions, scope in ((clause, Scope.CLAUSE), (_shared(inside, number), Scope.SENTENCE)):
        strong = tuple(m for m in mentions if not m.weak)
        if strong:
            return _ids(strong, number.quantity.start), scope
        if mentions and not hint[0]:
            hint = (_ids(mentions, number.quantity.start), scope)
    if hint[0]:
        return hint
    for sentence in passage.before(number.sentence):
        earlier = [m for m in within(passage.places, sentence) if not m.weak]
        if earlier:
            return _ids(earlier, sentence.end), Scope.PARAGRAPH
    for scope, piece in outside:
        named = [m for m in piece.places if not m.weak] or piece.places
        if named:
            return _ids(named, len(piece.text)), scope
    return (), Scope.NONE


def _shared(mentions: tuple[M, ...], number: Number) -> tuple[M, ...]:
    """Of a sentence's mentions outside the clause, those that open it, else all."""
    opening = tuple(m for m in mentions if m.end <= number.clause.start)
    return opening or mentions


def _ids(mentions: Iterable[PlaceMention], at: int) -> tuple[str, ...]:
    ordered = sorted(mentions, key=lambda m: min(abs(m.start - at), abs(m.end - at)))
    return tuple(dict.fromkeys(place for mention in ordered for place in mention.ids))


def period(
    number: Number, passage: Passage, outside: Iterable[tuple[Scope, Passage]], date: dt.date | None
) -> tuple[Period | None, Scope]:
    """The period a number speaks of and how near it is named.

    Args:
        date: the article's date, for "last year".

    Returns:
        None where no period is given; an undated one where it cannot be told without the article's date.
    """
    inside = [m for m in within(passage.periods, number.near) if _dates(m, number, passage.text)]
    clause = [m for m in inside if number.clause.start <= m.start < number.clause.end]
    for mentions, scope in ((clause, Scope.CLAUSE), (inside, Scope.SENTENCE)):
        if mentions:
            return _nearest(mentions, number.quantity, opening=scope is Scope.SENTENCE).on(date), scope
    for sentence in passage.before(number.sentence):
        earlier = [m for m in within(passage.periods, sentence) if m.kind is TimeKind.PERIOD]
        if earlier:
            return earlier[-1].on(date), Scope.PARAGRAPH
    for scope, piece in outside:
        named = [m for m in piece.periods if m.kind is TimeKind.PERIOD]
        if named:
            return named[-1].on(date), scope
    return None, Scope.NONE


def _dates(mention: TimeMention, number: Number, text: str) -> bool:
    """Whether a time can date this number; one it is compared with dates only the number it stands at."""
    if mention.kind is TimeKind.BASE:
        between = text[mention.end : number.quantity.start] if mention.end <= number.quantity.start else "x"
        return len(between) < 8 and bool(_ADJACENT.match(between))
    return mention.kind is TimeKind.PERIOD


def _nearest(mentions: list[TimeMention], quantity: Quantity, *, opening: bool) -> TimeMention:
    """The mention at the number; for one of another clause, that which opens the sentence."""
    before = [m for m in mentions if m.end <= quantity.start]
    after = [m for m in mentions if m.start >= quantity.end]
    if opening:
        return (before or after or mentions)[0 if before else -1]
    if before and after:
        return after[0] if after[0].start - quantity.end <= quantity.start - before[-1].end else before[-1]
    return before[-1] if before else (after or mentions)[0]


def attribution(
    number: Number, passage: Passage, outside: Iterable[tuple[Scope, Passage]], closing: Passage | None
) -> Attribution:
    """Whom the text names as a number's source.

    Args:
        closing: the line "Source: …" under the list or table.
    """
    inside = within(passage.sources, number.near)
    if inside:
        in_clause = any(number.clause.start <= m.start < number.clause.end for m in inside)
        return _attributed(inside, number.quantity.start, Scope.CLAUSE if in_clause else Scope.SENTENCE)
    following = passage.after(number.sentence)
    for sentence in (*passage.before(number.sentence), *([following] if following else [])):
        beside = within(passage.sources, Span(sentence.start, min(sentence.end, sentence.start + 2 * _WINDOW)))
        if beside:
            return _attributed(beside, sentence.start, Scope.PARAGRAPH)
    for scope, piece in ((Scope.PARAGRAPH, closing), *outside):
        if piece is not None and piece.sources:
            return _attributed(piece.sources, len(piece.text), scope)
    return Attribution()


def _attributed(mentions: Iterable[SourceMention], at: int, scope: Scope) -> Attribution:
    ordered = sorted(mentions, key=lambda m: min(abs(m.start - at), abs(m.end - at)))
    return Attribution(
        publishers=tuple(dict.fromkeys(m.publisher for m in ordered if m.publisher)),
        text=next((m.text for m in ordered if m.text), ""),
        urls=tuple(dict.fromkeys(m.url for m in ordered if m.url)),
        scope=scope,
    )
