"""Right figures in other people's words: most are known, and none is called wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Linter
from factcheck.entries import read_yaml

PATH = Path(__file__).with_name("paraphrases.yaml")
FLOOR = 0.90  # of the sentences; only ever goes up
ACCUSING = {"contradicted", "outdated", "debunked"}


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """The verdict on the bracketed number of each sentence; empty where it was not read as a claim."""
    linter = Linter()
    entries = read_yaml(PATH.read_text("utf-8"), str(PATH))
    return {sentence: verdict(linter, sentence) for sentences in entries.values() for sentence in sentences}


def verdict(linter: Linter, sentence: str) -> str:
    number = sentence.index("["), sentence.index("]") - 1
    claims = linter.check_text(sentence.replace("[", "").replace("]", "")).files[0].claims
    over = (c for c in claims if c.claim.number.start < number[1] and number[0] < c.claim.number.end)
    return next((str(claim.judgement.verdict) for claim in over), "")


def test_most_are_supported(told: dict[str, str]) -> None:
    missed = [sentence for sentence, verdict in told.items() if verdict != "supported"]
    assert len(missed) <= (1 - FLOOR) * len(told), "\n".join(missed)


def test_none_is_called_wrong(told: dict[str, str]) -> None:
    assert not [sentence for sentence, verdict in told.items() if verdict in ACCUSING]
