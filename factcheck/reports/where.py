"""Where something stands, as a person finds it: by line and column, or by paragraph and sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from factcheck.model import Block, BlockKind, Document
from factcheck.model.lines import Lines

_NAMES = {BlockKind.FOOTNOTE: "footnote", BlockKind.ATTRIBUTE: "picture description"}


class Where:
    """Names places in one document."""

    def __init__(self, document: Document) -> None:
        self.lines = Lines(document.source)
        self._blocks = [] if document.editable else sorted(document.blocks, key=lambda block: block.span)
        self._names = list(_named(self._blocks))

    def __call__(self, offset: int) -> str:
        """ "5:92", or in a file without lines "paragraph 12, sentence 2"."""
        index = bisect_right(self._blocks, offset, key=lambda block: block.span.start) - 1
        if index < 0:
            line, column = self.lines.position(offset)
            return f"{line}:{column}"
        from factcheck.claims.sentences import sentences  # only files without lines wait for it

        block = self._blocks[index]
        spans = sentences(block.text)
        number = sum(block.place(span.start, span.start).start <= offset for span in spans)
        return f"{self._names[index]}, sentence {max(number, 1)}" if len(spans) > 1 else self._names[index]


def _named(blocks: list[Block]) -> Iterator[str]:
    """The name of each block. Paragraphs without text are not counted, as in Word's own count."""
    counts: Counter[str] = Counter()
    for block in blocks:
        name = "line in the margin" if block.chrome else _NAMES.get(block.kind, "paragraph")
        counts[name] += 1
        yield f"{name} {counts[name]}"
