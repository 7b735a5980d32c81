"""Where the characters of a text that was cut out of the source stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Span


class Piece(NamedTuple):
    """From offset `text` on, up to the next piece, a text stands in the source from `source` on, unchanged."""

    text: int
    source: int


class Places:
    """A map from the offsets of a cut-out text to the source.

    Args:
        pieces: in order; at least one. What stands between two pieces of the source (line prefixes, the
            backslash of an escaped bar) is not in the text.

    Attributes:
        shift: the distance between text and source where there is one piece only, as mostly.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._starts = [piece.text for piece in pieces]
        self.shift = pieces[0].source - pieces[0].text if len(pieces) == 1 else None

    @classmethod
    def from_start(cls, source: int = 0) -> Places:
        """The map of a text that stands in the source unchanged from `source` on."""
        return cls((Piece(0, source),))

    def at(self, offset: int) -> int:
        """Where the character at an offset of the text stands in the source."""
        if self.shift is not None:
            return max(offset + self.shift, self._pieces[0].source)
        index = max(bisect_right(self._starts, offset) - 1, 0)
        text, source = self._pieces[index]
        place = max(source, source + offset - text)
        if index + 1 < len(self._pieces):  # indentation can be wider in the text than in the source (tabs)
            place = min(place, self._pieces[index + 1].source)
        return place

    def span(self, start: int, end: int) -> Span:
        """The source stretch of the text from `start` up to `end`."""
        low = self.at(start)
        return Span(low, max(low, self.at(end - 1) + 1) if end > start else low)

    def unbroken(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The parts `(start, end, source)` of a stretch of the text that stand in the source unbroken."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while start < end:
            last = index + 1 == len(self._pieces)
            stop = end if last else min(end, self._starts[index + 1])
            yield start, stop, self.at(start)
            start, index = stop, index + 1
