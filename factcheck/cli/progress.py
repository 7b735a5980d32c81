"""How far a long run has come, on standard error, where a person is watching."""

from __future__ import annotations

import sys
import time
from typing import TextIO, TypeVar

T = TypeVar("T")

_MANY = 20  # fewer articles are done before a bar could be read
_EVERY = 0.1  # seconds
_WIDTH = 30


class Progress:
    """A bar in one line that makes way for the report.

    Args:
        total: how many articles there are.
        out: a terminal.
    """

    def __init__(self, total: int, out: TextIO) -> None:
        self._total = total
        self._done = 0
        self._out = out
        self._drawn = 0.0

    def step(self) -> None:
        """One more article is done."""
        self._done += 1
        if time.monotonic() - self._drawn >= _EVERY:
            self._drawn = time.monotonic()
            filled = "━" * (_WIDTH * self._done // self._total)
            self._out.write(f"\r{filled:╌<{_WIDTH}} {self._done:,} of {self._total:,} articles")
            self._out.flush()

    def clear(self) -> None:
        """Wipe the bar away, before something else is written or at the end."""
        if self._drawn:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._drawn = 0.0


def watched(total: int) -> Progress | None:
    """The bar of a run, None where nobody watches or it is soon over."""
    return Progress(total, sys.stderr) if total >= _MANY and sys.stderr.isatty() else None
