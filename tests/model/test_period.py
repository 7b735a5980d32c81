"""Periods: how they are written, read back and compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Period

MONTHS = st.integers(12 * 1600, 12 * 2100)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", 12 * 2019, 12 * 2019 + 11),
        ("2019-06", 12 * 2019 + 5, 12 * 2019 + 5),
        ("FY 2019", 12 * 2018 + 9, 12 * 2019 + 8),
        ("2003..2014", 12 * 2003, 12 * 2014 + 11),
        ("2023-07..2024-06", 12 * 2023 + 6, 12 * 2024 + 5),
        ("2007..", 12 * 2007, None),
        ("<=2021-06", None, 12 * 2021 + 5),
        ("undated", None, None),
    ],
)
def test_a_period_is_read_and_written(text: str, first: int | None, last: int | None) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (first, last)
    assert str(period) == text


@pytest.mark.parametrize("text", ["", "19", "2019-13", "2014..2003", "..2014", "FY", "last year"])
def test_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="period"):
        Period.parse(text)


@given(st.tuples(st.none() | MONTHS, st.none() | MONTHS).filter(lambda ends: None in ends or ends[0] <= ends[1]))
def test_what_is_written_is_read_back(ends: tuple[int | None, int | None]) -> None:
    period = Period(*ends)
    assert Period.parse(str(period)) == period


def test_covering_and_overlapping() -> None:
    year, decade, since = Period.year(2019), Period.parse("2010..2019"), Period.parse("2019..")
    assert decade.covers(year)
    assert not year.covers(decade)
    assert year.overlaps(decade)
    assert not year.overlaps(Period.year(2020))
    assert not since.overlaps(year)  # where it ends is not known
    assert Period.fiscal_year(2019).single_year
    assert not decade.single_year
