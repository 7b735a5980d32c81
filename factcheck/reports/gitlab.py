"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from factcheck.fingerprint import fingerprints
from factcheck.model import FileReport, Severity
from factcheck.model.lines import Lines
from factcheck.reports.json_list import JsonListReporter
from factcheck.reports.paths import relative
from factcheck.reports.visible import visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabReporter(JsonListReporter):
    """Writes one violation a finding. GitLab compares those of two branches by their fingerprints."""

    def items(self, report: FileReport) -> Iterator[dict[str, Any]]:
        path, lines = relative(report.document.path), Lines(report.document.source)
        for found, mark in zip(report.diagnostics, fingerprints(report), strict=True):
            begin, end = lines.position(found.span.start).line, lines.position(found.span.end).line
            yield {
                "description": visible(" ".join(found.message.split())),
                "check_name": found.rule,
                "fingerprint": _of_file(mark, path),
                "severity": _SEVERITIES[found.severity],
                "location": {"path": path, "lines": {"begin": begin, "end": end}},
            }


def _of_file(mark: str, path: str) -> str:
    """GitLab shows one of all violations of one fingerprint, in whatever file they are."""
    return blake2b(f"{mark} {path}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
