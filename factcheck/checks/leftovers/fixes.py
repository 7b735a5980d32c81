"""Fixes: a line taken out as a whole is safe, a cut inside a sentence is the editor's to judge."""

from __future__ import annotations

import re

from factcheck.model import Document, Edit, Fix, Format, Span

_MARKS = re.compile(r"[\s>*+\-#•·|_~`]*(?:\d{1,3}[.)])?[\s>*+\-#•·|_~`]*")  # blanks and marks of Markdown


def remove_line(document: Document, span: Span, title: str = "Remove this line") -> Fix | None:
    """Take out whole lines of the source with their line breaks; a cut where other text stands on them.

    None where the format has no lines of text that could be cut.
    """
    if document.format is Format.DOCX:
        return None
    source = document.source
    start = source.rfind("\n", 0, span.start) + 1
    end = source.find("\n", span.end)
    end = len(source) if end < 0 else end + 1
    alone = _only_marks(source[start : span.start]) and _only_marks(source[span.end : end])
    if alone and document.format is not Format.HTML:
        return Fix(title, safe=True, edits=(Edit(start, end, ""),))
    return cut(document, span)


def remove_block(document: Document, inner: Span, block: Span, title: str = "Remove this line") -> Fix | None:
    """`remove_line` for words that are all of a block: its markup goes with them."""
    span = block if document.format is Format.HTML and inner != block else inner
    if document.format is Format.HTML:
        return Fix(title, safe=True, edits=(Edit(span.start, span.end, ""),))
    return remove_line(document, span, title)


def cut(document: Document, span: Span, put: str = "", title: str = "Cut these words") -> Fix | None:
    """Replace words within a sentence, with one of the blanks around them where nothing takes their place."""
    if document.format is Format.DOCX:
        return None
    source, start, end = document.source, span.start, span.end
    if not put and start and source[start - 1] == " " and source[end : end + 1] in ("", " ", ".", ",", "\n", "\r"):
        start -= 1
    return Fix(title, safe=False, edits=(Edit(start, end, put),))


def _only_marks(text: str) -> bool:
    return _MARKS.fullmatch(text) is not None
