"""What stands in a paragraph of Markdown turned into prose: links, breaks, escapes, images, notes, HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from factcheck.documents.html_elements import BLOCKS, VOID, Context, context_of, prose_of, worded
from factcheck.documents.html_tokens import Remark, Tag, markup, value
from factcheck.documents.markdown_parser import place_of
from factcheck.documents.places import Places
from factcheck.documents.prose import MASK, Prose
from factcheck.model import BlockKind, Comment, Span


class Aside(NamedTuple):
    """What stands within a paragraph and is not part of its text: the words of an image, a note."""

    prose: Prose
    kind: BlockKind
    span: Span
    labels: tuple[str, ...] = ()


class _Link(NamedTuple):
    """An open link: its address, where its tag begins if it is HTML, and where its words begin in the prose."""

    url: str
    start: int
    since: int


class Words:
    """The words of a paragraph, or of an image or a note in it.

    Args:
        content: the paragraph's.
        places: where that stands in the source.
        notes: what stands in the notes that are written within paragraphs.
        shift: where in the content the words begin.
        since: what stands before it is no text (a callout's name).

    Attributes:
        prose: what a reader sees.
        asides, comments: what stood among the words.
    """

    def __init__(
        self, content: str, places: Places, notes: Sequence[list[Token]], *, shift: int = 0, since: int = 0
    ) -> None:
        self.prose = Prose(places)
        self.asides: list[Aside] = []
        self.comments: list[Comment] = []
        self._content = content
        self._places = places
        self._notes = notes
        self._shift = shift
        self._since = since
        self._link: _Link | None = None
        self._anchor: _Link | None = None  # a link of HTML
        self._unread = ""  # the element that keeps its words from being read
        self._struck = 0

    def read(self, tokens: Iterable[Token]) -> Words:
        """Read them all."""
        for token in tokens:
            take = _TAKE.get(token.type)
            if take is not None:
                start, end = place_of(token)
                take(self, token, start + self._shift, end + self._shift)
        return self

    @property
    def _heard(self) -> bool:
        """Whether what comes next is read: what is struck out is not stated."""
        return not self._unread and self._struck <= 0

    def _text(self, token: Token, start: int, end: int) -> None:
        if self._heard and token.content:
            skipped = max(self._since - start, 0)
            self.prose.verbatim(token.content[skipped:], start + skipped)

    def _special(self, token: Token, start: int, end: int) -> None:
        """An entity, or a character behind a backslash."""
        if not self._heard:
            return
        if token.content == token.markup:
            self.prose.verbatim(token.content, start)
        else:
            self.prose.instead(token.content, start, end)

    def _break(self, token: Token, start: int, end: int) -> None:
        if self._heard:
            self.prose.blank(start, end)

    def _strike(self, token: Token, start: int, end: int) -> None:
        self._struck += token.nesting

    def _open_link(self, token: Token, start: int, end: int) -> None:
        self._link = _Link(_address(token, "href"), start, self.prose.length)

    def _close_link(self, token: Token, start: int, end: int) -> None:
        if self._link is not None and self._heard:
            self.prose.link(self._link.since, self._link.url, start, end)
        self._link = None

    # images, notes

    def _inner(self, tokens: Iterable[Token], start: int) -> Words:
        """What stands behind the two characters that begin an image or a note."""
        inner = Words(self._content, self._places, self._notes, shift=start + 2).read(tokens)
        self.comments += inner.comments
        return inner

    def _image(self, token: Token, start: int, end: int) -> None:
        inner = self._inner(token.children or (), start)
        if self._heard:
            self.asides += [*inner.asides, Aside(inner.prose, BlockKind.ATTRIBUTE, self._places.span(start, end))]

    def _note(self, token: Token, start: int, end: int) -> None:
        if not self._heard:
            return
        number = token.meta["id"]
        name = str(token.meta.get("label", number))
        self.prose.note(name, start, end)
        if "label" not in token.meta:  # it is written here
            inner = self._inner(self._notes[number], start)
            span = self._places.span(start, end)
            self.asides += [Aside(inner.prose, BlockKind.FOOTNOTE, span, (name,)), *inner.asides]

    # HTML

    def _html(self, token: Token, start: int, end: int) -> None:
        found = markup(self._content, start)
        if isinstance(found, Remark):
            if token.content.startswith("<!--"):
                self.comments.append(Comment(self._content[slice(*found.inner)], self._places.span(start, end)))
        elif isinstance(found, Tag) and found.closing:
            self._end_tag(found, start, end)
        elif isinstance(found, Tag) and self._heard:
            self._start_tag(found, start, end)

    def _start_tag(self, tag: Tag, start: int, end: int) -> None:
        if tag.name not in VOID and not tag.empty and not _is_read(tag, self._content):
            self._unread = tag.name
        elif tag.name == "a":
            url = next((value(self._content, found) for found in tag.attributes if found.name == "href"), "")
            self._anchor = _Link(url, start, self.prose.length)
        elif tag.name == "br" or tag.name in BLOCKS:
            self.prose.blank(start, end)
        for attribute in worded(tag):
            span = self._places.span(attribute.start, attribute.end)
            prose = prose_of(attribute, self._content, self._places)
            self.asides.append(Aside(prose, BlockKind.ATTRIBUTE, span))

    def _end_tag(self, tag: Tag, start: int, end: int) -> None:
        if self._unread:
            self._unread = "" if tag.name == self._unread else self._unread
        elif tag.name == "a" and self._anchor is not None:
            opened, self._anchor = self._anchor, None
            self.prose.link(opened.since, opened.url, opened.start, end)
        elif tag.name in BLOCKS:
            self.prose.blank(start, end)


def _is_read(tag: Tag, text: str) -> bool:
    return context_of(tag, text, Context(), whole=False).read


def _address(token: Token, name: str) -> str:
    return str(token.attrs.get(name, "")).replace(MASK, "")


_TAKE: dict[str, Callable[[Words, Token, int, int], None]] = {
    "text": Words._text,
    "text_special": Words._special,
    "softbreak": Words._break,
    "hardbreak": Words._break,
    "s_open": Words._strike,
    "s_close": Words._strike,
    "link_open": Words._open_link,
    "link_close": Words._close_link,
    "image": Words._image,
    "footnote_ref": Words._note,
    "html_inline": Words._html,
}
