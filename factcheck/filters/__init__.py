"""What is left of a report: known findings, and those of lines nobody has touched, are kept silent.

Filters come after the check, and behind whatever remembers its results: what they leave out depends on the run,
what the check finds does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.errors import UserError
from factcheck.model import FileError, Settings

if TYPE_CHECKING:
    from factcheck.model import Diagnostic, FileReport

__all__ = ["Filter", "filtered"]


class Filter(Protocol):
    """Says which diagnostics of an article are told."""

    def __call__(self, report: FileReport, /) -> tuple[Diagnostic, ...]:
        """Those of the report's diagnostics that are left, in their order.

        Raises:
            UserError: it cannot be said for this article.
        """


def filtered(
    result: FileReport | FileError, filters: Sequence[Filter], settings_for: Callable[[Path], Settings]
) -> FileReport | FileError:
    """A result with what the filters leave of its diagnostics; it fails only because of those.

    Args:
        filters: each gets what the one before has left.
        settings_for: gives the settings of an article, for the severity that fails a run.
    """
    if isinstance(result, FileError) or not filters:
        return result
    path = result.document.path
    try:
        for left in filters:
            result = _with(result, left(result))
        return replace(result, failed=settings_for(Path(path)).fails(result.diagnostics))
    except UserError as error:
        return FileError(path, str(error))


def _with(report: FileReport, left: tuple[Diagnostic, ...]) -> FileReport:
    told = frozenset(left)
    silent = tuple(diagnostic for diagnostic in report.diagnostics if diagnostic not in told)
    return replace(report, diagnostics=left, silent=report.silent + silent)
