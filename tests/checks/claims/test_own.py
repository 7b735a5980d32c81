"""The organisation's own numbers need no other source, where the configuration names it; others still do."""

from __future__ import annotations

import pytest

from factcheck import Linter
from factcheck.model import Settings

OWN, OTHER = "unverified-number", "unsupported-number"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(organisation=("Open Door Network",), select=(OWN, OTHER)))


def drawn(linter: Linter, sentence: str) -> list[str]:
    (report,) = linter.check_text(f"# Trafficking in our town\n\n{sentence}").files
    return [found.rule for found in report.diagnostics]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year our shelter served 312 survivors of trafficking.",
        "After our workshops 85% of the teachers could name three signs of trafficking.",
        "We trained 1,400 hotel workers to spot trafficking.",
        "At Open Door Network, 212 trafficked children found a bed.",
    ],
)
def test_our_own_number(linter: Linter, sentence: str) -> None:
    assert drawn(linter, sentence) == [OWN]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year our shelter served 312 survivors of trafficking.",
        "In Larkfield we met 212 trafficked people last year.",
    ],
)
def test_whoever_we_are_is_the_source_though_better_named(sentence: str) -> None:
    (report,) = Linter(Settings(select=(OWN, OTHER))).check_text(f"# Trafficking in our town\n\n{sentence}").files
    assert [found.rule for found in report.diagnostics] == [OWN]
    assert "organisation" in report.diagnostics[0].message


@pytest.mark.parametrize(
    "sentence",
    [
        "In our town, child trafficking cases rose by 62 percent.",
        "We know that 7,300 girls are trafficked in Springfield.",
        "Our children are in danger: 7,300 girls are trafficked in Springfield.",
    ],
)
def test_not_ours(linter: Linter, sentence: str) -> None:
    assert drawn(linter, sentence) == [OTHER]


def test_a_wrong_number_stays_wrong(linter: Linter) -> None:
    text = "Our team works because 40.3 million people live in modern slavery today."
    (report,) = Linter(Settings(organisation=("Open Door Network",))).check_text(text).files
    assert "outdated-number" in {found.rule for found in report.diagnostics}


def test_a_part_of_our_own_number_is_ours(linter: Linter) -> None:
    assert drawn(linter, "Our shelter served 312 survivors. Some 140 of them were under 18.") == [OWN, OWN]
    assert drawn(linter, "In our town 312 girls were trafficked. Some 140 of them were under 18.") == [
        OTHER,
        OTHER,
    ]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("At Larkfield House we met 212 trafficked people last year.", OWN),
        ("Last year, at Larkfield House, we met 212 trafficked people.", OWN),
    ],
)
def test_an_organisation_named_in_the_sentence_is_its_source(sentence: str, rule: str) -> None:
    assert drawn(Linter(Settings(select=(OWN, OTHER))), sentence) == [rule]
