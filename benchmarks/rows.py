"""What `speed.py` measures: one row of its table for each promise, each a ratio of two times or sizes.

A row's function runs both sides in turn, round by round, in one process or one after the other, so that whatever
else the machine does falls on both; what is reported is the median of the rounds' ratios, with the lowest and
highest.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One promise and how it is kept.

    Attributes:
        name: what is measured, against what.
        ratios: one for each round.
        least, most: the bounds that the median is to keep.
        note: the absolute figures, in plain words.
    """

    name: str
    ratios: tuple[float, ...]
    least: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def median(self) -> float:
        """The median of the rounds."""
        return median(self.ratios)

    @property
    def kept(self) -> bool:
        """Whether the median is within the bounds."""
        return (self.least is None or self.median >= self.least) and (
            self.most is None or self.median <= self.most
        )

    @property
    def wanted(self) -> str:
        """The bounds, as the table shows them."""
        bounds = [f"≥ {self.least:g}"] if self.least is not None else []
        return ", ".join(bounds + ([f"≤ {self.most:g}"] if self.most is not None else []))

    def __str__(self) -> str:
        kept = ("kept  " if self.kept else "MISSED") if self.wanted else "      "
        wanted = f", wanted {self.wanted}" if self.wanted else ""
        spread = f"{self.median:.3f} ({min(self.ratios):.3f}–{max(self.ratios):.3f})"
        return f"{kept} {self.name}: {spread}{wanted}; {self.note}"

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "name": self.name,
            "median": round(self.median, 3),
            "low": round(min(self.ratios), 3),
            "high": round(max(self.ratios), 3),
            "rounds": len(self.ratios),
            "least": self.least,
            "most": self.most,
            "kept": self.kept,
            "note": self.note,
        }


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes this process, in seconds of its processor: other programs cost it nothing."""
    begin = time.process_time()
    work()
    return time.process_time() - begin
