"""`vague-attribution`: "studies show", "according to recent statistics", with no study and no statistics named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.checks.article import Article, Finding
from factcheck.claims.attribution import sources
from factcheck.claims.sentences import sentences
from factcheck.claims.source_names import SourceMention
from factcheck.model import Block, BlockKind, Span
from factcheck.words import Hit, WordFinder

_VAGUE, _MANY = "vague", "many"
_DEFINITE = re.compile(
    r"\b(?:the|these|those|this|its|their|our|his|her|both)\s(?:[\w-]+\s){0,2}\Z", re.IGNORECASE
)

_LAST_WORD = re.compile(r"([\w'’-]+)\s+\Z")
_NEXT_WORD = re.compile(r"\s([\w'’-]+)")
_FORECAST = 120  # characters in which "it is estimated" goes on to say what will be


def vague_attribution(article: Article) -> Iterator[Finding]:
    """One finding for each vague source that neither its sentence nor the next one names or links.

    Words that claim many studies ("a lot of studies") need more than one.
    """
    lists = article.rules["vague-attribution"].lists
    finder = _finder(lists["vague"], lists["many"])
    for index in article.whole.speaking(finder):
        block = article.blocks[index]
        if block.kind is not BlockKind.HEADING and not block.quoted:
            yield from _in_block(block, finder, article)


def _in_block(block: Block, finder: WordFinder[str], article: Article) -> Iterator[Finding]:
    hits = finder.longest(block.text)
    if not hits:
        return
    spans = sentences(block.text)
    named = sources(block.text, block.links, article.corpus.known_publishers)
    for hit in hits:
        if _DEFINITE.search(block.text[: hit.start][-40:]) or not _is_claim(block.text, hit, article):
            continue  # "the global estimates show": those of the sentence before
        near = _near(hit.start, spans, named, (hit.start, hit.end))
        if len(near) < (2 if _MANY in hit.keys else 1):
            yield Finding(
                "vague-attribution", block.place(hit.start, hit.end), {"words": block.text[hit.start : hit.end]}
            )


def _is_claim(text: str, hit: Hit[str], article: Article) -> bool:
    """Whether the words stand for a source: not those of "user research shows", "many reports of thefts".

    What begins with a noun must open its clause, else the word before it says whose data they are; "many studies"
    must be a subject.
    """
    lists = article.rules["vague-attribution"].lists
    words = text[hit.start : hit.end].lower()
    before, behind = _LAST_WORD.search(text[: hit.start][-40:]), _NEXT_WORD.match(text, hit.end)
    if _MANY in hit.keys:
        done = before is not None and before[1].lower() in lists["done"]
        return not done and not (behind and behind[1].lower() in lists["about"])
    if words.split()[0] in lists["complete"]:
        return not (words.startswith("it ") and " will be " in text[hit.end : hit.end + _FORECAST])
    return before is None or before[1].lower() in lists["openers"]


def _near(at: int, spans: tuple[Span, ...], named: tuple[SourceMention, ...], own: tuple[int, int]) -> set[str]:
    """The different sources in the sentence at an offset and in the next; the vague words are none themselves."""
    index = next((i for i, span in enumerate(spans) if span.start <= at < span.end), 0)
    end = spans[min(index + 1, len(spans) - 1)].end
    start = spans[index].start
    others = (m for m in named if start <= m.start < end and (m.url or not (m.start < own[1] and own[0] < m.end)))
    return {mention.publisher or mention.url.rstrip(".,;:)") or mention.text for mention in others}


@lru_cache(maxsize=8)
def _finder(vague: tuple[str, ...], many: tuple[str, ...]) -> WordFinder[str]:
    return WordFinder([*((phrase, _VAGUE) for phrase in vague), *((phrase, _MANY) for phrase in many)], whole=True)
