"""missing-words: holes, and a last line that stops."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import words

RULE = "missing-words"


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        ("A page about the port, , names every ship.", ", ,"),
        ("The list is available at . It names nine ships.", "available at ."),
        ("Call the port, or email or visit:", "or email or visit:"),
        ("The house is full.\n\nA ship of this kind, as of now, makes a lot of money,", "money,"),
    ],
)
def test_hole(text: str, hole: str) -> None:
    assert words(RULE, text) == [hole]


@pytest.mark.parametrize(
    "text",
    [
        "Task B ends after Task A has been paid for.",
        "They said that the rule 421-a is needed at the port.",
        "With kind regards from the port,",
    ],
)
def test_no_hole(text: str) -> None:
    assert words(RULE, text) == []


def test_program_code_is_neither_hole_nor_link() -> None:
    code = "The lobby was empty.\n\n"
    code += 'document.addEventListener("load", function() { all.forEach(function(link) { a(); }); });'
    assert words(RULE, code, Format.MARKDOWN) == words("spam-link", code, Format.MARKDOWN) == []
    assert words("markup-residue", code, Format.MARKDOWN)


def test_a_line_that_leads_up_to_a_list_is_no_end() -> None:
    text = "In a year the port reached ten of its goals including\n\n- a list of ships\n- a list of crews"
    assert words(RULE, text, Format.MARKDOWN) == []


def test_brackets_of_a_function_are_no_hole() -> None:
    assert words(RULE, "The list is read with GET() and written with postForm().", Format.MARKDOWN) == []
