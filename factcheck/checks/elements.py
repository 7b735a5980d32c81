"""Fixes in HTML take out whole elements, or text inside one; any other fix is not offered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from factcheck.documents.html_elements import VOID
from factcheck.documents.html_tokens import Remark, Tag, Text, Token, tokens
from factcheck.model import Diagnostic, Document, Edit, Format


def with_whole_fixes(document: Document, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, without the fixes that would leave half an element behind."""
    if document.format not in (Format.HTML, Format.MARKDOWN):
        return tuple(diagnostics)
    elements = _Elements(document)
    return tuple(
        replace(found, fix=None) if found.fix and not all(map(elements.keeps, found.fix.edits)) else found
        for found in diagnostics
    )


class _Elements:
    """The markup of a source, and what an edit would do to it.

    The rest of the source is read as before where an edit begins and ends between tokens or inside one text, takes
    out no start tag without its end tag, puts none in, and does not join what stands on either side into a tag.
    """

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._is_page = document.format is Format.HTML  # else its markup is pieces in a text

    def keeps(self, edit: Edit) -> bool:
        """Whether all elements outside of an edit stay as they are."""
        if self._is_page and not (self._parts_text(edit) or self._is_inside_value(edit)):
            return False
        return _is_balanced(self._source[edit.start : edit.end]) and _is_balanced(edit.text)

    @cached_property
    def _tokens(self) -> list[Token]:
        return list(tokens(self._source))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._tokens]

    def _parts_text(self, edit: Edit) -> bool:
        """Whether an edit begins and ends between tokens, or in text that would not become a tag."""
        return all(self._is_between(at) for at in (edit.start, edit.end)) and self._joins_nothing(edit)

    def _is_between(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return True
        token = self._tokens[index]
        if at == token.start or (at == token.end and (isinstance(token, Text) or self._source[at - 1] == ">")):
            return True  # behind a comment that does not end everything is comment
        return isinstance(token, Text) and at < token.end  # else inside a tag, a comment or a script

    def _joins_nothing(self, edit: Edit) -> bool:
        index = bisect_left(self._starts, edit.start) - 1
        before = self._source[self._starts[index] : edit.start] if index >= 0 else ""
        return not (index >= 0 and isinstance(self._tokens[index], Text) and "<" in before)

    def _is_inside_value(self, edit: Edit) -> bool:
        """Whether an edit changes no more than the words of an attribute."""
        index = bisect_right(self._starts, edit.start) - 1
        token = self._tokens[index] if index >= 0 else None
        if not isinstance(token, Tag) or set(edit.text) & set("\"'<>=&`"):
            return False
        return any(value.start <= edit.start <= edit.end <= value.end for value in token.attributes)


def _is_balanced(piece: str) -> bool:
    """Whether every element that begins in a piece of HTML ends in it, and the other way round."""
    opened: list[str] = []
    for token in tokens(piece):
        if isinstance(token, Remark) and not piece.endswith(">", token.start, token.end):
            return False  # a comment that does not end
        if not isinstance(token, Tag) or token.name in VOID or not token.name.replace("-", "").isalnum():
            continue
        if not piece.endswith(">", token.start, token.end):
            return False  # a tag that does not end
        if not token.closing:
            opened.append(token.name)
        elif not opened or opened.pop() != token.name:
            return False
    return not opened
