"""The report for programs."""

from __future__ import annotations

import io
import json
from typing import Any

from factcheck.model import Edit, FileError, FileReport, Fix, Verdict
from factcheck.reports import Style, Summary, reporter
from tests.reports.builders import claim, finding, report

SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."


def written(*results: FileReport | FileError) -> dict[str, Any]:
    out, summary = io.StringIO(), Summary()
    made = reporter("json", out, Style())
    for result in results:
        summary.add(result)
        made.add(result)
    made.close(summary)
    parsed: dict[str, Any] = json.loads(out.getvalue())
    return parsed


def test_an_empty_run_is_a_whole_report() -> None:
    assert written() == {
        "version": 1,
        "files": [],
        "errors": [],
        "summary": {
            "files": 0,
            "errors": 0,
            "claims": {},
            "diagnostics": {},
            "rules": {},
            "fixable": 0,
            "fixable_unsafely": 0,
            "fixed": 0,
            "silent": 0,
        },
    }


def test_a_diagnostic_has_offsets_from_0_and_lines_and_columns_from_1() -> None:
    (entry,) = written(report(SOURCE, finding(SOURCE, "7 beds\nor", "Wrong.\nWrite: 8.")))["files"]
    assert entry["path"] == "a.md"
    assert entry["diagnostics"] == [
        {
            "rule": "invented-rule",
            "family": "invented",
            "severity": "error",
            "message": "Wrong.\nWrite: 8.",
            "start": 14,
            "end": 23,
            "line": 2,
            "column": 8,
            "end_line": 3,
            "end_column": 3,
            "references": [],
            "fix": None,
        }
    ]
    assert SOURCE[14:23] == "7 beds\nor"


def test_a_fix_tells_its_edits() -> None:
    from dataclasses import replace

    fixed = replace(finding(SOURCE, "7 beds"), fix=Fix("Write 8", safe=True, edits=(Edit(14, 15, "8"),)))
    run = written(report(SOURCE, fixed))
    assert run["files"][0]["diagnostics"][0]["fix"] == {
        "title": "Write 8",
        "safe": True,
        "edits": [{"start": 14, "end": 15, "text": "8"}],
    }
    assert run["summary"]["fixable"] == 1


def test_every_claim_is_listed_with_its_verdict() -> None:
    run = written(report("It has 7 beds.", claims=(claim("It has 7 beds.", "7 beds", Verdict.SUPPORTED),)))
    assert run["files"][0]["claims"] == [
        {
            "start": 0,
            "end": 14,
            "text": "It has 7 beds.",
            "number": {"start": 7, "end": 13, "text": "7 beds"},
            "verdict": "supported",
            "measure": "beds",
            "place": "US",
            "period": "2019",
            "stance": "stated",
            "references": ["beds/US/2019"],
        }
    ]
    assert run["summary"]["claims"] == {"supported": 1}


def test_files_that_could_not_be_checked_are_errors() -> None:
    run = written(report("Fine."), FileError("b.md", "is not text"), report("Fine.", path="c.md"))
    assert [entry["path"] for entry in run["files"]] == ["a.md", "c.md"]
    assert run["errors"] == [{"path": "b.md", "message": "is not text"}]
    assert run["summary"]["errors"] == 1


def test_each_file_is_written_as_soon_as_it_is_known() -> None:
    out = io.StringIO()
    made = reporter("json", out, Style())
    made.add(report("Fine."))
    assert '"path": "a.md"' in out.getvalue()
