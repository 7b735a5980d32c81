"""What the styles of a Word file make of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace

from docx.oxml.ns import qn

from factcheck.documents.paragraphs import Element, Style
from factcheck.model import BlockKind

_VALUE = qn("w:val")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_QUOTED = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\b.*|table of figures|index\b.*", re.IGNORECASE)
_KINDS = (
    (re.compile(r"title", re.IGNORECASE), BlockKind.TITLE),
    (re.compile(r"caption", re.IGNORECASE), BlockKind.CAPTION),
    (re.compile(r"list\b.*", re.IGNORECASE), BlockKind.LIST_ITEM),
)
_DEEPEST = 20  # styles based on styles; a file can make a ring of them


class Styles:
    """The styles of a file; their names are English whatever language Word speaks.

    Args:
        element: the `w:styles` of the file.
    """

    def __init__(self, element: Element) -> None:
        self._elements = {style.get(qn("w:styleId")): style for style in element.iter(qn("w:style"))}
        self._known: dict[str | None, Style] = {}

    def of(self, paragraph: Element) -> Style:
        """What a paragraph is, by its style and what it says of itself."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return self._named(None)
        named = properties.find(qn("w:pStyle"))
        return _told(properties, self._named(None if named is None else named.get(_VALUE)))

    def _named(self, identity: str | None) -> Style:
        if identity not in self._known:
            self._known[identity] = self._read(self._elements.get(identity), _DEEPEST)
        return self._known[identity]

    def _read(self, element: Element | None, depth: int) -> Style:
        if element is None or not depth:
            return Style()
        name = element.find(qn("w:name"))
        style = _by_name("" if name is None else name.get(_VALUE, ""))
        if style == Style():
            base = element.find(qn("w:basedOn"))
            if base is not None:
                style = self._read(self._elements.get(base.get(_VALUE)), depth - 1)
        properties = element.find(qn("w:pPr"))
        return style if properties is None else _told(properties, style)


def _by_name(name: str) -> Style:
    heading = _HEADING.fullmatch(name)
    if heading:
        return Style(BlockKind.HEADING, int(heading[1]))
    kind = next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), BlockKind.PARAGRAPH)
    level = 1 if kind is BlockKind.LIST_ITEM else 0
    return Style(kind, level, bool(_QUOTED.fullmatch(name)), bool(_CONTENTS.fullmatch(name)))


def _told(properties: Element, style: Style) -> Style:
    """The style as a paragraph's own properties change it: outline level, numbering."""
    outline = _number(properties.find(qn("w:outlineLvl")))
    if outline is not None and outline < 9:  # nine is body text
        return replace(style, kind=BlockKind.HEADING, level=outline + 1)
    numbering = properties.find(qn("w:numPr"))
    if numbering is None or style.kind is not BlockKind.PARAGRAPH:
        return style
    if _number(numbering.find(qn("w:numId"))) == 0:  # numbering taken away
        return style
    return replace(style, kind=BlockKind.LIST_ITEM, level=(_number(numbering.find(qn("w:ilvl"))) or 0) + 1)


def _number(element: Element | None) -> int | None:
    value = "" if element is None else element.get(_VALUE, "")
    return int(value) if value.isdecimal() and len(value) < 10 else None
