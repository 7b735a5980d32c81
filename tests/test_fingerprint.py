"""A finding is known again when its article has changed elsewhere, and told apart from every other finding."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents
from factcheck.fingerprint import fingerprints
from factcheck.model import Diagnostic, FileReport, Severity, Span

HOUSE = "The house by the river has 40 beds, and 12 of them are kept for families with children."


def found(source: str, *words: str, rule: str = "invented-rule", path: str = "a.md") -> FileReport:
    """The report of an article in which every occurrence of the words is flagged."""
    spans = [
        Span(at, at + len(each)) for each in words for at in range(len(source)) if source.startswith(each, at)
    ]
    diagnostics = [Diagnostic(rule, "invented", Severity.ERROR, "Wrong.", span) for span in sorted(spans)]
    return FileReport(documents.read(source.encode(), path, None), (), tuple(diagnostics))


def test_each_finding_has_its_own_short_fingerprint() -> None:
    marks = fingerprints(found(HOUSE, "40 beds", "12 of them"))
    assert len(set(marks)) == 2
    assert all(len(mark) == 16 and int(mark, 16) >= 0 for mark in marks)


def test_rule_and_words_make_it_but_not_path_and_message() -> None:
    report = found(HOUSE, "40 beds")
    (mark,) = fingerprints(report)
    assert fingerprints(found(HOUSE, "40 beds", path="b/c.md")) == (mark,)
    reworded = replace(report.diagnostics[0], message="The reference says something else now.")
    assert fingerprints(replace(report, diagnostics=(reworded,))) == (mark,)
    assert fingerprints(found(HOUSE, "40 beds", rule="other-rule")) != (mark,)
    assert fingerprints(found(HOUSE.replace("40", "44"), "44 beds")) != (mark,)


def test_the_words_around_tell_two_of_the_same_kind_apart() -> None:
    two = f"{HOUSE}\n\nThe flat above the bakery has 40 beds."
    first, second = fingerprints(found(two, "40 beds"))
    assert first != second
    assert fingerprints(found(two.replace(HOUSE, "It was closed."), "40 beds")) == (second,)


def test_findings_alike_in_everything_differ_by_their_order() -> None:
    twice = f"{HOUSE}\n\n{HOUSE}"
    first, second = fingerprints(found(twice, "40 beds"))
    assert first != second
    assert fingerprints(found(HOUSE, "40 beds")) == (first,)


def test_several_findings_at_one_place_differ() -> None:
    report = found(HOUSE, "40 beds")
    assert len(set(fingerprints(replace(report, diagnostics=report.diagnostics * 3)))) == 3


def test_a_finding_outside_every_block_has_one_too() -> None:
    commented = "<!-- factcheck: ignore[nothing] -->\n\nThe house is open.\n"
    assert len(fingerprints(found(commented, "<!-- factcheck: ignore[nothing] -->"))) == 1
    empty = FileReport(documents.read(b"", "a.md", None), (), found(HOUSE, "The").diagnostics)
    assert len(fingerprints(empty)) == 1


WORDS = st.lists(st.sampled_from(["house", "river", "beds", "night", "door", "the", "of"]), min_size=1)
OTHER = st.one_of(
    st.sampled_from(["# A heading", "- one\n- two", "> quoted", "| a | b |\n|---|---|\n| 1 | 2 |", HOUSE]),
    WORDS.map(" ".join),
    WORDS.map("\n".join),
)


@given(st.lists(OTHER), st.lists(OTHER), st.lists(OTHER), st.lists(OTHER), st.sampled_from(["a.md", "a.txt"]))
def test_what_changes_elsewhere_does_not_change_it(
    above: list[str], below: list[str], more_above: list[str], more_below: list[str], path: str
) -> None:
    flagged = "The annexe by the church took in 51 guests,\nmore than in any winter before."
    old = "\n\n".join([*above, flagged, *below])
    new = "\n\n".join([*above, *more_above, flagged, *more_below, *below])
    assert fingerprints(found(old, "51 guests", path=path)) == fingerprints(found(new, "51 guests", path=path))


@given(st.lists(OTHER), st.sampled_from([" ", "\n", "\r\n", "  \n"]), st.integers(1, 13))
def test_neither_does_another_line_break(below: list[str], blank: str, at: int) -> None:
    sentence = "The annexe by the church took in 51 guests, more than in any winter before."
    words = sentence.split(" ")
    wrapped = " ".join(words[:at]) + blank + " ".join(words[at:])
    flagged = f"church{blank}took" if words[at] == "took" else "church took"
    (old,) = fingerprints(found(sentence, "church took"))
    assert fingerprints(found("\n\n".join([wrapped, *below]), flagged)) == (old,)


def test_paragraphs_that_stand_in_one_line_are_parted_too() -> None:
    page = "<p>It opened in May.</p><p>There are 40 beds.</p><p>All are taken.</p>"
    grown = page.replace("</p><p>", "</p><p>Ring the bell.</p><p>")
    assert fingerprints(found(page, "40 beds", path="a.html")) == fingerprints(
        found(grown, "40 beds", path="a.html")
    )
