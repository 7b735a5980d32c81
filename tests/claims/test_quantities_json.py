"""Quantities as records: what `factcheck quantities` prints for a line."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.claims.quantities_json import line_record


def records(text: str) -> list[dict[str, Any]]:
    return line_record(text)["quantities"]


def test_a_record_has_span_value_bound_change_and_unit() -> None:
    text = "Prices rose by more than 12.5% in May."
    assert records(text) == [
        {
            "start": 7,
            "end": 30,
            "text": "rose by more than 12.5%",
            "value": 12.5,
            "bound": ">",
            "change": "up",
            "unit": "percentage",
        }
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was minus 12 degrees in Oslo.", -12),
        ("The index closed at -3.2%.", -3.2),
        ("Margins fell to −1.5 percent.", -1.5),
        ("A loss (-40 points) followed.", -40),
        ("Prices fell 3%.", 3),  # the change says it
        ("The shop - 40 rooms - was shut.", 40),
        ("- 40 rooms were shut.", 40),
    ],
)
def test_a_sign_belongs_to_its_number(text: str, value: float) -> None:
    assert [record["value"] for record in records(text)] == [value]


def test_a_range_has_two_ends_and_no_value() -> None:
    (record,) = records("Between 100 and 300 people came.")
    assert (record["low"], record["high"]) == (100, 300)
    assert "value" not in record


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $5.", 5, "dollar"),
        ("It cost €29.4 billion.", 29_400_000_000, "euro"),
        ("It cost £3.3bn.", 3_300_000_000, "pound sterling"),
        ("It cost 19 cents.", 19, "cent"),
        ("It cost Rs 5 crore.", 50_000_000, "rupee"),
        ("It sold at $58.24 per barrel.", 58.24, "dollar per barrel"),
        ("It is 300 km away.", 300, "kilometre"),
        ("It went at 60 miles per hour.", 60, "mile per hour"),
        ("It lasts 3 years.", 3, "year"),
        ("It lost 25 basis points.", 25, "basis point"),
        ("A third of the voters.", 0.333333, "fraction"),
        ("About 1 in 6 voters.", 0.166667, "fraction"),
        ("Calls doubled.", 2, "time"),
        ("It ranks third.", 3, "rank"),
        ("5.4 per 1,000 women", 5.4, "per 1000 women"),
        ("A child is sold every 30 seconds.", 30, "second"),
        ("They found 14 hungry children in a lorry.", 14, "children"),
        ("A 12-member jury met.", 12, "member"),
        ("Some 300 of the people left.", 300, "people"),
        ("There were 45.", 45, ""),
    ],
)
def test_the_unit_is_named(text: str, value: float, unit: str) -> None:
    (record,) = records(text)
    assert record["value"] == pytest.approx(value)
    assert record["unit"] == unit


def test_changes_and_superlatives_without_a_number_are_not_printed() -> None:
    assert records("The largest market is on the rise.") == []
