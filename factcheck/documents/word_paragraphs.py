"""The paragraphs of a Word file in order: what each says, which run of the file says it, and what it is.

Tracked insertions are text, deletions are not; nor is what is hidden or struck out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from factcheck.documents.paragraphs import Element, Paragraph, Style
from factcheck.documents.tables import Table
from factcheck.documents.word_styles import Styles
from factcheck.model import BlockKind

_P, _R, _TABLE, _ROW, _CELL, _SPAN = map(qn, ("w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:gridSpan"))
_VALUE = qn("w:val")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what was said
_PROPERTIES = ("w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:tcPr", "w:sectPr")
_UNREAD = frozenset((*map(qn, ("w:del", "w:moveFrom", *_PROPERTIES)), _FALLBACK))
_NOTES = frozenset(map(qn, ("w:footnoteReference", "w:endnoteReference")))
_REMARKS = frozenset(map(qn, ("w:commentRangeStart", "w:commentReference")))
_PICTURE = qn("wp:docPr")
_BLANKS = frozenset(map(qn, ("w:tab", "w:br", "w:cr", "w:ptab")))
_HIDING = tuple(map(qn, ("w:vanish", "w:strike", "w:dstrike")))
_NOTE_MARK = re.compile(r"[\s\d\[\](),*†‡§#–-]+|[a-z]", re.IGNORECASE)
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_PARTS = (
    # relationship, what it holds, whether it is the page around the text
    ("header", Style(), True),
    ("footer", Style(), True),
    ("footnotes", Style(BlockKind.FOOTNOTE), False),
    ("endnotes", Style(BlockKind.FOOTNOTE), False),
)


def paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph, empty ones too: body, then headers and footers, then notes.

    A table's labels are known only while its cell is read: use a paragraph before asking for the next.
    """
    styles = Styles(document.styles.element)
    yield from _Walk(styles, document.part.rels, remarks=_remarks(document)).read(document.element.body)
    for kind, style, chrome in _PARTS:
        for relation in document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                part = relation.target_part
                yield from _Walk(styles, part.rels, style, chrome).read(parse_xml(part.blob))


def _remarks(document: WordDocument) -> dict[str, str]:
    """What editors' comments say, by their numbers."""
    if not any(relation.reltype.endswith("/comments") for relation in document.part.rels.values()):
        return {}
    return {str(comment.comment_id): comment.text for comment in document.comments}


class _Walk:
    """Goes through one part of the file."""

    def __init__(
        self,
        styles: Styles,
        relations: Any,
        style: Style | None = None,
        chrome: bool = False,
        remarks: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._remarks = remarks
        self._styles = styles
        self._relations = relations
        self._style = style
        self._chrome = chrome

    def read(self, container: Element, table: Table | None = None) -> Iterator[Paragraph]:
        """The paragraphs in an element, those of text boxes after the one they hang on."""
        for child in container:
            if child.tag == _P:
                yield from self._paragraph(child, table)
            elif child.tag == _TABLE:
                yield from self.read(child, Table())
            elif child.tag not in _UNREAD and not _is_deleted_row(child):
                if table is not None and child.tag == _ROW:
                    table.next_row()
                elif table is not None and child.tag == _CELL:
                    table.next_cell(heading=table.top, width=_number(child.find(f".//{_SPAN}"), 1))
                yield from self.read(child, table)

    def _paragraph(self, element: Element, table: Table | None) -> Iterator[Paragraph]:
        style = self._style or self._styles.of(element)
        if table is not None and style.kind is BlockKind.PARAGRAPH:
            style = replace(style, kind=BlockKind.TABLE_CELL)
        text = _Text(
            Paragraph(element, style, self._chrome or style.contents, table), self._relations, self._remarks
        )
        text.read(element)
        yield text.paragraph
        for picture in text.pictures:
            described = Paragraph(picture, Style(BlockKind.ATTRIBUTE), self._chrome)
            described.add(picture.get("descr"), picture)
            yield described
        for box in text.boxes:
            yield from self.read(box)


class _Text:
    """Gathers the text of one paragraph."""

    def __init__(self, paragraph: Paragraph, relations: Any, remarks: Mapping[str, str]) -> None:
        self.paragraph = paragraph
        self._remarks = dict(remarks)
        self.boxes: list[Element] = []
        self.pictures: list[Element] = []
        self._relations = relations
        self._fields: list[_Field] = []

    def read(self, element: Element) -> None:
        """Read what an element of the paragraph holds."""
        for child in element:
            if child.tag == _R:
                self._run(child)
            elif child.tag == qn("w:hyperlink"):
                self._hyperlink(child)
            elif child.tag == qn("w:txbxContent"):
                self.boxes.append(child)
            elif child.tag in _REMARKS:
                self._remark(child)
            elif child.tag not in _UNREAD:
                self._leaf(child)
                self.read(child)

    def _run(self, element: Element) -> None:
        if _is_raised_mark(element):
            self.paragraph.note()
        elif not _is_hidden(element):
            self.read(element)

    def _remark(self, element: Element) -> None:
        """A comment begins here, or, where it is put to one point, stands here."""
        if said := self._remarks.pop(element.get(qn("w:id"), ""), ""):
            self.paragraph.remark(said)

    def _leaf(self, element: Element) -> None:
        if element.tag == qn("w:t"):
            self.paragraph.add(element.text or "", element)
        elif element.tag in _BLANKS:
            self.paragraph.add(" ", element)
        elif element.tag == qn("w:noBreakHyphen"):
            self.paragraph.add("-", element)
        elif element.tag == qn("w:fldChar"):
            self._field(element.get(qn("w:fldCharType")))
        elif element.tag == qn("w:instrText") and self._fields:
            self._fields[-1].instruction += element.text or ""
        elif element.tag in _NOTES:
            self.paragraph.note()
        elif element.tag == _PICTURE and (element.get("descr") or "").strip():
            self.pictures.append(element)

    def _hyperlink(self, element: Element) -> None:
        start = self.paragraph.length
        self.read(element)
        identity, anchor = element.get(qn("r:id")), element.get(qn("w:anchor"))
        relation = self._relations.get(identity) if identity else None
        self.paragraph.link(start, relation.target_ref if relation is not None else f"#{anchor or ''}")

    def _field(self, what: str | None) -> None:
        """A field: its instruction, then what it shows."""
        if what == "begin":
            self._fields.append(_Field())
        elif what == "separate" and self._fields:
            self._fields[-1].start = self.paragraph.length
        elif what == "end" and self._fields:
            ended = self._fields.pop()
            address = _ADDRESS.match(ended.instruction)
            if address:
                self.paragraph.link(ended.start, address[1])


@dataclass
class _Field:
    instruction: str = ""
    start: int = 0


def _is_hidden(run: Element) -> bool:
    """Whether a run is hidden or struck out."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    for tag in _HIDING:
        found = properties.find(tag)
        if found is not None and found.get(_VALUE, "true") not in ("0", "false", "off"):
            return True
    return False


def _is_raised_mark(run: Element) -> bool:
    """Whether a run is the raised mark of a note."""
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    if raised is None or raised.get(_VALUE) != "superscript" or run.find(f".//{qn('w:t')}") is None:
        return False
    return _NOTE_MARK.fullmatch("".join(text.text or "" for text in run.iter(qn("w:t")))) is not None


def _is_deleted_row(element: Element) -> bool:
    return element.tag == _ROW and element.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None


def _number(element: Element | None, otherwise: int) -> int:
    value = "" if element is None else element.get(_VALUE, "")
    return int(value) if value.isdecimal() and len(value) < 4 else otherwise
