"""The piece of the source that a finding is about, with its span underlined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from factcheck.model import Span
from factcheck.model.lines import Lines
from factcheck.reports.visible import visible, visible_character

_MOST_LINES = 2
_LONG_WORD = 20
_BEFORE = 0.4  # the share of the room beside the span that the words before it may take


class Excerpt(NamedTuple):
    """A line of the source, cut to size: what stands before the span, in it and after it, fit to be shown."""

    line: int
    before: str
    marked: str
    after: str

    @property
    def underline(self) -> str:
        """Strokes that stand exactly under the marked part."""
        return " " * cell_len(self.before) + "─" * max(cell_len(self.marked), 1)


def excerpts(source: str, lines: Lines, span: Span, width: int) -> Iterator[Excerpt]:
    """The first lines of a span.

    Args:
        width: how many cells of a terminal a line may take; wide characters take two.
    """
    first, last = lines.position(span.start).line, lines.position(max(span.start, span.end - 1)).line
    for line in range(first, min(last, first + _MOST_LINES - 1) + 1):
        start, end = lines.bounds(line)
        low = min(max(start, span.start), end)
        yield _cut(source, line, Span(start, end), Span(low, max(low, min(end, span.end))), width - 2)


def _cut(source: str, line: int, bounds: Span, marked: Span, room: int) -> Excerpt:
    # Never more than `room` characters are looked at: a line may be megabytes long.
    middle = marked.start + _count(source[marked.start : marked.start + room][: marked.end - marked.start], room)
    room -= cell_len(visible(source[marked.start : middle]))
    rest = source[marked.end : min(bounds.end, marked.end + room)] if middle == marked.end else ""
    spare = room - cell_len(visible(rest))
    near = source[max(bounds.start, marked.start - room) : marked.start] if room else ""
    start = marked.start - _count(near, max(spare, int(room * _BEFORE)), backwards=True)
    room -= cell_len(visible(source[start : marked.start]))
    end = middle + _count(rest, room)
    before, after = visible(source[start : marked.start]), visible(source[middle:end])
    return Excerpt(
        line,
        before if start == bounds.start else "…" + _from_word(before),
        visible(source[marked.start : middle]) + ("" if middle == marked.end else "…"),
        after if end == bounds.end or middle < marked.end else _to_word(after) + "…",
    )


def _count(text: str, room: int, *, backwards: bool = False) -> int:
    """How many of the characters fit into `room` cells, from the front or from the back."""
    if text.isascii() and text.isprintable():  # one cell each
        return min(len(text), max(room, 0))
    count = 0
    for character in reversed(text) if backwards else text:
        room -= cell_len(visible_character(character))
        if room < 0:
            break
        count += 1
    return count


def _from_word(text: str) -> str:
    """The text from its first whole word on, unless that is far."""
    head, blank, tail = text.partition(" ")
    return tail if blank and len(head) < _LONG_WORD else text


def _to_word(text: str) -> str:
    """The text up to its last whole word, unless that is far."""
    head, blank, tail = text.rpartition(" ")
    return head if blank and len(tail) < _LONG_WORD else text
