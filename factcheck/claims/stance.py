"""Stance: whether an article states a number, refutes it, tells it as history, supposes it or asks about it.

After ConText (Harkema et al. 2009, an algorithm for the context of clinical findings): words of a list with a
direction reach the numbers on that side of them in the sentence until another word ends their reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from factcheck.claims.cues import Cue, Reach
from factcheck.claims.denials import denied
from factcheck.model import Span, Stance
from factcheck.words import RECENT

_NEAR: Final = re.compile(r"\s*(?:[\w'’-]+\s){0,2}\Z")
_COMPARED: Final = re.compile(r"\b(?:from|than|over|on|against|to|with)\s\Z", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_MYTH: Final = re.compile(
    r"\s*(?:[*•>-]\s*)?(?:common\s)?(?:myth|misconception|fiction)\b\s?(?:#|no\.?\s?)?\d{0,2}\s?[:.\-–—)]",
    re.IGNORECASE,
)
_MYTH_ALONE: Final = re.compile(
    r"(?:(?:the|common|popular)\s)*(?:myths?|misconceptions?|fictions?)\s?(?:#|no\.?\s?)?\d{0,2}\s?[:.]?",
    re.IGNORECASE,
)
_FACT: Final = re.compile(
    r"\b(?:facts?|(?:the )?(?:reality|truth|facts))\s?#?\d{0,2}\s?[:–—]|\bfact\s[.-]\s", re.IGNORECASE
)
_CLAIM_THAT: Final = re.compile(
    r"\b(?:claim|figure|statistic|number|idea|notion|story|assertion|belief|rumou?r) that\b", re.IGNORECASE
)
_TELLING_QUESTION: Final = re.compile(
    r"\b(?:did|do|have) you (?:know|realise|realize|heard|hear)\b|\b(?:would|can) you believe\b|\bguess what\b|"
    r"\bisn't it\b|\bwhy (?:are|is|do|does|were|did|have)\b|\bhow (?:can|could|do|does|did)\b",
    re.IGNORECASE,
)
_NUMBERS: Final = r"(?:statistics?|stats|numbers?|figures?|claims?(?! act)|counts?|data|estimates?|map|science)\b"
_DOUBTED: Final = re.compile(
    r"\bfact[- ]?check|\bdebunk|\b(?:partly |mostly |half |largely )?false:|\bshould we (?:believe|trust)|"
    r"\breasons to (?:question|doubt)|\bdoubts? about\b|\bdoes not (?:show|mean)\b|"
    r"\b(?:misleading|dubious|bogus|junk|false|fake|made[- ]up|phone?y|inflated|exaggerated|zombie)"
    rf" (?:\w+ )?{_NUMBERS}|"
    rf"\bquestion(?:s|ing|able)? (?:about )?(?:the )?(?:\w+ )?{_NUMBERS}|"
    rf"\bthe (?:problem|trouble) with (?:the )?(?:\w+ )?{_NUMBERS}",
    re.IGNORECASE,
)


def stance(
    text: str, number: Span, sentence: Span, found: Iterable[Cue], following: Sequence[Span] = ()
) -> Stance:
    """How a text stands to a number.

    Args:
        number, sentence: offsets of the number and of its sentence.
        found: the cues of the text.
        following: the next sentences of the paragraph, if any: they may take the number back.
    """
    found = tuple(found)
    if _MYTH.match(text, sentence.start) and not _fact_between(text, sentence.start, number.start):
        return Stance.REFUTED
    inside = (cue for cue in found if sentence.start <= cue.start < sentence.end)
    framed = _CLAIM_THAT.search(text, sentence.start, number.start) is not None
    within = [cue for cue in inside if _reaches(text, cue, number, found, framed=framed)]
    if denied(text, number, sentence, found, following):
        return Stance.REFUTED
    for wanted in (Stance.REFUTED, Stance.HYPOTHETICAL, Stance.HISTORY):
        if any(cue.stance is wanted for cue in within):
            return wanted
    return Stance.QUESTION if _asks(text[sentence.start : sentence.end]) else Stance.STATED


_THEN: Final = re.compile(
    r"\b[Ii]n (?:early |late |mid-)?(?:1[89]|20)\d\d,? (?:[\w'’&().-]+ ){1,12}?"
    r"(?:estimated|put|calculated|believed|thought|reckoned|guessed|claimed|said|stated|announced|wrote|"
    r"assessed)\b"
)
_PAST: Final = re.compile(
    r"(?<!\b[Aa]n )\b(?:estimated|put|found|counted|said|reported|calculated|showed|concluded|suggested|spoke|"
    r"gave|listed|claimed|revealed|believed|thought|set|raised|recorded|stated|reckoned)\b"
)
_SAID_THEN: Final = re.compile(
    r"\b(?:estimated|calculated|reckoned|claimed|said|stated|announced|wrote)(?: \w+){0,3}? in (?:1[89]|20)\d\d\b"
)


_YEAR: Final = re.compile(r"1[89]\d\d|20\d\d")
_TAKEN: Final = re.compile(
    r"\b(?:adapted|reprinted|republished|excerpted|reproduced|originally published|first published)\b"
    r"[^.;!?]{0,80}\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)


def taken_from_elsewhere(following: str) -> bool:
    """Whether the words after a sentence say where the text was taken from, and when that appeared."""
    return bool(_YEAR.search(following) and _TAKEN.search(following))


def told_in_past(text: str, sentence: Span) -> bool:
    """Whether a sentence reports in the past: "found", "put at"; not "finds", and not a citation in brackets."""
    return bool(_PAST.search(text, sentence.start, sentence.end))


def reported_then(text: str, number: Span, sentence: Span) -> bool:
    """Whether words such as "In 2012 the ILO estimated" lead to a number, or "… estimated in 2012" follow it."""
    before = _THEN.search(text, sentence.start, number.start)
    if before is not None and ";" not in text[before.end() : number.start]:
        return True
    return bool(_SAID_THEN.search(text, number.end, sentence.end))


@lru_cache(maxsize=RECENT)
def doubts(heading: str) -> bool:
    """Whether a title or heading says that what stands under it is doubted ("Fact check: …")."""
    return bool(_DOUBTED.search(heading))


def is_myth(heading: str) -> bool:
    """Whether a heading or table label says no more than that what stands under it is a myth ("Myth 3")."""
    return bool(_MYTH_ALONE.fullmatch(heading.strip()))


def _fact_between(text: str, start: int, end: int) -> bool:
    return bool(_FACT.search(text, start, end))


def _reaches(text: str, cue: Cue, number: Span, found: tuple[Cue, ...], *, framed: bool) -> bool:
    """Whether a cue speaks of a number.

    Args:
        framed: the number stands in "the claim that …", all of which the end of the sentence speaks of.
    """
    if cue.reach is Reach.NEAR:
        return cue.end <= number.start and bool(_NEAR.match(text[cue.end : number.start]))
    if cue.reach is Reach.FORWARD:
        return cue.end <= number.start and not _stopped(found, cue.end, number.start)
    if cue.reach is Reach.BACKWARD:
        between = text[number.end : cue.start]
        if cue.stance is Stance.HISTORY and (_DIGIT.search(between) or _COMPARED.search(between)):
            return False  # "300, up from 250 a year earlier", "up 5% from the year before"
        whole = framed and cue.stance is Stance.REFUTED
        return number.end <= cue.start and (whole or not _stopped(found, number.end, cue.start))
    return False


def _stopped(found: tuple[Cue, ...], start: int, end: int) -> bool:
    return any(cue.reach is Reach.STOP and start <= cue.start and cue.end <= end + 1 for cue in found)


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"'”’)* ").endswith("?") and not _TELLING_QUESTION.search(sentence)
