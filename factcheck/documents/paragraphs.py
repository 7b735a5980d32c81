"""The paragraphs of a file that has no lines, as those of word processors, and the document made of them.

The document's source is made up: one line a paragraph, in their order, so that the line of an offset is the
number of its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from factcheck.documents.outline import Outline
from factcheck.documents.places import Places
from factcheck.documents.prose import Prose
from factcheck.documents.tables import Table
from factcheck.model import NOTE, BlockKind, Comment, Document, Format, Span

Element = Any  # lxml's elements have no types

_BREAKS = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")


@dataclass(frozen=True)
class Style:
    """What a paragraph is: its kind and level, whether it quotes, whether it is a line of a table of contents."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    quoted: bool = False
    contents: bool = False


class Target(NamedTuple):
    """A link in a paragraph: where its words stand in the paragraph's text, and its address."""

    start: int
    end: int
    url: str


@dataclass
class Paragraph:
    """One paragraph of a file.

    Attributes:
        element: where it stands in the file; for the description of a picture what describes it.
        style: what it is.
        table: the table it stands in, as far as it has been read.
        pieces: its text, each part with the element that says it.
        remarks: comments that an editor has put to it, each with the offset in the text where it begins.
    """

    element: Element
    style: Style
    chrome: bool = False
    table: Table | None = None
    pieces: list[tuple[str, Element]] = field(default_factory=list)
    links: list[Target] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, element: Element) -> None:
        """Add a part of its text, on one line whatever it holds."""
        if text:
            self.pieces.append((_BREAKS.sub(" ", text), element))
            self.length += len(text)

    def link(self, start: int, url: str) -> None:
        """Make a link of the text from an offset on."""
        if start < self.length:
            self.links.append(Target(start, self.length, url))

    def remark(self, text: str) -> None:
        """Put a comment here."""
        self.remarks.append((self.length, text))

    def note(self) -> None:
        """Put a footnote's mark here."""
        at = len(self.text.rstrip())
        if at:
            self.links.append(Target(at - 1, at, NOTE))

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def document_of(paragraphs: Iterable[Paragraph], path: str, format: Format) -> Document:
    """The document of paragraphs, each of which is used before the next is asked for: tables learn on the way."""
    outline, lines = Outline(), []
    comments: list[Comment] = []
    start = 0
    for paragraph in paragraphs:
        _add(paragraph, start, outline)
        comments += _comments(paragraph, start)
        lines.append(paragraph.text)
        start += len(lines[-1]) + 1
    return Document(path, format, "\n".join(lines), tuple(outline.blocks), tuple(comments))


def _comments(paragraph: Paragraph, start: int) -> Iterator[Comment]:
    """An editor's comments, within their paragraph: they are for that and no more."""
    last = len(paragraph.text) - 1
    for offset, text in paragraph.remarks if last >= 0 else ():
        at = start + min(max(offset, 1), last)
        yield Comment(text, Span(at, at + 1))


def _add(paragraph: Paragraph, start: int, outline: Outline) -> None:
    text, style, table = paragraph.text, paragraph.style, paragraph.table
    prose = Prose(Places.from_start())
    prose.verbatim(text, start)
    for link in sorted(paragraph.links):
        prose.link(link.start, link.url, start + link.start, start + link.end, until=link.end)
    in_cell = table is not None and style.kind is BlockKind.TABLE_CELL
    block = outline.add(
        prose,
        style.kind,
        Span(start, start + len(text)),
        level=style.level,
        labels=table.labels if table is not None and in_cell else (),
        chrome=paragraph.chrome,
        quoted=style.quoted,
    )
    if block is not None and table is not None:
        table.take(block)
