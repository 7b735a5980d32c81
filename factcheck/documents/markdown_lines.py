"""Where the content of a Markdown block stands in the source: line under line, without what begins the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.documents.places import Piece, Places
from factcheck.model import Span

_END = re.compile(r"\r\n?|\n")
_BLANKS = " \t"
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPED_BAR = re.compile(r"\\\|")


def lines_of(text: str, start: int) -> list[Span]:
    """The lines of a text from an offset on, without their ends."""
    found = []
    for end in _END.finditer(text, start):
        found.append(Span(start, end.start()))
        start = end.end()
    return [*found, Span(start, len(text))]


def places_of(content: str, lines: Sequence[Span], text: str, *, signs: bool = False) -> Places:
    """Where a block's content stands.

    Args:
        content: its lines, without the marks of the blocks around it, nor blanks at its ends.
        lines: those of the source.
        text: the source.
        signs: whether it is a heading between number signs.
    """
    said = content.split("\n")
    written = [text[low:high] for low, high in lines]
    if signs:
        written = [_without_signs(line) for line in written]
    first = 0
    while first + 1 < len(lines) and not written[first].rstrip().endswith(said[0].strip()):
        first += 1  # a line of odd blanks
    pieces, offset = [], 0
    for shown, line, low in zip(said, written[first:], (line.start for line in lines[first:]), strict=False):
        pieces += _pieces(offset, shown, line, low)
        offset += len(shown) + 1
    return Places(pieces)


def _pieces(offset: int, said: str, line: str, low: int) -> list[Piece]:
    """Where a line of the content stands at the end of one of the source, which begins at `low`."""
    shown = said.lstrip(_BLANKS)
    lead = len(said) - len(shown)
    if not line.endswith(shown):
        line, shown = line.rstrip(), shown.rstrip()  # blanks at its end are cut off
    at = low + max(len(line) - len(shown), 0)
    if lead:  # wider than it is written, where a tab stands
        return [Piece(offset, max(low, at - lead)), Piece(offset + lead, at)]
    return [Piece(offset, at)]


def _without_signs(line: str) -> str:
    """A heading without the number signs at its end."""
    line = line.rstrip(_BLANKS)
    bare = line.rstrip("#")
    return bare.rstrip(_BLANKS) if bare.endswith((" ", "\t")) else line


def cells_of(contents: Sequence[str], line: Span, text: str) -> list[tuple[Span, Places]]:
    """Where the cells of a row stand, from bar to bar, and where the contents of each do."""
    bars = [bar.start() for bar in _BAR.finditer(text, *line)]
    starts = [line.start, *(bar + 1 for bar in bars)]
    found = [Span(low, high) for low, high in zip(starts, [*bars, line.end], strict=True)]
    if not _are(contents, [text[low:high] for low, high in found]):
        del found[0]  # what begins the line: marks of the blocks around the table
    found += [Span(line.end, line.end)] * (len(contents) - len(found))  # cells that are left out
    return [(span, _places_in(content, span, text)) for content, span in zip(contents, found, strict=False)]


def _are(contents: Sequence[str], cells: list[str]) -> bool:
    """Whether a row has these contents, the first behind marks of the blocks around the table."""
    said = [_ESCAPED_BAR.sub("|", cell).strip() for cell in cells[: len(contents)]]
    return said[0].endswith(contents[0]) and bool(said[0]) and all(map(str.__eq__, said[1:], contents[1:]))


def _places_in(content: str, span: Span, text: str) -> Places:
    high = span.start + len(text[slice(*span)].rstrip())
    low = max(high - len(content) - content.count("|"), span.start)
    pieces = [Piece(0, low)]
    for number, bar in enumerate(_ESCAPED_BAR.finditer(text, low, high)):
        pieces.append(Piece(bar.start() - low - number, bar.start() + 1))
    return Places(pieces)
