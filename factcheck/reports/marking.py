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
        heading: whether it belongs to a title or heading.
        notes: the indexes of the spans that cover it, in their order.
        first: those of them that begin here.
    """

    text: str
    prose: bool
    heading: bool
    notes: tuple[int, ...]
    first: tuple[int, ...]


def pieces(
    source: str, notes: Sequence[Span], prose: Iterable[Span], headings: Iterable[Span] = ()
) -> Iterator[Piece]:
    """The source in pieces, none left out.

    Args:
        notes: what is said of the source, each at its span; an empty span takes the character it stands before.
        prose: the stretches that are read, in any order.
        headings: the stretches of titles and headings.
    """
    begins: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for index, span in enumerate(notes):
        low = max(min(span.start, len(source) - 1), 0)
        begins[low].append(index)
        ends[max(span.end, low + 1)].append(index)
    reads, heads = _depths(prose), _depths(headings)
    borders = sorted({0, len(source), *begins, *ends, *reads, *heads})
    open_notes: set[int] = set()
    reading = heading = 0
    for start, end in pairwise(borders):
        open_notes.difference_update(ends[start])
        open_notes.update(begins[start])
        reading, heading = reading + reads[start], heading + heads[start]
        covering = tuple(sorted(open_notes))
        yield Piece(source[start:end], reading > 0, heading > 0, covering, tuple(begins[start]))


def _depths(spans: Iterable[Span]) -> dict[int, int]:
    """How many more spans lie over what follows an offset than over what stands before it."""
    depths: dict[int, int] = defaultdict(int)
    for span in spans:
        depths[span.start] += 1
        depths[span.end] -= 1
    return depths
