"""Reviewdog's diagnostic format."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from factcheck.model import Edit, FileError, FileReport, Fix, Severity
from tests.reports.builders import finding, made_of, mended, report, written
from tests.reports.hostile import reports

SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."


# The messages of reviewdog.proto, with all that we write required and nothing else allowed.
TEXT = {"type": "string"}
POSITION = made_of({"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}})
RANGE = made_of({"start": POSITION, "end": POSITION})
DIAGNOSTIC = made_of(
    {
        "message": TEXT,
        "location": made_of({"path": TEXT, "range": RANGE}),
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": made_of({"value": TEXT}),
        "suggestions": {"type": "array", "items": made_of({"range": RANGE, "text": TEXT})},
    }
)
RESULT = made_of({"source": made_of({"name": TEXT}), "diagnostics": {"type": "array", "items": DIAGNOSTIC}})


def diagnostics(*results: FileReport | FileError) -> list[dict[str, Any]]:
    read = json.loads(written("rdjson", *results))
    Draft202012Validator(RESULT).validate(read)
    return list(read["diagnostics"])


def test_an_empty_run_is_whole() -> None:
    assert diagnostics() == []
    assert diagnostics(FileError("b.md", "is not text")) == []


def test_columns_count_bytes() -> None:
    source = "Café \U0001f600 has 7 beds"
    (told,) = diagnostics(report(source, finding(source, "7 beds", "Wrong.\nWrite: 8.")))
    assert told["message"] == "Wrong.\nWrite: 8."
    before = len("Café \U0001f600 has ".encode())
    assert told["location"] == {
        "path": "a.md",
        "range": {"start": {"line": 1, "column": before + 1}, "end": {"line": 1, "column": before + 7}},
    }


def test_severities_have_their_names() -> None:
    found = [finding(SOURCE, "7 beds", severity=severity) for severity in Severity]
    assert [told["severity"] for told in diagnostics(report(SOURCE, *found))] == ["ERROR", "WARNING", "INFO"]


def test_a_fix_is_one_suggestion_however_many_edits_it_has() -> None:
    fix = Fix("Write 8 and more", safe=True, edits=(Edit(14, 15, "8"), Edit(21, 23, "or more")))
    (told,) = diagnostics(report(SOURCE, replace(finding(SOURCE, "7 beds"), fix=fix)))
    (suggestion,) = told["suggestions"]
    assert suggestion["text"] == "8 beds\nor more"
    assert suggestion["range"] == {"start": {"line": 2, "column": 8}, "end": {"line": 3, "column": 3}}


def test_the_examples(checked: list[FileReport]) -> None:
    assert len(diagnostics(*checked)) == sum(len(one.diagnostics) for one in checked) > 5


@given(reports())
def test_nothing_hostile_breaks_it_and_suggestions_mend_what_fixes_mend(hostile: FileReport) -> None:
    told = diagnostics(hostile)
    source = hostile.document.source
    assert len(told) == len(hostile.diagnostics)
    for one, found in zip(told, hostile.diagnostics, strict=True):
        for suggestion in one["suggestions"]:
            start, end = (offset(source, suggestion["range"][key]) for key in ("start", "end"))
            assert source[:start] + suggestion["text"] + source[end:] == mended(source, found.fix)


def offset(source: str, position: dict[str, int]) -> int:
    """The character at a line and a column in bytes, counted without the code under test."""
    rest, before = source, 0
    for _ in range(position["line"] - 1):
        ends = [(at, len(end)) for end in ("\r\n", "\n", "\r") if (at := rest.find(end)) >= 0]
        at, length = min(ends, key=lambda found: (found[0], -found[1]))
        before, rest = before + at + length, rest[at + length :]
    return before + len(
        rest.encode("utf-8", "surrogatepass")[: position["column"] - 1].decode("utf-8", "surrogatepass")
    )
