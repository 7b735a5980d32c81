"""Only what changed lines bring in: the findings of lines that differ from a revision of the git repository."""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from factcheck.filters.git import Repository, top_of
from factcheck.model import Diagnostic, Document, FileReport, Span


class Changes:
    """A filter that leaves the findings whose words stand on a line that differs from a revision.

    What is said of the whole article (that no number to call is in it, say) is left where anything in it differs;
    so is every finding of a file that is new, or has no lines, as a Word file.

    Args:
        revision: any name that git has for a commit.
        paths: what is to be checked; articles may also come from other repositories.

    Raises:
        UserError: git does not know the revision, one of the paths is in no repository, or there is no git.
    """

    def __init__(self, revision: str, paths: Iterable[Path]) -> None:
        self._top_of = cache(top_of)
        self._repository = cache(lambda top: Repository(top, revision))
        for path in paths:
            folder = path if path.is_dir() else path.parent
            if folder.is_dir():  # else there will be nothing to check
                self._repository(self._top_of(_real(folder)))

    def __call__(self, report: FileReport) -> tuple[Diagnostic, ...]:
        path = _real(Path(report.document.path))
        change = self._repository(self._top_of(path.parent)).change(path)
        if change is None:
            return ()
        if change.lines is None:
            return report.diagnostics
        touched = _Touched(report.document, change.lines)
        return tuple(diagnostic for diagnostic in report.diagnostics if touched(diagnostic.span))


class _Touched:
    """Whether a stretch of a changed document meets a changed line."""

    def __init__(self, document: Document, lines: tuple[range, ...]) -> None:
        source = document.source
        self._lines = lines
        self._headline = document.headline
        self._stops = [line.stop for line in lines]
        self._ends = [match.start() for match in re.finditer("\n", source)]  # lines as git counts them

    def __call__(self, span: Span) -> bool:
        if span == self._headline:
            return True
        first = bisect_left(self._ends, span.start) + 1
        last = bisect_left(self._ends, max(span.start, span.end - 1)) + 1
        index = bisect_right(self._stops, first)
        return index < len(self._lines) and self._lines[index].start <= last


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
