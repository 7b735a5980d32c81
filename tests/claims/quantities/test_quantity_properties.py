"""What holds of every text: spans are sound, nothing raises, a number written in any form reads back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.claims.quantities import has_number_sign, read_quantities
from factcheck.claims.quantities.phrases import words
from factcheck.claims.quantities_json import line_record

PIECES = st.sampled_from(
    words(
        """one two three twenty hundred thousand million half third quarter a an the of in out every per and or
        to from between more than about nearly up by percent % $ US$ € £ Rs km years old age 1 2 3 10 100
        1,000 26,300 2019 0 00 007 1.5 .5 ½ 1/2 - – — , . : ; ( ) [ ] ' ’ “ ” # + ~ > < / \n second largest
        top ten No. ranked fastest growing doubled twice rise on rising thousands hundreds tens dozens multi
        multi- billion -dollar m bn K -year-old May 5 § page call text 18 U.S.C. x × times fold -fold each
        day month"""
    )
)
INTEGERS = st.integers(min_value=2, max_value=10**12)


def sound(text: str) -> None:
    """Every quantity is a stretch of the text, in order, none over another, and not upside down."""
    at, found = 0, read_quantities(text)
    assert not found or has_number_sign(text)
    for quantity in found:
        assert at <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.text == quantity.text.strip()
        assert (quantity.low is None) == (quantity.high is None)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.step >= 0
        at = quantity.end


@given(st.text())
@example("½")
@example("US$")
@example("1/2/3")
@example("between 1 and")
@example("10km2 5 3 miles")
@example("9" * 400 + "%")
@example(".5 twenty per every two hundred month")
def test_any_text_is_read_without_failing(text: str) -> None:
    sound(text)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join))
def test_any_mixture_of_number_words_is_read_without_failing(text: str) -> None:
    sound(text)
    line_record(text)


@given(INTEGERS, st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f"]))
def test_an_integer_with_grouped_thousands_reads_back(number: int, separator: str) -> None:
    figures = f"{number:,}".replace(",", separator)
    (quantity,) = read_quantities(f"They counted more than {figures} people.")
    assert quantity.low == quantity.high == number


@given(st.integers(min_value=1, max_value=999_999), st.integers(min_value=1, max_value=3))
def test_a_decimal_reads_back(digits: int, decimals: int) -> None:
    number = digits / 10**decimals
    (quantity,) = read_quantities(f"It was {number:.{decimals}f} percent.")
    assert quantity.low == pytest.approx(number)
    assert quantity.step == pytest.approx(10**-decimals)


@given(st.integers(min_value=1, max_value=999), st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9)]))
def test_a_magnitude_word_multiplies(number: int, scale: tuple[str, int]) -> None:
    (quantity,) = read_quantities(f"They counted nearly {number} {scale[0]} people.")
    assert quantity.low == number * 10 ** scale[1]


@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_in_words_reads_back(number: int) -> None:
    (quantity,) = read_quantities(f"They counted {in_words(number)} people.")
    assert quantity.low == number


SMALL = words(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
)
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")


def in_words(number: int) -> str:
    for scale, name in ((10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            tail = f" {'and ' if rest < 100 else ''}{in_words(rest)}" if rest else ""
            return f"{in_words(number // scale)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    return SMALL[number]


MONOTONOUS = (
    "1|1,|one in |and |,|twenty |$1|5% to |1\u00a0|(1|1/|1:|1-|1.|May 5, |by 5 |one-|between 1 and |hundreds of |"
    "half a |rank |most |9 in |1 km 2 |0"
)


@pytest.mark.parametrize("unit", MONOTONOUS.split("|"))
def test_a_long_monotonous_text_is_read(unit: str) -> None:
    """Quadratic time would take minutes here; benchmarks/ measures the growth."""
    sound((unit * (40_000 // len(unit) + 1))[:40_000])
