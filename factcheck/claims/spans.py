"""Mentions by their place in a text; every search is by bisection, so that long texts stay linear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Protocol, TypeVar

from factcheck.model import Span


class Mention(Protocol):
    """Anything found at `text[start:end]`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=Mention)


def within(mentions: Sequence[M], span: Span) -> tuple[M, ...]:
    """The mentions, given in order, that begin in a span."""
    low = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    high = bisect_left(mentions, span.end, low, key=lambda mention: mention.start)
    return tuple(mentions[low:high])


def apart(mentions: Iterable[M], taken: Iterable[Mention]) -> Iterator[M]:
    """The mentions that overlap nothing of what is taken."""
    spans = sorted((other.start, other.end) for other in taken)
    reach = list(accumulate((end for _, end in spans), max))
    for mention in mentions:
        at = bisect_left(spans, (mention.end,)) - 1
        if at < 0 or reach[at] <= mention.start:
            yield mention
