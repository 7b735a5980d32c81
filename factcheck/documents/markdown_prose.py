"""The parts of a block of Markdown turned into prose: links, breaks, escapes, entities, images, notes, HTML."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.documents.html_elements import BLOCKS, VOID, Context, context_of, prose_of, worded
from factcheck.documents.html_tokens import Remark, Tag, markup, value
from factcheck.documents.markdown_notes import Brackets
from factcheck.documents.markdown_parts import Part
from factcheck.documents.places import Piece, Places
from factcheck.documents.prose import MASK, Prose
from factcheck.model import Comment, Span

_SOURCE = Places.from_start()
_MARGIN = re.compile(r"[ \t>]*")  # what stands before the text of a line


class _Link(NamedTuple):
    """An open link: its address, where its tag begins if it is HTML, and where its words begin in the prose."""

    url: str
    start: int
    since: int
    title: str = ""


class _Words:
    """The words of a block, or of an image or a note in it, with what is open among them.

    Args:
        read: whether they are read at all.
        image: the image whose description they are.
    """

    def __init__(self, read: bool = True, image: _Link | None = None) -> None:
        self.prose = Prose(_SOURCE)
        self.image = image
        self.link: _Link | None = None
        self.anchor: _Link | None = None  # a link of HTML
        self.unread = ""  # the element that keeps its words from being read
        self.struck = 0
        self._read = read

    @property
    def read(self) -> bool:
        """Whether what comes next is read: what is struck out is not stated."""
        return self._read and not self.unread and self.struck <= 0


class Inline:
    """Turns the parts of one block after the other into prose.

    Args:
        text: the source.
        brackets: those of its notes.

    Attributes:
        comments, attributes, notes: what stood within the blocks and is not part of their text; whoever takes it
            away empties them. Attributes are texts of images and links; a note has a name.
    """

    def __init__(self, text: str, brackets: Brackets) -> None:
        self.comments: list[Comment] = []
        self.attributes: list[tuple[Prose, Span]] = []
        self.notes: list[tuple[Prose, Span, str]] = []
        self._text = text
        self._brackets = brackets
        self._named: set[str] = set()  # the notes met so far
        self._words = _Words()
        self._around: list[_Words] = []  # those of what is around an image or a note
        self._at = 0  # where the last part ended
        self._since = 0
        self._broken: Part | None = None  # the line break that was the last part

    @property
    def prose(self) -> Prose:
        """That of the present block."""
        return self._words.prose

    def begin(self, since: int) -> None:
        """Begin a block; what stands before `since` is no text (the box of a task)."""
        self._words = _Words()
        self._since = since
        self._broken = None

    def say(self, words: str, start: int, end: int) -> None:
        """Add words that stand, or what they come from stands, from `start` up to `end`."""
        if self._broken is not None:
            self._rejoin(self._broken, start)
        if self._brackets.opening and (start in self._brackets.opening or start in self._brackets.closing):
            self._bracket(start)
        elif self._words.read:
            if end in self._brackets.opening:  # behind a caret, which is no text
                words, end = words[:-1], end - 1
            self._say(words, start, end)
        self._at = end

    def take(self, part: Part) -> None:
        """Add a part that is no text."""
        if self._broken is not None:
            self._rejoin(self._broken, self._at if part.step < 0 else part.start)
        if part.name == "Image":
            self._image(part)
        elif part.name == "InlineHtml":
            self._html(part)
        elif part.name == "Strikethrough":
            self._words.struck += part.step
        elif self._words.read:
            self._mark(part)
        self._at = part.start if part.step > 0 else part.end

    def _mark(self, part: Part) -> None:
        match part.name:
            case "SoftBreak" | "HardBreak":
                self._broken = part
            case "Link" if part.step > 0:
                self._words.link = self._opened(part)
            case "Link":
                self._close_link(part)
            case "FootnoteReference":
                self._named.add(part.said)
                self._words.prose.note(part.said, part.start, part.end)

    def _rejoin(self, broken: Part, start: int) -> None:
        """Add the blank for a line break; the next part begins at `start`, or marks of emphasis before it."""
        self._broken = None
        margin = _MARGIN.match(self._text, broken.end)
        self._words.prose.blank(broken.start, min(start, margin.end()) if margin else broken.end)

    def _say(self, words: str, start: int, end: int) -> None:
        prose = self._words.prose
        if start < self._since:
            words, start = words[self._since - start :], self._since
        if len(words) != end - start:
            prose.instead(words, start, end)  # an entity
        elif start > self._at and self._text[start - 1] == "\\":
            prose.instead(words[:1], start - 1, start + 1)
            prose.verbatim(words[1:], start + 1)
        else:
            prose.verbatim(words, start)

    # links, images, notes

    def _opened(self, part: Part) -> _Link:
        url = f"mailto:{part.said['dest_url']}" if part.said["link_type"] == "Email" else part.said["dest_url"]
        return _Link(url.replace(MASK, ""), part.start, self._words.prose.length, part.said["title"])

    def _close_link(self, part: Part) -> None:
        link, self._words.link = self._words.link, None
        if link is not None:
            self._words.prose.link(link.since, link.url, part.start, part.end)
            self._title(link.title, part.end)

    def _enter(self, image: _Link | None = None) -> None:
        """The description of an image, or a note, begins."""
        self._around.append(self._words)
        self._words = _Words(self._words.read, image)

    def _leave(self) -> _Words:
        inner, self._words = self._words, self._around.pop()
        return inner

    def _image(self, part: Part) -> None:
        if part.step > 0:
            self._enter(self._opened(part))
            return
        inner = self._leave()
        if self._words.read and inner.image is not None:
            self.attributes.append((inner.prose, Span(part.start, part.end)))
            self._title(inner.image.title, part.end)

    def _bracket(self, at: int) -> None:
        """A note begins or ends."""
        if at in self._brackets.opening:
            self._enter()
            return
        inner, span = self._leave(), Span(self._brackets.closing[at] - 1, at + 1)
        if self._words.read:
            name = str(len(self._named))
            self._named.add(f"^{name}")  # as no other is named
            self._words.prose.note(name, *span)
            self.notes.append((inner.prose, span, name))

    def _title(self, title: str, end: int) -> None:
        """Take the title of an image or a link; one that a reference gives stands elsewhere, and is left out."""
        at = self._text.rfind(title, self._at, end) if title else -1
        if at >= 0 and self._text[at - 1] in "\"'(":
            prose = Prose(_SOURCE)
            prose.verbatim(title, at)
            self.attributes.append((prose, Span(at, at + len(title))))

    # inline HTML

    def _html(self, part: Part) -> None:
        html = _Html(self._text, part.start, _SOURCE)
        if len(part.said) != part.end - part.start:  # marks of blocks around it stood at its lines
            html = _Html(part.said, 0, _line_places(part, self._text))
        found = markup(html.text, html.start)
        if isinstance(found, Remark):
            if part.said.startswith("<!--"):
                words = html.text[slice(*found.inner)]
                self.comments.append(Comment(words, Span(part.start, part.end)))
        elif isinstance(found, Tag) and found.closing:
            self._end_tag(found, part)
        elif isinstance(found, Tag) and self._words.read:
            self._start_tag(found, html, part)

    def _start_tag(self, tag: Tag, html: _Html, part: Part) -> None:
        if tag.name not in VOID and not tag.empty and not context_of(tag, html.text, Context(), whole=False).read:
            self._words.unread = tag.name
        elif tag.name == "a":
            url = next((value(html.text, found) for found in tag.attributes if found.name == "href"), "")
            self._words.anchor = _Link(url, part.start, self._words.prose.length)
        elif tag.name == "br" or tag.name in BLOCKS:
            self._words.prose.blank(part.start, part.end)
        for attribute in worded(tag):
            prose = prose_of(attribute, html.text, html.places)
            self.attributes.append((prose, html.places.span(attribute.start, attribute.end)))

    def _end_tag(self, tag: Tag, part: Part) -> None:
        words = self._words
        if words.unread:
            words.unread = "" if tag.name == words.unread else words.unread
        elif tag.name == "a" and words.anchor is not None:
            self._words.prose.link(words.anchor.since, words.anchor.url, words.anchor.start, part.end)
            words.anchor = None
        elif tag.name in BLOCKS:
            self._words.prose.blank(part.start, part.end)


class _Html(NamedTuple):
    """A tag at `start` of a text, and where that stands in the source."""

    text: str
    start: int
    places: Places


def _line_places(part: Part, text: str) -> Places:
    """Where a part stands whose lines are those of the source without their beginnings."""
    pieces, offset, at = [], 0, part.start
    lines = zip(part.said.split("\n"), text[part.start : part.end].split("\n"), strict=False)
    for said, line in lines:
        pieces.append(Piece(offset, at + len(line) - len(said)))
        offset, at = offset + len(said) + 1, at + len(line) + 1
    return Places(pieces)
