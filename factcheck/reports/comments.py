"""Findings as comments in a copy of the Word file they are about, for an editor who works in Word."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.documents.word_comments import Comment, commented
from factcheck.model import FileReport, Severity
from factcheck.reports.visible import visible

_AUTHOR = "factcheck"
_INITIALS = "fc"
_LONGEST = 120  # characters of the words that a comment repeats
_SEVERITIES = {
    Severity.ERROR: "must not be published",
    Severity.WARNING: "look at it",
    Severity.INFO: "nothing to do",
}


def annotated(report: FileReport, data: bytes) -> bytes:
    """A copy of a Word file with each finding as a comment on its words.

    Args:
        data: the file that the report is of.

    Raises:
        UserError: it is damaged, locked with a password, or made to do harm.
    """
    return commented(data, report.document.path, list(_comments(report)), _AUTHOR, _INITIALS)


def _comments(report: FileReport) -> Iterator[Comment]:
    for found in report.diagnostics:
        words = " ".join(report.document.source[slice(*found.span)].split())
        if len(words) > _LONGEST:
            words = f"{words[:_LONGEST].rstrip()}…"
        rule = f"{found.severity.capitalize()} ({_SEVERITIES[found.severity]}) · rule {found.rule}"
        lines = (*found.message.split("\n"), rule)
        yield Comment(found.span, visible(words), tuple(map(visible, lines)))
