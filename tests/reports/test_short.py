"""One line a finding."""

from __future__ import annotations

import io

from factcheck.model import FileError, Severity
from factcheck.reports import Style, Summary, reporter
from tests.reports.builders import finding, report


def test_one_line_a_finding_with_the_first_line_of_its_message() -> None:
    source = "One.\nThe \x1b[1mshelter has 40 beds."
    out = io.StringIO()
    made = reporter("short", out, Style())
    made.add(report(source, finding(source, "40 beds", "Wrong \x07number.\nWrite: 44 beds.", Severity.WARNING)))
    made.add(FileError("broken.md", "is not text"))  # told on standard error
    made.close(Summary())
    assert out.getvalue() == "a.md:2:21: warning invented-rule Wrong ␇number.\n"
