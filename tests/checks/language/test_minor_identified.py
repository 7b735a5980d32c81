"""Details that together tell who an exploited child is."""

from __future__ import annotations

import pytest

from tests.checks.language.drafts import said, words

RULE = "minor-identified"


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("Marisol, 14, was trafficked by a neighbour.", "a first name and an age"),
        ("Marisol (14) was trafficked by a neighbour.", "a first name and an age"),
        ("Marisol Tavek, a 14-year-old girl, was sexually abused.", "the full name and an age"),
        ("Officers say 13-year-old Danika was groomed.", "a first name and an age"),
        ("A 15-year-old girl at Eastbrook High School was raped.", "an age and a school"),
        ("A 12-year-old boy from the village of Orlan was exploited.", "an age and a small place"),
    ],
)
def test_two_details_of_an_exploited_child_are_found(text: str, details: str) -> None:
    (one,) = said(text, RULE)
    assert details in one.message


def test_the_abuse_may_stand_in_another_sentence_of_the_paragraph() -> None:
    assert words("Marisol, 14, loved to draw. Then a neighbour trafficked her.", RULE) == ["Marisol, 14,"]


def test_an_accused_child_is_told_apart() -> None:
    (one,) = said("Tobin, 16, was arrested for recruiting girls who were trafficked.", RULE)
    assert "accused" in one.message


@pytest.mark.parametrize(
    "text",
    [
        "Marisol, 34, was trafficked as a child.",
        "Marisol was 14 when she was trafficked; she now trains judges.",
        "Marisol, 14, won the science prize.",
        "A 14-year-old girl was trafficked.",
        "A 14-year-old Nigerian girl was trafficked.",
        "A 14-year-old American was trafficked.",
        "Cases of exploited children: Ohio, 14, and Florida, 12.",
        "Article 3, 5, and 7 speak of exploited children.",
        "Eastbrook High School teaches pupils how children are trafficked.",
        "Marisol (name changed), 14, was trafficked.",
        "Last seen on Tuesday: Marisol, 14. Officers fear she is exploited.",
    ],
)
def test_this_is_left_alone(text: str) -> None:
    assert words(text, RULE) == []


def test_a_note_at_the_end_that_names_were_changed_holds_for_the_article() -> None:
    assert words("Marisol, 14, was trafficked.\n\nNames have been changed.", RULE) == []
