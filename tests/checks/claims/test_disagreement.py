"""inconsistent-numbers: two values for one thing, not a number and what comes on top of it."""

from __future__ import annotations

import pytest

from factcheck import Linter
from factcheck.model import Settings

RULE = "inconsistent-numbers"


@pytest.mark.parametrize(
    ("second", "differ"),
    [
        ("640 trafficked farm workers", True),
        ("640 more trafficked farm workers", False),
        ("another 640 trafficked farm workers", False),
    ],
)
def test_what_comes_on_top_is_no_other_value(second: str, differ: bool) -> None:
    text = f"In 2021 police freed 612 trafficked farm workers. In 2021 police freed {second}."
    (report,) = Linter(Settings(select=(RULE,))).check_text(f"# Trafficking in Ohio\n\n{text}").files
    assert bool(report.diagnostics) is differ
