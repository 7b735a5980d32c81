"""renamed-hotline: a service under a name it no longer has.

A former name told as history is only remarked on, as is one that is the present name shortened. Silent where
the present name stands beside it ("formerly the …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.checks.article import Finding
from factcheck.checks.hotline.names import with_article
from factcheck.checks.hotline.reading import Naming
from factcheck.checks.hotline.services import Name
from factcheck.checks.hotline.situation import Situation
from factcheck.model import Edit, Fix, Severity
from factcheck.reference.schema import Hotline
from factcheck.words import WordFinder

RULE = "renamed-hotline"
_NEAR = 300  # characters
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“(])")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"and", "the", "of", "for"})


def renamed(situation: Situation) -> Iterator[Finding]:
    """A finding for the first mention of each former name."""
    seen: set[str] = set()
    for naming in situation.reading.names:
        name = next((name for name in naming.names if name.former), None)
        current = any(not name.former for name in naming.names)
        if name is None or current or naming.block.chrome or name.text in seen:
            continue
        seen.add(name.text)
        if not _stands_beside(naming, name.hotline, situation):
            yield _finding(naming, name, situation)


def _stands_beside(naming: Naming, hotline: Hotline, situation: Situation) -> bool:
    """Whether the service's present name stands near in the same block."""
    near = situation.reading.names_in(naming.block, max(0, naming.start - _NEAR), naming.end + _NEAR)
    return any(name.hotline.id == hotline.id and not name.former for other in near for name in other.names)


def _finding(naming: Naming, name: Name, situation: Situation) -> Finding:
    hotline, block = name.hotline, naming.block
    span = block.place(naming.start, naming.end)
    case = "former"
    if _words(name.text) < _words(hotline.name):
        case = "short"
    elif _is_history(naming, situation):
        case = "history"
    fix = Fix(f"Write {hotline.name}", safe=False, edits=(Edit(*span, hotline.name),))
    return Finding(
        RULE,
        span,
        values={"name": block.text[naming.start : naming.end], "now": with_article(hotline.name)},
        case=case,
        references=(hotline.id,),
        severity=None if case == "former" else Severity.INFO,
        fix=fix if case == "former" else None,
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(name)) - _SMALL


def _is_history(naming: Naming, situation: Situation) -> bool:
    """Whether the sentence tells of a named year, or says itself that the name is an old one."""
    text = naming.block.text
    start = max((match.end() for match in _SENTENCE.finditer(text, 0, naming.start)), default=0)
    after = _SENTENCE.search(text, naming.end)
    sentence = text[start : after.start() if after else len(text)]
    finder = _finder(situation.article.rules[RULE].lists["history"])
    return _YEAR.search(sentence) is not None or next(finder.find(sentence), None) is not None


@lru_cache(maxsize=4)
def _finder(phrases: tuple[str, ...]) -> WordFinder[bool]:
    return WordFinder((phrase, True) for phrase in phrases)
