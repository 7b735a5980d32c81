"""How often each rule spoke, instead of each finding: where an archive of articles stands."""

from __future__ import annotations

from factcheck.model import FileError, FileReport
from factcheck.reports.reporter import Reporter
from factcheck.reports.summary import Summary
from factcheck.reports.text import summary_line


class StatisticsReporter(Reporter):
    """Writes a table of the rules at the end, the most frequent first."""

    def add(self, result: FileReport | FileError) -> None:
        """Only the counts of the end are shown."""

    def close(self, summary: Summary) -> None:
        for rule, count in sorted(summary.rules.items(), key=lambda item: (-item[1], item[0])):
            self.out.write(f"{count:>7,}  {rule}\n")
        if not self.style.quiet:
            self.out.write(f"{summary_line(summary)}\n")
