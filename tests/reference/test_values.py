"""Comparing numbers as a careful reader does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import read_quantities
from factcheck.model import Bound, Change, Quantity, Unit
from factcheck.reference.values import Amount, agrees, reach, step_of


def said(text: str, value: float | tuple[float, float], slack: float = 0.0) -> bool:
    (quantity,) = read_quantities(text)
    low, high = value if isinstance(value, tuple) else (value, value)
    return agrees(quantity, Amount(low, high, slack))


@pytest.mark.parametrize(
    "text",
    ["nearly 26,300 runaways", "more than 26,000 runaways", "about 26 thousand runaways", "26,300 runaways",
     "26,288 runaways", "some 26,300 runaways", "over 26,200 runaways", "up to 26,300 runaways"],
)  # fmt: skip
def test_agrees_with_26288(text: str) -> None:
    assert said(text, 26288)


@pytest.mark.parametrize(
    "text",
    ["more than 23,500 runaways", "27,300 runaways", "about 20 thousand runaways", "26,188 runaways",
     "fewer than 26,000 runaways", "nearly 30,000 runaways"],
)  # fmt: skip
def test_does_not_agree_with_26288(text: str) -> None:
    assert not said(text, 26288)


@pytest.mark.parametrize(
    "text", ["1 in 6 of them", "one out of six children", "16.7% of them", "about 17 percent of them"]
)
def test_one_in_six_in_all_its_forms(text: str) -> None:
    assert said(text, 100 / 6, slack=1.5)


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("15 to 20 percent of victims", 16.7, True),
        ("100,000 to 300,000 children", (100000, 300000), True),
        ("100,000 to 300,000 children", 200000, False),
        ("12,000 victims", (10000, 13000), True),
        ("15,000 victims", (10000, 13000), False),
        ("millions of people", 27_600_000, True),
        ("thousands of people", 27_600_000, False),
        ("50 million people", 49_600_000, True),
        ("40 million people", 49_600_000, False),
        ("more than 40 million people", 49_600_000, False),
        ("50,000 victims", 46_570, False),
    ],
)
def test_ranges_and_roundings(text: str, value: float | tuple[float, float], right: bool) -> None:
    assert said(text, value) is right


@given(st.integers(min_value=1, max_value=10**11))
def test_a_number_agrees_with_itself(number: int) -> None:
    assert said(f"There were {number:,} victims", number)


@given(st.integers(min_value=100, max_value=10**9), st.integers(min_value=0, max_value=3))
def test_a_rounded_number_agrees_unless_too_much_is_rounded_away(number: int, digits: int) -> None:
    step = 10**digits
    rounded = round(number / step) * step
    if rounded and step_of(rounded) / 2 <= 0.05 * rounded:
        assert said(f"There were about {rounded:,} victims", number)


@given(st.integers(min_value=100, max_value=10**9))
def test_a_number_a_third_larger_never_agrees(number: int) -> None:
    assert not said(f"There were {number:,} victims", 1.34 * number)


@given(
    st.floats(min_value=0.01, max_value=10**9),
    st.sampled_from([1.0, 1.04, 1.4, 30.0]),
    st.floats(min_value=0.9, max_value=1.6),
    st.sampled_from([1.0, 1.01, 20.0]),
    st.sampled_from([0.0, 0.5, 100.0, 50_000.0]),
    st.sampled_from([0.0, 0.1, 1.0, 1000.0, 10.0**6]),
    st.sampled_from(Bound),
    st.sampled_from([None, Change.UP, Change.DOWN]),
    st.sampled_from([Unit.COUNT, Unit.PERCENT, Unit.RANK]),
    st.sampled_from([None, (1, 6), (3, 4)]),
    st.booleans(),
)
def test_what_agrees_lies_within_reach(
    number: float,
    wide: float,
    off: float,
    span: float,
    slack: float,
    step: float,
    bound: Bound,
    change: Change | None,
    unit: Unit,
    ratio: tuple[int, int] | None,
    vague: bool,
) -> None:
    quantity = Quantity(0, 1, "", number, number * wide, step, bound, change, unit, ratio=ratio, vague=vague)
    sign = -1 if change is Change.DOWN else 1
    value = Amount(sign * number * off, sign * number * off * span, slack, ratio=ratio is not None)
    if agrees(quantity, value):
        low, high = reach(quantity)
        least, most = sorted((abs(value.low), abs(value.high)))
        assert least - slack <= high
        assert most + slack >= low
