"""Numbers as articles write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks.hotline.misprints import misprint
from factcheck.telephones.numbers import candidates, keypad

_DIGITS = st.text("0123456789", min_size=7, max_size=12)


def dialled(text: str) -> set[str]:
    return {digits for candidate in candidates(text) for digits, _, _ in candidate.runs()}


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("call 1-888-373-7888, day or night", "18883737888"),
        ("(888) 373-7888", "8883737888"),
        ("+1 888.373.7888", "18883737888"),
        ("1–888–373–7888", "18883737888"),
        ("1-888-3737-888 24/7", "18883737888"),
        ("1888-373-7888", "18883737888"),
        ("1-800-THE-LOST", "18008435678"),
        ("1-800-4-A-CHILD", "18004224453"),
        ("1-866-4USWAGE", "18664879243"),
        ("844-END-OHHT", "8443636448"),
        ("1-800-runaway", "18007862929"),
        ("08000 121 700", "08000121700"),
        ("+44 (0)8000 121 700", "4408000121700"),
        ("+43/677/61343434", "4367761343434"),
        ("0800/77-99", "08007799"),
        ("01.44.52.88.90", "0144528890"),
        ("116 000", "116000"),
        ("১০৯৮", "1098"),
        ("１１６", "116"),
    ],
)
def test_any_grouping_dials_the_same(text: str, digits: str) -> None:
    assert digits in dialled(text)


@pytest.mark.parametrize(
    "text", ["$18883737888", "https://example.org/18883737888", "x18883737888", "id=18883737888"]
)
def test_digits_inside_money_addresses_and_words_are_no_number(text: str) -> None:
    assert "18883737888" not in dialled(text)


@pytest.mark.parametrize("text", ["an 800-student school", "the 1-800 MEN", "a 100-mile walk"])
def test_ordinary_words_are_no_keypad_words(text: str) -> None:
    assert all(len(digits) < 10 for digits in dialled(text))


@given(_DIGITS, st.sampled_from([" ", "-", ".", "–", "\u00a0", ") ", "/"]), st.integers(1, 4))
def test_a_number_is_found_under_every_separator(digits: str, separator: str, size: int) -> None:
    parts = [digits[at : at + size] for at in range(0, len(digits), size)]
    found = dialled(f"ring {separator.join(parts)} now")
    assert len(parts) > 12 or digits in found


@given(_DIGITS, _DIGITS)
def test_slips_are_counted_the_same_both_ways(one: str, other: str) -> None:
    assert misprint(one, other) == misprint(other, one)


@given(_DIGITS, st.data())
def test_one_digit_changed_left_out_or_swapped_is_one_slip(digits: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(digits) - 2))
    changed = digits[:at] + str((int(digits[at]) + 3) % 10) + digits[at + 1 :]
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assert misprint(changed, digits) == 1
    assert misprint(digits[:at] + digits[at + 1 :], digits) == 1
    assert misprint(swapped, digits) == (0 if swapped == digits else 1)


def test_more_than_two_slips_are_another_number() -> None:
    assert misprint("8883737888", "8004224453") == 3
    assert misprint("1098", "10981098") == 3


def test_letters_dial_by_the_keys_of_a_telephone() -> None:
    assert keypad("1-800-THE-LOST") == "18008435678"
    assert keypad("BeFree") == "233733"


@pytest.mark.parametrize("text", ["1" * 200_000, "1 " * 50_000, "(" * 100_000, "1(" * 50_000, "A1-" * 50_000])
def test_long_runs_of_digits_and_brackets_are_read_through(text: str) -> None:
    assert "18883737888" not in dialled(text)
