"""Many texts as one, so that what most articles do not have is looked for in all of an article at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

import re2

from factcheck.words import WordFinder, fold, fold_long


class Whole:
    """Texts, one below the other. A pattern that matches within one of them occurs in the whole as well."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(text.replace("\n", " ") for text in texts)  # a match ends with its line

    def __len__(self) -> int:
        return len(self._texts)

    def having(self, pattern: re2._Regexp) -> Iterator[int]:
        """The texts in which a pattern matches, by their index."""
        return _having(self.encoded, pattern, lambda: self._starts)

    def saying(self, pattern: re2._Regexp) -> Iterator[int]:
        """`having` in the texts' folded form."""
        return _having(self.folded, pattern, lambda: self._folded_starts)

    def speaking(self, finder: WordFinder[Any]) -> Iterator[int]:
        """The texts in which a finder finds one of its phrases, by their index."""
        return (index for index, text in enumerate(self._texts) if next(finder.find(text), None))

    @cached_property
    def _whole(self) -> str:
        return "\n".join(self._texts)

    @cached_property
    def encoded(self) -> bytes:
        """The texts as RE2 reads them, a line break between them."""
        return _encoded(self._whole)

    @cached_property
    def folded(self) -> bytes:
        """The same in the form in which word lists are found."""
        return _encoded(fold_long(self._whole))

    @cached_property
    def _starts(self) -> list[int]:
        return _starts_of(self._texts)

    @cached_property
    def _folded_starts(self) -> list[int]:
        return self._starts if self._whole.isascii() else _starts_of(fold(text) for text in self._texts)


def _having(text: bytes, pattern: re2._Regexp, starts_of: Callable[[], Sequence[int]]) -> Iterator[int]:
    match = pattern.search(text)
    starts = starts_of() if match else ()
    while match and starts:
        index = bisect_right(starts, match.start()) - 1
        yield index
        if index + 1 == len(starts):
            return
        match = pattern.search(text, starts[index + 1])


def _starts_of(texts: Iterable[str]) -> list[int]:
    """Where in the whole each of some texts begins."""
    lengths = (len(text if text.isascii() else _encoded(text)) for text in texts)
    return [0, *accumulate(length + 1 for length in lengths)][:-1]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
