"""working-notes: instructions to the writer, and initials of a reviewer."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import fixed, words

RULE = "working-notes"


def test_outline_that_was_never_written() -> None:
    text = (
        "# The port\n\n## Treaties\n\n"
        "Explore international treaties on crews. Emphasise the need for inspections.\n\n"
        "## Readers\n\nEquip readers with a list of ships."
    )
    assert words(RULE, text, Format.MARKDOWN) == [
        "Explore international treaties on crews.",
        "Emphasise the need for inspections.",
        "Equip readers with a list of ships.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Discuss the importance of papers with your crew. Explain how the port works to your children.",
        "The course asks them to explore international treaties. It emphasises the need for inspections.",
        "- Explore international treaties\n- Highlight the role of crews",
    ],
)
def test_advice_is_no_outline(text: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == []


def test_initials_of_a_reviewer() -> None:
    assert words(RULE, "Nobody counted the crews.[MF2] The port is closed.") == ["[MF2]"]


@pytest.mark.parametrize(
    "text",
    ["Calls rose by XX% in a year.", "[TK: quote]", "We spoke with [INSERT NUMBER] people.", "TODO: add photo"],
)
def test_no_fix_hides_what_somebody_is_to_fill_in(text: str) -> None:
    text = f"The lobby was empty.\n\n{text}\n\nHe called at once.\n"
    assert words("placeholder-text", text)
    assert fixed(text, safe=False) == text
