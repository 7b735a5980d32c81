"""A change between two observations of one series: borne out by them, or nothing said against it."""

from __future__ import annotations

import pytest

from factcheck import Linter


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def of_number(linter: Linter, text: str, number: str) -> str:
    """The verdict on the number that holds this text."""
    (one,) = [c for c in linter.check_text(text).files[0].claims if number in c.claim.quantity.text]
    return str(one.judgement.verdict)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # 40.3 million for 2016 and 49.6 million for 2021
        ("The ILO says the number of people in modern slavery has gone up by 9.3 million since 2016.", "9.3"),
        ("The ILO says modern slavery rose by 9 million people between 2016 and 2021.", "9 million"),
        # 172 and 236 billion dollars
        ("Profits from forced labour are up by 64 billion dollars since 2014, the ILO says.", "64"),
        # 18.7 million for 2012 and 23.7 million for 2021
        ("The ILO says that forced labour in the private economy rose by 27 percent from 2012 to 2021.", "27"),
        # 17,004 for 2023 and 19,125 for 2024
        ("Referrals to the UK's National Referral Mechanism rose by 2,121 in 2024.", "2,121"),
    ],
)
def test_a_change_between_two_observations_is_supported(linter: Linter, text: str, number: str) -> None:
    assert of_number(linter, text, number) == "supported"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ILO says the number of people in modern slavery has gone up by 14.3 million since 2016.", "14.3"),
        ("The ILO says the number of people in modern slavery has gone down by 9.3 million since 2016.", "9.3"),
        ("The ILO says that forced labour in the private economy rose by 87 percent from 2012 to 2021.", "87"),
    ],
)
def test_any_other_change_is_not_verified_and_not_accused(linter: Linter, text: str, number: str) -> None:
    assert of_number(linter, text, number) in ("unverified", "unsupported")


def test_what_a_change_begins_with_is_known_at_that_time(linter: Linter) -> None:
    text = "Since the ILO's report of 2014, profits from forced labour have risen, up from US$172 billion."
    assert of_number(linter, text, "172") == "supported"
