"""The report for programs: one JSON object, its keys as docs/report.md lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from factcheck.model.lines import Lines
from factcheck.reports.json_list import JsonListReporter, dumped
from factcheck.reports.style import Style
from factcheck.reports.summary import Summary

if TYPE_CHECKING:
    from factcheck.model import Diagnostic, FileError, FileReport, Fix, JudgedClaim

VERSION = 1


class JsonReporter(JsonListReporter):
    """Writes each file's part as soon as it is known; the errors and the summary follow at the end."""

    head = f'{{"version": {VERSION},\n "files": ['

    def __init__(self, out: TextIO, style: Style) -> None:
        super().__init__(out, style)
        self._errors: list[dict[str, Any]] = []

    def items(self, report: FileReport) -> Iterator[dict[str, Any]]:
        yield file_object(report)

    def fail(self, error: FileError) -> None:
        self._errors.append({"path": error.path, "message": error.message})

    def tail(self, summary: Summary) -> str:
        return f'],\n "errors": {dumped(self._errors)},\n "summary": {dumped(summary_object(summary))}}}'


def file_object(report: FileReport) -> dict[str, Any]:
    """One file's claims and diagnostics as JSON values."""
    lines = Lines(report.document.source)
    return {
        "path": report.document.path,
        "claims": [claim_object(judged) for judged in report.claims],
        "diagnostics": [diagnostic_object(diagnostic, lines) for diagnostic in report.diagnostics],
    }


def claim_object(judged: JudgedClaim) -> dict[str, Any]:
    """A claim with its verdict as JSON values; offsets in code points of the source, from 0."""
    claim, judgement = judged.claim, judged.judgement
    span, number = claim.span, claim.number
    return {
        "start": span.start,
        "end": span.end,
        "text": claim.text,
        "number": {"start": number.start, "end": number.end, "text": claim.quantity.text},
        "verdict": judgement.verdict.value,
        "measure": judgement.measure,
        "place": claim.places[0] if claim.places else None,
        "period": str(claim.period) if claim.period else None,
        "stance": claim.stance.value,
        "references": list(judgement.references),
    }


def diagnostic_object(diagnostic: Diagnostic, lines: Lines) -> dict[str, Any]:
    """A diagnostic as JSON values; lines and columns from 1, the end column just behind the last character."""
    start, end = lines.position(diagnostic.span.start), lines.position(diagnostic.span.end)
    return {
        "rule": diagnostic.rule,
        "family": diagnostic.family,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "start": diagnostic.span.start,
        "end": diagnostic.span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "references": list(diagnostic.references),
        "fix": _fix_object(diagnostic.fix),
    }


def _fix_object(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def summary_object(summary: Summary) -> dict[str, Any]:
    """The counts of a run as JSON values."""
    return {
        "files": summary.articles,
        "errors": summary.errors,
        "claims": {verdict.value: count for verdict, count in sorted(summary.verdicts.items())},
        "diagnostics": {severity.value: count for severity, count in sorted(summary.severities.items())},
        "rules": dict(sorted(summary.rules.items())),
        "fixable": summary.fixes,
        "fixable_unsafely": summary.unsafe_fixes,
        "fixed": summary.fixed,
        "silent": summary.silent,
    }
