"""missing-hotline: an article that may reach somebody in danger gives a number to call."""

from __future__ import annotations

import pytest

from factcheck.checks.hotline.fitting import proposals
from factcheck.checks.hotline.services import Services
from factcheck.context import Group
from factcheck.model import Format, Severity
from tests.checks.hotline.conftest import Check, names
from tests.checks.hotline.drafts import CAR_WASH, FARM, NATIONAL, SIGNS

RULE = "missing-hotline"


@pytest.mark.parametrize(
    "help_line",
    [
        NATIONAL,
        "Hotline: 1 888 373 7888 24/7",
        "Call the national hotline at 1-888-3737-888!",
        "Text HELP to 233733.",
        "Text 'BeFree' (233733).",
        "Text BEFREE and wait for an answer.",
        "[Call for help](tel:+1-888-373-7888)",
        "[Send a message](sms:233733)",
        "[Chat with an advocate](https://www.humantraffickinghotline.org/chat)",
        "| Service | Number |\n|---|---|\n| National Human Trafficking Hotline | 1-888-373-7888 |",
        "Report a tip to Homeland Security at 1-866-347-2423.",
        "Victims in Ohio can call the state hotline, 844-END-OHHT (844-363-6448).",
        "If you suspect trafficking, call our 24-hour helpline at (512) 555-0143.",
        "To report trafficking, contact the county's team at (831) 454-2560.",
    ],
)
def test_any_help_line_is_a_number_given(help_line: str, check: Check) -> None:
    assert check(SIGNS + help_line, "US", rule=RULE) == []


@pytest.mark.parametrize(
    "no_help",
    [
        "",
        "Call the National Human Trafficking Hotline.",
        "Visit humantraffickinghotline.org for more.",
        "In an emergency call 911.",
        "Media contact: call (202) 555-0134 about trafficking.",
        "To register for the course on trafficking, call (202) 555-0134.",
        "In 2019 the hotline received 5,000 calls and 22326 signals about victims.",
        "The hotline, open since 2007-2008, takes calls about victims.",
        "In all, 233,733 people called for help, and 1343 hotlines answered.",
    ],
)
def test_names_addresses_and_other_numbers_are_none(no_help: str, check: Check) -> None:
    finding = check(SIGNS + no_help, "US", rule=RULE)[0]
    assert finding.case == "configured"
    assert "1-888-373-7888 (text 233733)" in finding.values["service"]


def test_the_finding_stands_at_the_title(check: Check) -> None:
    finding = check(SIGNS, "US", rule=RULE)[0]
    assert SIGNS[slice(*finding.span)] == "Signs of sex trafficking"


def test_a_number_in_the_footer_of_a_page_is_given(check: Check) -> None:
    page = (
        "<html><body><article><h1>Sex trafficking</h1><p>Traffickers lure victims.</p></article>{}</body></html>"
    )
    assert check(page.format("<footer>Hotline: 1-888-373-7888</footer>"), "US", format=Format.HTML) == []
    assert names(check(page.format(""), "US", format=Format.HTML)) == [RULE]


def test_a_line_for_another_need_is_not_enough(check: Check) -> None:
    for line in ("If you think of suicide, call 988.", "National Domestic Violence Hotline: 1-800-799-7233."):
        finding = check(SIGNS + line, "US", rule=RULE)[0]
        assert finding.case == "other-subject"


def test_a_line_for_children_suits_an_article_about_children_only(check: Check) -> None:
    ncmec = "Call the National Center for Missing & Exploited Children at 1-800-THE-LOST."
    children = "# Children sold for sex\n\nChild sex trafficking begins with a friendly message to a child.\n\n"
    missing = (
        "# Missing and exploited\n\nA runaway child is in danger of sex trafficking from the first night.\n\n"
    )
    assert check(children + ncmec, "US") == []
    assert check(missing + ncmec, "US") == []
    assert check(FARM + ncmec, "US")[0].case == "other-subject"


def test_a_line_about_wages_suits_forced_labour_only(check: Check) -> None:
    wages = "Call the Wage and Hour Division at 1-866-4USWAGE."
    assert check(FARM + wages, "US") == []
    assert check(SIGNS + wages, "US")[0].case == "other-subject"


def test_what_is_proposed_serves_the_country(check: Check) -> None:
    assert "08000 121 700" in check(CAR_WASH, "GB")[0].values["service"]
    assert "1-833-900-1010" in check(FARM, "CA")[0].values["service"]
    assert "131 237" in check(FARM, "AU")[0].values["service"]


def test_where_no_service_is_confirmed_none_is_proposed(check: Check) -> None:
    finding = check(FARM, "TD")[0]
    assert (finding.case, finding.fix) == ("unknown", None)
    assert finding.values["country"] == "Chad"


def test_readers_in_two_countries_need_a_number_each(check: Check) -> None:
    assert check(SIGNS + NATIONAL + " In Canada: 1-833-900-1010.", "US", "CA") == []
    finding = check(SIGNS + NATIONAL, "US", "CA")[0]
    assert (finding.rule, finding.values["country"]) == (RULE, "Canada")


def test_a_service_of_low_confidence_counts_as_given_and_is_never_proposed(
    check: Check, services: Services
) -> None:
    assert check(FARM + "Call the Comité contre l'esclavage moderne on 01 44 52 88 90.", "FR") == []
    everybody = frozenset(Group)
    proposed = [h for country in services.own_in for h in proposals(services, country, everybody)]
    assert proposed
    assert all(hotline.confidence != "low" and not hotline.region for hotline in proposed)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("<p>{}</p><p><a href='tel:+18883737888'><img src='call.png' alt='Get help now'></a></p>", Format.HTML),
        ('<p>{}</p><a href="sms:233733"><i class="icon"></i></a>', Format.HTML),
        ("{}\n\n[![Call](call.png)](tel:+1-888-373-7888)\n", Format.MARKDOWN),
        ("{}\n\nText HELP to BeFree.\n", Format.MARKDOWN),
    ],
)
def test_a_link_round_a_picture_and_the_text_word_are_numbers_to_call(
    text: str, format: Format, check: Check
) -> None:
    words = "Human trafficking is a crime, and its victims need help."
    assert check(text.format(words), "US", format=format, rule=RULE) == []
    assert check(words, "US", rule=RULE)


def test_another_number_in_another_sentence_is_no_help(check: Check) -> None:
    text = SIGNS + "The National Human Trafficking Hotline finds beds. Our office is 519-555-0157."
    assert names(check(text, "US")) == [RULE]


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("Two men charged with human trafficking", Severity.INFO),
        ("Modern slavery statement of a mill", Severity.INFO),
        ("Human trafficking rises, new report says", Severity.INFO),
        ("Signs of human trafficking", None),
    ],
)
def test_news_of_a_case_a_report_and_a_statement_are_only_told_as_an_info(
    title: str, severity: Severity | None, check: Check
) -> None:
    (finding,) = check(f"# {title}\n\nVictims of human trafficking were freed.", "US", rule=RULE)
    assert finding.severity is severity


def test_where_the_readers_country_is_not_plain_nothing_is_proposed(check: Check) -> None:
    (finding,) = check("# Labour trafficking\n\nAn agency in Vienna counted victims of trafficking.", rule=RULE)
    assert (finding.case, finding.references, finding.fix) == ("unplain", (), None)


@pytest.mark.parametrize(
    ("country", "first"),
    [
        ("IN", ("in-childline-1098",)),  # a complaint desk never
        ("NZ", ("nz-police-105",)),  # pages disagree on the other number
        ("DE", ("de-hilfetelefon", "de-nummer-gegen-kummer")),
        ("EU", ("eu-116000", "eu-116111")),
    ],
)
def test_what_is_proposed_first_for_an_article_about_children(
    country: str, first: tuple[str, ...], services: Services
) -> None:
    held = proposals(services, country, frozenset({Group.CHILDREN, Group.ANYONE}))
    assert tuple(hotline.id for hotline in held) == first


def test_readers_of_the_union_are_told_that_it_has_no_one_number(check: Check) -> None:
    (finding,) = check("# Signs of child trafficking\n\nA child is sold.", "EU", rule=RULE)
    assert (finding.case, finding.references) == ("union", ("eu-116000", "eu-116111"))
    assert check("# Signs\n\nCall 08000 116 016 if you suspect trafficking.", "EU") == []
