"""Only what changed lines bring in: the findings of lines that differ from a revision of the git repository."""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import UserError
from factcheck.filters.git import Repository, top_of
from factcheck.model import Diagnostic, Document, FileReport, Span


class Changes:
    """A filter that leaves the findings whose words stand on a line that differs from a revision.

    What is said of the whole article (that no number to call is in it, say) is left where anything in it differs;
    so is every finding of a file that is new, or has no lines, as a Word file.

    Args:
        revision: any name that git has for a commit.
        paths: what is to be checked, in the git repository of the folder at hand.

    Raises:
        UserError: git does not know the revision, the folder at hand is in no repository, one of the paths lies
            outside of it, or there is no git.
    """

    def __init__(self, revision: str, paths: Iterable[Path]) -> None:
        self._repository = Repository(top_of(_real(Path())), revision)
        for path in paths:
            self._inside(path)

    def __call__(self, report: FileReport) -> tuple[Diagnostic, ...]:
        change = self._repository.change(self._inside(Path(report.document.path)))
        if change is None:
            return ()
        if change.lines is None:
            return report.diagnostics
        touched = _Touched(report.document, change.lines)
        return tuple(diagnostic for diagnostic in report.diagnostics if touched(diagnostic.span))

    def _inside(self, path: Path) -> Path:
        """Where a file or folder really lies, which is in the working tree."""
        real, top = _real(path), self._repository.top
        if not real.is_relative_to(top):
            raise UserError(
                f"is not in the git repository {top}; run factcheck in the one it is in", path=str(path)
            )
        return real


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
