"""Lines up an article's blocks and tells each what stands above it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from factcheck.documents.prose import Prose
from factcheck.model import Block, BlockKind, Span

_SENTENCE = re.compile(r"[.!?]\s+(?=[^a-z])")


def settled(blocks: Iterable[Block], page: Container[int]) -> list[Block]:
    """Blocks with those at some indices made part of the page, whose headings govern nothing."""
    found: list[Block] = []
    headings: list[tuple[int, str]] = []
    for index, block in enumerate(blocks):
        chrome = block.chrome or index in page
        if block.kind is BlockKind.HEADING and not chrome:
            headings = [(level, text) for level, text in headings if level < block.level]
        above = tuple(text for _, text in headings)
        found.append(replace(block, chrome=chrome, headings=above))
        if block.kind is BlockKind.HEADING and not chrome:
            headings.append((block.level, block.text))
    return found


class Outline:
    """The blocks of a document in reading order, in the making.

    Attributes:
        blocks: what has been added so far.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._headings: list[tuple[int, str]] = []
        self._above: tuple[str, ...] = ()  # their texts
        self._introduction = ""

    def add(
        self,
        prose: Prose,
        kind: BlockKind,
        span: Span,
        *,
        level: int = 0,
        labels: tuple[str, ...] = (),
        chrome: bool = False,
        quoted: bool = False,
    ) -> Block | None:
        """Add a block, unless it has no text; headings of the page around the article govern nothing."""
        if kind is BlockKind.HEADING and not chrome:
            self._govern([(depth, text) for depth, text in self._headings if depth < level])
        if kind is BlockKind.LIST_ITEM and not labels and self._introduction:
            labels = (self._introduction,)
        block = prose.block(
            kind, span, level=level, headings=self._above, labels=labels, chrome=chrome, quoted=quoted
        )
        if block is not None:
            self._take(block)
        return block

    def _govern(self, headings: list[tuple[int, str]]) -> None:
        self._headings = headings
        self._above = tuple(text for _, text in headings)

    def _take(self, block: Block) -> None:
        self.blocks.append(block)
        if block.kind is BlockKind.HEADING and not block.chrome:
            self._govern([*self._headings, (block.level, block.text)])
        if block.kind is not BlockKind.LIST_ITEM:
            introduces = block.kind is BlockKind.PARAGRAPH and block.text.endswith(":")
            self._introduction = _SENTENCE.split(block.text)[-1] if introduces else ""
