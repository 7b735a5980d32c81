"""Small helpers for patterns made of word lists, and the text as every part of the reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

BLANK: Final = r"[ \u00a0\u2009\u202f\t]"  # what stands between words of one line
GAP: Final = r"(?:[ \u00a0\u2009\u202f\t]{1,4}|[ \t]{0,4}\n[ \t]{0,4}(?=\S))"  # … or a wrapped line's end
DASH: Final = r"[-‐‑–—−]"


class Text:
    """A text and its lower case, character for character.

    Attributes:
        raw: as given.
        low: in lower case; where a letter's lower case is longer than one character, the letter stays.
    """

    __slots__ = ("low", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        low = raw.lower()
        self.low = low if len(low) == len(raw) else "".join(c.lower() if len(c.lower()) == 1 else c for c in raw)

    def char(self, at: int) -> str:
        """The character at an offset, empty outside the text."""
        return self.raw[at] if 0 <= at < len(self.raw) else ""


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
    return GAP if char == " " else DASH if char == "-" else "['’]" if char == "'" else re.escape(char)
