"""A document: the source as the editor has it open, and its prose in blocks that know their places.

All offsets are Unicode code points of the decoded source, from 0, half open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from factcheck.model.format import Format


class Span(NamedTuple):
    """A stretch of the source, from `start` up to but not including `end`."""

    start: int
    end: int


class Run(NamedTuple):
    """`length` characters of a block's text from `text`, standing at `source`, there `width` long.

    `width == length` where the text stands in the source as it is; otherwise the run is one piece
    (an entity, an escape, a shortened line break) whose characters share the whole source stretch.
    """

    text: int
    length: int
    source: int
    width: int


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each character of a block's text stands in the source."""

    runs: tuple[Run, ...]

    @classmethod
    def verbatim(cls, start: int, length: int) -> Offsets:
        """The map of a text that stands in the source unchanged from `start`."""
        return cls((Run(0, length, start, length),))

    def span(self, start: int, end: int) -> Span:
        """The source stretch of the text's characters from `start` up to `end`."""
        first = self._run(start)
        low = first.source + (start - first.text if first.width == first.length else 0)
        if end <= start:
            return Span(low, low)
        last = self._run(end - 1)
        high = last.source + (end - last.text if last.width == last.length else last.width)
        return Span(low, max(low, high))

    def _run(self, at: int) -> Run:
        index = bisect_right(self.runs, at, key=lambda run: run.text) - 1
        return self.runs[max(index, 0)]


class BlockKind(StrEnum):
    """What a block is in the article's structure."""

    TITLE = "title"  # the front matter's or the page's title
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    ATTRIBUTE = "attribute"  # what stands in the place of a picture


NOTE = "#fn:"  # begins the target of a footnote's mark


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a block: the block-text offsets of its words, its target, and its whole source stretch.

    A footnote's mark, which is no text, is a link from the letter before it to `NOTE` and the footnote's name.
    """

    start: int
    end: int
    url: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, cell …: plain prose without markup.

    Attributes:
        text: the prose, entities decoded, markup gone, line breaks inside it turned to spaces.
        offsets: where each character of `text` stands in the source.
        span: the block's whole stretch in the source, markup included.
        level: a heading's level from 1; a list item's depth from 1; else 0.
        headings: the headings above it, outermost first.
        labels: the column and row heads of a table cell; the words that introduce a list ("In 2022:");
            the name of a footnote.
        links: links whose words lie in `text`.
        chrome: part of the page around the article (navigation, header, footer): nothing is flagged here.
        quoted: inside a block quotation.
    """

    kind: BlockKind
    text: str
    offsets: Offsets
    span: Span
    level: int = 0
    headings: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    chrome: bool = False
    quoted: bool = False

    def place(self, start: int, end: int) -> Span:
        """The source stretch of `text[start:end]`."""
        return self.offsets.span(start, end)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the source (`<!-- … -->`): its inner text and its stretch."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """An article, read.

    Attributes:
        path: as the user named it; "-" for standard input.
        source: the decoded file, exactly as the editor has it open.
        blocks: the prose in reading order.
        comments: comments of the source, in order.
        front_matter: the parsed front matter, empty if none.
        warnings: what was odd in reading it (a guessed encoding, say), in plain words.
        language: the language the source declares for itself ("en-GB"), empty where it declares none.
        furniture: menus of a website that were copied into the text; their blocks are part of the page.
        encoding: the encoding of its file, by Python's name.
        marked: whether a byte order mark begins the file.
    """

    path: str
    format: Format
    source: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    language: str = ""
    furniture: tuple[Span, ...] = ()
    encoding: str = "utf-8"
    marked: bool = False

    @property
    def editable(self) -> bool:
        """Whether the source is the text of the file, so that edits of it can be written back."""
        return self.format not in (Format.DOCX, Format.ODT)

    @property
    def article(self) -> tuple[Block, ...]:
        """The blocks that are the article itself, without the page around it."""
        return tuple(block for block in self.blocks if not block.chrome)

    @property
    def headline(self) -> Span:
        """Where a diagnostic about the whole article stands: its title or first line."""
        first = next((block for block in self.article if block.text.strip()), None)
        if first is not None:
            return first.place(0, len(first.text))
        start = len(self.source) - len(self.source.lstrip())
        return Span(start, start + len(self.source[start:].partition("\n")[0].rstrip()))
