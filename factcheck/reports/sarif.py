"""SARIF 2.1.0, which code hosts and editor programs show: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from factcheck.fingerprint import fingerprints
from factcheck.model import Diagnostic, Edit, FileError, FileReport, Fix, RuleText, Severity, Span
from factcheck.model.lines import Lines
from factcheck.reports.json_list import JsonListReporter, dumped
from factcheck.reports.paths import uri
from factcheck.reports.style import Style
from factcheck.reports.summary import Summary
from factcheck.reports.visible import visible_lines
from factcheck.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class SarifReporter(JsonListReporter):
    """Writes the results one by one; the rules they are of and what could not be read follow at the end."""

    separable = False  # a result names its rule by the rule's place among those of the results before
    head = f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"results": ['

    def __init__(self, out: TextIO, style: Style) -> None:
        super().__init__(out, style)
        self._rules: dict[str, RuleText] = {}
        self._notifications: list[dict[str, Any]] = []

    def items(self, report: FileReport) -> Iterator[dict[str, Any]]:
        self._rules = {**self._rules, **report.rules}
        index = {name: place for place, name in enumerate(self._rules)}
        source = _Source(report)
        for found, mark in zip(report.diagnostics, fingerprints(report), strict=True):
            yield {
                "ruleId": found.rule,
                "ruleIndex": index[found.rule],
                "level": _LEVELS[found.severity],
                "message": _message(found.message),
                "locations": [source.location(found.span)],
                "partialFingerprints": {"factcheck/v1": mark},
                **source.fixes(found),
            }

    def fail(self, error: FileError) -> None:
        self._notifications.append(_notification(error))

    def tail(self, summary: Summary) -> str:
        rules = [_descriptor(name, rule) for name, rule in self._rules.items()]
        invocation = {
            "executionSuccessful": not summary.errors,
            "toolExecutionNotifications": self._notifications,
        }
        run = {
            "tool": {"driver": {"name": "factcheck", "semanticVersion": __version__, "rules": rules}},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {"%SRCROOT%": {"description": _message("The folder factcheck was run in.")}},
        }
        return f"],\n {dumped(run)[1:-1]}}}]}}"


class _Source:
    """Places in one article."""

    def __init__(self, report: FileReport) -> None:
        self._lines = Lines(report.document.source)
        self._artifact = _artifact(report.document.path)

    def location(self, span: Span) -> dict[str, Any]:
        return {"physicalLocation": {"artifactLocation": self._artifact, "region": self._region(*span)}}

    def fixes(self, found: Diagnostic) -> dict[str, Any]:
        return {"fixes": [self._fix(found.fix)]} if found.fix else {}

    def _fix(self, fix: Fix) -> dict[str, Any]:
        replacements = [self._replacement(edit) for edit in fix.edits]
        return {
            "description": _message(fix.title),
            "artifactChanges": [{"artifactLocation": self._artifact, "replacements": replacements}],
            "properties": {"safe": fix.safe},
        }

    def _replacement(self, edit: Edit) -> dict[str, Any]:
        return {"deletedRegion": self._region(edit.start, edit.end), "insertedContent": {"text": edit.text}}

    def _region(self, start: int, end: int) -> dict[str, int]:
        first, last = self._lines.position(start), self._lines.position(end)
        return {
            "startLine": first.line,
            "startColumn": first.column,
            "endLine": last.line,
            "endColumn": last.column,
            "charOffset": start,
            "charLength": end - start,
        }


def _artifact(path: str) -> dict[str, str]:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": "%SRCROOT%"}


def _notification(error: FileError) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(error.path)}}
    return {"level": "error", "message": _message(error.message), "locations": [location]}


def _descriptor(name: str, rule: RuleText) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": _message(rule.summary),
        "fullDescription": _message(rule.why),
        "help": {**_message(f"{rule.summary} {rule.why}"), "markdown": _escaped(_help(rule))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _help(rule: RuleText) -> str:
    examples = (
        f"**{label}:**\n\n{_indented(text)}" for label, text in (("Flagged", rule.bad), ("Good", rule.good))
    )
    return "\n\n".join([rule.summary, rule.why, *examples])


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def _message(text: str) -> dict[str, str]:
    return {"text": _escaped(visible_lines(text)).replace("](", "\\](")}  # else a link (SARIF 3.11.6)


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")  # else a placeholder (SARIF 3.11.5)
