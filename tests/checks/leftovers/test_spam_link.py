"""spam-link: offers, and addresses that lead nowhere good."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import fixed, found, words

RULE = "spam-link"


@pytest.mark.parametrize(
    "url",
    ["#", "http://example.com/x", "http://localhost:8080/", "javascript:void(0)", "https://yoursite.com", "file:///C:/x",
     "https://cheap-essay-writing.net/", "https://best-casino-bonus.com/", "https://delhi-escorts.in/"],
)  # fmt: skip
def test_target_that_leads_nowhere_good(url: str) -> None:
    assert words(RULE, f"Read [the law]({url}) first.", Format.MARKDOWN) == [f"[the law]({url})"]


@pytest.mark.parametrize(
    "url",
    ["https://www.ilo.org/topics", "/about", "#notes", "mailto:night@un.org", "tel:18883737888",
     "https://www.justice.gov/opa/pr/escort-site-owner-sentenced", "https://web.archive.org/web/2019/https://un.org"],
)  # fmt: skip
def test_honest_target(url: str) -> None:
    assert words(RULE, f"Read [the law]({url}) first.", Format.MARKDOWN) == []


def test_tracking_words_are_cut_and_the_address_stays() -> None:
    text = "Read [it](https://un.org/a?utm_source=x&id=3&utm_medium=y#top) and https://un.org/b?fbclid=Iw0."
    assert fixed(text, Format.MARKDOWN) == "Read [it](https://un.org/a?id=3#top) and https://un.org/b."


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://un.org/a?utm_source=x&utm_medium=y", "https://un.org/a"),
        ("https://un.org/a?id=3&utm_source=x&utm_medium=y", "https://un.org/a?id=3"),
        ("https://un.org/a?utm_source=x&id=3&fbclid=y&page=2", "https://un.org/a?id=3&page=2"),
    ],
)
def test_what_is_left_of_an_address_is_an_address(address: str, clean: str) -> None:
    assert fixed(f"Read [it]({address}).", Format.MARKDOWN) == f"Read [it]({clean})."
    html = '<p>Read <a href="{}">it</a>.</p>'
    escaped = address.replace("&", "&amp;")
    assert fixed(html.format(escaped), Format.HTML) == html.format(clean.replace("&", "&amp;"))


def test_address_from_a_chatbot_is_told_by_two_rules() -> None:
    rules = [rule for rule, _ in found("See https://www.un.org/?utm_source=chatgpt.com for it.")]
    assert rules == [RULE, "chatbot-residue"]


@pytest.mark.parametrize(
    "text",
    [
        "Detectives found ads for cheap escorts in the harbour, and called each number.",
        "Prosecutors said the compound ran online casino bonus schemes.",
        "He was charged with the sale of tramadol without prescription.",
    ],
)
def test_reports_on_the_trade(text: str) -> None:
    assert words(RULE, text) == []


def test_a_report_of_something_else_is_none_of_the_trade() -> None:
    text = "Ask the bank for both reports. Buy cheap tramadol online today. Then call us."
    assert words(RULE, text) == ["Buy cheap tramadol online today"]
    assert words(RULE, "Reports of the last raid name who could buy cheap tramadol online.") == []
