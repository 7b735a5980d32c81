"""GitLab's code quality report."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from factcheck.model import FileError, FileReport, Severity
from tests.reports.builders import finding, report, written
from tests.reports.hostile import reports

SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."
# GitLab publishes no schema; these are the keys and values of its documentation.
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "pattern": r"\A[^\n]*\Z"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": r"\A[0-9a-f]{32}\Z"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"\A(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {key: {"type": "integer", "minimum": 1} for key in ("begin", "end")},
                    },
                },
            },
        },
    },
}


def violations(*results: FileReport | FileError) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(written("gitlab", *results))
    Draft202012Validator(SCHEMA).validate(read)
    return read


def test_an_empty_run_is_an_empty_list() -> None:
    assert violations() == []
    assert violations(report(SOURCE), FileError("b.md", "is not text")) == []


def test_a_finding_is_a_violation() -> None:
    (told,) = violations(report(SOURCE, finding(SOURCE, "7 beds\nor", "Wrong.\nWrite: 8."), path="./posts/a.md"))
    assert told["description"] == "Wrong. Write: 8."
    assert told["check_name"] == "invented-rule"
    assert told["location"] == {"path": "posts/a.md", "lines": {"begin": 2, "end": 3}}


def test_severities_have_their_names() -> None:
    found = [finding(SOURCE, "7 beds", severity=severity) for severity in Severity]
    assert [told["severity"] for told in violations(report(SOURCE, *found))] == ["major", "minor", "info"]


def test_the_same_finding_in_two_files_is_two() -> None:
    first, second = violations(
        *(report(SOURCE, finding(SOURCE, "7 beds"), path=path) for path in ("a.md", "b.md"))
    )
    assert first["fingerprint"] != second["fingerprint"]
    moved = f"New.\n\n{SOURCE}"
    (later,) = violations(report(moved, finding(moved, "7 beds")))
    assert later["fingerprint"] == first["fingerprint"]


def test_the_examples(checked: list[FileReport]) -> None:
    assert len(violations(*checked)) == sum(len(one.diagnostics) for one in checked) > 5


@given(reports())
def test_nothing_hostile_breaks_it(hostile: FileReport) -> None:
    told = violations(hostile)
    assert len(told) == len(hostile.diagnostics)
    assert len({one["fingerprint"] for one in told}) == len(told)
    assert all(one["description"].isprintable() for one in told)
