"""Lines and columns, as an editor program counts them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.lines import Lines

TEXTS = st.text(alphabet="aé\u0301\U0001f600\r\n\t\x0b\u2028\x85", max_size=40)


def test_counts_from_one_in_code_points() -> None:
    lines = Lines("Zoe\u0301 \U0001f600 ran\nhome")
    assert lines.position(0) == (1, 1)
    assert lines.position(5) == (1, 6)  # behind the combining accent and the blank
    assert lines.position(7) == (1, 8)  # behind the emoji, which is one character
    assert lines.position(11) == (2, 1)


def test_a_line_ends_with_cr_lf_or_both_and_nothing_else() -> None:
    lines = Lines("one\r\ntwo\rthree\nfour\u2028still four\x0cand on")
    assert [lines.bounds(n) for n in (1, 2, 3)] == [(0, 3), (5, 8), (9, 14)]
    assert lines.position(25).line == 4


def test_the_end_of_the_text_has_a_place() -> None:
    assert Lines("").position(0) == (1, 1)
    assert Lines("ab\n").position(3) == (2, 1)


@given(TEXTS)
def test_every_offset_lies_in_its_line(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        start, end = lines.bounds(line)
        assert start + column - 1 == offset
        assert offset <= end + 2
        assert not re.search(r"[\r\n]", text[start:end])
