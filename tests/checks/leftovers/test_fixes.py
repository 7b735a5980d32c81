"""What a fix of a leftover may do: take away what nobody meant, and never what somebody may still want."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import fixed, found


@pytest.mark.parametrize(
    "line", ["[Insert quote from the head coach]", "Keywords: shelter, night desk, beds", "**What to look for**"]
)
def test_a_line_that_may_still_be_wanted_is_not_taken_out_by_a_safe_fix(line: str) -> None:
    text = f"The lobby was empty.\n\n{line}\n\nNobody came.\n"
    assert found(text)
    assert fixed(text) == text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He saw **three guests** leave.", "He saw three guests leave."),
        (
            "The desk, probation,juvenile courts and schools met.",
            "The desk, probation, juvenile courts and schools met.",
        ),
        ("The house was locked.Next morning they fled.", "The house was locked. Next morning they fled."),
        ("He was the the only witness.", "He was the only witness."),
    ],
)
def test_words_are_mended_and_not_cut(text: str, mended: str) -> None:
    assert fixed(text) == text
    assert fixed(text, safe=False) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Human tra cking hides in plain sight.",
        "Write to [email protected] for the card.",
        "They called us at , and nobody came.",
        "See [the page](https://example.org/a) for it.",
    ],
)
def test_where_only_an_editor_knows_what_stood_there_is_no_fix(text: str) -> None:
    assert found(text)
    assert fixed(text, safe=False) == text


def test_what_would_act_as_markup_is_written_as_an_entity() -> None:
    html = "<p>Beds &amp;lt; guests.</p>"
    assert fixed(html, Format.HTML, safe=False) == "<p>Beds &lt; guests.</p>"


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("<p>We <b>click</b> here need to ask each guest alone.</p>", Format.HTML),
        ("<p>We <b>click here</b> need to ask each guest alone.</p>", Format.HTML),
        ("We **click** here need to ask each guest alone.", Format.MARKDOWN),
        ("We [click](https://example.org/) here need to ask each guest alone.", Format.MARKDOWN),
    ],
)
def test_no_half_of_any_markup_is_left(text: str, format: Format) -> None:
    assert found(text, format)
    mended = fixed(text, format, safe=False)
    assert mended.count("<b>") == mended.count("</b>")
    assert mended.count("**") % 2 == 0
    assert mended.count("[") == mended.count("](")
