"""Rules without code: what they leave alone, shown on the family that lives by them."""

from __future__ import annotations

import pytest

from tests.checks.language.drafts import words


@pytest.mark.parametrize(
    "quoted",
    [
        'She said, "I was a child prostitute."',
        "She said, “I was a child prostitute.”",
        "The old ‘child prostitute’ file was closed.",
        "The old 'child prostitute' file was closed.",
        "> I was a child prostitute.",
    ],
)
def test_quotations_are_left_alone(quoted: str) -> None:
    assert words(quoted, "child-prostitute") == []


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "The girls' home took in two child prostitutes from the boys' school."
    assert words(text, "child-prostitute") == ["child prostitutes"]


def test_a_web_address_is_left_alone() -> None:
    text = "Trafficking report: https://news.example/city/top-spot-for-pimps and more."
    assert words(text, "pimp", "text") == []


def test_only_the_sentence_with_the_law_is_spared() -> None:
    text = "He was charged with possession of child pornography. The site sells child pornography."
    assert words(text, "child-pornography") == ["child pornography"]


def test_an_article_about_something_else_is_left_alone() -> None:
    assert words("The club signed two hookers and a prop.", "slur-for-exploited-person") == []


def test_the_subject_may_be_named_anywhere_in_the_article() -> None:
    text = "Two hookers were led away.\n\nA fund pays for the care of trafficked women."
    assert words(text, "slur-for-exploited-person") == ["hookers"]


def test_a_rule_for_headings_leaves_paragraphs_alone() -> None:
    text = "# Inside a nightmare\n\nTraffickers made it a nightmare."
    assert words(text, "sensational-headline") == ["nightmare"]


def test_a_rule_for_pictures_reads_alt_texts_and_leaves_paragraphs_alone() -> None:
    text = "![A girl in chains](girl.jpg)\n\nNobody was in chains: traffickers use debts."
    assert words(text, "degrading-picture") == ["in chains"]


def test_alt_texts_of_html_are_read() -> None:
    text = '<p>Traffickers use debts.</p><img src="girl.jpg" alt="Girl behind bars">'
    assert words(text, "degrading-picture", "html") == ["behind bars"]


@pytest.mark.parametrize(
    "text",
    [
        "John Arlett spoke to his client about exploitation.",
        "St. John's Church collects for exploited children.",
        "Every customer of the exploited farm was told.",
    ],
)
def test_names_and_trades_are_no_buyers(text: str) -> None:
    assert words(text, "buyer-as-customer") == []
