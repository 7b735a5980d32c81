"""A first look at the whole article spares work; it never hides a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks import whole
from factcheck.checks.article import Article
from factcheck.checks.leftovers import patterns, phrases
from factcheck.checks.rules import load_rules
from factcheck.entries import read_yaml
from factcheck.linter import Linter
from factcheck.model import Block, Diagnostic, Format, Settings

_RULES = load_rules()
_LINTER = Linter(Settings(select=frozenset(rule.family for rule in _RULES.values())))
_CATEGORIES = read_yaml((Path(__file__).parent / "leftovers" / "categories.yaml").read_text("utf-8"), "categories")
_LEFTOVERS = {
    name: [text.replace("⟦", "").replace("⟧", "") for text in (*examples["bad"], *examples["good"])]
    for name, examples in _CATEGORIES.items()
}
_EXAMPLES = [one.text for rule in _RULES.values() for one in (*rule.bad, *rule.good)]
_EXAMPLES += [text for texts in _LEFTOVERS.values() for text in texts]
_PHRASES = [
    phrase.replace("#", "12").replace("*", "some words")
    for rule in _RULES.values()
    for phrases in rule.lists.values()
    for phrase in phrases
]
_LABELS = [
    phrase
    for phrases_of_a_kind in _RULES["page-furniture"].lists.values()
    for phrase in phrases_of_a_kind
    if "*" not in phrase and phrase.count(" ") < 2
]
_BETWEEN = (" ", " | ", "  ", " / ", " · ", "\n", "\n\n", "…", ".\n\n- ", ": ", "\u2003", " “", "\n\n• ")


@pytest.fixture(autouse=True, scope="module")
def _from_the_first_page_on() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrases, "_WORTH_IT", 0)
        yield


def _told(text: str, format: Format) -> tuple[Diagnostic, ...]:
    return _LINTER.check_text(text, format).files[0].diagnostics


def _told_by_looking_everywhere(text: str, format: Format) -> tuple[Diagnostic, ...]:
    def everywhere(text: bytes, pattern: object, starts_of: object) -> Iterator[int]:
        assert callable(starts_of)
        return iter(range(len(starts_of())))

    def every_block(self: patterns.Patterns, article: Article) -> Mapping[patterns.Pattern, Sequence[Block]]:
        return dict.fromkeys(self.searched, article.blocks)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "_having", everywhere)
        patch.setattr(patterns.Patterns, "blocks_for", every_block)
        return _told(text, format)


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.TEXT])
@pytest.mark.parametrize("name", _RULES)
def test_every_example_of_a_rule_is_judged_the_same(name: str, format: Format) -> None:
    rule = _RULES[name]
    text = "\n\n".join(one.text for one in (*rule.bad, *rule.good))
    assert _told(text, format) == _told_by_looking_everywhere(text, format)


@pytest.mark.parametrize("name", _LEFTOVERS)
def test_every_kind_of_leftover_is_judged_the_same(name: str) -> None:
    for format, between in ((Format.MARKDOWN, "\n\n"), (Format.TEXT, "\n\n"), (Format.TEXT, "\n")):
        text = between.join(_LEFTOVERS[name])
        assert _told(text, format) == _told_by_looking_everywhere(text, format)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*_EXAMPLES, *_PHRASES]), st.sampled_from(_BETWEEN)), min_size=1, max_size=9
    ),
    st.sampled_from([Format.MARKDOWN, Format.TEXT, Format.HTML]),
)
def test_mixed_texts_are_judged_the_same(parts: list[tuple[str, str]], format: Format) -> None:
    text = "".join(piece + between for piece, between in parts)
    assert _told(text, format) == _told_by_looking_everywhere(text, format)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_LABELS), min_size=1, max_size=4), st.sampled_from(_BETWEEN))
def test_rows_of_labels_are_judged_the_same(labels: list[str], between: str) -> None:
    text = f"{between.join(label.title() for label in labels)}\n\nPeople were held in a house near the port."
    assert _told(text, Format.MARKDOWN) == _told_by_looking_everywhere(text, Format.MARKDOWN)
