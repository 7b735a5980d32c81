"""One article's section of the report for people: each finding under the words it is about, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from factcheck.model import Diagnostic, Document, FileReport, JudgedClaim, Severity
from factcheck.reports.excerpt import excerpts
from factcheck.reports.standing import standing
from factcheck.reports.style import Style
from factcheck.reports.visible import no_commands, visible, visible_path
from factcheck.reports.where import Where

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_GUTTER = 9  # cells before the source text: "     5 │ "
_INDENT = " " * 7


def section(report: FileReport, style: Style) -> str:
    """What is said of an article, in whole lines; empty where that is nothing."""
    return "".join(f"{line.rstrip()}\n" for line in _Section(style).lines(report))


class _Section:
    """Lines in one style."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def lines(self, report: FileReport) -> Iterator[str]:
        claims = report.claims if self._style.claims else ()
        if not report.diagnostics and not claims:
            return
        where = Where(report.document)
        yield self._styled(visible_path(report.document.path), bold=True)
        for diagnostic in report.diagnostics:
            yield ""
            yield from self._diagnostic(diagnostic, report.document, where)
        if claims:
            yield ""
            yield self._styled("  Statistics", bold=True)
        for judged in claims:
            yield _claim(judged, where)
            for key in judged.judgement.references:
                if (reference := report.references.get(key)) is not None:
                    yield self._wrapped(f"{reference.says}. {reference.source}")
        yield ""

    def _diagnostic(self, found: Diagnostic, document: Document, where: Where) -> Iterator[str]:
        color = _COLORS[found.severity]
        severity = self._styled(f"{found.severity:<7}", fg=color)
        yield f"  {where(found.span.start):<7} {severity} {self._styled(found.rule, bold=True)}"
        for excerpt in excerpts(document.source, where.lines, found.span, self._style.width - _GUTTER):
            marked, number = self._styled(excerpt.marked, fg=color), excerpt.line if document.editable else ""
            yield f"{number:>6} │ {excerpt.before}{marked}{excerpt.after}"
            yield f"       │ {self._styled(excerpt.underline, fg=color)}"
        for part in found.message.split("\n"):
            yield self._wrapped(part)

    def _wrapped(self, text: str) -> str:
        filled = textwrap.fill(
            visible(text),
            max(self._style.width, 40),
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_long_words=False,  # an address must stay whole to be clicked
            break_on_hyphens=False,
        )
        return no_commands(filled)

    def _styled(self, text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
        return click.style(text, fg=fg, bold=bold) if self._style.color else text


def _claim(judged: JudgedClaim, where: Where) -> str:
    number = visible(judged.claim.quantity.text)
    return f"  {where(judged.claim.number.start):<7} {standing(judged):<16} {number}"
