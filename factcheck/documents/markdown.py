"""Markdown: CommonMark with front matter, tables, footnotes, task lists, HTML and what site generators add."""

from __future__ import annotations

import re
from collections import Counter, deque
from itertools import count, takewhile

from markdown_it.token import Token

from factcheck.documents.front_matter import language_of, read_front_matter
from factcheck.documents.html import Page
from factcheck.documents.html_elements import Context
from factcheck.documents.markdown_lines import cells_of, lines_of, places_of
from factcheck.documents.markdown_parser import parse
from factcheck.documents.markdown_prose import Words
from factcheck.documents.outline import Outline
from factcheck.documents.places import Places
from factcheck.documents.tables import Table
from factcheck.documents.templates import mask, unmasked
from factcheck.model import BlockKind, Comment, Document, Format, Span

_CALLOUT = re.compile(r"\[![A-Za-z]+\][-+]?")  # its name, before its words
_LISTS = ("bullet_list", "ordered_list", "dl")


def read(source: str, path: str) -> Document:
    """The document of a Markdown text; MDX by the ending of its name."""
    matter = read_front_matter(source, path)
    outline = Outline()
    if matter.title is not None:
        outline.add(matter.title[0], BlockKind.TITLE, matter.title[1])
    reader = _Reader(mask(source, mdx=path.lower().endswith(".mdx")), matter.end, outline)
    reader.read()
    comments = [unmasked(comment, source) for comment in reader.comments]
    return Document(
        path,
        Format.MARKDOWN,
        source,
        tuple(outline.blocks),
        tuple(comments),
        matter.data,
        (matter.warning,) if matter.warning else (),
        language_of(matter.data),
    )


class _Reader:
    """Walks the blocks of a text and writes those of the document.

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
        self._lines = lines_of(text, start)
        self._tokens, self._notes = parse(text[start:])
        self._outline = outline
        self._open = Counter[str]()  # how many elements of a name there are
        self._named: list[str] = []  # the footnotes
        self._heading: Token | None = None
        self._first = False  # the next paragraph begins a quotation
        self._table: Table | None = None
        self._cells = deque[tuple[Span, Places]]()  # of the row that are still to come

    def read(self) -> None:
        """Read it all."""
        for index, token in enumerate(self._tokens):
            if token.type == "inline":
                if not self._open["admonition_title"] or self._is_written(token):
                    self._write(token)
            elif token.type == "html_block":
                self._write_html(token)
            elif token.nesting:
                self._turn(token, index)

    def _turn(self, token: Token, index: int) -> None:
        """A block begins or ends."""
        name = token.type.rpartition("_")[0]
        self._open[name] += token.nesting
        self._first = token.nesting > 0 and (name == "blockquote" or (self._first and name == "paragraph"))
        if name == "heading":
            self._heading = token if token.nesting > 0 else None
        elif name == "table":
            self._table = Table() if token.nesting > 0 else None
        elif self._table is not None and token.nesting > 0:
            self._tabulate(self._table, name, index)
        elif name == "footnote_reference":
            self._named = [*self._named, token.meta["label"]] if token.nesting > 0 else self._named[:-1]

    def _tabulate(self, table: Table, name: str, index: int) -> None:
        if name == "tr":
            table.next_row()
            row = takewhile(lambda at: self._tokens[at].type != "tr_close", count(index))
            cells = [self._tokens[at] for at in row if self._tokens[at].type == "inline"]
            self._cells = deque(cells_of([cell.content for cell in cells], self._span(cells[0]), self._text))
        elif name in ("th", "td"):
            table.next_cell(heading=name == "th")

    # blocks

    def _write(self, token: Token) -> None:
        span, places = self._cells.popleft() if self._table is not None else self._place(token)
        lead = _CALLOUT.match(token.content) if self._first else None
        since = lead.end() if lead else 0
        words = Words(token.content, places, self._notes, since=since).read(token.children or ())
        kind, level = self._kind()
        labels = self._table.labels if self._table else ()
        if kind is BlockKind.FOOTNOTE:
            labels = (self._named[-1],)
        block = self._outline.add(words.prose, kind, span, level=level, labels=labels, quoted=self._quoted)
        if block is not None and self._table:
            self._table.take(block)
        for aside in words.asides:
            self._outline.add(aside.prose, aside.kind, aside.span, labels=aside.labels, quoted=self._quoted)
        self.comments += words.comments

    def _is_written(self, token: Token) -> bool:
        """Whether the title of an admonition is its writer's; the parser gives one to each."""
        return f'"{token.content}"' in self._text[slice(*self._span(token))]

    def _place(self, token: Token) -> tuple[Span, Places]:
        span, lines = self._span(token), self._lines_of(token)
        if self._open["admonition_title"]:
            lines = [Span(span.start, self._text.rindex('"', *span))]
        signs = self._heading is not None and self._heading.markup.startswith("#")
        return span, places_of(token.content, lines, self._text, signs=signs)

    def _write_html(self, token: Token) -> None:
        places = places_of(token.content, self._lines_of(token), self._text)
        kind, level = self._kind()
        context = Context(kind, level, quoted=self._quoted, depth=self._depth)
        page = Page(token.content, self._outline, places, context)
        page.read()
        self.comments += page.comments

    def _lines_of(self, token: Token) -> list[Span]:
        first, last = token.map or (0, 0)
        return self._lines[first : max(last, first + 1)]

    def _span(self, token: Token) -> Span:
        lines = self._lines_of(token)
        return Span(lines[0].start, lines[-1].end)

    @property
    def _quoted(self) -> bool:
        return self._open["blockquote"] > 0

    @property
    def _depth(self) -> int:
        return sum(self._open[name] for name in _LISTS)

    def _kind(self) -> tuple[BlockKind, int]:
        if self._heading:
            return BlockKind.HEADING, int(self._heading.tag[1:])
        if self._table is not None:
            return BlockKind.TABLE_CELL, 0
        if self._named:
            return BlockKind.FOOTNOTE, 0
        return (BlockKind.LIST_ITEM, self._depth) if self._depth else (BlockKind.PARAGRAPH, 0)
