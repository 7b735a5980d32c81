"""The report for programs that read along."""

from __future__ import annotations

import io
import json

from factcheck.model import FileError
from factcheck.reports import Style, Summary, reporter
from tests.reports.builders import finding, report


def test_every_line_stands_for_itself_as_soon_as_it_is_known() -> None:
    out, summary = io.StringIO(), Summary()
    made = reporter("jsonl", out, Style())
    for result in (report("A 7.", finding("A 7.", "7")), FileError("b.md", "is a\nmess")):
        summary.add(result)
        made.add(result)
    first, second = map(json.loads, out.getvalue().splitlines())
    assert first["path"] == "a.md" and [found["rule"] for found in first["diagnostics"]]
    assert second == {"path": "b.md", "error": "is a\nmess"}
    made.close(summary)
    assert json.loads(out.getvalue().splitlines()[2])["summary"]["files"] == 1
