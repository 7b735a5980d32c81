"""Words that look like a change or a multiple and are none."""

from __future__ import annotations

import pytest

from factcheck.claims.quantities import read_quantities
from factcheck.model import Unit


@pytest.mark.parametrize(
    "text",
    [
        "Children made up 38 percent of the victims.",
        "Girls make up 22% of them.",
        "Women and girls, making up nearly 54 percent of the total, are hit hardest.",
    ],
)
def test_to_make_up_a_share_is_no_rise(text: str) -> None:
    (found,) = read_quantities(text)
    assert found.change is None


def test_up_alone_is_a_rise() -> None:
    (found,) = read_quantities("Referrals were up 20 percent.")
    assert found.change is not None


def test_one_time_is_no_multiple() -> None:
    found = read_quantities("Millions are victims of trafficking at any one time.")
    assert Unit.MULTIPLE not in {quantity.unit for quantity in found}
