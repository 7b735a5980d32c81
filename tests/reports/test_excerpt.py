"""The piece of the source under a finding."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.model import Span
from factcheck.model.lines import Lines
from factcheck.reports.excerpt import Excerpt, excerpts
from tests.reports.builders import span_of

LONG = "The shelter has been open for many years and has seen a great deal. " * 3
NUMBER = "more than 4,000 calls"
SENTENCE = f"{LONG}It took {NUMBER} in a single winter. {LONG}"


def cut(source: str, span: Span, width: int = 80) -> list[Excerpt]:
    return list(excerpts(source, Lines(source), span, width))


def test_a_short_line_is_shown_whole() -> None:
    source = "First line.\nIt took 4,000 calls.\n"
    (excerpt,) = cut(source, span_of(source, "4,000 calls"))
    assert excerpt == Excerpt(2, "It took ", "4,000 calls", ".")
    assert excerpt.underline == "        ───────────"


def test_a_long_line_is_cut_around_the_span_at_words() -> None:
    (excerpt,) = cut(SENTENCE, span_of(SENTENCE, NUMBER))
    assert excerpt.before.startswith("…") and excerpt.before.endswith("It took ")
    assert excerpt.before[1:].split()[0] in LONG.split()
    assert excerpt.marked == NUMBER
    assert excerpt.after.startswith(" in a single winter") and excerpt.after.endswith("…")
    assert excerpt.after[:-1].split()[-1] in LONG.split()
    assert cell_len(excerpt.before + excerpt.marked + excerpt.after) <= 80


def test_a_span_longer_than_the_line_is_cut_itself() -> None:
    (excerpt,) = cut(SENTENCE, Span(0, len(SENTENCE)))
    assert excerpt.before == "" and excerpt.after == ""
    assert excerpt.marked.startswith("The shelter") and excerpt.marked.endswith("…")
    assert cell_len(excerpt.marked) <= 80


def test_wide_and_combining_characters_keep_the_underline_in_place() -> None:
    source = "数は Zoe\u0301 40人 です"
    (excerpt,) = cut(source, span_of(source, "40人"))
    assert excerpt.underline == " " * 9 + "─" * 4


def test_a_span_over_many_lines_shows_the_first_two() -> None:
    source = "one\ntwo\nthree\nfour"
    assert [(e.line, e.marked) for e in cut(source, Span(1, 12))] == [(1, "ne"), (2, "two")]


def test_tabs_and_escape_sequences_are_shown_not_sent() -> None:
    source = "\tIt cost \x1b[31m$5\x1b[0m\u202e."
    (excerpt,) = cut(source, span_of(source, "$5"))
    assert excerpt.before == "    It cost ␛[31m"
    assert excerpt.after == "␛[0m⟨U+202E⟩."


def test_an_empty_span_still_has_a_stroke() -> None:
    assert cut("", Span(0, 0)) == [Excerpt(1, "", "", "")]
    assert cut("", Span(0, 0))[0].underline == "─"


def test_a_line_of_megabytes_is_not_copied_whole() -> None:
    source = "x" * 3_000_000
    (excerpt,) = cut(source, Span(1_500_000, 1_500_010))
    assert len(excerpt.before) + len(excerpt.after) < 100


@given(st.text(alphabet="a 数é\u0301\U0001f600\t\x1b\r\n\u200b", max_size=60), st.data())
def test_an_excerpt_is_never_wider_than_asked_and_underlines_its_span(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    for excerpt in cut(source, Span(start, end), 30):
        shown = excerpt.before + excerpt.marked + excerpt.after
        assert cell_len(shown) <= 30
        assert not any(c in shown for c in "\x1b\r\n\t\u200b")
        assert cell_len(excerpt.underline) == cell_len(excerpt.before) + max(cell_len(excerpt.marked), 1)
