"""`guilt-before-verdict`: somebody arrested is called a trafficker before any court has said so.

Found by a noun of guilt set before or after a person's name ("trafficker …", "…, a child predator"), or counted by
the police ("arrested two traffickers"). The article must speak of an arrest or a charge and of no conviction: one
conviction anywhere, and the noun may be its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import re2

from factcheck.checks.article import Article, Finding
from factcheck.checks.phrases import quotations
from factcheck.model import Block
from factcheck.words import fold

_RULE: Final = "guilt-before-verdict"
_KIND: Final = r"(?:(?:human|sex|child|labou?r|serial|sexual) )*"
_GUILTY: Final = rf"{_KIND}(?:traffickers?|predators?|rapists?|p(?:a)?edophiles?|molesters?|abusers?|pimps?)"
_NAME: Final = r"[A-Z][a-zà-öø-ÿ'’-]{1,20}(?: [A-Z]\.)?(?: [A-Z][a-zà-öø-ÿA-Z'’-]{1,20}){1,2}"
_FEW: Final = r"(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_PATTERNS: Final = tuple(  # group 1: the words before the noun, group 2: the noun
    re2.compile(pattern)
    for pattern in (
        rf"((?:[\w'’-]+ ){{0,3}}?)\b((?i:{_GUILTY})) {_NAME}",
        rf"{_NAME},(?: \d{{2}},)? ((?:an?|the) (?:[\w'’-]+ ){{0,3}}?)({_GUILTY})\b",
        rf"(\b[Aa]rrest(?:ed|s) {_FEW} (?:[\w'’-]+ ){{0,1}}?)({_GUILTY})\b",
        rf"(\b(?i:{_FEW}) (?:[\w'’-]+ ){{0,1}}?)({_GUILTY}) (?:was|were|is|are|have been|has been) arrested\b",
    )
)


def guilt_before_verdict(article: Article) -> Iterator[Finding]:
    """One finding for each noun of guilt given to somebody who is only arrested or charged."""
    rule = article.rules[_RULE]
    if _RULE not in article.enabled:
        return
    blocks = article.document.article
    text = fold("\n".join(block.text for block in blocks))
    lists = rule.lists
    if not any(word in text for word in lists["arrest"]) or any(word in text for word in lists["conviction"]):
        return
    for block in blocks:
        if not block.quoted:
            for start, end in sorted(set(_nouns(block, lists["careful"]))):
                values = {"text": block.text[start:end], "source": rule.source or ""}
                yield Finding(_RULE, block.place(start, end), values)


def _nouns(block: Block, careful: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a block calls a person guilty, outside quotations and without a word of care before it."""
    quotes = quotations(block.text)
    for pattern in _PATTERNS:
        for match in pattern.finditer(block.text):
            start, end = match.span(2)
            hedged = any(word in fold(match[1]).split() for word in careful)
            if not hedged and not quotes.hold(start):
                yield start, end
