"""The topic of a list: the word of the field that an item leaves out because most of the others say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims.lexicon import field_words
from factcheck.model import Block, BlockKind

_FEWEST = 3  # items that show what a list is about


def list_topics(blocks: Sequence[Block]) -> tuple[str, ...]:
    """For each block, what its list is about: "By number of cases Texas ranked 2nd" among trafficking cases.

    Returns:
        The words of the field that more than half of a list's items hold, for those of its items that hold no word
        of the field themselves; empty for all other blocks.
    """
    return tuple(topic for kind, run in groupby(blocks, _list) for topic in _topics(kind, list(run)))


def _list(block: Block) -> tuple[str, ...] | None:
    """What the items of one list have in common; None for what is no item."""
    return block.headings if block.kind is BlockKind.LIST_ITEM else None


def _topics(headings: tuple[str, ...] | None, blocks: Sequence[Block]) -> Iterator[str]:
    if headings is None or len(blocks) < _FEWEST:
        return iter([""] * len(blocks))
    held = [field_words(block.text) for block in blocks]
    times = Counter(word for words in held for word in words)
    shared = " ".join(sorted(word for word, number in times.items() if 2 * number > len(blocks)))
    return iter(["" if words else shared for words in held])
