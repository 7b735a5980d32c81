"""Workflow commands of GitHub Actions: each finding becomes an annotation at its line.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions; the escapes are those of
`@actions/core` (packages/core/src/command.ts), without which a text could end its command and begin another.
"""

from __future__ import annotations

from factcheck.model import Diagnostic, FileError, FileReport, Severity
from factcheck.model.lines import Lines
from factcheck.reports.paths import relative
from factcheck.reports.reporter import Reporter
from factcheck.reports.summary import Summary
from factcheck.reports.visible import visible, visible_lines

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


class GithubReporter(Reporter):
    """Writes one command a finding."""

    def add(self, result: FileReport | FileError) -> None:
        if isinstance(result, FileError):
            self._command("error", result.message, file=relative(result.path), title="factcheck")
            return
        path, lines = relative(result.document.path), Lines(result.document.source)
        for found in result.diagnostics:
            where = _where(found, lines)
            title = f"{found.rule} (factcheck)"
            self._command(_COMMANDS[found.severity], found.message, file=path, **where, title=title)

    def _command(self, name: str, message: str, **properties: str | int) -> None:
        given = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items())
        self.out.write(f"::{name} {given}::{_escaped(visible_lines(message), _DATA)}\n")

    def close(self, summary: Summary) -> None:
        """Nothing follows the last command."""


def _where(found: Diagnostic, lines: Lines) -> dict[str, int]:
    """The place; columns only within one line, as GitHub takes them."""
    first, last = lines.position(found.span.start), lines.position(found.span.end)
    if first.line != last.line:
        return {"line": first.line, "endLine": last.line}
    return {"line": first.line, "endLine": last.line, "col": first.column, "endColumn": last.column}


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return visible("".join(escapes.get(character, character) for character in text))
