"""Fixes: a line taken out as a whole is safe, a cut inside a sentence is the editor's to judge."""

from __future__ import annotations

import re

from factcheck.model import Document, Edit, Fix, Format, Span

_MARKS = re.compile(r"[\s>*+\-#•·|_~`]*(?:\d{1,3}[.)])?[\s>*+\-#•·|_~`]*")  # blanks and marks of Markdown
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*(?:\r?\n|\Z)")  # makes a heading of the line above it
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_VOID = frozenset(("br", "hr", "img", "wbr", "input", "source"))
_BLANK = re.compile(r"[ \t]*\r?\n")


def remove_line(document: Document, span: Span, title: str = "Remove this line") -> Fix | None:
    """Take out whole lines of the source with their line breaks; a cut where other text stands on them."""
    source = document.source
    start = source.rfind("\n", 0, span.start) + 1
    end = source.find("\n", span.end)
    end = len(source) if end < 0 else end + 1
    alone = _only_marks(source[start : span.start]) and _only_marks(source[span.end : end])
    if not alone or document.format is Format.HTML:
        return cut(document, span)
    start, end = _with_gap(document, start, end)
    return Fix(title, safe=True, edits=(Edit(start, end, ""),))


def _with_gap(document: Document, start: int, end: int) -> tuple[int, int]:
    """Lines with their underline, and one of two blank lines that would be left."""
    source = document.source
    before = source.rfind("\n", 0, start - 1) + 1 if start else 0
    if source[before:start].strip():
        return start, end
    if document.format is Format.MARKDOWN and (underline := _UNDERLINE.match(source, end)):
        end = underline.end()
    if blank := _BLANK.match(source, end):
        return start, blank.end()
    return (before, end) if end == len(source) else (start, end)


def remove_block(document: Document, inner: Span, block: Span, title: str = "Remove this line") -> Fix | None:
    """`remove_line` for words that are all of a block: its markup goes with them."""
    span = block if document.format is Format.HTML and inner != block else inner
    if document.format is Format.HTML:
        return Fix(title, safe=True, edits=(Edit(span.start, span.end, ""),))
    return remove_line(document, span, title)


def cut(document: Document, span: Span, put: str = "", title: str = "Cut these words") -> Fix | None:
    """Replace words within a sentence, with one of the blanks around them where nothing takes their place.

    None where the words begin inside of some markup and end outside of it: half of it would be left.
    """
    source, start, end = document.source, span.start, span.end
    if not _is_balanced(source[start:end], document.format):
        return None
    if not put and start and source[start - 1] == " " and source[end : end + 1] in ("", " ", ".", ",", "\n", "\r"):
        start -= 1
    return Fix(title, safe=False, edits=(Edit(start, end, put),))


def _is_balanced(text: str, format: Format) -> bool:
    """Whether markup that begins in a stretch of the source ends in it, and the other way round."""
    if format is Format.MARKDOWN:
        return all(text.count(a) == text.count(b) for a, b in ("[]", "()")) and text.count("**") % 2 == 0
    if format is not Format.HTML:
        return True
    opened: list[str] = []
    for closing, name in _TAG.findall(text):
        if not closing and name.lower() not in _VOID:
            opened.append(name.lower())
        elif closing and (not opened or opened.pop() != name.lower()):
            return False
    return not opened


def _only_marks(text: str) -> bool:
    return _MARKS.fullmatch(text) is not None
