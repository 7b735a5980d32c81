"""What can follow what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks.leftovers.grammar import agrees, impossible, is_plural


@pytest.mark.parametrize(
    "pair",
    [
        "the must",
        "a of",
        "our is",
        "must the",
        "should of",
        "can website",
        "to are",
        "of should",
        "we the",
        "they we",
    ],
)
def test_impossible_neighbours(pair: str) -> None:
    left, right = pair.split()
    assert impossible(left, right)


@pytest.mark.parametrize(
    "pair",
    [
        "we need", "can close", "protocol to", "survivors receive", "locally and", "the house", "this is",
        "that are", "to protect", "must not", "of the", "these must", "who are", "her to", "both of", "not the",
        "because we", "only the", "there are", "which of",
    ],
)  # fmt: skip
def test_possible_neighbours(pair: str) -> None:
    left, right = pair.split()
    assert not impossible(left, right)


@given(st.from_regex(r"[a-z]{3,12}", fullmatch=True))
def test_nothing_is_claimed_at_the_ends_of_a_sentence(word: str) -> None:
    assert not impossible("", word)
    assert not impossible(word, "")


def test_plurals_agree_with_base_forms() -> None:
    assert agrees("survivors", "receive")
    assert agrees("we", "must")
    assert not agrees("survivor", "receive")
    assert not agrees("survivors", "receives")


def test_words_that_only_look_like_plurals() -> None:
    assert is_plural("farms") and is_plural("children")
    assert not any(is_plural(word) for word in ("this", "was", "process", "always", "status", "gas", "has"))
