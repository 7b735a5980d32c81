"""Word lists: what counts as a phrase found, whatever characters stand around it."""

from __future__ import annotations

import pytest

from factcheck.claims.quantities import read_quantities
from factcheck.words import WordFinder

FINDER = WordFinder([("traffick", "field"), ("ice", "small"), ("ICE", "agency"), ("child labour", "work")])


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[hit.start : hit.end], hit.keys) for hit in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Trafficking pays", [("Traffick", ("field",))]),
        ("anti-trafficking", [("traffick", ("field",))]),
        ("untrafficked", []),  # within a word
        ("notice the price of ice", [("ice", ("small",))]),
        ("ICE arrested", [("ICE", ("small", "agency"))]),
        ("child\u00a0labour", [("child\u00a0labour", ("work",))]),
        ("\U0001f600 ’twas child labour", [("child labour", ("work",))]),
        ("", []),
    ],
)
def test_phrases_begin_at_the_beginning_of_a_word(text: str, hits: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(text) == hits


def test_without_phrases_nothing_is_found() -> None:
    assert list(WordFinder[str]([]).find("anything")) == []


def test_half_a_surrogate_pair_stands_in_nobodys_way() -> None:
    """JSON and Windows file names can hold one; no UTF-8 can."""
    text = "\ud800 12 girls, traffick\udfff"
    assert found(text) == [("traffick", ("field",))]
    assert [text[q.start : q.end] for q in read_quantities(text)] == ["12"]
