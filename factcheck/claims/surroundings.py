"""What governs a block from outside: table labels, the words that introduce its list, headings, the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.claims.cited import source_line
from factcheck.claims.cues import keeps_doubting
from factcheck.claims.list_topic import list_topics
from factcheck.claims.sentences import sentences
from factcheck.claims.stance import doubts
from factcheck.model import Block, BlockKind, Document, Link, Scope

_LEAD: Final = 2  # blocks: a headline and what stands under it
_FIRST, _SHORT = 4, 200  # blocks and characters of an article's head
_LABEL: Final = 30  # characters of a kicker
_LONGEST: Final = 500  # characters of a heading or an introduction that are read
_POINTS_BACK: Final = re.compile(
    r"\W*(?:(?:(?:about|nearly|some) )?\d[\d.,]{0,12}(?: ?%| per ?cent)? of (?:that|them)\b"  # "73% of that"
    r"|of (?:those|these|them|that|the \d)|these|those|they|(?:this|that) (?:number|figure|is|was)|so says|"
    r"the (?:number|figure|total) (?:has|had|is|was|rose|fell|grew))",
    re.IGNORECASE,
)
_SAYS_WHO: Final = re.compile(
    r"(?:so says|(?:that|this)(?:'s|’s| is| was)? according|(?:that|this) is the finding|"
    r"(?:these|those|the) (?:are the )?(?:figures|numbers|findings|estimates) (?:come|are|were|by|from))",
    re.IGNORECASE,
)
_INTRODUCES: Final = re.compile(
    r":\s*\Z|\b(?:as follows|(?:the|these) following|below|listed here)\b[^.!?]*[.!]?\s*\Z"
)
_ENDS: Final = re.compile(r"[.!][\"'”’)]*\s*\Z")
_INTRODUCED: Final = frozenset([BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.CAPTION])
_PROSE: Final = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])


class Piece(NamedTuple):
    """A text outside the block, and how near it stands."""

    scope: Scope
    text: str
    links: tuple[Link, ...] = ()


class Surroundings:
    """The pieces that govern each block of a document, found in one pass.

    Args:
        document: its chrome is not read.

    Attributes:
        title: the article's title, empty if none.
        doubted: the article says that it is about wrong numbers: its title does ("Fact check: …"), or its words
            again and again.
    """

    def __init__(self, document: Document) -> None:
        self._blocks = document.article
        self.title = title_of(document)
        heads = (self.title, *_head(self._blocks, titled=bool(self.title)))
        self.doubted = any(map(doubts, heads)) or keeps_doubting(block.text for block in self._blocks)
        self._intro = introductions(self._blocks)
        self._source = _source_lines(self._blocks)
        self._caption = _captions(self._blocks)
        self._list_topic = list_topics(self._blocks)

    def of(self, index: int) -> tuple[Piece, ...]:
        """What governs the article's block of that index, nearest first."""
        return tuple(self._pieces(index))

    def list_topic(self, index: int) -> str:
        """The words of the field that a list item leaves out because most items of its list hold them."""
        return self._list_topic[index]

    def below(self, index: int) -> str:
        """The paragraph under a heading, no more of it than is read around a block; empty elsewhere."""
        two = self._blocks[index : index + 2]
        if [block.kind for block in two] != [BlockKind.HEADING, BlockKind.PARAGRAPH]:
            return ""
        return two[1].text[:_LONGEST]

    def before(self, index: int) -> Piece:
        """The paragraph before a block; before its list or table, for an item or a cell."""
        at, listed = index - 1, self._blocks[index].kind in _INTRODUCED
        while listed and at >= 0 and self._blocks[at].kind in _INTRODUCED:
            at -= 1
        return self._prose(at)

    def is_introduced(self, index: int) -> bool:
        """Whether what stands before a block's list or table introduces it: "In 2021 the hotline counted:"."""
        return self._intro[index] is not None

    def after(self, index: int) -> Piece:
        """The paragraph after a block."""
        return self._prose(index + 1)

    def lead(self) -> Piece:
        """The head of the article."""
        return Piece(Scope.DOCUMENT, "\n".join(block.text[:_SHORT] for block in self._blocks[:_FIRST]))

    def heads(self, index: int) -> bool:
        """Whether a block is the headline or the lead."""
        return index < _LEAD or self._blocks[index].kind in (BlockKind.HEADING, BlockKind.TITLE)

    def _prose(self, at: int) -> Piece:
        """A paragraph or list item, empty where another kind of block stands."""
        if not 0 <= at < len(self._blocks) or self._blocks[at].kind not in _PROSE:
            return Piece(Scope.PARAGRAPH, "")
        return Piece(Scope.PARAGRAPH, self._blocks[at].text[-_LONGEST:], self._blocks[at].links)

    def closing(self, index: int) -> Piece | None:
        """What names the source after a block: the line "Source: …" under its list or table, or "So says …"."""
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        if following is not None and _SAYS_WHO.match(following.text):
            return Piece(Scope.PARAGRAPH, following.text[:_LONGEST], following.links)
        at = self._source[index]
        return None if at is None else Piece(Scope.PARAGRAPH, self._blocks[at].text, self._blocks[at].links)

    def _pieces(self, index: int) -> Iterator[Piece]:
        block = self._blocks[index]
        if _POINTS_BACK.match(block.text) and index and self._blocks[index - 1].kind in _PROSE:
            before = self._blocks[index - 1].text[-_LONGEST:]
            yield Piece(Scope.PARAGRAPH, before[sentences(before)[-1].start :] if before.strip() else "")
        at = self._intro[index]
        if at is not None:
            yield Piece(Scope.PARAGRAPH, self._blocks[at].text[-_LONGEST:], self._blocks[at].links)
        if block.kind is BlockKind.TABLE_CELL:
            for label in reversed(block.labels):
                yield Piece(Scope.HEADING, label[:_LONGEST])
            yield Piece(Scope.HEADING, self._caption[index][:_LONGEST])
        for heading in reversed(block.headings):
            yield Piece(Scope.HEADING, heading[:_LONGEST])
        if self.title and self.title not in block.headings and self.title != block.text:
            yield Piece(Scope.DOCUMENT, self.title[:_LONGEST])


def title_of(document: Document) -> str:
    """The front matter's title, else the title or first heading at the head of the article."""
    title = document.front_matter.get("title")
    if isinstance(title, str):
        return title
    first = next((block for block in document.article if block.text.strip()), None)
    heads = (BlockKind.TITLE, BlockKind.HEADING)
    return first.text if first is not None and first.kind in heads else ""


def _head(blocks: Sequence[Block], *, titled: bool) -> Iterator[str]:
    """The short lines at an article's head that may name it: title, section, kicker.

    No standfirst: "Many claims have been debunked." says nothing of the numbers that the article goes on to tell.
    A heading below the title governs no more than its own section.

    Args:
        titled: the article has a title, so that only a kicker is left.
    """
    for block in blocks[:_FIRST]:
        named = (
            block.kind is BlockKind.PARAGRAPH and len(block.text) <= _LABEL
            if titled
            else len(block.text) <= _SHORT
        )
        if named and not _ENDS.search(block.text):
            yield block.text


def introductions(blocks: Sequence[Block]) -> list[int | None]:
    """For each item or cell, the paragraph that introduces its list or table: "In 2021 the hotline counted:"."""
    found: list[int | None] = []
    current: int | None = None
    for index, block in enumerate(blocks):
        introduced = block.kind in _INTRODUCED
        if introduced and index and blocks[index - 1].kind not in _INTRODUCED:
            current = index - 1 if _INTRODUCES.search(blocks[index - 1].text[-_LONGEST:]) else None
        found.append(current if introduced else None)
    return found


def _captions(blocks: Sequence[Block]) -> list[str]:
    """For each table cell, the caption that stands before its table."""
    found: list[str] = []
    caption = ""
    for block in blocks:
        if block.kind is BlockKind.CAPTION:
            caption = block.text
        elif block.kind is not BlockKind.TABLE_CELL:
            caption = ""
        found.append(caption)
    return found


def _source_lines(blocks: Sequence[Block]) -> list[int | None]:
    """For each block, the source line that follows it before the next heading or source line."""
    found: list[int | None] = [None] * len(blocks)
    current: int | None = None
    kind: BlockKind | None = None
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if source_line(block.text):
            current, kind = index, None
            continue
        kind = kind or block.kind
        if block.kind is BlockKind.HEADING or block.kind is not kind:
            current = None
        found[index] = current
    return found
