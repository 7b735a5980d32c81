"""How often each rule spoke, instead of each finding: where an archive of articles stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.reporter import ArticleReporter
from factcheck.reports.summary import Summary
from factcheck.reports.text import summary_line

if TYPE_CHECKING:
    from factcheck.model import FileReport


class StatisticsReporter(ArticleReporter):
    """Writes a table of the rules at the end, the most frequent first."""

    def part(self, report: FileReport) -> str:
        """Nothing: only the counts of the end are shown."""
        return ""

    def close(self, summary: Summary) -> None:
        for rule, count in sorted(summary.rules.items(), key=lambda item: (-item[1], item[0])):
            self.out.write(f"{count:>7,}  {rule}\n")
        if not self.style.quiet:
            self.out.write(f"{summary_line(summary)}\n")
