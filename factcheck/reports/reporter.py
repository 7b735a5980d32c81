"""What every output format is: results go in one by one, so that a long run shows its first ones at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from factcheck.model import FileError, FileReport
    from factcheck.reports.style import Style
    from factcheck.reports.summary import Summary


class Reporter(ABC):
    """Writes a report.

    Args:
        out: where to; UTF-8.
        style: what the user wants to see.
    """

    def __init__(self, out: TextIO, style: Style) -> None:
        self.out = out
        self.style = style

    @abstractmethod
    def add(self, result: FileReport | FileError) -> None:
        """Write, or keep for the end, the result of one file."""

    @abstractmethod
    def close(self, summary: Summary) -> None:
        """Write the end of the report."""
