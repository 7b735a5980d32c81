"""placeholder-text: fields that a mailing program did not fill in."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import fixed, words

RULE = "placeholder-text"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Dear *|LNAME|*, the winter is over.", "|LNAME|"),  # the stars are emphasis in Markdown
        ("Ask for a bed at {{contact_phone}}.", "{{contact_phone}}"),
        ("Too many letters? [opt_out_link]", "[opt_out_link]"),
    ],
)
def test_field_of_a_mailing(text: str, field: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == [field]


def test_stars_of_a_field_are_not_left_behind() -> None:
    text = "Dear *|LNAME|*, the winter is over."
    assert fixed(text, Format.MARKDOWN, safe=False) == text


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title }} tells of the winter. {{< figure src=x >}} It was long.",
        "| YEAR |\n|---|\n| 2021 |",
        "The law [see_note] is old.",
        "Both |A| and |BC| are sums.",
    ],
)
def test_what_a_site_generator_fills_in_and_other_bars(text: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == []


@pytest.mark.parametrize(
    "text",
    [
        "> I, the officer of the [AGENCY NAME HERE], have the authority to bind it.",
        "- Why are we doing \\_\\_\\_\\_?\n- Why are we not doing \\_\\_\\_\\_?",
        "Make it a promise (put it in a plan) and keep it.",
    ],
)
def test_a_form_shown_to_readers(text: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == []
