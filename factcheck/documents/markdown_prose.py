"""Markdown's inline tokens turned into prose: links, breaks, escapes, entities, images, notes, inline HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markdown_it.token import Token

from factcheck.documents.html_elements import BLOCKS, VOID, Context, context_of, prose_of, worded
from factcheck.documents.html_tokens import Remark, Tag, markup, value
from factcheck.documents.markdown_inline import place
from factcheck.documents.places import Places
from factcheck.documents.prose import MASK, Prose
from factcheck.model import Comment, Span


@dataclass
class Aside:
    """What stands within a block and is not part of its text: comments, texts of images and links, notes."""

    comments: list[Comment] = field(default_factory=list)
    attributes: list[tuple[Prose, Span]] = field(default_factory=list)
    notes: list[tuple[Prose, Span, str]] = field(default_factory=list)


class _Opened(NamedTuple):
    """A link whose end has not come: its address, where it begins, and where its words begin in the prose."""

    url: str
    start: int
    since: int
    title: str = ""


class Inline:
    """Writes the inline tokens of one block into its prose.

    Args:
        text: what the tokens were parsed from.
        places: maps its offsets to the source.
        notes: the parser's inline footnotes, by number.
        since: what stands before this offset is no text (the box of a task).
    """

    def __init__(self, text: str, places: Places, notes: Mapping[int, Any], since: int = 0) -> None:
        self.prose = Prose(places)
        self.aside = Aside()
        self._text = text
        self._places = places
        self._notes = notes
        self._since = since
        self._links: list[_Opened] = []
        self._unread = ""  # the element that keeps its words from being read
        self._struck = 0

    def write(self, tokens: Sequence[Token], base: int, end: int) -> None:
        """Add tokens, which stand in the text from `base` up to `end`."""
        starts = [base + place(token) for token in tokens]
        for token, start, stop in zip(tokens, starts, [*starts[1:], end], strict=False):
            self._add(token, start, stop)

    def _add(self, token: Token, start: int, end: int) -> None:
        if token.type == "html_inline":
            self._html(start, end)
        elif self._unread:
            return
        elif token.type in ("s_open", "s_close"):  # what is struck out is not stated
            self._struck += token.nesting
        elif self._struck <= 0:
            self._read(token, start, end)

    def _read(self, token: Token, start: int, end: int) -> None:
        match token.type:
            case "text" | "text_special":
                self._words(token, start)
            case "softbreak" | "hardbreak":
                self.prose.blank(start, end)
            case "link_open":
                url, title = (str(token.attrs.get(name, "")) for name in ("href", "title"))
                opening = start if token.info == "auto" else start - 1
                self._links.append(_Opened(url.replace(MASK, ""), opening, self.prose.length, title))
            case "link_close" if self._links:
                self._link(start, end)
            case "image":
                self._image(token, start, end)
            case "footnote_ref":
                self._note(token, start, end)

    def _words(self, token: Token, start: int) -> None:
        words = token.content
        if start < self._since:
            words, start = words[self._since - start :], self._since
        if self._links and start == self._links[-1].start:
            start += 1  # an address in angle brackets
        if token.type == "text" or token.content == token.markup:
            self.prose.verbatim(words, start)
        else:
            self.prose.instead(words, start, start + len(token.markup))

    def _link(self, closing: int, end: int) -> None:
        link = self._links.pop()
        self.prose.link(link.since, link.url, link.start, end)
        self._title(link.title, closing, end)

    def _image(self, token: Token, start: int, end: int) -> None:
        inner = Inline(self._text, self._places, self._notes)
        inner.write(token.children or (), start + 2, start + 2 + len(token.content))
        self.aside.attributes.append((inner.prose, self._places.span(start, end)))
        self._title(str(token.attrs.get("title", "")), start + 2 + len(token.content), end)

    def _title(self, title: str, start: int, end: int) -> None:
        """Take the title of an image or a link; one that a reference gives stands elsewhere, and is left out."""
        at = self._text.rfind(title, start, end) if title else -1
        if at >= 0 and self._text[at - 1] in "\"'(":
            prose = Prose(self._places)
            prose.verbatim(title, at)
            self.aside.attributes.append((prose, self._places.span(at, at + len(title))))

    def _note(self, token: Token, start: int, end: int) -> None:
        name = str(token.meta.get("label") or token.meta.get("id", ""))
        self.prose.note(name, start, end)
        note = self._notes.get(token.meta.get("id", -1), {})
        if "subId" not in token.meta and "content" in note:
            inner = Inline(self._text, self._places, {})
            inner.write(note["tokens"], start + 2, start + 2 + len(note["content"]))
            self.aside.notes.append((inner.prose, self._places.span(start, end), name))

    # inline HTML

    def _html(self, start: int, end: int) -> None:
        found = markup(self._text, start)
        if isinstance(found, Remark):
            if self._text.startswith("<!--", start):
                self.aside.comments.append(Comment(self._text[slice(*found.inner)], self._places.span(start, end)))
        elif isinstance(found, Tag) and found.closing:
            self._end_tag(found)
        elif isinstance(found, Tag) and not self._unread:
            self._start_tag(found)

    def _start_tag(self, tag: Tag) -> None:
        if tag.name not in VOID and not tag.empty and not context_of(tag, self._text, Context(), whole=False).read:
            self._unread = tag.name
        elif tag.name == "a":
            url = next((value(self._text, found) for found in tag.attributes if found.name == "href"), "")
            self._links.append(_Opened(url, tag.start, self.prose.length))
        elif tag.name == "br" or tag.name in BLOCKS:
            self.prose.blank(tag.start, tag.end)
        for attribute in worded(tag):
            prose = prose_of(attribute, self._text, self._places)
            self.aside.attributes.append((prose, self._places.span(attribute.start, attribute.end)))

    def _end_tag(self, tag: Tag) -> None:
        if tag.name == self._unread:
            self._unread = ""
        elif self._unread:
            return
        elif tag.name == "a" and self._links:
            self._link(tag.start, tag.end)
        elif tag.name in BLOCKS:
            self.prose.blank(tag.start, tag.end)
