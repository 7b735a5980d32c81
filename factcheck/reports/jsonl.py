"""The report for programs that read along: one JSON object a line, for long runs."""

from __future__ import annotations

from factcheck.model import FileError, FileReport
from factcheck.reports.json import file_object, summary_object
from factcheck.reports.json_list import dumped
from factcheck.reports.reporter import Reporter
from factcheck.reports.summary import Summary


class JsonlReporter(Reporter):
    """Writes a line for each file, and a last one with the counts; nothing is held back until the end."""

    def add(self, result: FileReport | FileError) -> None:
        if isinstance(result, FileError):
            line = {"path": result.path, "error": result.message}
        else:
            line = file_object(result)
        self.out.write(f"{dumped(line)}\n")
        self.out.flush()

    def close(self, summary: Summary) -> None:
        self.out.write(f"{dumped({'summary': summary_object(summary)})}\n")
