"""Mentions by their place in a text; every search is by bisection, so that long texts stay linear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Protocol, TypeVar

from factcheck.model import Span


class Mention(Protocol):
    """Anything found at `text[start:end]`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=Mention)
_START = attrgetter("start")
_FEW = 8  # mentions; so many are looked through faster than searched


def within(mentions: Sequence[M], span: Span) -> tuple[M, ...]:
    """The mentions, given in order, that begin in a span."""
    start, end = span
    if len(mentions) > _FEW:
        low = bisect_left(mentions, start, key=_START)
        return tuple(mentions[low : bisect_left(mentions, end, low, key=_START)])
    return tuple([mention for mention in mentions if start <= mention.start < end])


def apart(mentions: Iterable[M], taken: Iterable[Mention]) -> Iterator[M]:
    """The mentions that overlap nothing of what is taken."""
    spans = sorted((other.start, other.end) for other in taken)
    reach = list(accumulate((end for _, end in spans), max))
    for mention in mentions:
        at = bisect_left(spans, (mention.end,)) - 1
        if at < 0 or reach[at] <= mention.start:
            yield mention
