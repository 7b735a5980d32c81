"""What the reports of a run say of one article: worked out in whichever process checks it, and kept.

A second run over the same articles, and a process that others work for, only write it down. What is kept is
JSON read back type by type, and nothing in it may act on a terminal or a build server: whoever can write to the
cache can lie, but no more.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from factcheck.reports import reporter
from factcheck.reports.reporter import ArticleReporter
from factcheck.reports.style import Style
from factcheck.reports.summary import Counts
from factcheck.reports.visible import no_commands

if TYPE_CHECKING:
    from factcheck.model import FileReport

# Control characters but line ends, and escape sequences that do more than colour.
_ACTING: Final = re.compile(r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]|\x1b(?!\[[\d;]{0,8}m)")


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an article.

    Attributes:
        path: the article's, as the user named it.
        parts: one for each report.
        counts: what the summary counts of it.
        failed: a diagnostic is grave enough to fail the run.
        empty: there is nothing in it to check.
    """

    path: str
    parts: tuple[str, ...]
    counts: Counts
    failed: bool
    empty: bool


class Teller:
    """Says what some reports say of an article. It may be sent to another process.

    Args:
        reports: the format and the style of each; all of them `separable`.

    Attributes:
        key: changes with everything but the article's report that the parts depend on.
    """

    def __init__(self, *reports: tuple[str, Style]) -> None:
        self._reports = reports
        self.key = repr((reports, str(Path.cwd())))  # some formats name a file from the folder at hand on

    def __call__(self, report: FileReport) -> Told:
        """What is said of one article."""
        parts = tuple(_reporter(format, style).part(report) for format, style in self._reports)
        empty = not report.document.source.strip()
        return Told(report.document.path, parts, Counts.of(report), report.failed, empty)

    @staticmethod
    def dump(told: Told) -> bytes:
        """As bytes, without the path, which need not be text."""
        return msgspec.json.encode(replace(told, path=""))

    @staticmethod
    def load(data: bytes, path: str) -> Told:
        """What `dump` has made bytes of, under a path.

        Raises:
            msgspec.MsgspecError, UnicodeDecodeError: they are damaged.
        """
        told = _decoder().decode(data)
        if any(_ACTING.search(part) or no_commands(part) != part for part in told.parts):
            raise msgspec.ValidationError("it would act on whatever shows it")
        return replace(told, path=path)


@cache
def _decoder() -> msgspec.json.Decoder[Told]:
    return msgspec.json.Decoder(Told)


@cache
def _reporter(format: str, style: Style) -> ArticleReporter:
    made = reporter(format, io.StringIO(), style)
    assert isinstance(made, ArticleReporter)
    return made
