"""What a number counts: the noun phrase after it, or the one around it that it belongs to.

There is no grammar here: a phrase is the run of words up to the next mark, preposition, verb or pronoun, and its
head is the last noun in it that `lexicon.yaml` knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from factcheck.claims.lexicon import Noun, noun
from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    Attributes:
        span: where the phrase stands.
        words: the phrase, qualifiers included.
        head: its noun, as written, in lower case; empty where none is known.
        kind: the noun's class in `lexicon.yaml`, empty where it is unknown.
        points: the phrase only points at something named before ("of them", "of those rescued").
    """

    span: Span
    words: str
    head: str = ""
    kind: str = ""
    points: bool = False


def words(text: str) -> frozenset[str]:
    """A set of words, written as a text."""
    return frozenset(text.split())


_TOKEN: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’/&-][^\W_]+)*")
_BLANK: Final = re.compile(r"[ \t\n\u00a0\u202f]*(?:[\"“‘*_]+)?")
_OPENING: Final = re.compile(r"\s*\([^()]{0,80}\)")
_OF: Final = re.compile(
    r"\s*(?:out\s+)?of\s+(?P<rest>(?:(?:all|the|these|those|its|their|our|his|her|such|every|any|a|an|them|each|this|that)\s+)*)",
    re.IGNORECASE,
)
_THE_NUMBER_OF: Final = re.compile(r"\s*(?:in\s+)?the\s+(?:total\s+)?number\s+of\s+", re.IGNORECASE)
_MORE: Final = re.compile(
    r"\s*(?:(?:more|other|additional|further|new|such|different|separate)\s+)+", re.IGNORECASE
)
_POINTING: Final = re.compile(r"(?:\s*,)?\s*(?:out\s+)?of\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
_NUMBER_OF: Final = re.compile(
    r"\b(?:number|numbers|total|count|tally|share|percentage|percent|proportion|rate|amount|average|majority|estimates?)"
    r"\s+(?:of|for)\s+(?:(?:all|the|these|those|its|their|our)\s+)*",
    re.IGNORECASE,
)
_LABEL_END: Final = re.compile(r":[^\w:]*\Z")
_LABEL_BEGIN: Final = re.compile(r"[:;.!?\n]")
_VERB: Final = re.compile(
    r"\s+(?:(?:is|are|was|were|be|been|have|had|live|lived)\s+)*(?:(?:in|into|from|for|as|by)\s+)?", re.IGNORECASE
)
_VERBAL: Final = re.compile(r"\w+ed\b")
_FOR: Final = re.compile(r"\s+for\b", re.IGNORECASE)  # "they account for half": no accounts are counted
_STOPS: Final = words(
    """is are was were be been being am isn't aren't wasn't weren't has have had having do does did will would can
    could may might shall should must in at by from to for with on between during since over under across
    throughout through per within without against into onto about among around after before until via than as like
    near inside outside despite and or but nor so yet while whereas although though because if when where who whom
    whose which that this these those it its they them their he she his her we our us you your i alone annually
    yearly daily monthly aged ages worldwide globally nationwide nationally statewide now today still then also
    each every a an the ago later last not never ever only just both more most less least out up down off"""
)
_PARTICIPLES: Final = words(
    """reported identified confirmed rescued trafficked exploited enslaved missing recovered referred detected
    estimated suspected alleged convicted prosecuted arrested charged abused freed found located removed handled
    received opened filed involved surveyed interviewed assisted supported helped investigated recorded counted
    certified verified sold forced abducted coerced prostituted killed saved known living held trapped working"""
)
_LONGEST: Final = 8  # words of a phrase
_OF_PHRASE: Final = 4  # words of it after an "of" ("cases of child sex trafficking")
_BACK: Final = 160  # characters before a number in which what it counts is looked for


def counted(text: str, clause: Span, start: int, end: int) -> Counted | None:
    """What the number at `text[start:end]` counts.

    Args:
        clause: the number's clause; nothing outside is looked at.

    Returns:
        The phrase, or None where the clause says nothing of it ("27.6 million are in forced labour").
    """
    pointing = _POINTING.match(text, end, clause.end)
    if pointing:
        said = said_of(text, pointing.end(), clause.end)
        return said and replace(said, points=True)
    after = _phrase(text, _skip(text, end, clause.end), clause.end)
    if after is not None and not after.head and _VERBAL.match(after.words):
        after = None  # "12 escaped": nothing is named
    if after is not None and after.head:
        return after
    return _before(text, clause.start, start) or after


def names(head: str) -> bool:
    """Whether a head can be what later numbers of the sentence count too ("12 victims, 7 of them …")."""
    known = noun(head) if head else None
    return known is not None and known.kind != "text"


def said_of(text: str, at: int, limit: int) -> Counted | None:
    """What is said of a number that names nothing: "in forced labour" of "27.6 million are in forced labour"."""
    verb = _VERB.match(text, at, limit)
    at = verb.end() if verb else at
    return _phrase(text, _skip(text, at, limit), limit)


def _skip(text: str, at: int, limit: int) -> int:
    """The beginning of the phrase after a number: past a bracket, "of the", "out of all"."""
    for step in (_OPENING, _THE_NUMBER_OF, _OF, _MORE):
        match = step.match(text, at, limit)
        at = match.end() if match else at
    return at


def phrase_of(text: str) -> Counted | None:
    """What a label of a few words counts ("Cases reported", "Number of victims")."""
    number_of = _NUMBER_OF.match(text.lstrip())
    at = len(text) - len(text.lstrip()) + number_of.end() if number_of else 0
    return _phrase(text, at, len(text))


def _words(text: str, at: int, limit: int) -> list[re.Match[str]]:
    """The words from `at` up to the next mark or small word; "of" goes on."""
    found: list[re.Match[str]] = []
    while len(found) < _LONGEST:
        blank = _BLANK.match(text, at, limit)
        token = _TOKEN.match(text, blank.end() if blank else at, limit)
        if token is None or token.group().lower() in _STOPS:
            break
        found.append(token)
        at = token.end()
    return found


def _phrase(text: str, at: int, limit: int) -> Counted | None:
    tokens = _words(text, at, limit)
    while tokens and tokens[-1].group().lower() == "of":
        tokens.pop()
    if not tokens or tokens[0].group()[0].isdigit():
        return None
    last, head = _head(tokens)
    if head is None:
        tokens = tokens[:3]
        return Counted(Span(tokens[0].start(), tokens[-1].end()), text[tokens[0].start() : tokens[-1].end()])
    while last + 1 < len(tokens) and tokens[last + 1].group().lower() in _PARTICIPLES:
        last += 1
    of = next((i for i, token in enumerate(tokens) if token.group().lower() == "of"), None)
    if of is not None and of <= last + 1:
        last = min(of + _OF_PHRASE, len(tokens) - 1)
    span = Span(tokens[0].start(), tokens[last].end())
    return Counted(span, text[slice(*span)], head[0], head[1].kind)


def _head(tokens: list[re.Match[str]]) -> tuple[int, tuple[str, Noun] | None]:
    """Which word ends the phrase, and the noun that says what is counted: the last known one before an "of"."""
    head: tuple[str, Noun] | None = None
    last, past_of = 0, False
    for index, token in enumerate(tokens):
        word = token.group().lower()
        past_of = past_of or word == "of"
        found = noun(word)
        if found is not None:
            last = index
            if head is None or not past_of:
                head = (word, found)
    return last, head


def _before(text: str, low: int, at: int) -> Counted | None:
    """What is counted, looked for before the number: "the number of X rose to", "X:", "X rose to"."""
    low = max(low, at - _BACK)
    number_of = None
    for match in _NUMBER_OF.finditer(text, low, at):
        number_of = match
    if number_of is not None:
        phrase = _phrase(text, number_of.end(), at)
        if phrase is not None:
            return phrase
    label = _label(text, low, at)
    if label is not None:
        return _phrase(text, *label)
    return _noun_before(text, low, at)


def _label(text: str, low: int, at: int) -> Span | None:
    """Where the label of "Cases reported: 12" stands."""
    colon = text.rfind(":", low, at)
    if colon < 0 or not _LABEL_END.match(text, colon, at):
        return None
    begin = max((match.end() for match in _LABEL_BEGIN.finditer(text, low, colon)), default=low)
    return Span(begin, colon)


def _noun_before(text: str, low: int, at: int) -> Counted | None:
    """The last known noun before a number, with the words that qualify it."""
    tokens = list(_TOKEN.finditer(text, low, at))
    for index in range(len(tokens) - 1, -1, -1):
        found = noun(tokens[index].group())
        if found is None or found.kind == "text" or _FOR.match(text, tokens[index].end(), at):
            continue
        first = index
        while first and index - first < 4 and _joined(text, tokens[first - 1], tokens[first]):
            first -= 1
        span = Span(tokens[first].start(), tokens[index].end())
        return Counted(span, text[slice(*span)], tokens[index].group().lower(), found.kind)
    return None


def _joined(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two words stand in one phrase."""
    word = left.group().lower()
    return (
        text[left.end() : right.start()] == " " and word not in _STOPS and word != "of" and not word[0].isdigit()
    )
