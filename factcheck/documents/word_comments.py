"""Comments put into a copy of a Word file, each on the very words it is about.

A comment can stand only around whole runs, so runs are parted where a comment begins or ends; every part keeps
its formatting. Notes at the foot of the page and text boxes can have no comments: theirs stand where the text
refers to them.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import accumulate
from typing import NamedTuple

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from factcheck.documents.archive import DAMAGED, WORD, check_archive
from factcheck.documents.paragraphs import Element, Paragraph
from factcheck.documents.word_paragraphs import paragraphs
from factcheck.errors import UserError
from factcheck.model import Span

_R, _T, _PROPERTIES, _BOX, _ID = map(qn, ("w:r", "w:t", "w:rPr", "w:txbxContent", "w:id"))
_MARKS = tuple(qn(f"w:comment{kind}") for kind in ("RangeStart", "RangeEnd", "Reference"))
_PICTURE = qn("wp:docPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_REFERENCES = {qn(f"w:{kind}"): qn(f"w:{kind}Reference") for kind in ("footnote", "endnote")}
_UNFIT = re.compile("[^\t -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no XML file can hold these


class Comment(NamedTuple):
    """A comment, and what it is about.

    Attributes:
        span: the stretch of the document's source.
        words: the words there, told in the comment where it cannot stand on them.
        lines: its paragraphs.
    """

    span: Span
    words: str
    lines: tuple[str, ...]


def commented(data: bytes, path: str, comments: Sequence[Comment], author: str, initials: str) -> bytes:
    """A copy of a Word file with comments; those it has already stay, but for the author's own of an earlier time.

    Raises:
        UserError: it is damaged, locked with a password, or made to do harm.
    """
    check_archive(data, path, WORD)
    try:
        word = docx.Document(io.BytesIO(data))
        _take_out(word, author)
        _part_runs(word, [edge for comment in comments for edge in comment.span])
        text = _Text(word)
        for comment in comments:
            text.comment(comment, author, initials)
        copy = io.BytesIO()
        word.save(copy)
    except DAMAGED as error:
        raise UserError(
            f"no comments can be put into it ({type(error).__name__}); open it in Word and save it again",
            path=path,
        ) from None
    return copy.getvalue()


def _take_out(word: WordDocument, author: str) -> None:
    """Take out an author's comments, with the marks that place them in the text."""
    gone = {comment.comment_id: comment for comment in word.comments if comment.author == author}
    for comment in gone.values():
        comment._comment_elm.getparent().remove(comment._comment_elm)
    for mark in list(word.element.body.iter(*_MARKS)):
        if int(mark.get(_ID)) in gone:
            mark.getparent().remove(mark)  # of a mark's run the empty run stays, which shows nothing


def _part_runs(word: WordDocument, edges: Iterable[int]) -> None:
    """Part every run in which one of the offsets lies."""
    wanted = sorted(set(edges))
    for start, paragraph in _placed(word):
        for at, (text, element) in reversed(list(_offsets(start, paragraph))):
            within = wanted[bisect_left(wanted, at) : bisect_left(wanted, at + len(text))]
            if element.tag == _T:
                for edge in reversed(within):
                    _part(_cut(element, edge - at))
            elif within:
                _part(element)


def _placed(word: WordDocument) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs, each with the offset at which it begins in the document's source."""
    start = 0
    for paragraph in paragraphs(word):
        yield start, paragraph
        start += paragraph.length + 1


def _offsets(start: int, paragraph: Paragraph) -> Iterator[tuple[int, tuple[str, Element]]]:
    lengths = (len(text) for text, _ in paragraph.pieces)
    return zip(accumulate(lengths, initial=start), paragraph.pieces, strict=False)


def _cut(text: Element, at: int) -> Element:
    """What stands in a `w:t` from a character on, as a `w:t` of its own."""
    if at == 0:
        return text
    rest = deepcopy(text)
    rest.text, text.text = text.text[at:], text.text[:at]
    for part in (text, rest):
        part.set(_SPACE, "preserve")
    text.addnext(rest)
    return rest


def _part(element: Element) -> None:
    """Let a run begin with what stands in it from an element on."""
    run = next(element.iterancestors(_R), None)
    if run is None or any(parent.tag == _BOX for parent in run.iterancestors()):
        return
    child = element
    while child.getparent() is not run:
        child = child.getparent()
    before = [sibling for sibling in child.itersiblings(preceding=True) if sibling.tag != _PROPERTIES]
    if not before:
        return
    following = [child, *child.itersiblings()]
    rest = OxmlElement("w:r", attrs=dict(run.attrib))
    properties = run.find(_PROPERTIES)
    if properties is not None:
        rest.append(deepcopy(properties))
    rest.extend(following)
    run.addnext(rest)


class _Place(NamedTuple):
    """A run that can carry a comment, and whether the words themselves stand in it."""

    run: Element
    exact: bool


class _Text:
    """The runs that a document's text stands in, by offset."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._references = _references(word.element.body)
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._places: list[_Place] = []
        for start, paragraph in _placed(word):
            for at, (text, element) in _offsets(start, paragraph):
                place = self._place(element)
                if place is not None:
                    self._starts.append(at)
                    self._ends.append(at + len(text))
                    self._places.append(place)
        if not self._places:  # nothing but empty paragraphs
            self._starts, self._ends = [0], [0]
            self._places.append(_Place(word.add_paragraph().add_run()._r, exact=True))

    def _place(self, element: Element) -> _Place | None:
        note = next(element.iterancestors(*_REFERENCES), None)
        if note is not None:
            run = self._references.get((_REFERENCES[note.tag], note.get(_ID)))
            return None if run is None else _Place(run, exact=False)
        around = list(element.iterancestors(_R, _BOX))
        boxes = [index for index, parent in enumerate(around) if parent.tag == _BOX]
        outside = around[boxes[-1] + 1 :] if boxes else around
        if not outside or outside[0].getroottree().getroot() is not self._word.element:
            return None  # a header or a footer
        return _Place(outside[0], exact=not boxes and element.tag != _PICTURE)

    def comment(self, comment: Comment, author: str, initials: str) -> None:
        """Put a comment on its words, or on what stands nearest before them."""
        first = bisect_right(self._ends, comment.span.start)
        last = max(bisect_left(self._starts, comment.span.end) - 1, 0)
        first = min(first, last)
        places = self._places[first], self._places[last]
        exact = all(place.exact for place in places)
        lines = comment.lines if exact else (f"“{comment.words}”:", *comment.lines)
        text = "\n".join(_UNFIT.sub("", line) for line in lines)
        self._word.add_comment([Run(place.run, self._word) for place in places], text, author, initials)


def _references(body: Element) -> dict[tuple[str, str], Element]:
    """The run that refers to each note, by the kind of its mark and the note's number."""
    return {(mark.tag, mark.get(_ID)): mark.getparent() for mark in body.iter(*_REFERENCES.values())}
