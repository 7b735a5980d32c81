"""Words that an export, a scan or a replacement has broken: the part of damaged-text that is about words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.listed import Found, amid_markup, patterned, verbatim
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Fix

_HYPHENS = ("-", "‐", "‑")
_ADDRESS = 200  # characters in which an address would begin or end

_MASKED = Pattern(
    r"(?P<masked>\[email[\s\u00a0]protected\]"
    r"|\bthis email address is being protected from spambots\.?(?: you need javascript enabled to view it\.?)?"
    r"|\byou need javascript enabled to view it\b|\[(?:link|url|image|video|attachment|phone number|photo"
    r"|document) (?:removed|omitted|deleted|hidden|redacted)\]"
    r"|\blinks have been removed from this (?:e-?mail|message)\b|\(link sends e-?mail\)"
    r"|\bemail address hidden\b|\bclick to reveal\b|(?<=\w)_at_(?=\w))",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_OPENING = (
    r"(?:In|The|It|If|You|We|This|They|There|Today|What|When|How|According|Many|These|Our|For|As|At|On|He|She"
    r"|But|And|Human)"
)
_GLUED = Pattern(
    rf"(?P<glued>\b[a-z]{{3,}}{_OPENING}(?= [a-z])|(?<=[a-z]{{3}}){_MONTH} \d{{1,2}}, \d{{4}}"
    rf"|(?<=[a-z]{{3}})(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{{1,2}}, \d{{4}}"
    rf"|\b[a-z]{{2,}}[.!?](?=[A-Z][a-z]+[ ,])[A-Z][a-z]+|\b[a-z]{{2,}}[.!?](?={_OPENING}\b)\w+"
    r"|\b(?:[\w-]{1,40}\.){1,4}(?:org|com|net|gov)(?=[A-Z][a-z])\w+"
    r"|\b[A-Z]?[a-z]{3,}(?:Today|This|There|They|According|Many|These|What|When|How)(?=,? [A-Za-z])"
    r"|\b\d+ Words?\d+ Pages?\b|\b[A-Z][a-z]+(?: [A-Z][a-z]+)* [A-Z][a-z]{3,}(?:Published|Updated|Posted"
    r"|Share|Read)\b"
    r"|\b(?:Human|Sex|Child|Labor|Labour)Trafficking\b(?<!#)|\bIn(?:the)\b)"
)
_SPLIT = Pattern(
    r"(?P<split>\b(?:traf f?ick ?ing|traf ?fick ing|traffick- ?ing|t rafficking|vic tims?|exploit ation"
    r"|exploi tation|excep tion|doe snot|vict ims?|chil dren|traff icking|hu man)\b"
    r"|\b(?:th e|wor k|i s|o f|t he|an d|t o)\b(?= [a-z]{2,})|\b[a-z]+,[a-z]{2,}\b|\b[A-Za-z]+ ,(?=\w)"
    r"|\w +[,;](?= \w)|(?<=\bU\.S) \.|\b(?:also|must|can|should)(?:need|have|be)\b"
    r"|\b(?:the|of|and|or|in|to|for|with)(?:contemporary|paper|receipt|human|trafficking|victims?|issue"
    r"|society|exploitation|children|world)\b|\b(?:Thepaper|Thevictims?|Theissue)\b|\bhowto\b|\bshec \w+)",
)
_SCAN = Pattern(
    r"(?P<scan>\btra cking\b|\btraf c(?:king)?\b|\btra ?ckers?\b(?<!trackers)(?<!tracker)|\b(?:o cers?"
    r"|o enders?|o ences?|a ected|identi cation|classi es|pro ling|in uence|speci c(?:ally)?|bene ts?"
    r"|di erent|di cult"
    r"|su ering|e ective|signi cant|con ict|nancial)\b|\bmodem[- ](?:day )?slavery\b|\(cid:\d+\)|\b(?:tbe"
    r"|wbich|tlie|iu the|aud the)\b|\.{6,}\s*\d+|\w{1,40}\^{1,3}[\w^]{0,40}|\^\^+|\b(?:[A-Z] ){5,}[A-Z]\b"
    r"|\bh t t p\b|\b(?:[Tt]his )?[Pp]age intentionally left blank\b|\(continued (?:on next"
    r"|from previous) page\)|\b\d+ \| ?P ?a ?g ?e\b|\bP a g e\b(?: \d+)?)"
)
_FIELD = ("human", "sex", "child", "modern", "forced", "labor", "labour")
_SMALL = (
    "the", "of", "and", "is", "to", "in", "a", "for", "with", "was", "are", "ms.", "act", "by", "from", "at", "an",
    "or", "be", "their", "this", "we",
)  # fmt: skip


def _twice(words: Iterable[str], tail: str) -> str:
    """Any of the words two times running."""
    return r"\b(?:" + "|".join(rf"{re.escape(word)}\s+{re.escape(word)}{tail}" for word in words) + ")"


_REPLACED = Pattern(
    r"(?P<replaced>(?-i:\b[a-z]{1,4}ID[a-z]{2,}\b)|\b[A-Za-z]+\*{2,}[a-z]+\b|\bconsbreast\w*|\bclbuttic\w*"
    r"|\bmedireview\b|\bbuttbuttin\w*"
    rf"|{_twice(_FIELD, ' (?:trafficking|slavery|exploitation)')}|\banti-human human\b"
    rf"|{_twice(_SMALL, '')}(?=\s|[.,;]|\Z))",
    re.IGNORECASE,
)


_MENDS = (
    ("split", re.compile(r"\A([a-z]+),([a-z]{2,})\Z"), r"\1, \2"),
    ("glued", re.compile(r"\A([a-z]{2,}[.!?])([A-Z]\w+)\Z"), r"\1 \2"),
    ("replaced", re.compile(r"\A([a-z]+)\s+\1\Z"), r"\1"),
)


def broken_words(page: Page) -> Iterator[Found]:
    """Masked addresses, words run together or split, errors of recognition and of replacing, doubled words."""
    for pattern in (_MASKED, _GLUED, _SPLIT, _SCAN, _REPLACED):
        yield from (one for one in patterned(page, pattern) if not (amid_markup(page, one) or _honest(one)))


def mended_words(page: Page, one: Found) -> Fix | None:
    """What is sure of the mend: a blank behind a comma or full stop, one of two same words."""
    if not verbatim(page, one):
        return None
    for case, pattern, put in _MENDS:
        if one.case == case and (mended := pattern.sub(put, one.text)) != one.text:
            return cut(page.document, one.block.place(one.start, one.end), mended, f"Write “{mended}”")
    return None


def _honest(one: Found) -> bool:
    """Parts of addresses, and doubled words that are two words ("In in-depth talks", "a drop-in in Leeds")."""
    text, block = one.text, one.block
    if any(link.start <= one.start < link.end for link in block.links) or _in_address(block.text, one):
        return True
    if one.case == "replaced" and " " in text:
        if block.text[max(0, one.start - 1) : one.start] in _HYPHENS:
            return True
        first, second = text.split()[:2]
        return first != second and (first.lower() != second.lower() or first.lower() in ("a", "in", "to", "act"))
    return False


def _in_address(text: str, one: Found) -> bool:
    low = text.rfind(" ", max(0, one.start - _ADDRESS), one.start) + 1
    high = text.find(" ", one.end, one.end + _ADDRESS)
    word = text[low : high if high >= 0 else one.end + _ADDRESS]
    return "://" in word or "@" in word or "/" in word or word.startswith(("www.", "#"))
