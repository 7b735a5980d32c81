"""Plain text: paragraphs, list items and headings told apart by the shape of their lines.

Text copied from pages has one line a paragraph; text from editors and mail is wrapped at some seventy
columns. Both occur in one file. A line goes on in the next one where its end was forced rather than chosen:

- the next word would not have fitted within the width at which this text is wrapped, or
- the sentence visibly runs on: no punctuation at its end, a small letter after it, or
- the line is nothing but a figure and the next begins small (the big numbers of an infographic).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.documents.outline import Outline
from factcheck.documents.places import Places
from factcheck.documents.prose import Prose
from factcheck.model import BlockKind, Document, Format, Span

_BREAKS = "\r\n\v\f\x85\u2028\u2029"
_LINE = re.compile(rf"[^{_BREAKS}]+|\r\n|[{_BREAKS}]")
_SIGNS = r"[•‣⁃∙◦▪▫●○■□◆◇★☆·✓✔✗✘➢➤►▶▸→»]\s*"
_BULLET = re.compile(
    rf"(?:[-–—*+>]\s+)?(?:{_SIGNS}|[-–—*+>]\s+|(?P<number>\(?(?:\d\d?|[a-zA-Z]|[ivx]{{2,4}})\)|\d\d?\.)\s+)"
)
_UNITS = r"%|\+|percent|per cent|hundred|thousand|million|billion|trillion|[MKB]"
_FIGURE = re.compile(rf"(?:US)?[$€£]?\s?\d[\d.,]*\s?(?:{_UNITS})?\s*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;…]['\"”’»)\]]*\Z")  # a sentence, a clause before a list
_NO_HEADING = re.compile(r"[.:;,…][\"'”’)\]]*\Z|[!?]\s")  # at its end, or several sentences
_SMALL = re.compile(r"['\"“‘(]?[^\W\d_]")

_WIDEST = 110  # nobody wraps beyond this many columns; a longer line is a paragraph
_NARROW = 25  # a shorter line is no wrapped line unless it is full
_HEADING = (18, 110)  # words and characters that a heading has at most
_MANY = 0.4  # the share of lines that run on in a wrapped text
_TYPICAL = 0.95  # the share of wrapped lines within the wrapping width; the rest are long addresses


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its text without indentation and bullet, and where that stands."""

    start: int  # of the text
    begin: int  # of the line
    text: str
    indent: int
    bullet: bool
    follows: bool  # the line before is not blank

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        return self.end - self.begin

    @property
    def small(self) -> bool:
        """Whether it begins with a small letter, as only the middle of a sentence does."""
        match = _SMALL.match(self.text)
        return match is not None and match[0][-1].islower()


def read(source: str, path: str) -> Document:
    """The document of a plain text."""
    lines = list(_lines(source))
    outline, levels = Outline(), _Levels()
    for group in _paragraphs(lines, _wrapped_at(lines)):
        kind = _kind(group)
        span = Span(group[0].begin, group[-1].end)
        outline.add(_prose(group), kind, span, level=levels.of(kind, group[0]))
    return Document(path, Format.TEXT, source, tuple(outline.blocks))


def _lines(source: str) -> Iterator[_Line]:
    last: _Line | None = None
    ended = True  # the break of the line before has been read
    for match in _LINE.finditer(source):
        whole = match[0]
        text = whole.strip()
        if text:
            last = _line(match.start(), whole, text, last)
            yield last
            ended = False
        elif ended or whole[0] not in _BREAKS:
            last = None
        else:
            ended = True


def _line(begin: int, whole: str, text: str, last: _Line | None) -> _Line:
    """The line `whole` that begins at `begin`; `last` is the line before unless that is blank."""
    indent = len(whole) - len(whole.lstrip())
    bullet = _BULLET.match(text)
    cut = bullet.end() if bullet and bullet.end() < len(text) else 0
    if cut and bullet and bullet["number"] and last is not None and not last.bullet and _breaks_off(last):
        cut = 0  # "… children under / 18. Most of them …"
    return _Line(begin + indent + cut, begin, text[cut:], indent, bool(cut), last is not None)


def _breaks_off(line: _Line) -> bool:
    """Whether a line has the length of a wrapped one and ends inside a sentence."""
    return line.width >= _NARROW and not _ENDS.search(line.text)


def _runs_on(line: _Line, following: _Line) -> bool:
    """Whether the sentence at the end of a line visibly goes on in the next."""
    if _ENDS.search(line.text) or not following.small:
        return False
    return _breaks_off(line) or _FIGURE.fullmatch(line.text) is not None


def _wrapped_at(lines: list[_Line]) -> int | None:
    """The column at which this text is wrapped, None where it is not.

    In a wrapped text most lines run on visibly in the next; a few that do may be an infographic or a slip.
    """
    pairs = [pair for pair in pairwise(lines) if pair[1].follows and not pair[1].bullet]
    widths = sorted(line.width for line, next_ in pairs if line.width <= _WIDEST and _runs_on(line, next_))
    if not widths or len(widths) < _MANY * len(pairs):
        return None
    width = widths[int(_TYPICAL * (len(widths) - 1))]
    return width if width >= 2 * _NARROW else None


def _paragraphs(lines: list[_Line], width: int | None) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and not _continues(group, line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(group: list[_Line], line: _Line, width: int | None) -> bool:
    if not line.follows or line.bullet:
        return False
    last = group[-1]
    # a paragraph that itself begins small is an item of a list without bullets
    if _runs_on(last, line) and (group[0].bullet or not group[0].small):
        return True
    return width is not None and last.width <= _WIDEST and _is_full(last, line, width)


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    word = following.text.split(None, 1)[0]
    return line.width + 1 + len(word) > width


class _Levels:
    """Levels of headings and list items: the first heading is the title, deeper indentation a deeper list."""

    def __init__(self) -> None:
        self._titled = False
        self._indents: list[int] = []

    def of(self, kind: BlockKind, line: _Line) -> int:
        if kind is BlockKind.LIST_ITEM:
            while self._indents and self._indents[-1] >= line.indent:
                self._indents.pop()
            self._indents.append(line.indent)
            return len(self._indents)
        self._indents = []
        if kind is BlockKind.HEADING:
            level = 2 if self._titled else 1
            self._titled = True
            return level
        return 0


def _kind(group: list[_Line]) -> BlockKind:
    first = group[0]
    if first.bullet:
        return BlockKind.LIST_ITEM
    return BlockKind.HEADING if len(group) == 1 and _is_heading(first.text) else BlockKind.PARAGRAPH


def _is_heading(text: str) -> bool:
    """Whether a line on its own reads as a heading: short, begun like one, not ended like a sentence."""
    words, characters = _HEADING
    if len(text) > characters or _NO_HEADING.search(text) or len(text.split()) > words:
        return False
    return not text[0].islower() and any(character.isalpha() for character in text)


def _prose(group: list[_Line]) -> Prose:
    prose = Prose(Places.from_start())
    for index, line in enumerate(group):
        if index:
            prose.blank(group[index - 1].end, line.start)
        prose.verbatim(line.text, line.start)
    return prose
