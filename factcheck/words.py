"""Word lists: thousands of phrases found in one pass over a text.

A phrase matches at the beginning of a word, in either case ("traffick" finds "Trafficking"); a phrase in
capitals ("US", "ICE") matches only as a whole word in capitals. Write "port " with its blank where a word
must end. Typographic quotes, dashes and blanks count as their plain forms, and no offset shifts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

Key = TypeVar("Key")

RECENT: Final = 1024
"""Blocks of which the readings are kept: several checks of an article ask the same of each."""

_QUOTATION = 400  # characters on either side in which a quotation would open and close
_PLAIN = tuple(zip("’‘“”–—‑\u00a0\u202f", "''\"\"---  ", strict=True))

HALF_PAIR: Final = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with typographic quotes, dashes and blanks in plain form, character for character.

    Half a surrogate pair, which no UTF-8 holds, becomes the mark of an unknown character.
    """
    if not text.isascii():
        for typographic, simple in _PLAIN:  # far faster than str.translate
            text = text.replace(typographic, simple)
        text = HALF_PAIR.sub("\ufffd", text)
    return text


@lru_cache(maxsize=RECENT)
def fold(text: str) -> str:
    """`plain`, in lower case, character for character (letters that would lengthen stay)."""
    return fold_long(text)


def fold_long(text: str) -> str:
    """`fold` of a text that is not worth keeping, such as a whole article."""
    text = plain(text)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


class Hit(NamedTuple, Generic[Key]):
    """A phrase found at `text[start:end]`, and the keys it stands for."""

    start: int
    end: int
    keys: tuple[Key, ...]


class WordFinder(Generic[Key]):
    """Finds phrases, each standing for one or several keys.

    Args:
        phrases: pairs of a phrase and the key it stands for.
        whole: whether a phrase must also end at the end of a word (a plural "s" is then not forgiven).
    """

    def __init__(self, phrases: Iterable[tuple[str, Key]], *, whole: bool = False) -> None:
        keys: dict[str, tuple[dict[Key, None], dict[Key, None]]] = {}
        for phrase, key in phrases:
            capitals = is_acronym(phrase)
            keys.setdefault(fold(phrase), ({}, {}))[capitals][key] = None
        self._whole = whole
        keys.pop("", None)
        self._automaton = AhoCorasick(tuple(keys))
        self._keys = [(tuple(loose), tuple(capital)) for loose, capital in keys.values()]

    def find(self, text: str) -> Iterator[Hit[Key]]:
        """Every hit in order of its end; hits may overlap."""
        for number, start, end in self._automaton.find_matches_as_indexes(fold(text), overlapping=True):
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            loose, capital = self._keys[number]
            ends = end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
            keys = loose if ends or not self._whole else ()
            # "US$12 billion" names money, no country.
            if capital and ends and text[end : end + 1] != "$" and not any(c.islower() for c in text[start:end]):
                keys += capital
            if keys:
                yield Hit(start, end, keys)

    def longest(self, text: str) -> list[Hit[Key]]:
        """The hits that no longer hit covers, left to right, none overlapping."""
        chosen: list[Hit[Key]] = []
        for hit in sorted(self.find(text), key=lambda hit: (hit.start, -hit.end)):
            if not chosen or hit.start >= chosen[-1].end:
                chosen.append(hit)
        return chosen


def is_acronym(phrase: str) -> bool:
    """Whether a phrase is matched as a whole word in capitals ("US", "U.S.", "CSEC")."""
    if not phrase.isupper():  # nearly all phrases are told by this, and there are ten thousand
        return False
    letters = [c for c in phrase if c.isalpha()]
    return len(letters) >= 2 and all(c.isupper() for c in letters)


def alternatives(group: str, shared: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The phrases of a group `a|b|@name`, where `@name` is a shared list.

    Raises:
        KeyError: no shared list has that name.
    """
    phrases: list[str] = []
    for part in group.split("|"):
        phrases += shared[part[1:]] if part.startswith("@") else [part]
    return tuple(dict.fromkeys(phrases))


def in_quotes(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text stands between quotation marks that open and close near it."""
    before = text[max(0, start - _QUOTATION) : start]
    if before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»"):
        return True
    return before.count('"') % 2 == 1 and text.find('"', end, end + _QUOTATION) >= 0
