"""The report for people: each finding under the words it is about, what is wrong, what to write, and why."""

from __future__ import annotations

import textwrap
from typing import TextIO

import click

from factcheck.model import Diagnostic, Document, FileError, FileReport, JudgedClaim, Severity
from factcheck.reports.excerpt import excerpts
from factcheck.reports.reporter import Reporter
from factcheck.reports.standing import Standing, standing
from factcheck.reports.style import Style
from factcheck.reports.summary import Summary
from factcheck.reports.visible import visible
from factcheck.reports.where import Where

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_GUTTER = 9  # cells before the source text: "     5 │ "
_INDENT = " " * 7


class TextReporter(Reporter):
    """Writes one section for each article that something is to be said of, and a last line for all."""

    def __init__(self, out: TextIO, style: Style) -> None:
        super().__init__(out, style)
        self._first = True

    def add(self, result: FileReport | FileError) -> None:
        if isinstance(result, FileError):
            return  # told on standard error
        claims = result.claims if self.style.claims else ()
        if not result.diagnostics and not claims:
            return
        where = Where(result.document)
        self._line(self._styled(visible(result.document.path), bold=True))
        for diagnostic in result.diagnostics:
            self._line()
            self._diagnostic(diagnostic, result.document, where)
        if claims:
            self._line()
            self._line(self._styled("  Statistics", bold=True))
        for judged in claims:
            self._claim(judged, where)
            for key in judged.judgement.references:
                if (reference := result.references.get(key)) is not None:
                    self._line(self._wrapped(f"{reference.says}. {reference.source}"))
        self._line()

    def close(self, summary: Summary) -> None:
        if not self.style.quiet:
            self._line(summary_line(summary))
            if fixes := fixes_line(summary):
                self._line(fixes)

    def _diagnostic(self, found: Diagnostic, document: Document, where: Where) -> None:
        color = _COLORS[found.severity]
        severity = self._styled(f"{found.severity:<7}", fg=color)
        self._line(f"  {where(found.span.start):<7} {severity} {self._styled(found.rule, bold=True)}")
        for excerpt in excerpts(document.source, where.lines, found.span, self.style.width - _GUTTER):
            marked, number = self._styled(excerpt.marked, fg=color), excerpt.line if document.editable else ""
            self._line(f"{number:>6} │ {excerpt.before}{marked}{excerpt.after}")
            self._line(f"       │ {self._styled(excerpt.underline, fg=color)}")
        for part in found.message.split("\n"):
            self._line(self._wrapped(part))

    def _claim(self, judged: JudgedClaim, where: Where) -> None:
        told = standing(judged)
        number = visible(judged.claim.quantity.text)
        self._line(f"  {where(judged.claim.number.start):<7} {told:<16} {number}")

    def _wrapped(self, text: str) -> str:
        return textwrap.fill(
            visible(text),
            max(self.style.width, 40),
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_long_words=False,  # an address must stay whole to be clicked
            break_on_hyphens=False,
        )

    def _styled(self, text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
        return click.style(text, fg=fg, bold=bold) if self.style.color else text

    def _line(self, text: str = "") -> None:
        self.out.write(f"{text.rstrip()}\n")


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
