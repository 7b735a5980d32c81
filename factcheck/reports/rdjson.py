"""Reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model import FileReport, Fix, Severity, Span
from factcheck.model.lines import Lines
from factcheck.reports.json_list import JsonListReporter
from factcheck.reports.paths import relative
from factcheck.reports.summary import Summary
from factcheck.reports.visible import visible_lines

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class RdjsonReporter(JsonListReporter):
    """Writes one diagnostic a finding, its fix as a suggestion."""

    head = '{"source": {"name": "factcheck"}, "diagnostics": ['

    def items(self, report: FileReport) -> Iterator[dict[str, Any]]:
        path, source = relative(report.document.path), report.document.source
        lines = Lines(source)
        for found in report.diagnostics:
            yield {
                "message": visible_lines(found.message),
                "location": {"path": path, "range": _range(found.span, source, lines)},
                "severity": _SEVERITIES[found.severity],
                "code": {"value": found.rule},
                "suggestions": [_suggestion(found.fix, source, lines)] if found.fix else [],
            }

    def tail(self, summary: Summary) -> str:
        return "]}"


def _suggestion(fix: Fix, source: str, lines: Lines) -> dict[str, Any]:
    """All edits as one: reviewdog takes several suggestions for so many alternatives."""
    edits = sorted(fix.edits, key=lambda edit: edit.start)
    whole = Span(edits[0].start, max(edit.end for edit in edits))
    text, at = "", whole.start
    for edit in edits:
        text += source[at : edit.start] + edit.text
        at = edit.end
    return {"range": _range(whole, source, lines), "text": text}


def _range(span: Span, source: str, lines: Lines) -> dict[str, Any]:
    return {"start": _position(span.start, source, lines), "end": _position(span.end, source, lines)}


def _position(offset: int, source: str, lines: Lines) -> dict[str, int]:
    """Line and column from 1; reviewdog's columns count the bytes of UTF-8."""
    line, column = lines.position(offset)
    before = source[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
