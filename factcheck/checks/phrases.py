"""Rules that need no code: phrases and patterns to find, given in the rule's own file.

Users' rules are of this kind, and so is the family `language`. Patterns run on RE2, whose time grows with the
text and not with the cleverness of the pattern.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import re2

from factcheck.checks.article import Article, Finding
from factcheck.checks.rule import Rule
from factcheck.claims.sentences import sentences
from factcheck.model import Block, Span
from factcheck.words import WordFinder, fold

_QUOTES = re2.compile(r'“[^”]{1,400}”|"[^"]{1,400}"')


def phrase_rules(article: Article) -> Iterator[Finding]:
    """One finding for each phrase or pattern of a rule, outside quotations and the sentences it spares."""
    rules = tuple(rule for rule in article.rules.values() if rule.phrases or rule.patterns)
    if not rules:
        return
    finder = _finder(tuple((rule.name, rule.phrases) for rule in rules))
    for block in article.document.article:
        found = [(hit.start, hit.end, name) for hit in finder.find(block.text) for name in hit.keys]
        found += [(m.start(), m.end(), rule.name) for rule in rules for m in _matches(rule, block.text)]
        yield from _in_block(sorted(found), block, article)


def _matches(rule: Rule, text: str) -> Iterator[re2._Match]:
    for pattern in rule.patterns:
        yield from _compiled(pattern).finditer(text)


def _in_block(found: list[tuple[int, int, str]], block: Block, article: Article) -> Iterator[Finding]:
    if not found:
        return
    spans = sentences(block.text)
    quotes = [match.span() for match in _QUOTES.finditer(block.text)]
    for start, end, name in found:
        rule = article.rules[name]
        quoted = block.quoted or any(low <= start < high for low, high in quotes)
        if not (quoted and rule.spare_quotes) and not _spared(rule, block.text, spans, start):
            yield Finding(name, block.place(start, end), {"text": block.text[start:end]})


def _spared(rule: Rule, text: str, spans: tuple[Span, ...], at: int) -> bool:
    """Whether a phrase in the same sentence shows a use that the rule leaves alone."""
    span = next((span for span in spans if span.start <= at < span.end), Span(0, len(text)))
    sentence = fold(text[span.start : span.end])
    return any(fold(phrase) in sentence for phrase in rule.unless)


@lru_cache(maxsize=4)
def _finder(phrases: tuple[tuple[str, tuple[str, ...]], ...]) -> WordFinder[str]:
    return WordFinder([(phrase, name) for name, several in phrases for phrase in several], whole=True)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re2._Regexp:
    return re2.compile(pattern)
