"""Word files made for tests: what python-docx has no words for is written as XML."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def saved(word: WordDocument) -> bytes:
    """The bytes of the file."""
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def opened(data: bytes) -> WordDocument:
    """The file read by python-docx."""
    return docx.Document(io.BytesIO(data))


def add(element: Any, xml: str) -> None:
    """Add raw XML to an element."""
    for child in list(parse_xml(f"<w:root {nsdecls('w', 'r', 'wp')}>{xml}</w:root>")):
        element.append(child)


def run(text: str, properties: str = "") -> str:
    """A run of text as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def add_link(word: WordDocument, paragraph: Any, text: str) -> None:
    """A hyperlink, blue as Word makes it."""
    identity = word.part.relate_to("https://example.org/", f"{RELATIONS}/hyperlink", is_external=True)
    blue = run(text, '<w:color w:val="0000FF"/>')
    add(paragraph._p, f'<w:hyperlink r:id="{identity}">{blue}</w:hyperlink>')


def add_footnote(word: WordDocument, paragraph: Any, text: str) -> None:
    """The only footnote of a file, and the mark that refers to it."""
    add(paragraph._p, '<w:r><w:rPr/><w:footnoteReference w:id="2"/></w:r>')
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
    xml = f"<w:footnotes {nsdecls('w')}>{rules}{note}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _NOTES, xml.encode(), word.part.package)
    word.part.relate_to(part, f"{RELATIONS}/footnotes")
