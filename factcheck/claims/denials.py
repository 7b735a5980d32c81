"""Denials: sentences that take back a claim before them ("That figure has no source.", "They never came.")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from factcheck.claims.cues import Cue, Reach, cues
from factcheck.claims.sentences import sentences
from factcheck.entries import read_yaml
from factcheck.model import Span, Stance
from factcheck.words import WordFinder, fold

_LISTS: Final = Path(__file__).with_name("denials.yaml")
_BEFORE, _QUOTED = "before", "quoted"  # two of the lists
_SENTENCES: Final = 3  # under a heading

_ANAPHOR: Final = re.compile(
    r"(?:(?:but|yet|and|however|in fact|actually|unfortunately|still|the (?:trouble|problem) is that),?\s)?"
    r"(?:(?:that|this|the|these|those|such|both|neither|none|no|it|they|all|its|even that)\b)",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"\b(?:figures?|numbers?|claims?|statistics?|stats?|estimates?|statements?|myths?|totals?|counts?|averages?|"
    r"rumou?rs?|story|percentages?|ratio|share|assertion|ranking|idea|notion|of (?:this|that|them|these|it))\b",
    re.IGNORECASE,
)
_BARE_ANAPHOR: Final = re.compile(
    r"(?:but |yet |and )?(?:(?:that|this|it)(?:'s|’s| is| was| has been)|neither (?:statement |claim |figure )?"
    r"(?:is|holds|of)|none (?:of|has|is|holds)|no\b[.,!]|wrong\b|false\b|not (?:so|true)\b)",
    re.IGNORECASE,
)
_NOBODY_KNOWS: Final = re.compile(
    r"[\"“]?(?:but |yet |in truth,? )?(?:nobody|no one|no-one|no study|no source)\s"
    r"(?:can |could |really |actually |has |have |ever |been able to )*"
    r"(?:knows?|knew|tell|show where|show that (?:it|this)|shown|say where|find where|counted|"
    r"counts?|proved|proven|backs|supports|trace (?:it|that|this))\b",
    re.IGNORECASE,
)
_OF_ALL: Final = re.compile(r"(?:neither|none|both|all|no such|not one)\b", re.IGNORECASE)
_WHOLE: Final = frozenset(
    (
        *("no.", "wrong.", "false.", "not so.", "not true.", "not quite.", "it isn't.", "it is not.", "untrue."),
        *("we were wrong.", "we shouldn't have.", "we should not have.", "that was an error."),
        "that was a mistake.",
    )
)
# A quotation that is all of its sentence but for a list mark or the words that lead up to a colon.
_OPENS: Final = re.compile(r"(?:\A[\W\d]{0,8}|[:–—]\s?)[\"“«„‘][^\"“”«»„]*\Z")
_CLOSES: Final = re.compile(r"[^\"“”«»„]*[\"”»“’][\W_]{0,4}\Z")


@cache
def _words() -> WordFinder[str]:
    lists: dict[str, Any] = dict(read_yaml(_LISTS.read_text("utf-8"), str(_LISTS)))
    return WordFinder((phrase, name) for name, phrases in lists.items() for phrase in phrases)


def denied(text: str, number: Span, sentence: Span, found: tuple[Cue, ...], following: Sequence[Span]) -> bool:
    """Whether one of the next sentences says that what a number's sentence tells is wrong.

    Args:
        found: the cues of the text.
        following: the next sentences of the paragraph. Of a claim that the article only holds up, in quotation
            marks and as a sentence of its own, any of them may speak; of another the first, or one that speaks
            of all before ("None has …").
    """
    return _denies(text, following, found, held_up=bool(following) and _held_up(text, number, sentence))


def denied_below(text: str, number: Span, sentence: Span, below: str) -> bool:
    """Whether the first sentences under a heading deny the claim that it holds up.

    Args:
        text: the heading's, of which `number` and `sentence` are parts.
        below: the paragraph under it.
    """
    if not _held_up(text, number, sentence):
        return False
    return _denies(below, sentences(below)[:_SENTENCES], cues(below), held_up=True)


def _denies(text: str, following: Sequence[Span], found: tuple[Cue, ...], *, held_up: bool) -> bool:
    return any(
        _taken_back(text, after, found, next_one=index == 0, held_up=held_up)
        or ((index == 0 or held_up) and _says_no(text[after.start : after.end], held_up=held_up))
        for index, after in enumerate(following)
    )


def _held_up(text: str, number: Span, sentence: Span) -> bool:
    opened = _OPENS.search(text[sentence.start : number.start])
    return bool(opened and _CLOSES.match(text[number.end : sentence.end]))


def _says_no(sentence: str, *, held_up: bool) -> bool:
    """Whether a sentence holds words that deny by themselves."""
    wanted = {_BEFORE, _QUOTED} if held_up else {_BEFORE}
    return any(wanted.intersection(hit.keys) for hit in _words().longest(sentence))


def _taken_back(text: str, following: Span, found: tuple[Cue, ...], *, next_one: bool, held_up: bool) -> bool:
    """Whether a sentence says of the one before it that its figure is wrong, or of all before ("None has …")."""
    words = text[following.start : following.end]
    near = next_one or held_up
    if not near and not _OF_ALL.match(words):
        return False
    backs = (Reach.PREVIOUS, Reach.BACKWARD)
    refuting = (cue for cue in found if cue.stance is Stance.REFUTED and cue.reach in backs)
    if near and _NOBODY_KNOWS.match(words):
        return True
    if not any(following.start <= cue.start < following.end for cue in refuting):
        return fold(words) in _WHOLE
    if _BARE_ANAPHOR.match(words) and (next_one or not held_up):
        return True
    opening = words[:60]
    return bool(_ANAPHOR.match(opening) and _FIGURE.search(opening))
