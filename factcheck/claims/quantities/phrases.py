"""The text as every part of the reader sees it, and small helpers for patterns made of word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from factcheck.words import HALF_PAIR

# In the reader's plain text (see `Text`) there is one blank, one dash and one apostrophe.
GAP: Final = "(?:[ ]{1,4})"  # what stands between two words
_PLAIN: Final = (
    *((char, " ") for char in "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"),
    *((char, "-") for char in "‐‑‒–−"),
    *((char, "'") for char in "’‘"),
    ("％", "%"),
)
_LINE_END: Final = re.compile(r"(?<=\S)\r?\n(?=\S)|(?<=\S )\n(?=\S)")


class Text:
    """A text in plain form, character for character, so that every offset is one of the original.

    Attributes:
        raw: as given.
        plain: with one kind of blank, dash and apostrophe; a single line end between words is a blank.
        low: `plain` in lower case; where a letter's lower case is longer than one character, the letter stays.
    """

    __slots__ = ("low", "plain", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        plain = raw.replace("\t", " ") if raw.isascii() else _plain(raw)
        if "\n" in plain:
            plain = _LINE_END.sub(lambda match: " " * len(match.group()), plain)
        self.plain = plain
        low = plain.lower()
        if len(low) != len(plain):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
        self.low = low

    def char(self, at: int) -> str:
        """The plain character at an offset, empty outside the text."""
        return self.plain[at] if 0 <= at < len(self.plain) else ""


def _plain(raw: str) -> str:
    """One kind of blank, dash and apostrophe; a dozen searches are faster than one translation."""
    plain = raw.replace("\t", " ")
    for char, simple in _PLAIN:
        plain = plain.replace(char, simple)
    return HALF_PAIR.sub("\ufffd", plain)


def words(text: str) -> tuple[str, ...]:
    """The words of a list written with blanks between them."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list written with "|" between them."""
    return tuple(" ".join(part.split()) for part in text.split("|") if part.strip())


def any_of(items: Iterable[str]) -> str:
    """A pattern that matches any of the phrases, the longest that fits; blanks stand for any gap.

    The phrases are merged into one tree of letters, so that the time does not grow with their number.
    """
    tree: dict[str, Any] = {}
    for item in items:
        node = tree
        for char in item:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    ends = "" in tree
    parts = [_letter(char) + _branches(tree[char]) for char in sorted(tree) if char]
    if not parts:
        return ""
    pattern = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return pattern + "?" if ends else pattern


def _letter(char: str) -> str:
    return GAP if char == " " else re.escape(char)
