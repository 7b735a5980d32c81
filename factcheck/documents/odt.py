"""OpenDocument texts, as LibreOffice writes them: one line of the source a paragraph, as in a Word file.

The file is an archive of XML. What it says stands in `content.xml`, headers and footers in `styles.xml`; tracked
deletions are kept apart from the text and not read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from factcheck.documents.archive import DAMAGED, OPEN_DOCUMENT, check_archive
from factcheck.documents.odt_styles import OFFICE, TEXT, Styles, qualified
from factcheck.documents.paragraphs import Element, Paragraph, Style, document_of
from factcheck.documents.tables import Table
from factcheck.model import BlockKind, Document, Format

_P, _H, _LIST, _A, _NOTE, _BODY = (f"{TEXT}{name}" for name in ("p", "h", "list", "a", "note", "note-body"))
_TABLE, _ROW, _CELL, _COVERED = (
    qualified("table", name) for name in ("table", "table-row", "table-cell", "covered-table-cell")
)
_HEAD_ROWS = qualified("table", "table-header-rows")
_SPAN, _REPEATED = qualified("table", "number-columns-spanned"), qualified("table", "number-columns-repeated")
_HREF = qualified("xlink", "href")
_FRAME, _BOX = qualified("draw", "frame"), qualified("draw", "text-box")
_DESCRIPTION = (qualified("svg", "title"), qualified("svg", "desc"))
_BLANKS = frozenset(f"{TEXT}{name}" for name in ("s", "tab", "line-break"))
_UNREAD = frozenset(
    (
        *(f"{TEXT}{name}" for name in ("tracked-changes", "note-citation", "hidden-text", "ruby-text")),
        *(f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms")),
        *_DESCRIPTION,
    )
)
_ANNOTATION = f"{OFFICE}annotation"
_CONTENTS = frozenset(
    f"{TEXT}{name}"
    for name in ("table-of-content", "illustration-index", "table-index", "object-index", "alphabetical-index")
)
_MARGINS = tuple(qualified("style", name) for name in ("header", "footer", "header-left", "footer-left"))
_PARTS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_WIDEST = 1000  # columns; a file can say a cell is repeated a million times


def read(data: bytes, path: str) -> Document:
    """The document of an OpenDocument text.

    Raises:
        UserError: it is damaged, locked with a password, or made to do harm.
    """
    check_archive(data, path, OPEN_DOCUMENT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content, styles = (_parsed(archive, name) for name in ("content.xml", "styles.xml"))
        return document_of(_paragraphs(content, styles), path, Format.ODT)
    except DAMAGED as error:
        raise OPEN_DOCUMENT.refusal(f"it is damaged ({type(error).__name__})", path) from None


def _parsed(archive: zipfile.ZipFile, name: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    if name == "styles.xml" and name not in archive.namelist():  # a text without headers and named styles
        return etree.Element(f"{OFFICE}document-styles")
    return etree.fromstring(archive.read(name), parser)


def _paragraphs(content: Element, styles: Element) -> Iterator[Paragraph]:
    """Every paragraph, empty ones too: body, then headers and footers, then notes."""
    walk = _Walk(Styles(content, styles))
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ValueError("no text")
    yield from walk.read(body)
    for margin in styles.iter(*_MARGINS):
        yield from walk.read(margin, chrome=True)
    for note in walk.notes:
        yield from walk.read(note, style=Style(BlockKind.FOOTNOTE))


class _Walk:
    """Goes through the file; remembers the notes, which come last."""

    def __init__(self, styles: Styles) -> None:
        self.notes: list[Element] = []
        self._styles = styles

    def read(
        self,
        container: Element,
        *,
        style: Style | None = None,
        chrome: bool = False,
        table: Table | None = None,
        depth: int = 0,
    ) -> Iterator[Paragraph]:
        """The paragraphs in an element.

        Args:
            style: what they are, where that does not depend on their own style.
            depth: how many lists they stand in.
        """
        for child in container:
            tag = child.tag
            if tag in (_P, _H):
                yield from self._paragraph(child, style, chrome, table, depth)
            elif tag == _TABLE:
                yield from self.read(child, style=style, chrome=chrome, table=Table())
            elif tag not in _UNREAD:
                if table is not None:
                    _enter(child, table)
                inner = chrome or tag in _CONTENTS
                deeper = depth + (tag == _LIST)
                yield from self.read(child, style=style, chrome=inner, table=table, depth=deeper)

    def _paragraph(
        self, element: Element, style: Style | None, chrome: bool, table: Table | None, depth: int
    ) -> Iterator[Paragraph]:
        style = style or self._styles.of(element, depth)
        if table is not None and style.kind is BlockKind.PARAGRAPH:
            style = Style(BlockKind.TABLE_CELL, quoted=style.quoted)
        text = _Text(Paragraph(element, style, chrome, table), self._styles)
        text.read(element)
        yield text.paragraph
        self.notes += text.notes
        for frame in text.frames:
            yield from self._frame(frame, chrome)

    def _frame(self, frame: Element, chrome: bool) -> Iterator[Paragraph]:
        """The description of a picture, or what stands in a text box."""
        for description in frame.iterchildren(*_DESCRIPTION):
            described = Paragraph(description, Style(BlockKind.ATTRIBUTE), chrome)
            described.add(" ".join("".join(description.itertext()).split()), description)
            yield described
        for box in frame.iterchildren(_BOX):
            yield from self.read(box, chrome=chrome)


class _Text:
    """Gathers the text of one paragraph. White space is one blank, as the format has it."""

    def __init__(self, paragraph: Paragraph, styles: Styles) -> None:
        self.paragraph = paragraph
        self.frames: list[Element] = []
        self.notes: list[Element] = []
        self._styles = styles
        self._blank = True  # whether what has been read ends with a blank, or is nothing yet

    def read(self, element: Element) -> None:
        """Read what an element of the paragraph holds."""
        self._say(element.text, element)
        for child in element:
            self._child(child)
            self._say(child.tail, element)

    def _child(self, child: Element) -> None:
        if child.tag in _BLANKS:
            self._say(" ", child)
        elif child.tag == _NOTE:
            self.paragraph.note()
            self.notes += child.iterchildren(_BODY)
        elif child.tag == _FRAME:
            self.frames.append(child)
        elif child.tag == _ANNOTATION:
            self.paragraph.remark("\n".join("".join(line.itertext()) for line in child.iter(_P)))
        elif child.tag == _A:
            start = self.paragraph.length
            self.read(child)
            self.paragraph.link(start, child.get(_HREF, ""))
        elif isinstance(child.tag, str) and child.tag not in _UNREAD and not self._styles.hides(child):
            self.read(child)

    def _say(self, text: str | None, element: Element) -> None:
        for part in _PARTS.findall(text or ""):
            blank = part[0] in " \t\r\n"
            if not (blank and self._blank):
                self.paragraph.add(" " if blank else part, element)
                self._blank = blank


def _enter(element: Element, table: Table) -> None:
    """Tell a table what begins."""
    if element.tag == _ROW:
        table.next_row()
    elif element.tag == _CELL:
        covers = _number(element.get(_SPAN)) - 1
        table.next_cell(heading=_is_head(element, table), width=_width(element), covers=covers)
    elif element.tag == _COVERED and not table.is_covered():
        table.next_cell(heading=False)


def _is_head(cell: Element, table: Table) -> bool:
    return table.top or next(cell.iterancestors(_HEAD_ROWS), None) is not None


def _width(cell: Element) -> int:
    return max(_number(cell.get(_SPAN)), _number(cell.get(_REPEATED)))


def _number(value: str | None) -> int:
    return min(int(value), _WIDEST) if value and value.isdecimal() and len(value) < 10 else 1
