"""Comments in a copy of a Word file: on the very words, and nothing else is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import read
from factcheck.documents.word_comments import Comment, commented
from factcheck.errors import UserError
from factcheck.model import Span
from tests.documents.word_files import add, add_footnote, add_link, opened, run, saved

W_T, W_R, W_ID = map(qn, ("w:t", "w:r", "w:id"))


def ranges(word: WordDocument) -> dict[str, str]:
    """The text of each comment with the words it stands on; every comment must have begin, end and mark."""
    on: dict[str, str] = {}
    opened_now: set[str] = set()
    marks: list[str] = []
    for element in word.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            opened_now.add(element.get(W_ID))
            on[element.get(W_ID)] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            opened_now.remove(element.get(W_ID))
        elif element.tag == qn("w:commentReference"):
            marks.append(element.get(W_ID))
        elif element.tag == W_T:
            for number in opened_now:
                on[number] += element.text or ""
    assert not opened_now
    texts = {str(comment.comment_id): comment.text for comment in word.comments}
    assert sorted(marks) == sorted(on) == sorted(texts)
    return {texts[number]: words for number, words in on.items()}


def looks(word: WordDocument) -> list[tuple[str, bytes]]:
    """Every letter of the body with its formatting."""
    return [(letter, _properties(text)) for text in word.element.body.iter(W_T) for letter in text.text or ""]


def _properties(text: Any) -> bytes:
    from lxml import etree

    found = next(text.iterancestors(W_R)).find(qn("w:rPr"))
    return b"" if found is None else etree.tostring(found, method="c14n")


def annotate(word: WordDocument | bytes, *words: str) -> WordDocument:
    """The copy with a comment on each of the words, whose text is the words; the source must stay the same."""
    data = word if isinstance(word, bytes) else saved(word)
    source = read(data, "a.docx").source
    spans = [Span(match.start(), match.end()) for one in words for match in re.finditer(re.escape(one), source)]
    comments = [Comment(span, source[slice(*span)], (f"on {source[slice(*span)]}",)) for span in spans]
    copy = commented(data, "a.docx", comments, "factcheck", "fc")
    assert read(copy, "a.docx").source == source
    assert looks(opened(copy)) == looks(opened(data))
    return opened(copy)


def everything() -> WordDocument:
    """A file with text in every place that can hold some."""
    word = docx.Document()
    word.add_heading("Trafficking in numbers", 0)
    paragraph = word.add_paragraph("Yet an ")
    paragraph.add_run("estimated 40.3").bold = True
    paragraph.add_run(" million").italic = True
    paragraph.add_run(" people live in slavery, and 27 more.")
    add_link(word, word.add_paragraph("The desk counts "), "one in seven runaways")
    inserted = word.add_paragraph("Here, ")
    add(inserted._p, f'<w:ins w:id="7" w:author="Desk">{run("over 60% of trafficking victims are boys")}</w:ins>')
    add(inserted._p, '<w:del w:id="8" w:author="Desk"><w:r><w:delText>75%</w:delText></w:r></w:del>')
    word.add_table(rows=1, cols=2).rows[0].cells[1].text = "Call 1-888-373-7808 now"
    return word


EVERYWHERE = ("numbers", "an estimated 40.3 million", "27", "seven", "over 60%", "1-888-373-7808", "counts one in")


def test_a_comment_stands_on_its_words_wherever_they_are() -> None:
    assert ranges(annotate(everything(), *EVERYWHERE)) == {f"on {words}": words for words in EVERYWHERE}


def test_comments_may_overlap() -> None:
    words = ("an estimated 40.3 million", "40.3 million people", "40", "million")
    assert ranges(annotate(everything(), *words)) == {f"on {one}": one for one in words}


def test_a_comment_over_several_paragraphs() -> None:
    word = docx.Document()
    for text in ("Read more", "Share this", "The end."):
        word.add_paragraph(text)
    assert ranges(annotate(word, "more\nShare this\nThe")) == {"on moreShare thisThe": "moreShare thisThe"}


def test_tabs_and_line_breaks_part_a_run_too() -> None:
    word = docx.Document()
    word.add_paragraph().add_run("one\ttwo\nthree four")
    assert ranges(annotate(word, "two", "three", "one two")) == {
        "on two": "two",
        "on three": "three",
        "on one two": "onetwo",
    }


def test_comments_that_are_there_stay() -> None:
    word = everything()
    paragraph = word.add_paragraph("Who wrote this?")
    word.add_comment(paragraph.runs, "I did.", "Anna", "A")
    copy = annotate(word, "wrote", "27")
    assert ranges(copy) == {"I did.": "Who wrote this?", "on wrote": "wrote", "on 27": "27"}
    assert [comment.author for comment in copy.comments] == ["Anna", "factcheck", "factcheck"]


def test_a_copy_that_is_annotated_again_holds_the_new_comments_alone() -> None:
    once = annotate(everything(), "27", "40.3 million")
    twice = annotate(once, "40.3 million")
    assert ranges(twice) == {"on 40.3 million": "40.3 million"}
    assert [comment.text for comment in twice.comments] == ["on 40.3 million"]
    assert len(list(twice.element.body.iter(qn("w:commentReference")))) == 1


def _anchors(word: WordDocument) -> Iterator[str]:
    """What stands in each commented run."""
    for start in word.element.body.iter(qn("w:commentRangeStart")):
        commented_run = next(element for element in start.itersiblings() if element.tag == W_R)
        yield next(child.tag for child in commented_run if child.tag != qn("w:rPr"))


def test_a_comment_on_a_footnote_stands_at_its_mark_and_repeats_the_words() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Coaches see more.")
    add_footnote(word, paragraph, " A study found 300,000 of them.")
    copy = annotate(word, "300,000")
    assert list(ranges(copy)) == ["“300,000”:\non 300,000"]
    assert list(_anchors(copy)) == [qn("w:footnoteReference")]


def test_a_comment_on_a_text_box_or_a_picture_stands_at_it_and_repeats_the_words() -> None:
    word = docx.Document()
    box = f"<w:txbxContent><w:p>{run('boxed words')}</w:p></w:txbxContent>"
    add(
        word.add_paragraph("a")._p,
        f'<w:r><w:drawing><wp:docPr id="1" name="x" descr="A bed"/>{box}</w:drawing></w:r>',
    )
    copy = annotate(word, "words", "bed")
    assert {comment.text for comment in copy.comments} == {"“words”:\non words", "“bed”:\non bed"}
    assert list(_anchors(copy)) == [qn("w:drawing")] * 2


def test_a_file_without_words_can_carry_a_comment_about_the_whole() -> None:
    data = saved(docx.Document())
    copy = commented(data, "a.docx", [Comment(Span(0, 0), "", ("Nothing here.",))], "factcheck", "fc")
    assert list(ranges(opened(copy))) == ["Nothing here."]


def test_what_no_xml_file_can_hold_is_left_out_of_a_comment() -> None:
    data = saved(everything())
    copy = commented(data, "a.docx", [Comment(Span(0, 3), "x", ("a\x00\x1b[31m\ufffe\ud800b\u202e",))], "a", "b")
    assert list(ranges(opened(copy))) == ["a[31mb\u202e"]


PIECES = st.lists(st.tuples(st.text("ab \t\n", min_size=1, max_size=6), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)  # writing a Word file takes longer than most properties
@given(st.lists(PIECES, min_size=1, max_size=3), st.data())
def test_any_stretch_of_any_runs(paragraphs: list[list[tuple[str, bool]]], data: Any) -> None:
    word = docx.Document()
    for pieces in paragraphs:
        paragraph = word.add_paragraph()
        for text, bold in pieces:
            paragraph.add_run(text).bold = bold
    original = saved(word)
    source = read(original, "a.docx").source
    offsets = st.integers(0, len(source))
    stretches = [sorted(data.draw(st.tuples(offsets, offsets))) for _ in range(3)]
    spans = [Span(*one) for one in stretches if source[slice(*one)].strip()]
    comments = [Comment(span, "", (str(number),)) for number, span in enumerate(spans)]
    copy = commented(original, "a.docx", comments, "factcheck", "fc")
    assert read(copy, "a.docx").source == source
    assert looks(opened(copy)) == looks(opened(original))
    on = ranges(opened(copy))
    for number, span in enumerate(spans):
        letters = re.sub(r"\s", "", source[slice(*span)])
        assert re.sub(r"\s", "", on[str(number)]) == letters


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0 old"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="Word document"):
        commented(data, "a.docx", [], "factcheck", "fc")
