"""One line a finding, `path:line:column: severity rule message`: for grep and for editor programs."""

from __future__ import annotations

from factcheck.model import FileError, FileReport
from factcheck.model.lines import Lines
from factcheck.reports.reporter import Reporter
from factcheck.reports.summary import Summary
from factcheck.reports.visible import visible


class ShortReporter(Reporter):
    """Writes the first line of every message: what is wrong."""

    def add(self, result: FileReport | FileError) -> None:
        if isinstance(result, FileError):
            return  # told on standard error
        lines = Lines(result.document.source)
        for found in result.diagnostics:
            line, column = lines.position(found.span.start)
            message = visible(found.message.partition("\n")[0])
            path = visible(result.document.path)
            self.out.write(f"{path}:{line}:{column}: {found.severity} {found.rule} {message}\n")

    def close(self, summary: Summary) -> None:
        """Nothing follows the last finding."""
