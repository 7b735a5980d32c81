"""Input made to hurt: every check comes to its end, with places inside the source."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import findings

MANY = 20_000
HARD = {
    "brackets": "[" * MANY,
    "digits": "7" * MANY,
    "letters": "a" * MANY + " a^",
    "commas": "ab,cd" * MANY,
    "dots": "a.b." * MANY,
    "entities": "&amp;" * MANY,
    "hidden": "a\u200b" * MANY,
    "hidden in a row": "\u200b" * MANY,
    "quotes": '"“' * MANY,
    "accents": "é" * MANY + "â€™",
    "mojibake": "â€™" * MANY,
    "phrases": "read more " * (MANY // 4),
    "links": "read [more](#) " * (MANY // 20),
    "labels": "Share\n" * (MANY // 10),
    "sentences": "He came to the gate of the farm and said nothing at all. " * (MANY // 40),
    "holes": "( ) " * (MANY // 4),
    "braces": "{a|b" * (MANY // 4),
    "tags": "<p " * MANY,
    "colons": "Name:\n" * (MANY // 10),
}


@pytest.mark.parametrize("format", [Format.TEXT, Format.MARKDOWN, Format.HTML])
@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_input_ends(text: str, format: Format) -> None:
    for finding in findings(text, format):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
