"""empty-field: a label and nothing behind it."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import words

RULE = "empty-field"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Bus\n\nUpdated on:\n\nShe waited outside.", "Updated on:"),
        ("The Bus\n\nPosted on\n\nShe waited outside.", "Posted on"),
        ("The Bus\n\nEmail:\n\nThe office is open.", "Email:"),
        ("The Bus\n\nAdapted from:\nThe code of the harbour asks every ship for its papers.", "Adapted from:"),
        ("The Bus\n\nReviewed by:\nWritten by:\nThe night team", "Reviewed by:"),
        ("It was tagged , . She waited.", "tagged , ."),
    ],
)
def test_label_without_its_value(text: str, label: str) -> None:
    assert words(RULE, text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "The Bus\n\nUpdated on:\n3 May 2021\n\nShe waited outside.",
        "The Bus\n\nPhoto credit:\nHarbour House\n\nShe waited outside.",
        "Email:\nnight@un.org\n\nPhone:\n020 7946 0000",
        "References:\nHarbour House. (2019). The night bus.",
        "We help in three ways:\n\nA bed\n\nA nurse\n\nA lawyer",
        "Call the line:\n020 7946 0000",
        "The Bus left.\n\nAnd finally, a poem for the road:",
    ],
)
def test_label_with_its_value(text: str) -> None:
    assert words(RULE, text) == []


def test_a_value_in_the_next_element_or_a_reference_below_is_one() -> None:
    html = '<article><p>Crews owe.</p><div>Tags:</div><div><a href="/tags/debts">Debts</a></div></article>'
    assert words("empty-field", html, Format.HTML) == []
    text = "Debts are hard to see.\n\nReferences:\n"
    text += "Reed, A. (1998). Debts and norms in buying at sea. Northgate, pp 1-9, of eleven."
    assert words("empty-field", text, Format.MARKDOWN) == []
