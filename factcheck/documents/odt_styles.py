"""What the styles of an OpenDocument text make of its paragraphs and of words in them."""

from __future__ import annotations

from factcheck.documents.paragraphs import Element, Style
from factcheck.model import BlockKind

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_COMPATIBLE = "urn:oasis:names:tc:opendocument:xmlns:{}-compatible:1.0"


def qualified(prefix: str, name: str) -> str:
    """A name as lxml has it, from the prefix that LibreOffice writes."""
    if prefix == "xlink":
        return f"{{http://www.w3.org/1999/xlink}}{name}"
    namespace = _COMPATIBLE.format("svg") if prefix == "svg" else _NAMESPACE.format(_LONG.get(prefix, prefix))
    return f"{{{namespace}}}{name}"


_LONG = {"draw": "drawing"}
OFFICE, TEXT = (f"{{{_NAMESPACE.format(name)}}}" for name in ("office", "text"))
_STYLE, _NAME, _PARENT, _PROPERTIES = (
    qualified("style", name) for name in ("style", "name", "parent-style-name", "text-properties")
)
_STRUCK = qualified("style", "text-line-through-style")
_DISPLAY = f"{TEXT}display"
_LEVEL, _STYLE_NAME = f"{TEXT}outline-level", f"{TEXT}style-name"
_HEADING = f"{TEXT}h"
_KINDS = {"Title": BlockKind.TITLE, "Caption": BlockKind.CAPTION}
_QUOTED = ("Quotations", "Quote", "Intense_20_Quote")
_DEEPEST = 20  # styles based on styles; a file can make a ring of them
_MOST_LEVELS = 10


class Styles:
    """The styles of a file, those that it gives a name and those that it makes up for one place.

    Args:
        content: the root of `content.xml`.
        styles: the root of `styles.xml`.
    """

    def __init__(self, content: Element, styles: Element) -> None:
        self._elements = {style.get(_NAME): style for root in (styles, content) for style in root.iter(_STYLE)}

    def of(self, element: Element, depth: int) -> Style:
        """What a paragraph is.

        Args:
            depth: how many lists it stands in.
        """
        names = self._names(element.get(_STYLE_NAME))
        quoted = any(name in _QUOTED for name in names)
        kind = next((_KINDS[name] for name in names if name in _KINDS), None)
        if kind is not None:
            return Style(kind)
        if element.tag == _HEADING:
            level = element.get(_LEVEL, "1")
            return Style(BlockKind.HEADING, min(int(level), _MOST_LEVELS) if level.isdecimal() else 1)
        return Style(BlockKind.LIST_ITEM, depth, quoted) if depth else Style(quoted=quoted)

    def hides(self, element: Element) -> bool:
        """Whether words are hidden or struck out."""
        for name in self._names(element.get(_STYLE_NAME)):
            properties = self._elements[name].find(_PROPERTIES) if name in self._elements else None
            if properties is not None and (
                properties.get(_DISPLAY) == "none" or properties.get(_STRUCK, "none") != "none"
            ):
                return True
        return False

    def _names(self, name: str | None) -> list[str]:
        """A style's name and those it is based on, nearest first."""
        names: list[str] = []
        while name and name not in names and len(names) < _DEEPEST:
            names.append(name)
            style = self._elements.get(name)
            name = style.get(_PARENT) if style is not None else None
        return names
