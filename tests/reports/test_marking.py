"""The source in pieces: nothing lost, every note over exactly its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Span
from factcheck.reports.marking import Piece, pieces


def test_notes_that_overlap_share_a_piece() -> None:
    assert list(pieces("abcdef", [Span(0, 4), Span(2, 6)], [Span(0, 6)])) == [
        Piece("ab", True, False, (0,), (0,)),
        Piece("cd", True, False, (0, 1), (1,)),
        Piece("ef", True, False, (1,), ()),
    ]


def test_markup_is_told_from_prose() -> None:
    assert [(piece.text, piece.prose) for piece in pieces("# Title\n", [], [Span(2, 7)])] == [
        ("# ", False),
        ("Title", True),
        ("\n", False),
    ]


def test_a_heading_is_told_from_other_prose() -> None:
    made = pieces("Title\nText", [], [Span(0, 10)], [Span(0, 5)])
    assert [(piece.text, piece.heading) for piece in made] == [("Title", True), ("\nText", False)]


def test_an_empty_note_takes_the_character_it_stands_before() -> None:
    assert [piece.notes for piece in pieces("abc", [Span(1, 1)], [])] == [(), (0,), ()]
    assert [piece.notes for piece in pieces("abc", [Span(3, 3)], [])] == [(), (0,)]


def test_an_empty_source_keeps_its_notes() -> None:
    assert list(pieces("", [Span(0, 0)], [])) == [Piece("", False, False, (0,), (0,))]


@st.composite
def sources(draw: st.DrawFn) -> tuple[str, list[Span]]:
    source = draw(st.text(min_size=1, max_size=30))
    ends = st.integers(0, len(source))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted).map(lambda pair: Span(*pair)), max_size=6))
    return source, spans


@given(sources(), sources())
def test_the_pieces_are_the_source_and_every_note_covers_its_words(
    drawn: tuple[str, list[Span]], other: tuple[str, list[Span]]
) -> None:
    source, notes = drawn
    prose = [span for span in other[1] if span.end <= len(source)]
    made = list(pieces(source, notes, prose))
    assert "".join(piece.text for piece in made) == source
    for index, span in enumerate(notes):
        words = "".join(piece.text for piece in made if index in piece.notes)
        assert words == (source[span.start : span.end] or source[min(span.start, len(source) - 1)])
        assert sum(index in piece.first for piece in made) == 1
