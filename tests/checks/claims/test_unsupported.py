"""unsupported-number: what the editor is told to do fits what stands in the text."""

from __future__ import annotations

import pytest

from factcheck import Linter
from factcheck.model import Settings

RULE = "unsupported-number"


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Child trafficking cases in our county rose by 62 percent.", True),
        ("In our county 312 children were trafficked.", True),
        ("Trafficking cases keep increasing in our county.", False),  # no number that could be one's own
    ],
)
def test_ones_own_count_is_spoken_of_only_where_there_is_a_count(sentence: str, counted: bool) -> None:
    (report,) = Linter(Settings(select=(RULE,))).check_text(f"# Trafficking in our county\n\n{sentence}").files
    (found,) = report.diagnostics
    assert ("your own count" in found.message) is counted


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Thousands of trafficked girls call for help: the night desk counted 4,310 calls in 2023.", False),
        ("Hundreds of trafficked boys slept here (the warden counted 418 boys).", False),
        ("Thousands of trafficked girls call for help, and there were 4,310 arrests.", True),
        ("Thousands of trafficked girls call for help: the night desk counted 41 calls.", True),
    ],
)
def test_a_vague_number_told_exactly_in_its_sentence_is_none(sentence: str, told: bool) -> None:
    (report,) = Linter(Settings(select=("vague-quantity",))).check_text(f"# Trafficking\n\n{sentence}").files
    assert bool(report.diagnostics) is told
