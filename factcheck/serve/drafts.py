"""A draft as the page sends it, and what is made of it: its report, and files to keep."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final, Literal

import msgspec

from factcheck import documents
from factcheck.config import country_code
from factcheck.errors import UserError
from factcheck.filters import filtered
from factcheck.fingerprint import fingerprints
from factcheck.linter import Linter
from factcheck.model import Diagnostic, FileReport, Format
from factcheck.reports import Style, Summary, reporter
from factcheck.reports.comments import annotated
from factcheck.serve.word import as_word

MOST_TEXT: Final = 1_000_000  # characters; a long book has as many
_BLOCKS: Final = 5_000  # paragraphs of the drafts at hand, together some ten megabytes
_UNSAID: Final = re.compile(r"[^\w .()-]")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the page.

    Attributes:
        name: that of the file it came from.
        countries: the readers'; empty: as the settings or the text say.
        ignored: fingerprints of findings that the editor has silenced.
        silent: rules that the editor has silenced for this draft.
        word: the Word file that the text still is, in base64; empty where there is none.
    """

    text: str
    name: str = "draft.md"
    format: Literal["markdown", "html", "text"] = "markdown"
    countries: tuple[str, ...] = ()
    ignored: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    word: str = ""


class Made(msgspec.Struct, frozen=True):
    """A file to keep."""

    data: bytes
    type: str
    name: str


class Desk:
    """Checks drafts, all with one linter.

    Args:
        linter: with the settings that hold where the command was given.
    """

    def __init__(self, linter: Linter) -> None:
        linter.reader.remember(_BLOCKS)  # only the paragraph that was changed is read again
        self.linter = linter

    def check(self, draft: Draft) -> FileReport:
        """The whole report; what the editor has silenced is in it.

        Raises:
            UserError: it is too long, its countries are none, or its front matter is not valid.
        """
        if len(draft.text) > MOST_TEXT:
            problem = f"is longer than the {MOST_TEXT:,} characters that this page checks; try `factcheck check`"
            raise UserError(problem, path=file_name(draft.name))
        data = draft.text.encode("utf-8", "surrogatepass")
        return self._linter(draft).check_bytes(data, file_name(draft.name), Format(draft.format))

    def make(self, kind: str, draft: Draft) -> Made:
        """A file of what was found, without what the editor has silenced.

        Args:
            kind: one of `KINDS`.

        Raises:
            UserError: as `check`.
        """
        return KINDS[kind](self, draft)

    def _linter(self, draft: Draft) -> Linter:
        if not draft.countries:
            return self.linter
        try:
            countries = tuple(map(country_code, draft.countries))
        except ValueError as error:
            raise UserError(str(error)) from None
        return self.linter.sharing(replace(self.linter.settings, countries=countries))

    def _told(self, draft: Draft, report: FileReport) -> FileReport:
        def spoken(report: FileReport) -> tuple[Diagnostic, ...]:
            marked = zip(report.diagnostics, fingerprints(report), strict=True)
            return tuple(d for d, mark in marked if d.rule not in draft.silent and mark not in draft.ignored)

        left = filtered(report, [spoken], lambda _: self.linter.settings)
        assert isinstance(left, FileReport)  # no file was asked for
        return left

    def _report(self, format: str, type: str, ending: str, draft: Draft) -> Made:
        report = self._told(draft, self.check(draft))
        return Made(written(report, format).encode(), type, _with_ending(draft.name, ending))

    def _word(self, draft: Draft) -> Made:
        """The Word file with comments: the editor's own where the text is still that, else a new one."""
        name = _with_ending(draft.name, ".docx")
        text = documents.read(draft.text.encode("utf-8", "surrogatepass"), name, Format(draft.format))
        data = _from_base64(draft.word, name) if draft.word else as_word(text)
        report = self._linter(draft).check_bytes(data, name, Format.DOCX)
        comments = annotated(self._told(draft, report), data)
        return Made(comments, _WORD, _with_ending(draft.name, ".comments.docx"))


_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Final[Mapping[str, Callable[[Desk, Draft], Made]]] = {
    "report": lambda desk, draft: desk._report("html", "text/html; charset=utf-8", ".report.html", draft),
    "claimreview": lambda desk, draft: desk._report("claimreview", "application/ld+json", ".jsonld", draft),
    "word": lambda desk, draft: desk._word(draft),
}


def written(report: FileReport, format: str) -> str:
    """One article's report, as `factcheck check --format` writes it."""
    out, summary = io.StringIO(), Summary()
    made = reporter(format, out, Style())
    made.add(report)
    summary.add(report)
    made.close(summary)
    return out.getvalue()


def file_name(name: str) -> str:
    """A name that is only a name: no folder, nothing that acts."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return _UNSAID.sub("_", last).strip(" .")[:120] or "draft.md"


def _with_ending(name: str, ending: str) -> str:
    return PurePosixPath(file_name(name)).stem + ending


def _from_base64(text: str, name: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except NotBase64:
        raise UserError("is no Word file", path=name) from None
