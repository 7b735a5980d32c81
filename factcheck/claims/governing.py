"""What governs a number: the place, period and source that stand nearest to it, from its clause outwards."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from factcheck.claims import stance as stances
from factcheck.claims.denials import denied_below
from factcheck.claims.informants import ELSEWHERE
from factcheck.claims.passage import WINDOW, Number, Outside, Passage
from factcheck.claims.periods import TimeKind, TimeMention
from factcheck.claims.places import PlaceMention
from factcheck.claims.source_names import SourceMention
from factcheck.claims.spans import M, within
from factcheck.model import Attribution, Period, Quantity, Scope, Span, Stance, Unit

_FEW: Final = 2  # more places than this are a list
_HEADING: Final = 150  # characters; a longer sentence is no heading
_LABELLED: Final = re.compile(r"\s?[(:–—]\s?\Z|\s-\s\Z")
_BESIDE: Final = 3  # characters
_POINTS_BACK: Final = re.compile(
    r"(?:so says?|(?:that|this|these|those|both|all)\b|sources?\b|(?:read|see|download) (?:this|the|more)\b|"
    r"the (?:latest )?(?:figures?|numbers?|findings?|estimates?|statistics?|data|report|study|survey|results?|"
    r"counts?)\b)",
    re.IGNORECASE,
)
_TODAY: Final = re.compile(r"\b(?:now|today|currently|at present|these days)\b", re.IGNORECASE)
_ADJACENT: Final = re.compile(r"[\s(:,]*\Z")


def places(number: Number, passage: Passage, outside: Outside) -> tuple[tuple[str, ...], Scope]:
    """The places a number speaks of, nearest first, and how near they are named."""
    inside = _own_places(passage, number.near)
    label = _label([m for m in inside if not m.weak], number, passage.text)
    if label is not None:
        return label.ids, Scope.CLAUSE
    firm = _in_sentence([m for m in inside if not m.weak], number)
    if firm[0]:
        return firm
    hint = _in_sentence([m for m in inside if not m.dateline], number)
    return hint if hint[0] else _around(number, passage, outside)


def _label(mentions: Iterable[M], number: Number, text: str) -> M | None:
    """The mention that the number stands right behind: "Africa (20)", "2019: 300"."""
    start = number.quantity.start
    beside = (m for m in mentions if 0 < start - m.end <= _BESIDE and _LABELLED.match(text[m.end : start]))
    return next(beside, None)


def _own_places(passage: Passage, span: Span) -> list[PlaceMention]:
    """The places of a span; one in or at a publisher's name only hints ("the US State Department")."""
    publishers = [m for m in within(passage.sources, span) if m.publisher and m.text]
    return [
        replace(m, weak=True) if any(p.start <= m.end + 1 and m.start < p.end for p in publishers) else m
        for m in within(passage.places, span)
    ]


def _in_sentence(mentions: Sequence[PlaceMention], number: Number) -> tuple[tuple[str, ...], Scope]:
    clause = [m for m in mentions if number.clause.start <= m.start < number.clause.end]
    if clause:
        return _ids(clause, number.quantity.start), Scope.CLAUSE
    opening = [m for m in mentions if m.end <= number.clause.start]
    chosen = _ids(opening or mentions, number.quantity.start)
    return chosen, Scope.SENTENCE if chosen else Scope.NONE


def _around(number: Number, passage: Passage, outside: Outside) -> tuple[tuple[str, ...], Scope]:
    """The places named before the sentence or outside the block. A list of places governs nothing after it."""
    for sentence in number.before:
        earlier = _own_places(passage, sentence)
        ids = _ids([m for m in earlier if not m.weak or m.dateline], sentence.end)
        if ids:
            return (ids, Scope.PARAGRAPH) if len(ids) <= _FEW else ((), Scope.NONE)
    here = [m for m in within(passage.places, number.near) if m.dateline]
    if here:
        return _ids(here, number.quantity.start), Scope.PARAGRAPH
    for scope, piece in outside.pieces:
        named = [m for m in piece.places if not m.weak] or piece.places
        if named:
            return _ids(named, len(piece.text)), scope
    return (), Scope.NONE


def _ids(mentions: Iterable[PlaceMention], at: int) -> tuple[str, ...]:
    ordered = sorted(mentions, key=lambda m: min(abs(m.start - at), abs(m.end - at)))
    return tuple(dict.fromkeys(place for mention in ordered for place in mention.ids))


def period(
    number: Number, passage: Passage, outside: Outside, date: dt.date | None
) -> tuple[Period | None, Scope]:
    """The period a number speaks of and how near it is named.

    Args:
        date: the article's date, for "last year".

    Returns:
        None where no period is given; an undated one where it cannot be told without the article's date.
    """
    inside = [m for m in within(passage.periods, number.near) if _dates(m, number, passage.text)]
    label = _label(inside, number, passage.text)
    if label is not None:
        return label.on(date), Scope.CLAUSE
    if inside:
        return _in_own_sentence(inside, number, passage.text, date)
    for sentence in number.before:
        earlier = [m for m in within(passage.periods, sentence) if m.kind is TimeKind.PERIOD and not m.open]
        if earlier:
            return earlier[-1].on(date), Scope.PARAGRAPH
    for scope, piece in outside.pieces:
        named = [m for m in piece.periods if m.kind is TimeKind.PERIOD and not m.day]
        if named:
            return named[-1].on(date), scope
    return None, Scope.NONE


def _in_own_sentence(
    inside: Sequence[TimeMention], number: Number, text: str, date: dt.date | None
) -> tuple[Period | None, Scope]:
    """The period among those of the sentence; none for "40 million in 2016; now it is 49.6 million"."""
    clause = [m for m in inside if number.clause.start <= m.start < number.clause.end]
    if clause:
        return _nearest(clause, number.quantity, opening=False).on(date), Scope.CLAUSE
    if _TODAY.search(text, *number.clause):
        return None, Scope.NONE
    return _nearest(list(inside), number.quantity, opening=True).on(date), Scope.SENTENCE


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


def attribution(number: Number, passage: Passage, outside: Outside) -> Attribution:
    """Whom the text names as a number's source."""
    inside = within(passage.sources, number.near)
    own = tuple(m for m in inside if number.clause.start <= m.start < number.clause.end)
    if any(map(_named, own)):
        return _attributed(own, number.quantity.start, Scope.CLAUSE)
    beside = () if any(map(_named, inside)) else _sources_beside(number, passage)
    if inside:  # "it puts the figure at …": whom "it" means stands in the sentence before
        mentions = (*inside, *beside)
        return _attributed(mentions, number.quantity.start, Scope.CLAUSE if own else Scope.SENTENCE)
    if beside:
        return _attributed(beside, number.sentence.start, Scope.PARAGRAPH)
    for scope, piece in ((Scope.PARAGRAPH, outside.closing), *outside.pieces):
        if piece is not None and piece.sources:
            return _attributed(piece.sources, len(piece.text), scope)
    return Attribution()


def _named(mention: SourceMention) -> bool:
    return bool(mention.publisher or mention.url or mention.named)


def _sources_beside(number: Number, passage: Passage) -> tuple[SourceMention, ...]:
    """The sources of the sentence before, unless this one turns to another place; else of one that points back."""
    for sentence in number.before:
        named = within(passage.sources, _head(sentence))
        if named:
            return () if _turns_elsewhere(number, passage, _head(sentence)) else named
    for sentence in number.after[:1]:
        if _POINTS_BACK.match(passage.text, sentence.start):
            return within(passage.sources, _head(sentence))
    return ()


def _turns_elsewhere(number: Number, passage: Passage, before: Span) -> bool:
    """Whether a number's sentence speaks of a place that the one before it does not."""
    if any(one.label == ELSEWHERE for one in within(passage.informants, number.near)):
        return True
    return bool(firm_places(passage, number.near) - firm_places(passage, before))


def firm_places(passage: Passage, span: Span) -> set[tuple[str, ...]]:
    """The places that a stretch names outright."""
    return {mention.ids for mention in within(passage.places, span) if not mention.weak}


def _head(sentence: Span) -> Span:
    return Span(sentence.start, min(sentence.end, sentence.start + 2 * WINDOW))


def _attributed(mentions: Iterable[SourceMention], at: int, scope: Scope) -> Attribution:
    ordered = sorted(mentions, key=lambda m: min(abs(m.start - at), abs(m.end - at)))
    return Attribution(
        publishers=tuple(dict.fromkeys(m.publisher for m in ordered if m.publisher)),
        text=next((m.text for m in ordered if m.text), ""),
        urls=tuple(dict.fromkeys(m.url for m in ordered if m.url)),
        scope=scope,
    )


def edition(number: Number, passage: Passage) -> int | None:
    """The year of the publication that the text names for a number, in its sentence or where its source stands."""
    for span in (number.near, *number.before):
        named = [m for m in within(passage.periods, span) if m.kind is TimeKind.EDITION]
        if named:
            nearest = min(named, key=lambda m: abs(m.start - number.quantity.start))
            return nearest.period.end_year if nearest.period else None
        if _speaks_for_itself(passage, span):
            return None
    return None


def _speaks_for_itself(passage: Passage, span: Span) -> bool:
    """Whether a sentence names a source or a time of its own."""
    return bool(within(passage.sources, span)) or bool(within(passage.periods, span))


def stance_to(number: Number, passage: Passage, outside: Outside, edition: int | None) -> Stance:
    """How the text stands to a number.

    A year of publication beside it, or "in 2012 … estimated", tells it as history. Under a title or heading that
    doubts ("Fact check: …") nothing is told as true.

    Args:
        edition: the year of publication that the text names for it.
    """
    span = Span(number.quantity.start, number.quantity.end)
    found = within(passage.cues, _and_next(number))
    said = stances.stance(passage.text, span, number.near, found, number.after)
    if said is not Stance.STATED:
        return said
    denied = outside.below and denied_below(passage.text, span, number.near, outside.below)
    if denied or outside.doubted or _doubted(number, passage, outside):
        return Stance.REFUTED
    if number.quantity.unit is Unit.RANK:
        return Stance.STATED  # a place in an order that never held is not history
    if stances.taken_from_elsewhere(passage.text[number.near.end : number.near.end + WINDOW]):
        return Stance.HISTORY
    told_then = edition is not None and stances.told_in_past(passage.text, number.near)
    if told_then or stances.reported_then(passage.text, span, number.near):
        return Stance.HISTORY
    return Stance.STATED


def _doubted(number: Number, passage: Passage, outside: Outside) -> bool:
    """Whether a heading or the short sentence itself doubts what is told, or calls it a myth."""
    heads = [piece.text for scope, piece in outside.pieces if scope in (Scope.HEADING, Scope.DOCUMENT)]
    sentence = passage.text[number.near.start : number.near.end]
    own = [sentence] if len(sentence) <= _HEADING else []
    return any(map(stances.doubts, (*heads, *own))) or any(map(stances.is_myth, heads[:2]))


def _and_next(number: Number) -> Span:
    after = number.after
    end = min(after[-1].end, after[0].start + WINDOW) if after else number.near.end
    return Span(number.near.start, max(end, number.near.end))
