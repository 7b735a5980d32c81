"""An article's blocks as one text, so that what most articles do not have is looked for in all of it at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import re2

from factcheck.model import Block


@dataclass(frozen=True)
class Whole:
    """Blocks, one below the other. A pattern whose words stand in one block occurs in the whole as well."""

    blocks: Sequence[Block]

    @cached_property
    def text(self) -> str:
        """Their texts, a line break after each."""
        return "".join([f"{block.text}\n" for block in self.blocks])

    @cached_property
    def encoded(self) -> bytes:
        """The same as RE2 reads it."""
        return self.text.encode("utf-8", "replace")

    @cached_property
    def _starts(self) -> list[int]:
        """Where each block begins in `encoded`."""
        texts = (block.text for block in self.blocks)
        lengths = (len(text) if text.isascii() else len(text.encode("utf-8", "replace")) for text in texts)
        return [0, *accumulate(length + 1 for length in lengths)]

    def having(self, pattern: re2._Regexp) -> Iterator[Block]:
        """The blocks in which a match of a pattern begins, in order; it may end in the next."""
        at = index = 0
        while index < len(self.blocks) and (match := pattern.search(self.encoded, at)):
            index = bisect_right(self._starts, match.start())
            if index > len(self.blocks):
                return
            yield self.blocks[index - 1]
            at = self._starts[index]
