"""The article as a reader sees it: line under line, each with what is known of its place on the page.

Leftovers are told by their place as much as by their words: a label alone on a line, at the top or the end
of the page, beside other labels. So the blocks are taken apart again into the lines that stand in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factcheck.checks.article import Article
from factcheck.checks.leftovers.patterns import Pattern, Patterns, patterns_of
from factcheck.checks.leftovers.phrases import Match, Phrases, phrases_of
from factcheck.checks.whole import Whole
from factcheck.model import Block, BlockKind, Document, Format, Span
from factcheck.words import Hit

_PROSE = (BlockKind.ATTRIBUTE, BlockKind.TABLE_CELL, BlockKind.FOOTNOTE)  # whose words are no lines of a page
_BULLET = re.compile(r"[\-–—*+•‣⁃∙◦▪●○■□·✓✔►▶▸]\s+|\(?\d{1,2}[.)]\s+")
_WRAPPED = 48  # characters of a line from which it was broken for its length
_UNENDED = (",", " the", " of", " and", " to", " a", " in")
_TAIL = 12  # characters that the end of a sentence can take
_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page.

    Attributes:
        start, end: where it stands in its block's text, blanks around it left out.
        whole: whether it is all of its block.
        text: what a reader sees.
    """

    block: Block
    start: int
    end: int
    whole: bool
    text: str

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.place(self.start, self.end)

    @property
    def item(self) -> bool:
        """Whether it is an entry of a list."""
        return self.block.kind is BlockKind.LIST_ITEM or _BULLET.match(self.text) is not None

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _END.search(self.text[-_TAIL:]) is not None


@dataclass(frozen=True)
class Page:
    """An article, laid out as lines.

    Attributes:
        article: the article with everything known of it.
        lines: its lines in reading order; table cells, footnotes and attributes are none.
    """

    article: Article
    lines: tuple[Line, ...]

    @property
    def document(self) -> Document:
        """The document the lines come from."""
        return self.article.document

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the article itself."""
        return self.article.blocks

    @cached_property
    def phrases(self) -> Phrases:
        """The phrase lists of the family, ready to be found."""
        return phrases_of(self.article.rules)

    @cached_property
    def whole(self) -> Whole:
        """The texts of its lines as one."""
        return Whole(line.text for line in self.lines)

    @cached_property
    def labelled(self) -> frozenset[int]:
        """The lines that may be phrases or rows of them, by their index; no other line is any."""
        return frozenset(self.phrases.worth_reading(self.whole))

    @cached_property
    def _matches(self) -> Mapping[int, Mapping[str, Match]]:
        found = ((index, self.phrases.line(self.lines[index].text)) for index in sorted(self.labelled))
        return {index: match for index, match in found if match}

    def matches(self, rule: str) -> list[Match | None]:
        """Which of a rule's phrases each line is as a whole."""
        found: list[Match | None] = [None] * len(self.lines)
        for index, match in self._matches.items():
            found[index] = match.get(rule)
        return found

    def listed(self, rule: str) -> Iterator[tuple[Line, Match]]:
        """The lines that are one of a rule's phrases as a whole."""
        for index, matches in self._matches.items():
            if rule in matches:
                yield self.lines[index], matches[rule]

    @cached_property
    def _hits(self) -> tuple[tuple[Block, Mapping[str, list[Hit[str]]]], ...]:
        speaking = (self.blocks[index] for index in self.article.whole.speaking(self.phrases.finder))
        return tuple((block, self.phrases.anywhere(block.text)) for block in speaking)

    def found(self, rule: str) -> Iterator[tuple[Block, Hit[str]]]:
        """Every phrase of a rule's "…-anywhere" lists, the longest at each place."""
        for block, hits in self._hits:
            for hit in hits.get(rule, ()):
                yield block, hit

    @cached_property
    def patterns(self) -> Patterns:
        """The expressions of all rules."""
        return patterns_of(self.article.rules)

    def expression(self, rule: str, name: str) -> re.Pattern[str]:
        """One expression of a rule, compiled."""
        return self.patterns.named(rule, name).expression

    @cached_property
    def _candidates(self) -> Mapping[Pattern, Sequence[Block]]:
        return self.patterns.blocks_for(self.article)

    def candidates(self, pattern: Pattern) -> Sequence[Block]:
        """The blocks in which a pattern can match."""
        return self._candidates.get(pattern, ())


def lay_out(article: Article) -> Page:
    """The article's blocks as lines."""
    document = article.document
    lines: list[Line] = []
    for block in article.blocks:
        if block.kind not in _PROSE:
            lines += _lines(document, block)
    return Page(article, tuple(lines))


def _lines(document: Document, block: Block) -> Iterator[Line]:
    breaks = () if document.format is Format.HTML or not document.editable else _breaks(document.source, block)
    text, at = block.text, 0
    if breaks and block.kind is not BlockKind.HEADING:
        breaks = () if _is_wrapped(breaks) else tuple(_ending(text, breaks))
    for stop in (*breaks, len(text)):
        start, end = at, stop
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Line(block, start, end, whole=not breaks, text=text[start:end])
        at = stop


def _ending(text: str, breaks: Sequence[int]) -> Iterator[int]:
    """Of the line breaks in a paragraph with a long line those that no sentence runs across."""
    long = max(end - start for start, end in pairwise((0, *breaks, len(text)))) >= _WRAPPED
    for at in breaks:
        before, after = text[:at].rstrip()[-_TAIL:], text[at:].lstrip()[:1]
        runs_on = after.islower() or before.endswith(_UNENDED)
        if not (long and runs_on) or before.endswith((".", "!", "?", ":")):
            yield at


def _is_wrapped(breaks: Sequence[int]) -> bool:
    """Whether an editor program has wrapped a paragraph: its lines but the last are long, and of like length."""
    lengths = [end - start for start, end in pairwise((0, *breaks))]
    return min(lengths) >= _WRAPPED and len(breaks) >= 1


def _breaks(source: str, block: Block) -> tuple[int, ...]:
    """Where in the block's text a line of the source ends."""
    if source.find("\n", block.span.start, block.span.end) < 0:
        return ()
    found: list[int] = []
    for run in block.offsets.runs:
        at = source.find("\n", run.source, run.source + run.width)
        while at >= 0:
            found.append(run.text + (at - run.source if run.width == run.length else 0))
            at = source.find("\n", at + 1, run.source + run.width) if run.width == run.length else -1
    return tuple(found)


class Taken:
    """Stretches of the source that are spoken for."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, spans: Iterable[Span]) -> None:
        """Take more stretches; those that touch become one."""
        merged: list[list[int]] = []
        for start, end in sorted([*zip(self._starts, self._ends, strict=True), *spans]):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        self._starts, self._ends = [start for start, _ in merged], [end for _, end in merged]

    def covers(self, span: Span) -> bool:
        """Whether a stretch lies within one that is taken."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.end <= self._ends[index]
