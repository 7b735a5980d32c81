"""empty-field: a label whose value is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, patterned
from factcheck.checks.leftovers.page import Line, Page
from factcheck.checks.leftovers.phrases import key_of

RULE = "empty-field"

_VALUES = {
    "date": re.compile(
        r"\d|\b(?:today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE
    ),
    "mail": re.compile(r"@|\(at\)|\[at\]"),
    "phone": re.compile(r"\d{3}"),
    "site": re.compile(r"\w\.\w"),
}
_LONG = 14  # words from which the next line is a paragraph, no value
_SENTENCE = 5  # blanks in a line from which a full stop makes it a sentence, unless it names a year
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LABEL = 6  # words of a label


def empty_field(page: Page) -> Iterator[Finding]:
    """Known labels without their kind of value."""
    yield from findings(page, RULE, _found(page))


def _found(page: Page) -> Iterator[Found]:
    yield from patterned(page, RULE, "inline")
    kinds = {index: kind for index, line in enumerate(page.lines) if (kind := _kind(page, index, line))}
    before = _Keys(page.lines)
    for index, kind in kinds.items():
        line = page.lines[index]
        if not _follows(kind, page.lines, index, before):
            yield Found(line.block, line.start, line.end, "label")


def _kind(page: Page, index: int, line: Line) -> str | None:
    """What value the line asks for: a listed label's kind."""
    text = line.text
    if len(text) > 200 or index not in page.labelled:
        return None
    match = page.phrases.words(text).get(RULE)
    return match.kind if match and (text.endswith(":") or match.weak) else None


class _Keys:
    """What the lines above a line say, worked out as far down as somebody asks; lines are asked for in order."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = iter(lines)
        self._read = 0
        self._keys: set[str] = set()

    def hold(self, index: int, text: str) -> bool:
        """Whether a line above the one of an index says a text."""
        self._keys |= {key_of(line.text) for line in islice(self._lines, index - self._read)}
        self._read = index
        return key_of(text) in self._keys


def _follows(kind: str, lines: Sequence[Line], index: int, before: _Keys) -> bool:
    """Whether the next line is what the label asks for."""
    if index + 1 == len(lines):
        return False
    after = lines[index + 1]
    if any(link.start <= after.start and after.end <= link.end for link in after.block.links):
        return True
    if before.hold(index, after.text) or _is_label(after):
        return False
    if kind == "words" and _YEAR.search(after.text):
        return True  # the first of its references
    if kind in _VALUES:
        return _VALUES[kind].search(after.text) is not None
    told = after.sentence and after.text.count(" ") > _SENTENCE and not _YEAR.search(after.text)
    return after.item or (after.text.count(" ") < _LONG and not told)


def _is_label(line: Line) -> bool:
    """A few words and a colon, written as a label is."""
    text = line.text
    words = text.split()
    if not text.endswith(":") or len(words) > _LABEL or line.item:
        return False
    return all(word[0].isupper() or not word[0].isalpha() for word in words if len(word) > 3)
