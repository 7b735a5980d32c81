"""Rules that need no code: phrases and patterns to find, given in the rule's own file.

Users' rules are of this kind, and so is the family `language`. Patterns run on RE2, whose time grows with the
text and not with the cleverness of the pattern.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import re2

from factcheck.checks.article import Article, Finding
from factcheck.checks.rule import Rule
from factcheck.claims.sentences import sentences
from factcheck.model import Block, Span
from factcheck.words import WordFinder, fold

# A single quotation mark opens only after a blank: elsewhere it is an apostrophe. An address is not the writer's
# wording either.
_QUOTES = re2.compile(
    r"""“[^”]{1,400}”|"[^"]{1,400}"|‘[^’]{1,200}’|(?:^|[\s(])'[^']{1,120}'|\b(?:https?://|www\.)\S+"""
)
_ANCHOR = re2.compile(r"[$^]|\\[Az]")  # where a block begins or ends, which an article's text does not show


class Stretches(NamedTuple):
    """Stretches of a text in order, none overlapping: where each begins and ends."""

    starts: list[int]
    ends: list[int]

    def hold(self, at: int) -> bool:
        """Whether one of them holds the character at an offset."""
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.ends[index]


def quotations(text: str) -> Stretches:
    """The quotations of a block's text, as far as they are short, and its web addresses."""
    found = [match.span() for match in _QUOTES.finditer(text)]
    return Stretches([start for start, _ in found], [end for _, end in found])


def phrase_rules(article: Article) -> Iterator[Finding]:
    """One finding for each phrase or pattern of a rule, outside quotations and the sentences it spares."""
    rules = _speaking(article)
    if not rules:
        return
    finder = _finder(tuple((rule.name, rule.phrases) for rule in rules))
    patterns = tuple(_occurring(rules, article))
    for block in article.document.article:
        found = [(hit.start, hit.end, name) for hit in finder.find(block.text) for name in hit.keys]
        found += [(m.start(), m.end(), name) for name, one in patterns for m in one.finditer(block.text)]
        yield from _in_block(sorted(found), block, article)


def _speaking(article: Article) -> tuple[Rule, ...]:
    """The rules without code that are switched on and whose subject the article treats."""
    worded = (rule for rule in article.rules.values() if rule.phrases or rule.patterns)
    rules = [rule for rule in worded if rule.name in article.enabled]
    if not any(rule.about for rule in rules):
        return tuple(rules)
    text = fold("\n".join(block.text for block in article.document.article))
    return tuple(rule for rule in rules if not rule.about or any(fold(word) in text for word in rule.about))


def _occurring(rules: Iterable[Rule], article: Article) -> Iterator[tuple[str, re2._Regexp]]:
    """The patterns that may match in a block, each with its rule: hundreds of rules have none in most articles."""
    text = "\n\n".join(block.text for block in article.document.article).encode("utf-8", "replace")
    for rule in rules:
        for pattern in rule.patterns:
            compiled = _compiled(pattern)
            if _ANCHOR.search(pattern) or compiled.search(text):
                yield rule.name, compiled


def _in_block(found: list[tuple[int, int, str]], block: Block, article: Article) -> Iterator[Finding]:
    if not found:
        return
    spans = sentences(block.text)
    quotes = quotations(block.text)
    spared: dict[tuple[str, Span], bool] = {}  # one long sentence may hold thousands of hits
    for start, end, name in found:
        rule = article.rules[name]
        if rule.kinds and block.kind not in rule.kinds:
            continue
        if rule.spare_quotes and (block.quoted or quotes.hold(start)):
            continue
        sentence = spans[max(bisect_right(spans, start, key=lambda span: span.start) - 1, 0)]
        if (name, sentence) not in spared:
            spared[name, sentence] = _spares(rule, block.text[slice(*sentence)])
        if not spared[name, sentence]:
            values = {"text": block.text[start:end], "source": rule.source or ""}
            yield Finding(name, block.place(start, end), values)


def _spares(rule: Rule, sentence: str) -> bool:
    """Whether a phrase in a sentence shows a use that the rule leaves alone."""
    folded = fold(sentence)
    return any(fold(phrase) in folded for phrase in rule.unless)


@lru_cache(maxsize=4)
def _finder(phrases: tuple[tuple[str, tuple[str, ...]], ...]) -> WordFinder[str]:
    return WordFinder([(phrase, name) for name, several in phrases for phrase in several], whole=True)


@lru_cache(maxsize=20_000)  # more than a configuration has: one that holds fewer holds none, they come in turn
def _compiled(pattern: str) -> re2._Regexp:
    return re2.compile(pattern)
