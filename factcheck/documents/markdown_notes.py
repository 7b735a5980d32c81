"""Footnotes written where they belong, `^[like this]`, as Pandoc has them: where their brackets stand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from factcheck.documents.markdown_parts import BLOCKS, characters, parts


class Brackets(NamedTuple):
    """The places of the brackets that open notes, and by the places of those that close them their own."""

    opening: frozenset[int] = frozenset()
    closing: Mapping[int, int] = MappingProxyType({})


def brackets(text: str, start: int) -> Brackets:
    """Those in a parseable text from `start` on."""
    if "^[" not in text:
        return Brackets()
    at = characters(text, start)
    finder = _Finder(text)
    for name, step, said, place in parts(text[start:]):
        if name == "Text":
            finder.read(said, at(place["start"]))
        elif name == "Image" or name in BLOCKS:
            finder.turn(name, step)
    return Brackets(frozenset(finder.closing.values()), finder.closing)


class _Finder:
    """Pairs the brackets in the texts of a block, and in those of an image in it."""

    def __init__(self, text: str) -> None:
        self.closing: dict[int, int] = {}
        self._text = text
        self._opened: list[list[tuple[int, bool]]] = [[]]  # of the block, of an image in it, of one in that
        self._caret = -1  # where a text ended in one

    def turn(self, name: str, step: int) -> None:
        """A block or an image begins or ends."""
        if name in BLOCKS:
            self._opened = [[]]
        elif step > 0:
            self._opened.append([])
        else:
            self._opened.pop()

    def read(self, words: str, start: int) -> None:
        """A text begins at `start`."""
        opened, escaped = self._opened[-1], self._text[start - 1] == "\\"
        if words == "[" and not escaped:
            opened.append((start, start == self._caret))
        elif words == "]" and not escaped and opened:
            first, is_note = opened.pop()
            if is_note:
                self.closing[start] = first
        elif words.endswith("^") and (len(words) > 1 or not escaped):
            self._caret = start + len(words)
