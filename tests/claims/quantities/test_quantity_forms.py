"""The number reader, form by form: `forms.txt` holds one sentence a line with what is to be read in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.claims.quantities import has_number_sign, read_quantities
from factcheck.model import Bound, Quantity, Unit

FORMS = Path(__file__).with_name("forms.txt")


def rows() -> Iterator[tuple[str, str]]:
    for line in FORMS.read_text("utf-8").splitlines():
        if "  =>  " in line and not line.startswith("#"):
            sentence, _, expected = line.partition("  =>  ")
            yield sentence, expected


def written(quantity: Quantity) -> str:
    """A quantity in the notation of `forms.txt`."""
    unit = quantity.noun if quantity.unit is Unit.OTHER else quantity.currency or quantity.unit.value
    bound = "" if quantity.bound is Bound.EXACT else quantity.bound.value
    change = f" {quantity.change.value}" if quantity.change else ""
    per = f" /{quantity.per}" if quantity.per else ""
    return f"{quantity.text} -> {bound}{value_of(quantity)} {unit}{change}{per}"


def value_of(quantity: Quantity) -> str:
    if quantity.low is None or quantity.high is None:
        return "?"
    ends = dict.fromkeys(
        str(int(end)) if end % 1 == 0 else str(round(end, 2)) for end in (quantity.low, quantity.high)
    )
    return "..".join(ends)


@pytest.mark.parametrize(("sentence", "expected"), list(rows()), ids=lambda text: text[:60])
def test_form(sentence: str, expected: str) -> None:
    found = read_quantities(sentence)
    assert " ;; ".join(map(written, found)) == ("" if expected == "-" else expected)
    assert has_number_sign(sentence) or not found


def test_the_table_is_large_and_has_sentences_without_any_quantity() -> None:
    table = list(rows())
    assert len(table) >= 400
    assert sum(expected == "-" for _, expected in table) >= 40
