"""The page: lines with their places, stretches that are spoken for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents
from factcheck.checks.article import Article
from factcheck.checks.leftovers.page import Taken, lay_out
from factcheck.context import Context
from factcheck.model import Format, Span
from factcheck.reference import Corpus

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda pair: Span(pair[0], sum(pair))))


@given(SPANS, SPANS, st.integers(0, 36), st.integers(1, 5))
def test_taken_covers_what_lies_in_the_union(
    first: list[Span], later: list[Span], start: int, length: int
) -> None:
    taken = Taken()
    taken.add(first)
    taken.add(later)
    filled = {at for span in [*first, *later] for at in range(*span)}
    inside = set(range(start, start + length)) <= filled
    assert taken.covers(Span(start, start + length)) == inside


@given(st.lists(st.text("aB .:-#\u00e9\U0001f600", max_size=12), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_every_line_stands_in_the_source_as_it_is(lines: list[str], end: str) -> None:
    source = end.join(lines)
    document = documents.read(source.encode("utf-8"), "-", Format.TEXT)
    page = lay_out(Article(document=document, claims=(), corpus=Corpus(), rules={}, context=Context(document)))
    for line in page.lines:
        assert document.source[slice(*line.span)] == line.text
        assert "\n" not in line.text
