"""SARIF: valid by the standard's own schema, right to the character, stable when lines move."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from jsonschema import Draft4Validator

from factcheck.model import Edit, FileError, FileReport, Fix, Severity
from factcheck.model.lines import Lines
from tests.reports.builders import finding, mended, report, written
from tests.reports.hostile import reports

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
VALIDATOR = Draft4Validator(json.loads(SCHEMA.read_text("utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER)
SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."


def run(*results: FileReport | FileError) -> dict[str, Any]:
    """The one run of a valid log."""
    log = json.loads(written("sarif", *results))
    VALIDATOR.validate(log)
    (only,) = log["runs"]
    return dict(only)


def test_a_run_without_findings_is_whole() -> None:
    only = run()
    assert only["results"] == []
    assert only["tool"]["driver"]["name"] == "factcheck"
    assert only["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_result_has_its_place_in_lines_and_in_characters() -> None:
    (result,) = run(report(SOURCE, finding(SOURCE, "7 beds\nor", "Wrong.\nWrite: 8."), path="a b/ü.md"))["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("invented-rule", 0, "error")
    assert result["message"] == {"text": "Wrong.\nWrite: 8."}
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/%C3%BC.md", "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": 2,
            "startColumn": 8,
            "endLine": 3,
            "endColumn": 3,
            "charOffset": 14,
            "charLength": 9,
        },
    }


def test_severities_are_levels() -> None:
    found = [finding(SOURCE, "7 beds", severity=severity) for severity in Severity]
    assert [result["level"] for result in run(report(SOURCE, *found))["results"]] == ["error", "warning", "note"]


def test_a_rule_is_explained_once() -> None:
    both = report(SOURCE, finding(SOURCE, "7 beds")), report(SOURCE, finding(SOURCE, "Café"), path="b.md")
    (rule,) = run(*both)["tool"]["driver"]["rules"]
    assert rule == {
        "id": "invented-rule",
        "shortDescription": {"text": "A number {{is}} wrong."},
        "fullDescription": {"text": "It misleads."},
        "help": {
            "text": "A number {{is}} wrong. It misleads.",
            "markdown": "A number {{is}} wrong.\n\nIt misleads.\n\n"
            "**Flagged:**\n\n    It has 7 beds.\n\n**Good:**\n\n    It has 8 beds.",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["invented"]},
    }


def test_a_fix_deletes_a_region_and_inserts_text() -> None:
    fix = Fix("Write 8", safe=False, edits=(Edit(14, 15, "8"),))
    (result,) = run(report(SOURCE, replace(finding(SOURCE, "7 beds"), fix=fix)))["results"]
    (told,) = result["fixes"]
    assert told["description"] == {"text": "Write 8"}
    assert told["properties"] == {"safe": False}
    (change,) = told["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "a.md"
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "8"}
    assert replacement["deletedRegion"]["charOffset"] == 14
    assert replacement["deletedRegion"]["charLength"] == 1


def test_the_fingerprint_outlives_a_new_line_above() -> None:
    def marks(source: str) -> list[object]:
        return [one["partialFingerprints"] for one in run(report(source, finding(source, "7 beds")))["results"]]

    assert marks(SOURCE) == marks(f"A new line.\n\n{SOURCE}")


def test_a_file_that_cannot_be_read_is_a_notification() -> None:
    only = run(report(SOURCE), FileError("b,c.md", "is not text"))
    (invocation,) = only["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert (told["level"], told["message"]) == ("error", {"text": "is not text"})
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%2Cc.md"


def test_an_article_below_the_folder_at_hand_is_named_from_there(tmp_path: Path) -> None:
    def address(path: Path) -> dict[str, str]:
        (result,) = run(report(SOURCE, finding(SOURCE, "7 beds"), path=str(path)))["results"]
        return dict(result["locations"][0]["physicalLocation"]["artifactLocation"])

    assert address(Path.cwd() / "posts" / "a.md") == {"uri": "posts/a.md", "uriBaseId": "%SRCROOT%"}
    assert address(tmp_path / "a.md") == {"uri": (tmp_path / "a.md").as_uri()}


def test_the_examples_are_valid(checked: list[FileReport]) -> None:
    only = run(*checked)
    assert len(only["results"]) == sum(len(one.diagnostics) for one in checked) > 5
    rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in only["results"]] == [
        found.rule for one in checked for found in one.diagnostics
    ]


@given(reports())
def test_nothing_hostile_breaks_it(hostile: FileReport) -> None:
    source, lines = hostile.document.source, Lines(hostile.document.source)
    results = run(hostile)["results"]
    assert len(results) == len(hostile.diagnostics)
    for result, found in zip(results, hostile.diagnostics, strict=True):
        text = result["message"]["text"]
        assert not re.search(r"(?<!\\)\]\(", text)  # a link
        assert not re.search(r"\{\d+\}", text.replace("{{", "").replace("}}", ""))  # a placeholder
        assert text.replace("\n", "").isprintable()
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["charOffset"] == found.span.start
        assert lines.position(region["charOffset"]) == (region["startLine"], region["startColumn"])
        for told in result.get("fixes", []):
            replacements = told["artifactChanges"][0]["replacements"]
            assert applied(source, replacements) == mended(source, found.fix)


def applied(source: str, replacements: list[dict[str, Any]]) -> str:
    for one in reversed(replacements):
        start = one["deletedRegion"]["charOffset"]
        end = start + one["deletedRegion"]["charLength"]
        source = source[:start] + one["insertedContent"]["text"] + source[end:]
    return source
