"""One line a finding, `path:line:column: severity rule message`: for grep and for editor programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.lines import Lines
from factcheck.reports.reporter import ArticleReporter
from factcheck.reports.summary import Summary
from factcheck.reports.visible import visible, visible_path

if TYPE_CHECKING:
    from factcheck.model import Diagnostic, FileReport


class ShortReporter(ArticleReporter):
    """Writes the first line of every message: what is wrong. Other errors are told on standard error."""

    def part(self, report: FileReport) -> str:
        lines, path = Lines(report.document.source), visible_path(report.document.path)
        return "".join(_line(found, path, lines) for found in report.diagnostics)

    def close(self, summary: Summary) -> None:
        """Nothing follows the last finding."""


def _line(found: Diagnostic, path: str, lines: Lines) -> str:
    line, column = lines.position(found.span.start)
    message = visible(found.message.partition("\n")[0])
    return f"{path}:{line}:{column}: {found.severity} {found.rule} {message}\n"
