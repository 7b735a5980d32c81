"""Markdown: CommonMark with front matter, tables, footnotes, task lists, HTML and what site generators add."""

from __future__ import annotations

import re
from typing import Any

from factcheck.documents.front_matter import read_front_matter
from factcheck.documents.html import Page
from factcheck.documents.html_elements import Context
from factcheck.documents.markdown_notes import with_notes
from factcheck.documents.markdown_parts import Part, characters, parseable, parts
from factcheck.documents.markdown_prose import Inline
from factcheck.documents.outline import Outline
from factcheck.documents.places import Piece, Places
from factcheck.documents.prose import MASK
from factcheck.documents.shortcodes import mask
from factcheck.documents.tables import Table
from factcheck.model import BlockKind, Comment, Document, Format, Span

_LEAD = re.compile(r"\[[ xX]\][ \t]+|\[![A-Za-z]+\][-+]?")  # a task's box, a callout's name
_LED = frozenset(("Item", "BlockQuote"))  # before whose first words it stands
_TABLES = frozenset(("Table", "TableHead", "TableRow", "TableCell"))
_BLOCKS = frozenset(
    ("Paragraph", "Heading", "List", "FootnoteDefinition", "CodeBlock", "HtmlBlock", "Rule", *_LED, *_TABLES)
)
_EMPHASIS = frozenset(("Emphasis", "Strong"))  # says nothing here


def read(source: str, path: str) -> Document:
    """The document of a Markdown text; MDX by the ending of its name."""
    matter = read_front_matter(source, path)
    outline = Outline()
    if matter.title is not None:
        outline.add(matter.title[0], BlockKind.TITLE, matter.title[1])
    reader = _Reader(parseable(mask(source, mdx=path.lower().endswith(".mdx"))), matter.end, outline)
    reader.read()
    comments = [_unmasked(comment, source) for comment in reader.comments]
    return Document(
        path,
        Format.MARKDOWN,
        source,
        tuple(outline.blocks),
        tuple(comments),
        matter.data,
        (matter.warning,) if matter.warning else (),
        _language(matter.data),
    )


def _unmasked(comment: Comment, source: str) -> Comment:
    if MASK not in comment.text:
        return comment
    return Comment(source[slice(*comment.span)].removeprefix("<!--").removesuffix("-->"), comment.span)


def _language(data: Any) -> str:
    return next((data[key] for key in ("lang", "language", "locale") if isinstance(data.get(key), str)), "")


class _Reader:
    """Walks the parts of a text and writes blocks.

    Args:
        text: the source, masked.
        start: where the front matter ends.
        outline: takes the blocks.

    Attributes:
        comments: those met, in order of their places.
    """

    def __init__(self, text: str, start: int, outline: Outline) -> None:
        self.comments: list[Comment] = []
        self._text = text
        self._start = start
        self._outline = outline
        self._open = dict.fromkeys(_BLOCKS, 0)  # how many there are
        self._parts: list[Part] = []  # of the present block
        self._inline = Inline(text)
        self._notes = "^[" in text
        self._note_name = ""
        self._first = False  # the next paragraph begins a list item or a quotation
        self._level = 0
        self._table: Table | None = None
        self._cell: Span | None = None

    def read(self) -> None:
        """Read it all."""
        at = characters(self._text, self._start)
        for name, step, said, place in parts(self._text[self._start :]):
            if name in _BLOCKS:
                if self._parts:
                    self._complete()
                self._open[name] += step
                self._first = step > 0 and (name in _LED or (self._first and name == "Paragraph"))
                if name in _TABLES:
                    self._tabulate(name, step, Span(at(place["start"]), at(place["end"])))
                elif said is not None:
                    self._note(name, step, said)
            elif name not in _EMPHASIS:
                self._parts.append(Part(name, step, said, at(place["start"]), at(place["end"])))
        if self._parts:
            self._complete()
        self.comments += self._inline.comments
        self.comments.sort(key=lambda comment: comment.span)

    def _note(self, name: str, step: int, said: Any) -> None:
        """Keep what is told of a block that begins or ends."""
        if name == "Heading":
            self._level = int(said["level"][1:]) if step > 0 else 0
        elif name == "FootnoteDefinition":
            self._note_name = said

    def _tabulate(self, name: str, step: int, span: Span) -> None:
        self._cell = None
        if name == "Table":
            self._table = Table() if step > 0 else None
        elif self._table is None or step < 0:
            return
        elif name == "TableCell":
            self._table.next_cell(heading=self._open["TableHead"] > 0)
            self._cell = span
        else:
            self._table.next_row()

    # blocks

    def _complete(self) -> None:
        """Write the block whose parts these are."""
        if self._open["HtmlBlock"]:
            self._html(self._parts)
        elif not self._open["CodeBlock"]:
            self._prose(with_notes(self._parts, self._text) if self._notes else self._parts)
        self._parts = []

    def _prose(self, parts: list[Part]) -> None:
        lead = _LEAD.match(self._text, parts[0].start) if self._first else None
        prose = self._inline.prose(parts, lead.end() if lead else 0)
        kind, level = self._kind()
        labels = self._table.labels if self._table else ()
        if kind is BlockKind.FOOTNOTE:
            labels = (self._note_name,)
        span = self._cell or self._lines(parts[0].start, parts[-1].end)
        block = self._outline.add(prose, kind, span, level=level, labels=labels, quoted=self._quoted)
        if block is not None and self._table:
            self._table.take(block)
        self._add_aside()

    def _add_aside(self) -> None:
        """Write what stood within the block and is not part of its text."""
        inline = self._inline
        for prose, span in inline.attributes:
            self._outline.add(prose, BlockKind.ATTRIBUTE, span, quoted=self._quoted)
        for prose, span, name in inline.notes:
            self._outline.add(prose, BlockKind.FOOTNOTE, span, labels=(name,), quoted=self._quoted)
        inline.attributes.clear()
        inline.notes.clear()

    @property
    def _quoted(self) -> bool:
        return self._open["BlockQuote"] > 0

    def _kind(self) -> tuple[BlockKind, int]:
        if self._level:
            return BlockKind.HEADING, self._level
        if self._table is not None:
            return BlockKind.TABLE_CELL, 0
        if self._open["FootnoteDefinition"]:
            return BlockKind.FOOTNOTE, 0
        depth = self._open["List"]
        return (BlockKind.LIST_ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)

    def _html(self, lines: list[Part]) -> None:
        pieces, offset = [], 0
        for line in lines:
            pieces.append(Piece(offset, line.start))
            offset += len(line.said)
        kind, level = self._kind()
        context = Context(kind, level, quoted=self._quoted, depth=self._open["List"])
        page = Page("".join(line.said for line in lines), self._outline, Places(pieces), context)
        page.read()
        self.comments += page.comments

    def _lines(self, start: int, end: int) -> Span:
        """The whole lines from one that holds `start` to one that holds `end`."""
        low = self._text.rfind("\n", 0, start) + 1
        high = self._text.find("\n", end)
        high = len(self._text) if high < 0 else high
        return Span(low, high - (self._text[high - 1] == "\r"))
