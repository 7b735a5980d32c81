"""Fixes carried out in files: checked articles in, their reports after the fixes out, and the files rewritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from factcheck.documents import encode, read_again
from factcheck.errors import UserError
from factcheck.fixing import settle
from factcheck.linter import Linter
from factcheck.model import Document, FileError, FileReport, Settings
from factcheck.writing import rewrite_file


class Mender:
    """Carries out the fixes of reports.

    Args:
        settings_for: the settings that hold for the article at a path.
        unsafe: whether to carry out also those fixes that may change what an article says.
    """

    def __init__(self, settings_for: Callable[[Path], Settings], *, unsafe: bool = False) -> None:
        self._settings_for = settings_for
        self._unsafe = unsafe
        self._linter = lru_cache(Linter)  # made only where there is something to mend

    def mend(self, report: FileReport) -> FileReport:
        """The report of an article after its fixes, its text in `document.source`; nothing is written.

        Raises:
            UserError: the settings for the article, or those in it after a fix, are not valid.
        """
        settled = settle(report, partial(self._check, report.document), unsafe=self._unsafe)
        if not settled.fixed:
            return report
        settings = self._settings_for(Path(report.document.path))
        return replace(settled, failed=settings.fails(settled.diagnostics))

    def _check(self, document: Document, text: str) -> FileReport:
        linter = self._linter(self._settings_for(Path(document.path)))
        return linter.check_document(read_again(document, text))


def write(before: FileReport, after: FileReport) -> FileError | None:
    """Put a mended text in the place of the file it was read from; what went wrong where it could not be done."""
    if not after.fixed:
        return None
    path = before.document.path
    try:
        rewrite_file(Path(path), as_bytes(before.document), as_bytes(after.document))
    except UserError as error:
        return FileError.of(error, path)
    return None


def as_bytes(document: Document) -> bytes:
    """The file of a document, in the encoding it was read in.

    Raises:
        UserError: that encoding lacks a character of the text.
    """
    return encode(document.source, document.encoding, document.path, marked=document.marked)
