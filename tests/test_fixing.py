"""Fixes: each is carried out whole or not at all, nothing else changes, and in the end none is left."""

from __future__ import annotations

from functools import cache
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks.rules import load_rules
from factcheck.fixing import Moved, apply, settle, together
from factcheck.linter import Linter
from factcheck.model import (
    Diagnostic,
    Document,
    Edit,
    FileReport,
    Fix,
    Format,
    Settings,
    Severity,
    Span,
)


def fix(*edits: tuple[int, int, str], safe: bool = True) -> Fix:
    return Fix("Mend it", safe, tuple(Edit(*edit) for edit in edits))


def fixed(source: str, fixes: list[Fix]) -> tuple[str, int]:
    edits, count = together(fixes)
    return apply(source, edits), count


def test_edits_of_several_fixes_at_once() -> None:
    assert fixed("one two three", [fix((4, 7, "2")), fix((0, 3, "1"), (8, 13, "3"))]) == ("1 two 3", 1)
    assert fixed("one two three", [fix((4, 7, "2")), fix((0, 3, "1"))]) == ("1 2 three", 2)


def test_of_two_fixes_in_each_others_way_the_first_wins() -> None:
    assert fixed("one two", [fix((2, 5, "-")), fix((0, 3, "1"))]) == ("1 two", 1)
    assert fixed("one two", [fix((0, 4, "")), fix((4, 7, "2"))]) == ("2", 2)


def test_the_same_fix_twice_is_one() -> None:
    assert fixed("one", [fix((3, 3, " more")), fix((3, 3, " more"))]) == ("one more", 1)


def test_two_insertions_at_one_place_wait_for_each_other() -> None:
    assert fixed("one", [fix((3, 3, "!")), fix((3, 3, "?"))]) == ("one!", 1)


RANGES = st.tuples(st.integers(0, 20), st.integers(0, 5))


@given(st.text("abc \n", min_size=25, max_size=25), st.lists(st.lists(RANGES, min_size=1, max_size=3), max_size=6))
def test_a_fix_is_whole_or_not_at_all_and_nothing_else_changes(source: str, ranges: list[Any]) -> None:
    fixes = []
    for number, lengths in enumerate(ranges):
        edits, at = [], 0
        for start, length in sorted(lengths):  # within a fix, edits do not overlap
            start = max(start, at)
            edits.append((start, start + length, f"<{number}>"))
            at = start + length + 1
        fixes.append(fix(*edits))
    text, count = fixed(source, fixes)
    carried_out = [one for one in fixes if one.edits[0].text in text]
    assert count == len(carried_out)
    assert all(text.count(one.edits[0].text) == len(one.edits) for one in carried_out)
    gone = {at for one in carried_out for edit in one.edits for at in range(edit.start, edit.end)}
    kept = "".join(character for at, character in enumerate(source) if at not in gone)
    for one in carried_out:
        text = text.replace(one.edits[0].text, "")
    assert text == kept


def report(text: str, *fixes: Fix) -> FileReport:
    document = Document("a.md", Format.MARKDOWN, text, ())
    found = tuple(Diagnostic("r", "f", Severity.ERROR, "m", Span(0, 0), fix=one) for one in fixes)
    return FileReport(document, diagnostics=found)


def test_what_a_fix_uncovers_is_fixed_too() -> None:
    """Every "ab" is taken out: "aabb" has one, and then another."""

    def check(text: str) -> FileReport:
        at = text.find("ab")
        return report(text, *([fix((at, at + 2, ""))] if at >= 0 else []))

    settled = settle(check("aabb."), check)
    assert (settled.document.source, settled.fixed) == (".", 2)


@pytest.mark.parametrize("grown", ["ba", "abab"])
def test_fixes_that_never_end_are_ended(grown: str) -> None:
    def check(text: str) -> FileReport:
        return report(text, fix((0, 2, grown if text.startswith("ab") else "ab")))

    assert len(settle(check("ab"), check).document.source) < 100


def test_unsafe_fixes_are_carried_out_on_request() -> None:
    found = report("one", fix((0, 1, "O"), safe=False))
    assert settle(found, report) is found
    assert settle(found, report, unsafe=True).document.source == "One"


@given(st.text("ab", min_size=10, max_size=10), st.sampled_from(["", "-", "----"]))
def test_a_stretch_is_found_again_behind_and_before_edits(source: str, put: str) -> None:
    edits = [Edit(0, 2, put), Edit(3, 3, put), Edit(6, 6, put), Edit(8, 9, put)]
    assert apply(source, edits)[slice(*Moved(edits)(Span(3, 6)))] == source[3:6]


@cache
def linter() -> Linter:
    return Linter(Settings(countries=("US",))).prepared()


@cache
def paragraphs() -> list[str]:
    """Every example of every rule, good and bad."""
    rules = load_rules().values()
    return sorted({example.text for rule in rules for example in (*rule.bad, *rule.good)})


ARTICLES = st.lists(st.sampled_from(paragraphs()), min_size=1, max_size=6).map("\n\n".join)
FORMATS_OF_TEXT = [Format.TEXT, Format.MARKDOWN, Format.HTML]
FORMATS = st.sampled_from(FORMATS_OF_TEXT)


@settings(max_examples=120, deadline=None)  # the first pays for the reference set
@given(ARTICLES, FORMATS, st.booleans())
def test_a_fixed_article_has_no_fix_left(text: str, format: Format, unsafe: bool) -> None:
    def check(source: str) -> FileReport:
        (checked,) = linter().check_text(source, format).files
        return checked

    settled = settle(check(text), check, unsafe=unsafe)
    again = check(settled.document.source)
    assert again.diagnostics == settled.diagnostics
    left = [found for found in again.diagnostics if found.fix and (found.fix.safe or unsafe)]
    assert not left


@pytest.mark.parametrize("format", FORMATS_OF_TEXT)
def test_a_help_line_that_nobody_would_see_is_not_put_in(format: Format) -> None:
    text = "<p>Victims of sex trafficking in the United States are often never found.</p>\n" * 9 + "Traffick<!--"
    (checked,) = linter().check_text(text, format).files

    def check(source: str) -> FileReport:
        return linter().check_text(source, format).files[0]

    once = settle(checked, check, unsafe=True)
    assert settle(check(once.document.source), check, unsafe=True).document.source == once.document.source
    if format is Format.HTML:
        assert "Get help" not in once.document.source


NAMES = ("div", "ul", "li", "p", "section", "blockquote", "td", "span", "script", "!--")
PIECES = st.one_of(
    st.sampled_from(NAMES).map(lambda name: f"<{name} >"),
    st.sampled_from(NAMES).map(lambda name: f"</{name}>" if name != "!--" else "-->"),
    st.sampled_from(paragraphs()),
    st.sampled_from(["Share this post", "\n", "<br>", "<input>", "<a href='/x?utm_source=y'>here</a>", "<"]),
)


def parents(page: str) -> dict[str, str | None]:
    """The nearest numbered element around each numbered element, as a lenient parser has them."""
    tree = lxml.html.document_fromstring(f"<html><body>{page}</body></html>")
    numbered = [element for element in tree.iter() if isinstance(element.tag, str) and element.get("n")]
    above = {e.get("n"): next((a.get("n") for a in e.iterancestors() if a.get("n")), None) for e in numbered}
    return {str(number): parent for number, parent in above.items()}


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=3, max_size=25))
def test_a_fix_in_html_leaves_all_elements_around_it_where_they_are(pieces: list[str]) -> None:
    page = ""
    for number, piece in enumerate(pieces):
        page += piece.replace(" >", f" n='{number}'>", 1) if piece.startswith("<") else piece
    (checked,) = linter().check_text(page, Format.HTML).files
    before = parents(page)
    for found in checked.diagnostics:
        if found.fix is None:
            continue
        after = parents(apply(page, sorted(found.fix.edits, key=lambda edit: edit.start)))
        gone = {
            number
            for number in before
            for edit in found.fix.edits
            if edit.start <= page.find(f" n='{number}'") < edit.end
        }
        assert after == {number: parent for number, parent in before.items() if number not in gone}, found.fix
