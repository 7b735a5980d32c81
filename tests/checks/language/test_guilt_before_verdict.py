"""Somebody who is only arrested or charged is called guilty."""

from __future__ import annotations

import pytest

from tests.checks.language.drafts import words

RULE = "guilt-before-verdict"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Officers arrested human trafficker Rolf Demmick on Friday.", "human trafficker"),
        ("Rolf Demmick, 41, a child predator, was charged with rape.", "child predator"),
        ("Police arrested three pimps on Friday.", "pimps"),
        ("Two sex traffickers were arrested on Friday.", "sex traffickers"),
    ],
)
def test_a_noun_of_guilt_before_any_verdict_is_found(text: str, noun: str) -> None:
    assert words(text, RULE) == [noun]


def test_the_arrest_may_stand_elsewhere_in_the_article() -> None:
    text = "A man was arrested on Friday.\n\nPredator Rolf Demmick lived alone."
    assert words(text, RULE) == ["Predator"]


@pytest.mark.parametrize(
    "text",
    [
        "Officers arrested alleged trafficker Rolf Demmick on Friday.",
        "Rolf Demmick, a suspected trafficker, was arrested.",
        "Trafficker Rolf Demmick was arrested in May and convicted in June.",
        "Trafficker Rolf Demmick was arrested in May. He pleaded guilty in June.",
        "Traffickers are seldom arrested, and few are charged.",
        "Training helps officers arrest traffickers and detain no victims.",
        "Trafficker Rolf Demmick appears in the novel.",
        'Two men were arrested. "Trafficker Rolf Demmick is off our streets," she said.',
    ],
)
def test_this_is_left_alone(text: str) -> None:
    assert words(text, RULE) == []
