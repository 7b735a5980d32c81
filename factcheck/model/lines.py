"""Lines and columns, as an editor program counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A place in a text; line and column count from 1, columns in Unicode code points."""

    line: int
    column: int


class Lines:
    """Where the lines of a text begin and end.

    A line ends with CR LF, LF or CR and with nothing else: that is what editor programs and the Language
    Server Protocol count. (`str.splitlines` also splits at form feeds and U+2028, and columns would be off.)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        ends = [(match.start(), match.end()) for match in _END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def position(self, offset: int) -> Position:
        """The line and column of the character at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return Position(index + 1, offset - self._starts[index] + 1)

    def bounds(self, line: int) -> tuple[int, int]:
        """Where a line starts and where it ends, without its line end."""
        return self._starts[line - 1], self._ends[line - 1]
