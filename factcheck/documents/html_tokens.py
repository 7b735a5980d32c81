"""Cuts HTML into tags, text and comments, each with its exact place.

Follows the tokenizer of the WHATWG HTML standard (chapter 13.2.5) as far as a reader of prose needs it: nothing
is an error, unclosed quotes and comments run to the end as they do in a browser, and every character is looked at
a bounded number of times. Our own because the parsers at hand either do not tell where attributes and
entities stand (lxml, html5lib) or read one page differently from one Python release to the next (html.parser).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACE = r"[ \t\r\n\f]"
_OPEN = re.compile(r"<(/?)([A-Za-z][^ \t\r\n\f/>]*)")
_VALUE = r"""(?:"(?P<double>[^"]*+)"?|'(?P<single>[^']*+)'?|(?P<bare>[^ \t\r\n\f>"'][^ \t\r\n\f>]*+)?)"""
_ATTRIBUTE = re.compile(rf"(?P<name>[^ \t\r\n\f/>][^ \t\r\n\f/>=]*)(?:{_SPACE}*+={_SPACE}*+{_VALUE})?")
_BETWEEN = re.compile(r"[ \t\r\n\f/]*")
_COMMENT_END = re.compile(r"--!?>")
# what stands in these is not markup; in the first two it is text all the same
_RAW = {
    name: re.compile(rf"</{name}(?=[ \t\r\n\f/>])", re.IGNORECASE)
    for name in ("title", "textarea", "script", "style", "xmp", "iframe", "noembed", "noframes")
}
_RAW_TEXT = ("title", "textarea")
_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});?")


class Attribute(NamedTuple):
    """An attribute, its name in small letters, its raw value at `start` up to `end`."""

    name: str
    start: int
    end: int


class Tag(NamedTuple):
    """A tag, its name in small letters."""

    name: str
    start: int
    end: int
    closing: bool
    empty: bool  # ends in "/>"
    attributes: tuple[Attribute, ...]


class Text(NamedTuple):
    """A stretch of text, entities not yet decoded."""

    start: int
    end: int


class Remark(NamedTuple):
    """A comment; its inner text stands at `inner[0]` up to `inner[1]`."""

    start: int
    end: int
    inner: tuple[int, int]


Token = Tag | Text | Remark


def tokens(text: str, *, xml: bool = False) -> Iterator[Token]:
    """The tokens of a page or a part of one, in order.

    Args:
        text: the HTML.
        xml: whether "/>" closes an element, as in XHTML.
    """
    at, since, size = 0, 0, len(text)
    while at < size:
        opening = text.find("<", at)
        if opening < 0:
            break
        token = markup(text, opening)
        if token is None:
            at = opening + 1
            continue
        if since < opening:
            yield Text(since, opening)
        yield token
        at = since = token.end
        if isinstance(token, Tag) and token.name in _RAW and not (token.closing or (xml and token.empty)):
            closing = _RAW[token.name].search(text, at)
            at = closing.start() if closing else size
            if since < at and token.name in _RAW_TEXT:
                yield Text(since, at)
            since = at
    if since < size:
        yield Text(since, size)


def markup(text: str, at: int) -> Tag | Remark | None:
    """What begins with the `<` at an offset; None where that is only a character."""
    tag = _OPEN.match(text, at)
    if tag:
        return _tag(text, tag)
    if text.startswith("<!--", at):
        return _comment(text, at)
    if text.startswith(("<!", "<?", "</"), at) and at + 2 < len(text):
        end = text.find(">", at + 2)
        stop = end if end >= 0 else len(text)
        return Remark(at, min(stop + 1, len(text)), (stop, stop))  # a doctype, or what browsers pass over
    return None


def _comment(text: str, at: int) -> Remark:
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, at):
            return Remark(at, at + len(short), (at + 4, at + 4))
    end = _COMMENT_END.search(text, at + 4)
    if end is None:
        return Remark(at, len(text), (at + 4, len(text)))
    return Remark(at, end.end(), (at + 4, end.start()))


def _tag(text: str, opening: re.Match[str]) -> Tag:
    attributes = []
    at = opening.end()
    while True:
        at = _end_of(_BETWEEN, text, at)
        if at >= len(text) or text[at] == ">":
            break
        found = _ATTRIBUTE.match(text, at)
        if found is None:  # cannot be, the name takes any character; but never stand still
            at += 1
            continue
        value = found.lastgroup if found.lastgroup != "name" else None
        start, end = found.span(value) if value else (found.end(), found.end())
        attributes.append(Attribute(found["name"].lower(), start, end))
        at = found.end()
    empty = text.endswith("/", opening.start(), at)
    end = min(at + 1, len(text))
    return Tag(opening[2].lower(), opening.start(), end, bool(opening[1]), empty, tuple(attributes))


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


class Decoded(NamedTuple):
    """A part of a text: what it says, where it stands, and whether it stands there unchanged."""

    text: str
    start: int
    end: int
    verbatim: bool


def decoded(text: str, start: int, end: int, *, attribute: bool = False) -> Iterator[Decoded]:
    """The parts of a stretch of text or of an attribute's value, entities decoded."""
    at = start
    if text.find("&", start, end) < 0:
        if start < end:
            yield Decoded(text[start:end], start, end, True)
        return
    for entity in _ENTITY.finditer(text, start, end):
        said = html.unescape(entity[0]) if not attribute or _ends(text, entity, end) else entity[0]
        if said == entity[0]:
            continue
        if at < entity.start():
            yield Decoded(text[at : entity.start()], at, entity.start(), True)
        yield Decoded(said, entity.start(), entity.end(), False)
        at = entity.end()
    if at < end:
        yield Decoded(text[at:end], at, end, True)


def _ends(text: str, entity: re.Match[str], end: int) -> bool:
    """Whether an entity in an attribute is one: `?a=1&copy=2` has none, says the standard."""
    if entity[0].endswith(";"):
        return True
    following = text[entity.end() : entity.end() + 1] if entity.end() < end else ""
    return following != "=" and not following.isalnum()


def value(text: str, attribute: Attribute) -> str:
    """What an attribute says."""
    return "".join(part.text for part in decoded(text, attribute.start, attribute.end, attribute=True))
