"""How often each rule spoke."""

from __future__ import annotations

import io
from dataclasses import replace

from factcheck.reports import Style, Summary, reporter
from tests.reports.builders import finding, report


def test_counts_rules_the_most_frequent_first() -> None:
    source = "one two three"
    found = [finding(source, word) for word in source.split()]
    result = report(source, *found[:2], replace(found[2], rule="another-rule"))
    out, summary = io.StringIO(), Summary()
    made = reporter("statistics", out, Style())
    made.add(result)
    summary.add(result)
    made.close(summary)
    assert out.getvalue() == (
        "      2  invented-rule\n      1  another-rule\n1 article · no statistics · 3 errors\n"
    )
