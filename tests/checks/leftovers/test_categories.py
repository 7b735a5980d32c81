"""Every kind of leftover: two that are found, two honest uses of the same words that are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.entries import read_yaml
from factcheck.model import Span
from tests.checks.leftovers.checking import findings, found, overlaps

_PATH = Path(__file__).with_name("categories.yaml")
_CATEGORIES = read_yaml(_PATH.read_text("utf-8"), _PATH.name)
BAD = [(name, text) for name, examples in _CATEGORIES.items() for text in examples["bad"]]
GOOD = [(name, text) for name, examples in _CATEGORIES.items() for text in examples["good"]]


def _marked(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the stretches that stood between them."""
    plain, spans = "", []
    for index, part in enumerate(text.replace("⟧", "⟦").split("⟦")):
        if index % 2:
            spans.append(Span(len(plain), len(plain) + len(part)))
        plain += part
    return plain, spans


@pytest.mark.parametrize(("name", "text"), BAD, ids=[name for name, _ in BAD])
def test_leftover_is_found(name: str, text: str) -> None:
    plain, spans = _marked(text)
    drawn = [finding.span for finding in findings(plain)]
    assert all(any(overlaps(span, one) for one in drawn) for span in spans), found(plain)


@pytest.mark.parametrize(("name", "text"), BAD, ids=[name for name, _ in BAD])
def test_nothing_else_is_found(name: str, text: str) -> None:
    plain, spans = _marked(text)
    last = plain.rstrip()
    others = [
        finding
        for finding in findings(plain)
        if not any(overlaps(finding.span, span) for span in spans) and finding.rule != "page-furniture"
    ]
    assert not others, (found(plain), last)


@pytest.mark.parametrize(("name", "text"), GOOD, ids=[name for name, _ in GOOD])
def test_honest_use_is_left_alone(name: str, text: str) -> None:
    assert found(text) == []


def test_every_category_has_two_of_each() -> None:
    assert len(_CATEGORIES) == 77
    assert all(len(examples["bad"]) >= 2 and len(examples["good"]) >= 2 for examples in _CATEGORIES.values())
