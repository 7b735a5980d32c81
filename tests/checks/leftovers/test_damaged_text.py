"""damaged-text: what no language writes so."""

from __future__ import annotations

import pytest

from factcheck import Linter
from factcheck.model import Format, Severity
from tests.checks.leftovers.checking import findings, fixed, found, words

RULE = "damaged-text"


def test_message_says_what_it_would_have_been() -> None:
    (finding,) = findings("The nurse didnâ€™t ask.")
    assert finding.values["right"] in ("’", "'")
    assert fixed("The nurse didnâ€™t ask.", safe=False) == f"The nurse didn{finding.values['right']}t ask."


@pytest.mark.parametrize(
    "text",
    [
        "Señora Ibáñez fled from São Paulo to Málaga.",
        "SÃO PAULO, Brasília and Ærø are on the route.",
        "Each bed cost £40 at 5 °C, said Zoë Müller.",
        "Москва and Αθήνα were on the list.",
        "Shalom is written שלום\u200f in her letter.",
        "She signed with \U0001f469\u200d\U0001f467 and \u2764\ufe0f.",
        "The word می\u200cخواهم needs its joiner.",
        "« Nous étions douze\u202f», dit-elle.",
        "The boxes ■ and □ are explained in the key.",
        "She runs a drop-in in Leeds and a walk-in in York.",
    ],
)
def test_honest_characters(text: str) -> None:
    assert words(RULE, text) == []


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e", "\x07", "\U000e0061"])
def test_hidden_character_is_taken_out_safely(hidden: str) -> None:
    assert fixed(f"Traf{hidden}fickers move at night.") == "Traffickers move at night."


def test_hidden_character_is_named() -> None:
    (finding,) = findings("Traf\u200bfickers move at night.")
    assert finding.values["names"] == "U+200B zero width space"


def test_letters_of_another_alphabet_in_a_word() -> None:
    assert fixed("The tr\u0430ffickers fled.", safe=False) == "The traffickers fled."


def test_letters_joined_into_one_sign() -> None:
    assert fixed("The o\ufb03cer came.") == "The officer came."


def test_entity_that_a_reader_sees() -> None:
    assert fixed("Nine&nbsp;men &amp;amp; a dog.", safe=False) == "Nine men & a dog."
    assert words(RULE, "Nine&nbsp;men &amp; a dog.", Format.MARKDOWN) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("He was the the only witness.", "the the"),
        ("The door was locked.Next day they fled.", "locked.Next"),
        ("They found nine o cers at the gate.", "o cers"),
        ("Don?t open the door.", "Don?t"),
    ],
)
def test_broken_words(text: str, what: str) -> None:
    assert words(RULE, text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "She had had enough, and knew that that was dangerous.",
        "Send it to harbour.House@un.org or www.un.org/The_law.",
        "The farm grew 1,200 trees, and the U.S. and e.g. Ghana bought them.",
        "Ask the officer on vic tims@un.org to call.",
    ],
)
def test_honest_words(text: str) -> None:
    assert found(text) == []


def test_mojibake_is_told_once_and_as_a_whole() -> None:
    source = "The Centerâ\x80\x99s page is in æ\x97¥æ\x9c¬èª\x9e, ä¸\xadå½ and Ã¢â‚¬Å“FranÃ§aisÃ¢â‚¬\x9d too."
    assert words(RULE, source) == [
        "â\x80\x99",
        "æ\x97¥æ\x9c¬èª\x9e",
        "ä¸\xadå½",
        "Ã¢â‚¬Å“",
        "Ã§",
        "Ã¢â‚¬\x9d",
    ]


def test_no_number_is_read_out_of_mojibake() -> None:
    report = Linter().check_text("Victims of trafficking speak ä¸\xadå½ or 日本.", "text")
    assert [claim.text for claim in report.files[0].claims] == []


def test_a_file_that_was_misread_is_told_once_and_mended_in_all_places() -> None:
    source = " ".join(f"The {n}th nurse didnâ€™t ask." for n in range(4, 20))
    assert words(RULE, source) == ["â€™"]
    assert "â" not in fixed(source, safe=False)


@pytest.mark.parametrize(
    "text",
    [
        "The HarbourNews.org page lists ships.",
        "The HumanTrafficking.org page lists ships.",
        "He said f***ing hell.",
    ],
)
def test_names_of_sites_and_stars_are_no_damage(text: str) -> None:
    assert words(RULE, text) == []


def test_a_typing_slip_is_told_as_no_more_than_that() -> None:
    (finding,) = findings("The ship carried sugar,tea and salt.")
    assert (finding.rule, finding.severity) == (RULE, Severity.INFO)


def test_entities_in_front_matter_are_read_by_the_sites_template() -> None:
    assert words(RULE, "---\ntitle: The port&#39;s crews\n---\n\nThe lobby was empty.", Format.MARKDOWN) == []
