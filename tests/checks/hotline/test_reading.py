"""What a first look passes over holds nothing: the reading is the same as that of every block."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.checks.article import Article
from factcheck.checks.hotline import reading
from factcheck.checks.hotline.cues import cues_of
from factcheck.checks.hotline.reading import Reading, read
from factcheck.checks.hotline.services import Services
from factcheck.checks.rules import load_rules
from factcheck.context import Context
from factcheck.reference import Corpus, load_corpus
from tests.checks.hotline.conftest import read as document_of
from tests.checks.hotline.spellings import spellings

_HOTLINES = load_corpus().hotlines
_NUMBERS = [text for h in _HOTLINES.values() for c in h.channels for text in spellings(c) if c.kind != "chat"]
_EXAMPLES = [
    line
    for rule in load_rules().values()
    if rule.family == "hotline"
    for one in (*rule.bad, *rule.good)
    for line in one.text.splitlines()
]
_PLACES = ("in the United States", "in Kenya", "British police", "in Texas", "£5", "in Lagos, Nigeria", "in Paris")
_UNKNOWN = ("12345", "555", "66 77 88", "0199 123 4567", "1-800-NO-SUCH") * 20
_PIECES = st.sampled_from(
    [*_NUMBERS, *_EXAMPLES, *(name for h in _HOTLINES.values() for name in (h.name, *h.aliases))]
)
_BEFORE = st.sampled_from(
    ["Call ", "call the ", "Text HELP to ", "", "hotline: ", "[call](tel:", "(+", "In 2012, "]
)
_AFTER = st.sampled_from(["", ".", " people", ") now", " 24/7", "–5", "\u0661\u0662"])


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks=st.lists(st.tuples(_BEFORE, _PIECES, _AFTER), min_size=1, max_size=8))
@example(blocks=[("text a friend at ", "a hotline: 12345", ""), ("Dial ", "556 677 for help", "")])
@example(blocks=[("Call (", "", ""), ("", "741741", ""), ("[x](sms:", "233733", ")")])
@example(blocks=[("[chat](", "https://wa.me/441632960000", ")"), ("1-800-runaway", "", ""), ("6", "000", "")])
def test_reading_is_that_of_every_block(services: Services, blocks: list[tuple[str, str, str]]) -> None:
    document = document_of("\n\n".join("".join(parts) for parts in blocks))
    article = Article(document, (), Corpus(), {}, Context(document))
    cues = cues_of(load_rules())

    def told() -> Reading:
        return read(document, article.page, services, cues)

    passed_over = told()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_worth_reading", lambda blocks, *_: range(len(blocks)))
        assert passed_over == told()
