"""A report goes through bytes and comes back the same, whatever article it is of."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Linter, serial

PIECES = [
    "Child trafficking earns $32 billion a year. ",
    "In 2019, one in six runaways was trafficked. ",
    "up 60% since 2007 ",
    "hundreds of thousands ",
    "Lorem ipsum dolor sit amet. ",
    "[a link](https://www.ilo.org/) ",
    "call 1-888-373-7808 ",
    "# Heading\n\n",
    "| a | b |\n|--|--|\n",
    "<!-- factcheck: ignore -->",
    "---\ntitle: a\ntags: {1: x, y: [2, null]}\n---\n",
    "é👧🏽",
    "&amp;",
    "[^1]",
    "\r\n",
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter().prepared()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_report_comes_back_as_it_was(linter: Linter, text: str) -> None:
    report = linter.check_text(text, path="drafts/a.md").files[0]
    assert serial.load(serial.dump(report), "drafts/a.md") == report


def test_the_path_is_that_of_the_article_now(linter: Linter) -> None:
    report = linter.check_text("Lorem ipsum dolor sit amet.", path="old.md").files[0]
    assert b"old.md" not in serial.dump(report)
    assert serial.load(serial.dump(report), "new.md").document.path == "new.md"


@pytest.mark.parametrize("data", [b"", b"[]", b'{"document": 7}', b"\x80\x04K\x07."])
def test_nothing_else_can_be_loaded(data: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        serial.load(data, "a.md")
