"""What a Markdown text is made of, part by part, each with its place in the text.

pulldown-cmark does the parsing: it takes no longer than it takes to read the text, whatever the text, and knows
where each part stands, in the bytes of UTF-8. Here those are turned into characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import pyromark
from pyromark import Options

from factcheck.words import HALF_PAIR

_OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH
TABLES = frozenset(("Table", "TableHead", "TableRow", "TableCell"))
BLOCKS = TABLES.union(
    ("Paragraph", "Heading", "BlockQuote", "List", "Item", "FootnoteDefinition", "CodeBlock", "HtmlBlock", "Rule")
)
_BARE_RETURN = re.compile(r"\r(?!\n)")
_STEPS = {"Start": 1, "End": -1}
_WIDE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")  # a character of several bytes


class Part(NamedTuple):
    """A part of a block, or the beginning or the end of one that has parts of its own.

    Attributes:
        name: pulldown-cmark's for what it is: "Link", "Text", "SoftBreak" …
        step: 1 where it begins, -1 where it ends, 0 where it is the whole.
        said: what else there is to know: the characters of a text, a link's address and title.
        start, end: where it stands. A beginning and an end have the place of the whole.
    """

    name: str
    step: int
    said: Any
    start: int
    end: int


def parseable(text: str) -> str:
    """A text of the same length whose lines end in line feeds, and which can be written in UTF-8."""
    if "\r" in text:
        text = _BARE_RETURN.sub("\n", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        return HALF_PAIR.sub("\ufffd", text)
    return text


def parts(text: str) -> Iterator[tuple[str, int, Any, Mapping[str, int]]]:
    """What a parseable text is made of, in order: name, step and more of each part, and its place in bytes."""
    events: Iterator[tuple[Any, Any]] = pyromark.events_with_range(text, options=_OPTIONS)
    for event, place in events:
        if isinstance(event, str):
            yield event, 0, None, place
            continue
        (name,) = event
        said = event[name]
        step = _STEPS.get(name, 0)
        if step:
            name, said = (said, None) if isinstance(said, str) else next(iter(said.items()))
        yield name, step, said, place


def characters(text: str, start: int) -> Callable[[int], int]:
    """What turns a place in the bytes of `text[start:]` into one in the characters of the text."""
    if text.isascii():
        return start.__add__
    places, surplus = [], [-start]
    for wide in _WIDE.finditer(text[start:].encode()):
        places.append(wide.start())
        surplus.append(surplus[-1] + wide.end() - wide.start() - 1)
    return lambda byte: byte - surplus[bisect_left(places, byte)]
