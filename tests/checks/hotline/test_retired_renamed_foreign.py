"""Old numbers, old names, and numbers of another country."""

from __future__ import annotations

import pytest

from factcheck.model import Severity
from tests.checks.hotline.conftest import Check, names
from tests.checks.hotline.drafts import CAR_WASH, NATIONAL, SIGNS

HELPLINE = "Ring the Modern Slavery & Exploitation Helpline on 08000 121 700. "


def test_a_retired_number_is_flagged_with_the_new_one(check: Check) -> None:
    findings = check(CAR_WASH + "Ring the Salvation Army's helpline on 0300 303 8151.", "GB")
    assert names(findings) == ["retired-hotline"]
    assert "0800 808 3733" in findings[0].values["now"]


def test_where_it_is_not_known_to_be_dead_it_is_a_warning(check: Check) -> None:
    finding = check(CAR_WASH + HELPLINE + "Text 88858 to reach the NSPCC.", "GB")[0]
    assert (finding.rule, finding.case, finding.severity) == ("retired-hotline", "unsure", Severity.WARNING)


def test_a_retired_keyword_is_flagged_and_its_line_is_not(check: Check) -> None:
    assert names(check(SIGNS + NATIONAL + " Young people can text PRIDE to 988.", "US")) == ["retired-hotline"]
    assert check(SIGNS + NATIONAL + " If you think of suicide, call or text 988.", "US") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Until 2021 the Salvation Army's number was 0300 303 8151.",
        "The former referral line, 0300 303 8151, no longer answers.",
    ],
)
def test_a_retired_number_told_as_history_is_no_error(sentence: str, check: Check) -> None:
    assert check(CAR_WASH + HELPLINE + sentence, "GB") == []


def test_another_countrys_retired_number_may_be_anybodys_here(check: Check) -> None:
    assert check(SIGNS + NATIONAL + " Our helpline is 1-800-553-3000.", "US") == []


def test_a_former_name_is_a_warning(check: Check) -> None:
    finding = check(SIGNS + "Call the National Human Trafficking Resource Center at 1-888-373-7888.", "US")[0]
    assert (finding.rule, finding.case, finding.severity) == ("renamed-hotline", "former", None)
    assert finding.values["now"] == "the National Human Trafficking Hotline"


def test_a_former_name_told_as_history_is_a_remark(check: Check) -> None:
    finding = check(SIGNS + NATIONAL + "\n\nIn 2014 the National Human Trafficking Resource Center grew.", "US")[0]
    assert (finding.case, finding.severity) == ("history", Severity.INFO)


def test_the_present_name_shortened_is_a_remark(check: Check) -> None:
    finding = check(CAR_WASH + "Ring the Modern Slavery Helpline on 08000 121 700.", "GB")[0]
    assert (finding.rule, finding.case, finding.severity) == ("renamed-hotline", "short", Severity.INFO)


def test_a_former_name_beside_the_present_one_is_fine(check: Check) -> None:
    text = "The National Human Trafficking Hotline (once the NHTRC) answers at 1-888-373-7888."
    assert check(SIGNS + text, "US") == []


def test_each_former_name_is_flagged_once(check: Check) -> None:
    text = "Call the NHTRC at 1-888-373-7888. The NHTRC answers day and night. The NHTRC is free."
    assert names(check(SIGNS + text, "US")) == ["renamed-hotline"]


def test_only_another_countrys_number(check: Check) -> None:
    findings = check(CAR_WASH + NATIONAL, "GB")
    assert names(findings) == ["foreign-hotline"]
    assert "08000 121 700" in findings[0].values["service"]


def test_another_countrys_number_beside_ones_own_is_fine(check: Check) -> None:
    assert check(CAR_WASH + HELPLINE + "In the United States: 1-888-373-7888.", "GB") == []


def test_the_same_digits_may_be_a_service_of_each_country(check: Check) -> None:
    call = "Tell Crimestoppers what you saw on 0800 555 111."
    assert check(CAR_WASH + call, "GB") == []
    assert check(CAR_WASH + call, "NZ") == []
    assert names(check(CAR_WASH + call, "IE")) == ["foreign-hotline"]


def test_the_line_for_missing_children_serves_all_of_europe(check: Check) -> None:
    text = "# A child sold\n\nA missing child is in danger of sex trafficking. Call the hotline 116 000."
    for country in ("FR", "GB", "BE", "RO"):
        assert check(text, country) == [], country
    assert names(check(text, "US")) == ["missing-hotline"]  # 116 000 is no number there


def test_without_a_configured_country_the_text_must_speak_clearly(check: Check) -> None:
    leeds = "Police in Leeds, London and Manchester, England, freed nine men. "
    assert names(check(CAR_WASH + leeds + NATIONAL)) == ["foreign-hotline"]
    assert check(CAR_WASH + leeds + "Police in Ohio freed two. " + NATIONAL) == []
