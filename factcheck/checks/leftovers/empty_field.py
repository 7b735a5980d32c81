"""empty-field: a label whose value is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, patterned, taken_out, taken_out_if_wished
from factcheck.checks.leftovers.page import Line, Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.checks.leftovers.phrases import key_of
from factcheck.model import BlockKind, Fix

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
_EMPTY_TAGS = Pattern(r"(?P<inline>\btagged\s*,\s*[,.]|\b[Pp]osted by on [A-Z]\w+day|\bfiled under\s*[,.])")


def empty_field(page: Page) -> Iterator[Finding]:
    """Known labels without their kind of value, and any line that announces something and has nothing below."""
    yield from findings(page, RULE, _found(page), mend=_mend)


def _mend(page: Page, one: Found) -> Fix | None:
    return (taken_out_if_wished if one.case == "announced" else taken_out)(page, one)


def _found(page: Page) -> Iterator[Found]:
    yield from patterned(page, _EMPTY_TAGS)
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        kind = _kind(page, line)
        if kind and not _follows(kind, page.lines, index, seen):
            yield Found(line.block, line.start, line.end, "announced" if kind == "announced" else "label")
        seen.add(key_of(line.text))


def _kind(page: Page, line: Line) -> str | None:
    """What value the line asks for: a listed label's kind, or "announced" for any line that ends in a colon."""
    text = line.text
    if len(text) > 200:
        return None
    match = page.phrases.words(text).get(RULE)
    colon = text.endswith(":")
    if match and (colon or match.weak):
        return match.kind
    return "announced" if colon and line.block.kind is not BlockKind.CAPTION else None


def _follows(kind: str, lines: Sequence[Line], index: int, seen: set[str]) -> bool:
    """Whether the next line is what the label asks for."""
    if index + 1 == len(lines):
        return False
    after = lines[index + 1]
    if kind == "announced":
        return not (_is_label(after) and _is_label(lines[index]) and _alike(after, lines[index]))
    if key_of(after.text) in seen or _is_label(after):
        return False
    if kind in _VALUES:
        return _VALUES[kind].search(after.text) is not None
    told = after.sentence and after.text.count(" ") > _SENTENCE and not _YEAR.search(after.text)
    return after.item or (after.text.count(" ") < _LONG and not told)


def _alike(one: Line, other: Line) -> bool:
    """Whether two labels are of one row, as "Forms of harm:" and "Forms of help:" are; others may be nested."""
    return one.text.split()[0] == other.text.split()[0]


def _is_label(line: Line) -> bool:
    """A few words and a colon, written as a label is."""
    text = line.text
    words = text.split()
    if not text.endswith(":") or len(words) > _LABEL or line.item:
        return False
    return all(word[0].isupper() or not word[0].isalpha() for word in words if len(word) > 3)
