"""What one sentence of an article says for the next: small articles held against the shipped reference set."""

from __future__ import annotations

import pytest

from factcheck import Linter


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def verdicts(linter: Linter, text: str) -> list[tuple[str, str]]:
    """Each number with its verdict."""
    claims = linter.check_text(text).files[0].claims
    return [(one.claim.quantity.text, str(one.judgement.verdict)) for one in claims]


def test_a_rank_of_a_state_takes_its_subject_from_the_sentence_before(linter: Linter) -> None:
    text = "Human trafficking has reached Ohio. We are fifth-highest in the nation, after Texas and Florida."
    assert ("fifth-highest", "debunked") in verdicts(linter, text)


@pytest.mark.parametrize(
    "text",
    [
        "Human trafficking has reached Ohio. We are seventh-highest in the nation by population.",
        "Traffickers look for such children. Ohio ranks third in the nation for foster care placements.",
    ],
)
def test_a_rank_in_something_else_is_not_accused(linter: Linter, text: str) -> None:
    assert not {"debunked", "outdated", "contradicted"} & {verdict for _, verdict in verdicts(linter, text)}


def test_a_part_of_an_old_whole_is_old_too(linter: Linter) -> None:
    text = "Today 40.3 million people live in modern slavery.\n\nThat makes 10 million children in slavery.\n\n"
    told = verdicts(linter, f"{text}10 million of them are children under 18.")
    assert told == [("40.3 million", "outdated"), ("10 million", "outdated"), ("10 million", "outdated")]


def test_a_part_told_as_history_accuses_nobody(linter: Linter) -> None:
    text = "In 2016 the ILO counted 40.3 million people in modern slavery. 10 million of them were children."
    assert [verdict for _, verdict in verdicts(linter, text)] == ["supported", "supported"]
