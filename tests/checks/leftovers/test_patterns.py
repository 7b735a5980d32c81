"""The loose form of a pattern occurs wherever the pattern matches; so no block is spared wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck.checks.leftovers  # noqa: F401 - its modules make the patterns
from factcheck.checks.leftovers.patterns import Pattern, loosened
from factcheck.entries import read_yaml

_PATH = Path(__file__).with_name("categories.yaml")
_TEXTS = [
    text.replace("⟦", "").replace("⟧", "")
    for examples in read_yaml(_PATH.read_text("utf-8"), _PATH.name).values()
    for text in [*examples["bad"], *examples["good"]]
]


@pytest.mark.parametrize(
    ("expression", "loose"),
    [
        (r"(?<=a)b(?!c(?:d))", "b"),
        (r"\bthe\s{2,9}", r"\bthe[\s\x{80}-\x{17e}\x{180}-\x{2129}\x{212b}-\x{10ffff}]{2,}"),
        (r"[^\w|]{0,80}", r"[^0-9A-Za-z_|]{0,}"),
        (
            r"(?P<word>a) (?P=word)\Z",
            r"(?P<word>a) [0-9A-Za-z_\x{80}-\x{17e}\x{180}-\x{2129}\x{212b}-\x{10ffff}]+$",
        ),
        (r"\b\w+é", r"[0-9A-Za-z_\x{80}-\x{17e}\x{180}-\x{2129}\x{212b}-\x{10ffff}]+é"),
    ],
)
def test_what_is_dropped(expression: str, loose: str) -> None:
    assert loosened(expression).startswith(loose)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=3),
    st.integers(0, 200),
    st.text("aé \u00a0.,(x[", max_size=4),
)
def test_loose_form_occurs_wherever_the_pattern_matches(texts: list[str], at: int, put: str) -> None:
    text = " ".join(texts)
    text = text[:at] + put + text[at:]
    for pattern in Pattern.known:
        if pattern.expression.search(text):
            assert re2.search(pattern.loose, text), pattern.loose
