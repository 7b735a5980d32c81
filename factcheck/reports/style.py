"""How a report is to look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """The user's wishes for a report.

    Attributes:
        width: cells of a line; text that people read is broken there.
        color: whether to use colour.
        claims: whether to list every statistic with its verdict, also the good ones.
        quiet: nothing but the findings.
    """

    width: int = 110
    color: bool = False
    claims: bool = False
    quiet: bool = False
