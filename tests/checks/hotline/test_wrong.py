"""wrong-hotline-number: misprints, mislabelled numbers, links that dial something else; nothing else."""

from __future__ import annotations

import pytest

from factcheck.checks.article import Finding
from factcheck.model import Format
from tests.checks.hotline.conftest import Check, names
from tests.checks.hotline.drafts import CAR_WASH, NATIONAL, SIGNS

RULE = "wrong-hotline-number"


def flagged(text: str, findings: list[Finding]) -> list[str]:
    return [text[slice(*finding.span)] for finding in findings if finding.rule == RULE]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Call the National Human Trafficking Hotline at 1-888-373-7898.", "1-888-373-7898"),
        ("Call the hotline at 1-888-337-7888 if you suspect trafficking.", "1-888-337-7888"),
        ("Call the National Human Trafficking Hotline at 1-888-373-788.", "1-888-373-788"),
        ("Call the National Human Trafficking Hotline at 1-888-373-78888.", "1-888-373-78888"),
        ("Call the National Human Trafficking Hotline at 1-888-373-8878.", "1-888-373-8878"),
        ("Call 1-800-373-7888.", "1-800-373-7888"),
        ("The National Human Trafficking Hotline: +1 (888) 373-7889", "1 (888) 373-7889"),
        ("Text HELP to 233773.", "233773"),
        ("Childhelp: 1-800-422-2253", "1-800-422-2253"),
        ("Call love is respect at 866.311.9474.", "866.311.9474"),
    ],
)
def test_a_misprint_is_flagged_at_the_number(sentence: str, number: str, check: Check) -> None:
    text = SIGNS + sentence
    assert flagged(text, check(text, "US")) == [number]


def test_a_toll_free_number_one_digit_off_needs_no_words_of_help(check: Check) -> None:
    """Nobody but the service has a number that is alike in all digits but one; a bare line is still dialled."""
    text = SIGNS + "\n\nThe number: 1-888-373-7878\n"
    assert flagged(text, check(text, "US")) == ["1-888-373-7878"]


def test_a_misprint_says_what_is_right_and_counts_as_given(check: Check) -> None:
    finding = check(SIGNS + "Call the National Human Trafficking Hotline at 1-888-373-7898.", "US")
    assert names(finding) == [RULE]
    assert finding[0].values["right"] == "1-888-373-7888"


def test_two_slips_count_only_beside_the_name(check: Check) -> None:
    assert check(SIGNS + NATIONAL + " Our shelter's helpline is 1-888-373-8878.", "US") == []


@pytest.mark.parametrize(
    ("sentence", "service"),
    [
        ("National Human Trafficking Hotline: 1-866-347-2423", "HSI Tip Line"),
        ("Call the National Human Trafficking Hotline at 1-800-843-5678.", "Missing & Exploited Children"),
    ],
)
def test_one_services_name_with_anothers_number(sentence: str, service: str, check: Check) -> None:
    findings = check(SIGNS + sentence, "US")
    assert names(findings) == [RULE]
    assert service in findings[0].values["note"]


def test_a_line_for_text_telephones_given_as_a_voice_line(check: Check) -> None:
    assert [f.case for f in check(SIGNS + "Call Childhelp at 1-800-222-4453.", "US", rule=RULE)] == ["tty"]


def test_a_number_taken_for_another_is_right_beside_its_own_name(check: Check) -> None:
    text = SIGNS + "HSI Tip Line: 1-866-347-2423. National Human Trafficking Hotline: 1-888-373-7888."
    assert check(text, "US") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Call the National Human Trafficking Hotline or the FBI at 1-800-CALL-FBI (1-800-225-5324).",
        "National Human Trafficking Hotline (1-888-373-7888), Childhelp (1-800-422-4453), RAINN 800-656-HOPE",
        "The National Center for Missing & Exploited Children (NCMEC) answers at 1-800-843-5678. " + NATIONAL,
        "Write to the NCMEC. Hotline: 1-888-373-7888",
        "Call Childhelp at 1-800-4-A-CHILD; the TDD line is 1-800-222-4453. " + NATIONAL,
        "1. 1-888-373-7888\n2. 1-800-843-5678",
    ],
)
def test_lists_of_services_are_read_right(sentence: str, check: Check) -> None:
    assert check(SIGNS + sentence, "US") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The hotline logged it as case no. 1-888-373-7889.",
        "See the hotline's handbook, ISBN 978-1-888373-78-9.",
        "Transfers for the hotline: account 8883737889.",
        "Fax for the hotline: 1-888-373-7889.",
        "The hotline received 233,773 calls, and later 233774 calls.",
        "Our office answers questions about trafficking at (415) 888-3738.",
        "Tickets for the hotline's gala: 1-888-373-7880.",
        "The hotline's licence is no. 18883737889.",
        "Write to the hotline, PO Box 53315, Washington, DC 20009.",
        "Since 2007 the National Human Trafficking Hotline has answered; in 2018 it added text.",
        "The hotline's budget grew from $18,883,737 to $18,883,738.",
    ],
)
def test_other_numbers_stay_silent(sentence: str, check: Check) -> None:
    assert check(f"{SIGNS}{NATIONAL} {sentence}", "US") == []


def test_neighbours_of_an_office_number_are_the_same_house(check: Check) -> None:
    text = CAR_WASH + "CoMensha, the helpdesk for victims of trafficking: 033 448 11 86 or 033 448 11 87."
    assert check(text, "NL") == []


def test_numbers_that_differ_by_a_digit_may_all_be_right(check: Check) -> None:
    lines = "964 608 288, in the north 918 654 101, in the centre 918 654 104, in Alentejo 918 654 106"
    assert check(SIGNS + f"Victims can call {lines}.", "PT") == []


def test_a_short_number_needs_its_services_name(check: Check) -> None:
    assert names(check(SIGNS + "Call NAPTIP on 628.", "NG")) == [RULE]
    assert RULE not in names(check(SIGNS + "In 628 villages people call for help.", "NG"))
    assert RULE not in names(check(SIGNS + "Childline India began in 1996, and children call 1098.", "IN"))


@pytest.mark.parametrize(
    ("country", "sentence", "number"),
    [
        ("GB", "Ring the Modern Slavery & Exploitation Helpline on 0800 121 700.", "0800 121 700"),
        ("PL", "Write to infi@kcik.pl for help.", "infi@kcik.pl"),
    ],
)
def test_known_misprints_of_other_countries(country: str, sentence: str, number: str, check: Check) -> None:
    text = SIGNS + sentence
    assert flagged(text, check(text, country)) == [number]


@pytest.mark.parametrize("sentence", ["0800 0121 700", "+44 8000 121 700", "(08000) 121-700"])
def test_the_right_digits_in_any_grouping_are_right(sentence: str, check: Check) -> None:
    assert check(CAR_WASH + f"Ring the Modern Slavery & Exploitation Helpline on {sentence}.", "GB") == []


def test_a_link_dials_what_it_shows(check: Check) -> None:
    right = "[1-888-373-7888](tel:18883737888), [call 888-373-7888](tel:+1.888.373.7888), [text](sms:233733)"
    assert check(SIGNS + right, "US") == []
    wrong = check(SIGNS + "[1-888-373-7888](tel:1-800-373-7888)", "US")
    assert [finding.case for finding in wrong] == ["link"]
    hidden = check(SIGNS + "Call [the National Human Trafficking Hotline](tel:18883737889).", "US")
    assert [finding.case for finding in hidden] == ["misprint"]


def test_nothing_is_flagged_in_the_page_around_the_article(check: Check) -> None:
    page = (
        "<html><body><article><h1>Sex trafficking</h1><p>Traffickers lure victims.</p></article>"
        "<footer>National Human Trafficking Hotline: 1-888-373-7889</footer></body></html>"
    )
    assert check(page, "US", format=Format.HTML) == []


def test_numbers_are_checked_in_other_languages_too(check: Check) -> None:
    spanish = "# Trata de personas\n\nSi es víctima de trata, llame a la línea nacional: 1-888-373-7889."
    german = "# Menschenhandel\n\nDie Telefonnummer der Hotline ist +43 677 61343435."
    assert RULE in names(check(spanish, "US"))
    assert RULE in names(check(german, "AT"))


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("US", "Call 911 or the National Human Trafficking Hotline at 1-888-373-7888."),
        ("US", "Call the National Human Trafficking Hotline at 1-888-373-7888, or 911."),
        ("US", "If somebody is hurt, call 911. National Human Trafficking Hotline: 1-888-373-7888."),
        ("US", "The National Human Trafficking Hotline is 1-888-373-7888; for anything else dial 211 or 411."),
        ("US", "Is a child in danger at this moment? Dial 988 or 911, then Childhelp at 1-800-422-4453."),
        ("US", "The National Human Trafficking Hotline: call 811."),
        ("NG", "Call 112, or NAPTIP on 627."),
        ("NG", "Call NAPTIP on 627, or the police on 767 or 199."),
        ("NZ", "Call the New Zealand Police non-emergency line on 105, or 111 in an emergency."),
        ("IN", "Call Childline on 1098, the women's line on 181, or 112."),
        ("FR", "Call 119 Allô Enfance en Danger, or 112, 114, 115 or 17."),
        ("ZA", "South African National Human Trafficking Hotline: 0800 222 777. Police: call 10111."),
    ],
)
def test_emergency_and_service_codes_are_no_misprints(country: str, sentence: str, check: Check) -> None:
    assert RULE not in names(check(SIGNS + sentence, country))


@pytest.mark.parametrize(
    ("country", "sentence", "number"),
    [
        ("NG", "Help costs nothing: call NAPTIP on 672.", "672"),
        ("IN", "Call Childline on 1089.", "1089"),
        ("GR", "Call the National Human Trafficking Resource Line on 1190.", "1190"),
    ],
)
def test_a_short_number_that_its_name_leads_to_is_still_read(
    country: str, sentence: str, number: str, check: Check
) -> None:
    text = SIGNS + sentence
    assert flagged(text, check(text, country)) == [number]


@pytest.mark.parametrize(
    ("country", "sentence", "number"),
    [
        (
            "CA",
            "Ring the Canadian Human Trafficking Hotline, by day or by night, at 1-833-900-0101.",
            "1-833-900-0101",
        ),
        ("US", "Call the National Human Trafficking Hotline at 1-888-373-8777.", "1-888-373-8777"),
        ("US", "The National Human Trafficking Hotline (1-888-373-9104) is free.", "1-888-373-9104"),
        ("US", "Text BEFREE to 233377.", "233377"),
        ("US", "Text HELP to 233777.", "233777"),
        (
            "NL",
            "CoMensha, in Amersfoort, is there for everybody who has seen something odd: 033 448 11 68.",
            "033 448 11 68",
        ),
        ("PH", "Their number is 1434: the Actionline against Human Trafficking.", "1434"),
        (
            "CA",
            "Canadian Human Trafficking Hotline: 1-833-900-0101. Kids Help Phone: 1-800-668-6868.",
            "1-833-900-0101",
        ),
    ],
)
def test_swapped_pairs_and_the_services_own_prefix(country: str, sentence: str, number: str, check: Check) -> None:
    text = SIGNS + sentence
    assert flagged(text, check(text, country)) == [number]


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("US", NATIONAL + " Our shelter's helpline has the number 1-888-373-8777."),
        ("US", "The National Human Trafficking Hotline gave us their training line, 1-888-373-9104. " + NATIONAL),
        ("US", "Text HOME to 741741 for the crisis line. " + NATIONAL),
        ("DE", "Hilfetelefon Gewalt gegen Frauen: 116 016. Call the children's line on 116 111, or 116 006."),
        ("DE", "The Hilfetelefon Gewalt gegen Frauen is 116 016, the doctors on call are on 116 117."),
        (
            "NL",
            "CoMensha has moved. A reporter who wants to call our own helpline in The Hague dials 070 448 21 58.",
        ),
    ],
)
def test_lines_of_others_are_no_swaps(country: str, sentence: str, check: Check) -> None:
    assert RULE not in names(check(SIGNS + sentence, country))


def test_the_head_of_a_row_names_the_service_of_its_number(check: Check) -> None:
    text = "# Report it\n\n| Who | Number |\n|---|---|\n| HSI Tip Line | {} |\n| Dispatcher | 912-555-0159 |\n"
    assert check(text.format("1-866-347-2423"), "US", rule="wrong-hotline-number") == []
    (finding,) = check(text.format("1-888-373-7888"), "US", rule="wrong-hotline-number")
    assert finding.references == ("us-hsi-tip-line",)


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("NG", "Before you travel, ask NAPTIP on its short code, 672."),
        ("PH", "Report it through the Actionline against Human Trafficking by dialling 1334."),
        ("US", "You may have thirty seconds. Text BEFREE to 233773."),
        ("US", "To talk to somebody who has heard it all before, call 1-888-337-7888."),
    ],
)
def test_slips_in_short_codes_and_in_the_middle(country: str, sentence: str, check: Check) -> None:
    assert [finding.case for finding in check(sentence, country, rule="wrong-hotline-number")] == ["misprint"]


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("NZ", "Call 0800 200 008 to report the exploitation of a migrant."),
        ("NZ", "Call 0800 20 00 88 to report the exploitation of a migrant."),
        ("ZA", "The Salvation Army hotline is 08000-737283."),
        ("ZA", "The Salvation Army hotline is 08000 73728."),
        ("US", "Call the CAST hotline at 888-KEY-2-FREE if you are a victim of trafficking."),
    ],
)
def test_where_pages_disagree_and_where_letters_are_one_more_nobody_is_accused(
    country: str, sentence: str, check: Check
) -> None:
    assert check(SIGNS + sentence, country, rule="wrong-hotline-number") == []
