"""A Word file made of an article that was typed or pasted, for whoever goes on working in Word."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from factcheck.model import Block, BlockKind, Document
from factcheck.serve.structure import Rows, parts, stretches

_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML
_WEB: Final = ("https://", "http://", "mailto:", "tel:")


def as_word(document: Document) -> bytes:
    """The article as a Word file: its headings, lists, tables and links."""
    made = docx.Document()
    for part in parts(block for block in document.article if block.kind is not BlockKind.ATTRIBUTE):
        if isinstance(part, list):
            _add_table(made, part)
        else:
            _fill(made.add_paragraph(style=_style(part)), part)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _style(block: Block) -> str:
    match block.kind:
        case BlockKind.TITLE:
            return "Title"
        case BlockKind.HEADING:
            return f"Heading {min(max(block.level, 1), 9)}"
        case BlockKind.LIST_ITEM:
            return "List Bullet" if block.level <= 1 else f"List Bullet {min(block.level, 3)}"
        case _:
            return "Quote" if block.quoted else "Normal"


def _add_table(made: Any, rows: Rows) -> None:
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, written in zip(rows, table.rows, strict=True):
        for cell, place in zip(row, written.cells, strict=True):
            if cell is not None:
                _fill(place.paragraphs[0], cell)


def _fill(paragraph: Paragraph, block: Block) -> None:
    if block.kind is BlockKind.FOOTNOTE and block.labels:
        paragraph.add_run(f"[{block.labels[0]}] ")
    for stretch in stretches(block):
        text = _UNWRITABLE.sub("", stretch.text)
        if stretch.note:
            paragraph.add_run(f"[{stretch.note}]").font.superscript = True
        elif stretch.url.startswith(_WEB):
            _link(paragraph, text, _UNWRITABLE.sub("", stretch.url))
        else:
            paragraph.add_run(text)


def _link(paragraph: Paragraph, text: str, url: str) -> None:
    """python-docx reads links and has no words for writing them."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
