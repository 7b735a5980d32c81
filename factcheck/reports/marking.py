"""A source cut into pieces at the borders of everything that is said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a source of which the same is said from end to end.

    Attributes:
        prose: whether it is read, rather than the markup around it.
        notes: the indexes of the spans that cover it, in their order.
        first: those of them that begin here.
    """

    text: str
    prose: bool
    notes: tuple[int, ...]
    first: tuple[int, ...]


def pieces(source: str, notes: Sequence[Span], prose: Iterable[Span]) -> Iterator[Piece]:
    """The source in pieces, none left out.

    Args:
        notes: what is said of the source, each at its span; an empty span takes the character it stands before.
        prose: the stretches that are read, in any order.
    """
    begins: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for index, span in enumerate(notes):
        low = max(min(span.start, len(source) - 1), 0)
        begins[low].append(index)
        ends[max(span.end, low + 1)].append(index)
    depth: dict[int, int] = defaultdict(int)
    for span in prose:
        depth[span.start] += 1
        depth[span.end] -= 1
    borders = sorted({0, len(source), *begins, *ends, *depth})
    open_notes: set[int] = set()
    reading = 0
    for start, end in pairwise(borders):
        open_notes.difference_update(ends[start])
        open_notes.update(begins[start])
        reading += depth[start]
        yield Piece(source[start:end], reading > 0, tuple(sorted(open_notes)), tuple(begins[start]))
