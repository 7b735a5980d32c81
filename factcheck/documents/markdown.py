"""Markdown: CommonMark with front matter, tables, footnotes, task lists, HTML and what site generators add.

markdown-it finds the blocks and says on which lines they stand. What a block's text is was cut out of those
lines by taking away their beginnings (indentation, `>`, list marks) and white space at the end, so each line of
the text is the end of its line of the source: its place follows from its length, without any searching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.documents.front_matter import read_front_matter
from factcheck.documents.html import Page
from factcheck.documents.html_elements import Context
from factcheck.documents.markdown_inline import parser
from factcheck.documents.markdown_prose import Aside, Inline
from factcheck.documents.outline import Outline
from factcheck.documents.places import Piece, Places
from factcheck.documents.prose import MASK
from factcheck.documents.shortcodes import mask
from factcheck.documents.tables import Table
from factcheck.model import BlockKind, Comment, Document, Format, Span

_BREAK = re.compile(r"\r\n|\r|\n")
_LEAD = re.compile(r"\[[ xX]\][ \t]+|\[![A-Za-z]+\][-+]?")  # a task's box, a callout's name
_ESCAPED_BAR = re.compile(r"\\\|")
_BAR = re.compile(r"(?<!\\)\|")
# what can stand before the text of a block's first line: quote and list marks, the name of a footnote
_MARKS = re.compile(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:))*[ \t]*")


def read(source: str, path: str) -> Document:
    """The document of a Markdown text; MDX by the ending of its name."""
    matter = read_front_matter(source, path)
    outline = Outline()
    if matter.title is not None:
        outline.add(matter.title[0], BlockKind.TITLE, matter.title[1])
    reader = _Reader(mask(source, mdx=path.lower().endswith(".mdx")), matter.end, outline)
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


@cache
def _parser() -> MarkdownIt:
    return parser()


class _Reader:
    """Walks the parser's block tokens and writes blocks.

    Args:
        text: the source, masked.
        start: where the front matter ends.
        outline: takes the blocks.

    Attributes:
        comments: those met, in order.
    """

    def __init__(self, text: str, start: int, outline: Outline) -> None:
        self.comments: list[Comment] = []
        self._text = text
        self._start = start
        self._outline = outline
        self._lines = _lines(text, start)
        self._notes: dict[int, Any] = {}
        self._note_name = ""
        self._open = {"quote": 0, "list": 0, "note": 0}
        self._first = False  # the next paragraph begins a list item or a quotation
        self._heading: Token | None = None
        self._table: Table | None = None
        self._widths: Iterator[int] = iter(())  # of the tables to come
        self._columns = 0  # of the present table
        self._cells: list[Span] = []
        self._column = -1

    def read(self) -> None:
        """Read it all."""
        environment: dict[str, Any] = {}
        tokens = _parser().parse(self._text[self._start :], environment)
        self._notes = environment.get("footnotes", {}).get("list", {})
        self._widths = iter(_widths(tokens))
        for token in tokens:
            self._take(token)
        self.comments.sort(key=lambda comment: comment.span)

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._inline(token)
                self._first = False
            case "html_block":
                self._html(token)
            case "heading_open":
                self._heading = token
            case "heading_close":
                self._heading = None
            case "list_item_open":
                self._first = True
            case "table_open" | "tr_open" | "th_open" | "td_open" | "table_close":
                self._tabulate(token)
            case _:
                self._nest(token)

    def _nest(self, token: Token) -> None:
        kinds = {
            "blockquote": "quote",
            "bullet_list": "list",
            "ordered_list": "list",
            "footnote_reference": "note",
        }
        kind = kinds.get(token.type.rpartition("_")[0])
        if token.type == "footnote_reference_open":
            self._note_name = str(token.meta.get("label", ""))
        if kind:
            self._open[kind] += token.nesting
            self._first = kind == "quote" and token.nesting > 0

    def _tabulate(self, token: Token) -> None:
        if token.type == "table_open":
            self._table = Table()
            self._columns = next(self._widths)
        elif token.type == "table_close":
            self._table = None
        elif self._table is not None and token.type == "tr_open":
            self._table.next_row()
            self._cells, self._column = self._row(token), -1
        elif self._table is not None:
            self._table.next_cell(heading=token.type == "th_open")
            self._column += 1

    # blocks

    def _inline(self, token: Token) -> None:
        text = token.content
        if not text:
            return
        places, span = self._places(token)
        lead = _LEAD.match(text) if self._first else None
        inline = Inline(text, places, self._notes, lead.end() if lead else 0)
        inline.write(token.children or (), 0, len(text))
        kind, level = self._kind()
        labels = self._table.labels if self._table else ()
        if kind is BlockKind.FOOTNOTE:
            labels = (self._note_name,)
        block = self._outline.add(
            inline.prose, kind, span, level=level, labels=labels, quoted=self._open["quote"] > 0
        )
        if block is not None and self._table:
            self._table.take(block)
        self._take_aside(inline.aside)

    def _take_aside(self, aside: Aside) -> None:
        self.comments += aside.comments
        quoted = self._open["quote"] > 0
        for prose, span in aside.attributes:
            self._outline.add(prose, BlockKind.ATTRIBUTE, span, quoted=quoted)
        for prose, span, name in aside.notes:
            self._outline.add(prose, BlockKind.FOOTNOTE, span, labels=(name,), quoted=quoted)

    def _kind(self) -> tuple[BlockKind, int]:
        if self._heading is not None:
            return BlockKind.HEADING, int(self._heading.tag[1:])
        if self._table is not None:
            return BlockKind.TABLE_CELL, 0
        if self._open["note"]:
            return BlockKind.FOOTNOTE, 0
        depth = self._open["list"]
        return (BlockKind.LIST_ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)

    def _html(self, token: Token) -> None:
        kind, level = self._kind()
        context = Context(kind, level, quoted=self._open["quote"] > 0, depth=self._open["list"])
        page = Page(token.content, self._outline, self._line_places(token), context)
        page.read()
        self.comments += page.comments

    # places

    def _places(self, token: Token) -> tuple[Places, Span]:
        """The places of an inline token's text, and its block's stretch."""
        first, last = token.map or (0, 1)
        span = Span(self._lines[first].start, self._lines[last - 1].end)
        if self._table is not None:
            cell = self._cells[self._column] if self._column < len(self._cells) else span
            return self._cell_places(cell, token.content), cell
        if self._heading is not None and self._heading.markup.startswith("#"):
            return self._heading_places(self._heading, token.content, span), span
        return self._line_places(token), span

    def _line_places(self, token: Token) -> Places:
        texts = token.content.split("\n")
        pieces, offset = [], 0
        for line, text in zip(self._lines_of(token, len(texts)), texts, strict=False):
            words = text.lstrip(" \t")
            # the last such stretch: only white space at the end of a block was taken away behind it
            at = self._text.rfind(words, line.start, line.end)
            pieces.append(Piece(offset + len(text) - len(words), max(line.start, at)))
            offset += len(text) + 1
        return Places(pieces)

    def _lines_of(self, token: Token, wanted: int) -> list[Span]:
        """The lines of a block, without those at its beginning that hold nothing but odd white space."""
        first, last = token.map or (0, 1)
        while last - first > wanted and not self._text[self._after_marks(first) : self._lines[first].end].strip():
            first += 1
        return self._lines[first:last]

    def _after_marks(self, line: int) -> int:
        """Where a block's first line goes on behind quote and list marks."""
        marks = _MARKS.match(self._text, *self._lines[line])
        return marks.end() if marks else self._lines[line].start

    def _heading_places(self, heading: Token, text: str, span: Span) -> Places:
        mark = re.compile(rf"(?<![^\s>]){heading.markup}(?=[ \t])").search(self._text, *span)
        return Places.from_start(self._text.find(text, mark.end() if mark else span.start, span.end))

    def _row(self, token: Token) -> list[Span]:
        """Where the cells of a table's row stand, between the bars."""
        low, end = self._lines[token.map[0] if token.map else 0]
        cells = []
        for bar in _BAR.finditer(self._text, low, end):
            cells.append(Span(low, bar.start()))
            low = bar.end()
        if self._text[low:end].strip():
            cells.append(Span(low, end))
        return cells[1:] if cells and self._begins_with_bar(cells) else cells

    def _begins_with_bar(self, cells: list[Span]) -> bool:
        """Whether what stands before a row's first bar is no cell: only marks of the blocks around the table."""
        if self._table is None or self._table.top:
            return len(cells) > self._columns  # the head has as many cells as the table
        quotes = self._open["quote"]
        return re.fullmatch(rf"(?:[ \t]*>){{{quotes}}}\s*", self._text[slice(*cells[0])]) is not None

    def _cell_places(self, cell: Span, text: str) -> Places:
        """A cell's text is what stands between the bars, trimmed, without the backslashes before bars."""
        raw = self._text[cell.start : cell.end]
        low = raw.replace("\\|", "|").rfind(text)  # behind it there is only white space
        pieces = [Piece(0, cell.start + max(low, 0))]
        for taken, escape in enumerate(_ESCAPED_BAR.finditer(raw, max(low, 0))):
            pieces.append(Piece(escape.start() - low - taken, cell.start + escape.start() + 1))
        return Places(pieces)


def _lines(text: str, start: int) -> list[Span]:
    """Where the lines of a text stand, line breaks not included."""
    lines = []
    for found in _BREAK.finditer(text, start):
        lines.append(Span(start, found.start()))
        start = found.end()
    lines.append(Span(start, len(text)))
    return lines


def _widths(tokens: Iterable[Token]) -> list[int]:
    """How many columns each table has."""
    widths: list[int] = []
    for token in tokens:
        if token.type == "table_open":
            widths.append(0)
        elif token.type == "th_open":
            widths[-1] += 1
    return widths
