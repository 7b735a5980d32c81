"""An article's blocks as what they make up: paragraphs and tables; and a paragraph as words and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

from factcheck.model import NOTE, Block, BlockKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a block, and where they lead; the mark of a footnote has its name and no words."""

    text: str
    url: str = ""
    note: str = ""


def stretches(block: Block) -> Iterator[Stretch]:
    """The words of a block in order, all of them once."""
    at = 0
    for link in sorted(block.links, key=lambda link: (link.start, link.end)):
        note = link.url.startswith(NOTE)
        start = link.end if note else link.start
        if start < at:  # inside another link
            continue
        if at < start:
            yield Stretch(block.text[at:start])
        if note:
            yield Stretch("", note=link.url.removeprefix(NOTE))
        elif link.end > start:
            yield Stretch(block.text[start : link.end], url=link.url)
        at = link.end
    if at < len(block.text):
        yield Stretch(block.text[at:])


Rows = list[list[Block | None]]


def parts(blocks: Iterable[Block]) -> Iterator[Block | Rows]:
    """Blocks one by one, and cells that make up a table as its rows, the heads of its columns first."""
    for cells, group in groupby(blocks, key=lambda block: block.kind is BlockKind.TABLE_CELL):
        together = list(group)
        rows = _rows(together) if cells else None
        if rows is None:
            yield from together
        else:
            yield rows


def _rows(cells: list[Block]) -> Rows | None:
    """The rows of a table; None where its cells do not say enough."""
    heads = list(takewhile(lambda cell: not cell.labels, cells))
    columns = {head.text: index for index, head in enumerate(heads)}
    if len(columns) < len(heads) or len(heads) < 2:
        return None
    rows: Rows = [list(heads)]
    last = len(heads)
    for cell in cells[len(heads) :]:
        column = columns.get(cell.labels[0], -1) if cell.labels else -1
        if column < 0:
            return None
        if column <= last:
            rows.append([None] * len(heads))
        rows[-1][column] = cell
        last = column
    return rows
