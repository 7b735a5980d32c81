"""`minor-identified`: details that together tell who an exploited child is.

One detail seldom gives a child away; a name with an age does, and so does an age with a school or a village. The
check asks for two of them in a paragraph that speaks of abuse, each tied to the child by the way it is written:
"Ana, 14," and "a 14-year-old from the village of …", not any name and any number that stand near each other. What
an adult tells of her own childhood ("when I was 14") is hers to tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import re2

from factcheck.checks.article import Article, Finding
from factcheck.checks.rule import Rule
from factcheck.claims.places import Gazetteer
from factcheck.claims.sentences import sentences
from factcheck.model import Block, BlockKind, Span
from factcheck.words import fold

_RULE: Final = "minor-identified"
_NAME: Final = r"[A-Z][a-zà-öø-ÿ'’-]{1,20}"
_AGE: Final = r"(?:1[0-7]|[1-9])"
_NAME_THEN_AGE: Final = re2.compile(
    rf"\b(?P<name>{_NAME}(?: (?:[A-Z]\. )?{_NAME}){{0,2}})"
    rf"(?:, (?:(?:only|just|aged|age|a|an) )*{_AGE}(?:[- ]years?[- ]old(?: [a-z]+)?)?"
    r"(?:,|\.(?:\s|$)| (?:from|who|was)\b)"
    rf"| \((?:aged |age )?{_AGE}\))"
)
_AGE_THEN_NAME: Final = re2.compile(
    rf"\b{_AGE}-year-old (?P<name>{_NAME}(?: {_NAME}){{0,2}})"
    r"(?:,| (?:who|was|is|had|has|and|told|said|left|met|ran|went|did|never)\b)"
)
_AGE_OF_CHILD: Final = re2.compile(
    rf"\b{_AGE}-year-old "
    r"(?:girl|boy|student|pupil|child|teen|teenager|daughter|son|[a-z]+[- ]grader|from|at|in|who)\b"
)
_SCHOOL: Final = re2.compile(
    rf"\b{_NAME}(?: {_NAME}){{0,3}} (?:High|Middle|Elementary|Primary|Secondary|Grammar|Junior High) School\b"
)
_SMALL_PLACE: Final = re2.compile(
    rf"\b(?:village|hamlet|(?:small|tiny) (?:town|community)) of {_NAME}"
    rf"|\b\d+ {_NAME} (?:Street|Avenue|Road|Lane|Drive)\b"
)
_PROSE: Final = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)


def minor_identified(article: Article) -> Iterator[Finding]:
    """One finding for each child whom the details of a paragraph together tell."""
    rule = article.rules[_RULE]
    if _RULE not in article.enabled:
        return
    blocks = [block for block in article.document.article if block.kind in _PROSE]
    folded = [fold(block.text) for block in blocks]
    if any(_holds(text, rule.lists["changed"]) or _holds(text, rule.lists["appeal"]) for text in folded):
        return
    for block, text in zip(blocks, folded, strict=True):
        if _holds(text, rule.lists["abuse"]) and not _holds(text, rule.lists["dead"]):
            yield from _in_block(block, rule, article.corpus.gazetteer)


def _in_block(block: Block, rule: Rule, gazetteer: Gazetteer) -> Iterator[Finding]:
    for sentence in sentences(block.text):
        words = block.text[sentence.start : sentence.end]
        details = _details(words, rule, gazetteer)
        if details is None:
            continue
        case = "suspect" if _holds(fold(words), rule.lists["suspect"]) else "victim"
        where, named = details
        place = block.place(sentence.start + where.start, sentence.start + where.end)
        values = {"text": words[where.start : where.end], "details": named, "source": rule.source or ""}
        yield Finding(_RULE, place, values, case=case)


def _details(words: str, rule: Rule, gazetteer: Gazetteer) -> tuple[Span, str] | None:
    """Where a sentence tells who a child is, and by which details; None where it does not."""
    for pattern in (_NAME_THEN_AGE, _AGE_THEN_NAME):
        for match in pattern.finditer(words):
            name = match["name"]
            if _is_name(name, rule, gazetteer):
                return Span(*match.span()), f"{'the full' if ' ' in name else 'a first'} name and an age"
    age = _AGE_OF_CHILD.search(words)
    for pattern, named in ((_SCHOOL, "an age and a school"), (_SMALL_PLACE, "an age and a small place")):
        found = pattern.search(words)
        if age and found:
            return Span(min(age.start(), found.start()), max(age.end(), found.end())), named
    return None


def _is_name(name: str, rule: Rule, gazetteer: Gazetteer) -> bool:
    """Whether capitals are a person's name rather than a month, a law's section, a place or a nationality."""
    parts = fold(name).split()
    if any(part in rule.lists["no-name"] for part in parts):
        return False
    if any(mention.end - mention.start == len(name) for mention in gazetteer.find(name)):
        return False
    return len(parts) > 1 or not parts[0].endswith(("ian", "ese", "ish", "ican"))


def _holds(text: str, phrases: Sequence[str]) -> bool:
    return any(phrase in text for phrase in phrases)
