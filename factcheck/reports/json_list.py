"""A JSON document around one long list, each item of it written as soon as it is known."""

from __future__ import annotations

import json
import re
from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, TextIO

from factcheck.reports.reporter import ArticleReporter
from factcheck.reports.style import Style
from factcheck.reports.summary import Summary

if TYPE_CHECKING:
    from factcheck.model import FileReport


class JsonListReporter(ArticleReporter):
    """Writes the head, the items and the tail of the document."""

    head: ClassVar[str] = "["

    def __init__(self, out: TextIO, style: Style) -> None:
        super().__init__(out, style)
        self._before = self.head  # what stands before the next item

    @abstractmethod
    def items(self, report: FileReport) -> Iterator[dict[str, Any]]:
        """What the list says of one file, as JSON values."""

    def tail(self, summary: Summary) -> str:
        """What follows the last item."""
        return "]"

    def part(self, report: FileReport) -> str:
        return ",\n  ".join(map(dumped, self.items(report)))

    def take(self, part: str) -> None:
        if part:
            self.out.write(f"{self._before}\n  {part}")
            self._before = ","

    def close(self, summary: Summary) -> None:
        if self._before != ",":
            self.out.write(self._before)
        self.out.write(f"{self.tail(summary)}\n")


# What JSON allows, but acts on a terminal or is no text: C1 controls, Unicode's line ends and reading directions,
# surrogates, noncharacters.
_ACTING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def dumped(value: Any, indent: int | None = None) -> str:
    """JSON that shows nothing but text: in one line, or in several that are set in by so many blanks a level."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
