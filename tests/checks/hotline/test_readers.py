"""The readers' country: as configured, else what the text speaks of, and the message says which."""

from __future__ import annotations

import pytest

from tests.checks.hotline.conftest import Check
from tests.checks.hotline.drafts import CAR_WASH, SIGNS

RULE = "missing-hotline"


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Police in Leeds and London, England, freed nine men.", "the United Kingdom"),
        ("Police in Ohio and Texas freed nine men.", "the United States"),
        ("A court in Lagos, Nigeria, heard how Nigerian women are sent abroad.", "Nigeria"),
        ("Police across Canada, from Ontario to Manitoba, train hotel staff.", "Canada"),
    ],
)
def test_places_tell_the_country(words: str, country: str, check: Check) -> None:
    finding = check(SIGNS + words, rule=RULE)[0]
    assert (finding.case, finding.values["country"]) == ("text", country)
    assert finding.values["clues"]


def test_a_service_named_tells_the_country(check: Check) -> None:
    finding = check(SIGNS + "The Canadian Human Trafficking Hotline takes calls.", rule=RULE)[0]
    assert finding.values["country"] == "Canada"
    assert finding.values["clues"] == "the Canadian Human Trafficking Hotline"


def test_money_tells_the_country(check: Check) -> None:
    finding = check(CAR_WASH + "They were promised £90 a day.", rule=RULE)[0]
    assert finding.values["country"] == "the United Kingdom"


def test_where_nothing_tells_the_united_states_are_assumed_and_the_message_says_so(check: Check) -> None:
    finding = check(SIGNS, rule=RULE)[0]
    assert (finding.case, finding.values["country"]) == ("assumed", "the United States")


def test_one_mention_of_a_faraway_place_tells_nothing(check: Check) -> None:
    assert check(SIGNS + "An agency in Vienna counted them.", rule=RULE)[0].case == "assumed"


def test_the_configured_country_stands_against_the_text(check: Check) -> None:
    finding = check(SIGNS + "Police in Ohio and Texas freed nine men.", "IE", rule=RULE)[0]
    assert (finding.case, finding.values["country"]) == ("configured", "Ireland")


def test_a_number_given_for_any_country_the_text_speaks_of_is_enough(check: Check) -> None:
    text = SIGNS + "Police in Ohio and in Ontario freed nine men. Call 1-833-900-1010 if you suspect trafficking."
    assert check(text) == []
