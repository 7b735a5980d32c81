"""spam-link: offers, and addresses that lead nowhere good."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import words

RULE = "spam-link"


@pytest.mark.parametrize(
    "url",
    ["http://example.com/x", "http://localhost:8080/", "https://yoursite.com", "file:///C:/x",
     "https://cheap-essay-writing.net/", "https://best-casino-bonus.com/", "https://delhi-escorts.in/"],
)  # fmt: skip
def test_target_that_leads_nowhere_good(url: str) -> None:
    assert words(RULE, f"Read [the law]({url}) first.", Format.MARKDOWN) == [f"[the law]({url})"]


@pytest.mark.parametrize(
    "url",
    ["https://www.ilo.org/topics", "/about", "#notes", "mailto:night@un.org", "tel:18883737888",
     "https://www.justice.gov/opa/pr/escort-site-owner-sentenced", "https://web.archive.org/web/2019/https://un.org",
     "#", "javascript:void(0)", "https://un.org/a?utm_source=newsletter", "https://staging.harbour.example/x"],
)  # fmt: skip
def test_honest_target(url: str) -> None:
    assert words(RULE, f"Read [the law]({url}) first.", Format.MARKDOWN) == []


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


@pytest.mark.parametrize(
    "text",
    [
        "It is far from real money casino games in Malta online, and closer to giving.",
        "(41) free slot games › News › How crews are paid",
    ],
)
def test_words_for_search_engines(text: str) -> None:
    assert words(RULE, text)
