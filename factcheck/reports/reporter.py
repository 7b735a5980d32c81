"""What every output format is: results go in one by one, so that a long run shows its first ones at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, TextIO

from factcheck.model import FileError

if TYPE_CHECKING:
    from factcheck.model import FileReport
    from factcheck.reports.style import Style
    from factcheck.reports.summary import Summary


class Reporter(ABC):
    """Writes a report.

    Args:
        out: where to; UTF-8.
        style: what the user wants to see.

    Attributes:
        separable: whether what it says of an article depends on the article and the style alone, not on other
            articles, so that another process can work it out, and it can be kept.
    """

    separable: ClassVar[bool] = False

    def __init__(self, out: TextIO, style: Style) -> None:
        self.out = out
        self.style = style

    @abstractmethod
    def add(self, result: FileReport | FileError) -> None:
        """Write, or keep for the end, the result of one file."""

    @abstractmethod
    def close(self, summary: Summary) -> None:
        """Write the end of the report."""


class ArticleReporter(Reporter):
    """Writes a report article by article."""

    separable = True

    @abstractmethod
    def part(self, report: FileReport) -> str:
        """What the report says of one article; nothing is written."""

    def take(self, part: str) -> None:
        """Write what `part` has made."""
        self.out.write(part)

    def fail(self, error: FileError) -> None:
        """Say that an article could not be checked, where the report has a place for that."""

    def add(self, result: FileReport | FileError) -> None:
        if isinstance(result, FileError):
            self.fail(result)
        else:
            self.take(self.part(result))
