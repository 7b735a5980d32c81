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
    """A bar in one line that makes way for the report; a count where nobody knows how long it will be.

    Args:
        total: how many articles there are, if that is known.
        out: a terminal.
    """

    def __init__(self, total: int | None, out: TextIO) -> None:
        self._total = total
        self._done = 0
        self._out = out
        self._drawn = 0.0

    def step(self) -> None:
        """One more article is done."""
        self._done += 1
        if time.monotonic() - self._drawn >= _EVERY:
            self._drawn = time.monotonic()
            self._out.write(f"\r{self._told()}")
            self._out.flush()

    def _told(self) -> str:
        if self._total is None:
            return f"{self._done:,} articles"
        filled = "━" * (_WIDTH * self._done // self._total)
        return f"{filled:╌<{_WIDTH}} {self._done:,} of {self._total:,} articles"

    def clear(self) -> None:
        """Wipe the bar away, before something else is written or at the end."""
        if self._drawn:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._drawn = 0.0


def watched(total: int | None) -> Progress | None:
    """The bar of a run, None where nobody watches or it is soon over."""
    long = total is None or total >= _MANY
    return Progress(total, sys.stderr) if long and sys.stderr.isatty() else None
