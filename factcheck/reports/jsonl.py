"""The report for programs that read along: one JSON object a line, for long runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.json import file_object, summary_object
from factcheck.reports.json_list import dumped
from factcheck.reports.reporter import ArticleReporter
from factcheck.reports.summary import Summary

if TYPE_CHECKING:
    from factcheck.model import FileError, FileReport


class JsonlReporter(ArticleReporter):
    """Writes a line for each file, and a last one with the counts; nothing is held back until the end."""

    def part(self, report: FileReport) -> str:
        return f"{dumped(file_object(report))}\n"

    def fail(self, error: FileError) -> None:
        self.take(f"{dumped({'path': error.path, 'error': error.message})}\n")

    def take(self, part: str) -> None:
        self.out.write(part)
        self.out.flush()

    def close(self, summary: Summary) -> None:
        self.out.write(f"{dumped({'summary': summary_object(summary)})}\n")
