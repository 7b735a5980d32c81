"""Markdown: CommonMark with front matter, tables, footnotes, task lists, HTML and what site generators add."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from factcheck.documents.front_matter import read_front_matter
from factcheck.documents.html import Page
from factcheck.documents.html_elements import Context
from factcheck.documents.markdown_notes import brackets
from factcheck.documents.markdown_parts import BLOCKS, TABLES, Part, characters, parseable, parts
from factcheck.documents.markdown_prose import Inline
from factcheck.documents.outline import Outline
from factcheck.documents.places import Piece, Places
from factcheck.documents.prose import MASK
from factcheck.documents.shortcodes import mask
from factcheck.documents.tables import Table
from factcheck.model import BlockKind, Comment, Document, Format, Span

_LEAD = re.compile(r"\[[ xX]\][ \t]+|\[![A-Za-z]+\][-+]?")  # a task's box, a callout's name
_LED = frozenset(("Item", "BlockQuote"))  # before whose first words it stands
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
        self._inline = Inline(text, brackets(text, start))
        self._open = dict.fromkeys(BLOCKS, 0)  # how many there are
        self._first = False  # the next paragraph begins a list item or a quotation
        self._low = self._high = -1  # where the parts of the present block stand; -1 where there are none yet
        self._html: list[tuple[str, int]] = []  # its lines and their places
        self._note_name = ""
        self._level = 0
        self._table: Table | None = None
        self._cell: Span | None = None

    def read(self) -> None:
        """Read it all."""
        at = characters(self._text, self._start)
        for name, step, said, place in parts(self._text[self._start :]):
            if name in BLOCKS:
                self._turn(name, step, said, place, at)
            elif name not in _EMPHASIS and not self._open["CodeBlock"]:
                self._take(name, step, said, at(place["start"]), at(place["end"]))
        self._complete()
        self.comments += self._inline.comments
        self.comments.sort(key=lambda comment: comment.span)

    def _turn(self, name: str, step: int, said: Any, place: Mapping[str, int], at: Callable[[int], int]) -> None:
        """A block begins or ends."""
        if self._low >= 0:
            self._complete()
        self._open[name] += step
        self._first = step > 0 and (name in _LED or (self._first and name == "Paragraph"))
        if name in TABLES:
            self._tabulate(name, step, Span(at(place["start"]), at(place["end"])))
        elif said is not None:
            self._note(name, step, said)

    def _take(self, name: str, step: int, said: Any, start: int, end: int) -> None:
        """A part of the present block."""
        if self._low < 0:
            self._low = start
            lead = _LEAD.match(self._text, start) if self._first else None
            self._inline.begin(lead.end() if lead else 0)
        self._high = end
        if name == "Text":
            self._inline.say(said, start, end)
        elif name == "Html":
            self._html.append((said, start))
        else:
            self._inline.take(Part(name, step, said, start, end))

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
        """Write the present block."""
        if self._html:
            self._write_html()
        elif self._low >= 0:
            self._write()
        self._low = -1

    def _write(self) -> None:
        prose = self._inline.prose
        kind, level = self._kind()
        labels = self._table.labels if self._table else ()
        if kind is BlockKind.FOOTNOTE:
            labels = (self._note_name,)
        span = self._cell or self._lines()
        block = self._outline.add(prose, kind, span, level=level, labels=labels, quoted=self._quoted)
        if block is not None and self._table:
            self._table.take(block)
        if self._inline.attributes or self._inline.notes:
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

    def _write_html(self) -> None:
        pieces, offset = [], 0
        for line, start in self._html:
            pieces.append(Piece(offset, start))
            offset += len(line)
        kind, level = self._kind()
        context = Context(kind, level, quoted=self._quoted, depth=self._open["List"])
        page = Page("".join(line for line, _ in self._html), self._outline, Places(pieces), context)
        page.read()
        self.comments += page.comments
        self._html.clear()

    def _lines(self) -> Span:
        """The whole lines of the present block."""
        low = self._text.rfind("\n", 0, self._low) + 1
        high = self._text.find("\n", self._high)
        high = len(self._text) if high < 0 else high
        return Span(low, high - (self._text[high - 1] == "\r"))
