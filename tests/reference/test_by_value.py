"""A number known by its value where the words around it are loose: held against the shipped reference set."""

from __future__ import annotations

import pytest

from factcheck import Linter


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def verdicts(linter: Linter, text: str) -> list[str]:
    return [str(one.judgement.verdict) for one in linter.check_text(text).files[0].claims]


@pytest.mark.parametrize(
    "text",
    [
        # the words "trafficking" or "worldwide" are missing, the number and its publisher tell enough
        "UNODC says that 38 per cent of the victims detected in 2022 were children.",
        "Of those referred to the NRM in 2023, 44 per cent were minors.",
        "The hotline heard of 21,865 victims in 2024.",
        "Last year's count of human trafficking: 7,115 convictions in 2023, says the State Department.",
    ],
)
def test_a_telling_number_needs_few_words(linter: Linter, text: str) -> None:
    assert verdicts(linter, text) == ["supported"]


@pytest.mark.parametrize(
    "text",
    [
        "UNODC says that 38 per cent of the victims detected in 2022 were women.",  # another group's share
        "Of those referred to the NRM in 2019, 61 per cent were minors.",  # no year's value
        "The hotline heard of 21,865 victims in 2019.",  # another year's
        "The charity served 21,865 meals to victims in 2024.",  # another thing
        "In Ohio the police heard of 21,865 victims in 2024.",  # another place
    ],
)
def test_a_number_by_itself_proves_nothing(linter: Linter, text: str) -> None:
    assert "supported" not in verdicts(linter, text)


def test_the_company_of_a_publishers_figures_tells_too(linter: Linter) -> None:
    part = "Sexual exploitation yields 173 billion dollars."
    whole = "The ILO puts the profits of forced labour at $236 billion a year."
    assert verdicts(linter, f"{whole}\n\n{part}") == ["supported", "supported"]


def test_no_heading_of_another_year_is_passed_over(linter: Linter) -> None:
    text = (
        "## Referrals in 2022\n\nThe UK's National Referral Mechanism took 23,411 referrals of potential victims."
    )
    assert "supported" not in verdicts(linter, text)


@pytest.mark.parametrize(
    "text",
    [
        "States themselves are behind the forced labour of 3.9 million people, says the ILO.",
        "The ILO estimates annual profits of close to $10,000 for each person held in forced labour.",
        "The Global Slavery Index estimates that 41,000 Australians live in modern slavery.",
    ],
)
def test_the_value_of_a_neighbouring_measure_contradicts_nothing(linter: Linter, text: str) -> None:
    assert not {"contradicted", "outdated"} & set(verdicts(linter, text))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Traffickers hold millions of people all over the world in slavery.", "supported"),
        ("Thousands of children vanish from care homes.", "unsupported"),
        # finer than the reference knows it, and near
        (
            "In 2021 the National Human Trafficking Hotline identified 16,554 victims in the United States.",
            "supported",
        ),
        (
            "In 2021 the National Human Trafficking Hotline identified 15,554 victims in the United States.",
            "unverified",
        ),
        # a part of a large number is no exact figure
        ("Forced labour earns almost a quarter-trillion dollars a year, the ILO says.", "supported"),
    ],
)
def test_vague_and_rounded_numbers(linter: Linter, text: str, verdict: str) -> None:
    assert verdicts(linter, text) == [verdict]
