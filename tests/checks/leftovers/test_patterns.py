"""The loose form of a pattern occurs wherever the pattern matches; so no block is spared wrongly."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import re2
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks.article import Article
from factcheck.checks.leftovers.patterns import Patterns
from factcheck.checks.loosening import _CLASSES, loosened
from factcheck.checks.rules import load_rules
from factcheck.context import Context
from factcheck.entries import read_yaml
from factcheck.model import Block, BlockKind, Document, Format, Offsets, Span
from factcheck.reference import Corpus

_PATH = Path(__file__).with_name("categories.yaml")
_RULES = load_rules()
_PATTERNS = Patterns(_RULES.values())
_TEXTS = [
    text.replace("⟦", "").replace("⟧", "")
    for examples in read_yaml(_PATH.read_text("utf-8"), _PATH.name).values()
    for text in [*examples["bad"], *examples["good"]]
] + [example.text for rule in _RULES.values() for example in (*rule.bad, *rule.good)]


_BLANKS = r"\t-\r\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_LETTERS = r"0-9A-Za-z_\x{aa}-\x{17e}\x{180}-\x{1fff}\x{2070}-\x{2129}\x{212b}-\x{10ffff}"


@pytest.mark.parametrize(
    ("expression", "loose"),
    [
        (r"(?<=a)b(?!c(?:d))", "(?:a)b"),
        (r"(?:(?<=\A)|(?<=[.:]))(?P<x>a|b(?=c|d\Z)|e)", r"(?:(?:^)|(?:[.:]))(?P<x>a|b(?:c|d$)|e)"),
        (r"(?P<x>a(?=b)|c(?=d))e", "(?P<x>a|c)e"),
        (r"(?P<x>a(?=b))+|c(?=d)|e", "(?P<x>a)+|c(?:d)|e"),
        (r"(?:(?<=a)b){2}", "(?:b){2}"),
        (r"(?i)a(?<=b)(?=(?<=c)d)", "(?i)a(?:d)"),
        (r"\bthe\s{2,9}", rf"\bthe[{_BLANKS}]{{2,}}"),
        (r"[^\w|]{0,80}", r"[^0-9A-Za-z_|]{0,}"),
        (r"(?P<word>a) (?P=word)\Z", rf"(?P<word>a) [{_LETTERS}]+$"),
        (r"\b\w+é", rf"[{_LETTERS}]+é"),
    ],
)
def test_what_is_dropped(expression: str, loose: str) -> None:
    assert loosened(expression) == loose


@pytest.mark.parametrize("name", "wds")
def test_every_character_of_a_class_is_in_the_loose_one(name: str) -> None:
    held = re2.compile(f"[{_CLASSES[name]}]")
    members = (char for char in map(chr, range(sys.maxunicode + 1)) if re.match(rf"\{name}", char))
    missing = {char for char in members if not 0xD800 <= ord(char) < 0xE000 and not held.search(char)}
    assert missing <= {"\u017f", "\u212a"}  # the long s and the Kelvin sign


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=3),
    st.integers(0, 200),
    st.text("aé \u00a0.,(x[", max_size=4),
)
def test_loose_form_occurs_wherever_the_pattern_matches(texts: list[str], at: int, put: str) -> None:
    text = " ".join(texts)
    text = text[:at] + put + text[at:]
    for pattern in _PATTERNS.searched:
        if pattern.expression.search(text):
            assert re2.search(pattern.loose, text), pattern.loose


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=6))
def test_every_block_with_a_match_is_a_candidate(texts: list[str]) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, Offsets(()), Span(0, 0)) for text in texts)
    document = Document("-", Format.TEXT, "", blocks)
    candidates = _PATTERNS.blocks_for(Article(document, (), Corpus(), {}, Context(document)))
    for pattern in _PATTERNS.searched:
        for block in blocks:
            if pattern.expression.search(block.text):
                assert any(block is held for held in candidates.get(pattern, ())), pattern.loose
