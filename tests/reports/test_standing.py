"""What people read of a statistic: its verdict, or how the article itself tells it."""

from __future__ import annotations

import pytest

from factcheck import Linter
from factcheck.reports.standing import standing


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize(
    ("sentence", "number", "told"),
    [
        ("It is false that 40.3 million people live in modern slavery today.", "40.3 million", "told as false"),
        ("It is a myth that 300,000 children are trafficked in the United States.", "300,000", "told as false"),
        ("Nobody has shown that 49.6 million people live in modern slavery.", "49.6 million", "supported"),
        ("At the time, 40.3 million people lived in modern slavery.", "40.3 million", "told as history"),
        ("In 2016, 40.3 million people lived in modern slavery.", "40.3 million", "supported"),
        ("Today 40.3 million people live in modern slavery.", "40.3 million", "outdated"),
        ("It is false that 212 children were trafficked in Springfield.", "212", "without support"),
    ],
)
def test_what_is_told_as_false_is_not_shown_as_right(
    linter: Linter, sentence: str, number: str, told: str
) -> None:
    shown = {one.claim.quantity.text: standing(one) for one in linter.check_text(sentence).files[0].claims}
    assert shown[number] == told
