"""The report for people: a section for each article that something is to be said of, and a last line for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Severity
from factcheck.reports.reporter import ArticleReporter
from factcheck.reports.standing import Standing
from factcheck.reports.summary import Summary

if TYPE_CHECKING:
    from factcheck.model import FileReport


class TextReporter(ArticleReporter):
    """Writes the sections one by one. What could not be checked is told on standard error."""

    def part(self, report: FileReport) -> str:
        from factcheck.reports.section import section  # a run that finds all of them kept writes none

        return section(report, self.style)

    def close(self, summary: Summary) -> None:
        if not self.style.quiet:
            self.out.write(f"{summary_line(summary)}\n")
            if fixes := fixes_line(summary):
                self.out.write(f"{fixes}\n")


def summary_line(summary: Summary) -> str:
    """The whole run in one line."""
    parts = _found(summary) if summary.articles else ["nothing was checked"]
    if summary.errors:
        parts.append(f"{_many(summary.errors, 'problem')} to mend first")  # a file, a folder or a setting
    return " · ".join(parts)


def _found(summary: Summary) -> list[str]:
    found = [(severity, summary.severities[severity]) for severity in Severity]
    nothing = "no new problems" if summary.silent else "no problems found"
    parts = [
        _many(summary.articles, "article"),
        _statistics(summary),
        ", ".join(_many(count, severity.value) for severity, count in found if count) or nothing,
    ]
    if summary.silent:
        parts.append(f"{_many(summary.silent, 'known finding')} left silent")
    return parts


def fixes_line(summary: Summary) -> str:
    """What has been fixed and what can be, with the options for it; empty where there is nothing to say."""
    parts = []
    if summary.fixed:
        parts.append(f"{_many(summary.fixed, 'problem')} fixed")
    if summary.fixes:
        parts.append(f"{summary.fixes:,} can be fixed with --fix")
    if summary.unsafe_fixes:
        more = " more" if summary.fixes else ""
        parts.append(f"{summary.unsafe_fixes:,}{more} can be fixed with --fix --unsafe-fixes")
    return " · ".join(parts)


def _statistics(summary: Summary) -> str:
    held, total = summary.standings, summary.standings.total()
    counts = ", ".join(f"{held[one]:,} {one}" for one in Standing if held[one])
    return f"{_many(total, 'statistic')}: {counts}" if total else "no statistics"


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 or word == "info" else f"{count:,} {word}s"
