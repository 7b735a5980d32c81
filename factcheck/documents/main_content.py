"""Which blocks of a whole web page are the article, and which the page around it.

readability-lxml (the algorithm of browsers' reading views) names the text that it takes for the article. It drops
many a list, heading or last line of it, and knows no places. So its answer is a vote: of all stretches of blocks
that lie side by side the one is the article in which most words are voted for, and fewest are links, short lines
or outside the vote. What the page itself names as navigation, comments or related articles is never part of it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

import lxml.html
import readability

from factcheck.model import Block, BlockKind

_WORD = re.compile(r"\w+")
_RUN = 4  # words in a row by which a text is known again
_SHARE = 0.6  # of its runs
_LONG = 20  # words of a block that count although it is not voted for,
_LINKED = 0.4  # where not more of them are links,
_WORTH = 0.5  # by this share;
_COST = 8  # of any other
_FEW = 0.2  # words of a page without parts are links at most, where it is a draft
_HELD = 0.3  # of what is voted for a part of the page around the article holds at most
_ALONE = 0.8  # of a block that is a link
_MANY = 10  # of them
_LEAST = 40  # what an article comes to
_MOST = 3_000_000  # characters of a page that are asked about
_NO_WORDS = (BlockKind.TITLE, BlockKind.ATTRIBUTE)

logging.getLogger("readability").addHandler(logging.NullHandler())
logging.getLogger("readability").propagate = False


class Seen(NamedTuple):
    """A block of a page.

    Attributes:
        parts: of the page, that it stands in by a class or an id, outermost first.
        inside: it stands in what the page itself marks as its article or its main part.
    """

    block: Block
    parts: tuple[int, ...]
    inside: bool


def around(source: str, seen: Sequence[Seen]) -> frozenset[int] | None:
    """The blocks, by their index, that are the page around the article; None where the page holds no article."""
    words = [len(_WORD.findall(one.block.text)) for one in seen]
    voted = _voted(source, seen)
    named = _named(seen, words, voted)
    frame = frozenset(
        index for index, one in enumerate(seen) if one.block.chrome or not named.isdisjoint(one.parts)
    )
    if not frame and _linked(seen, words) < _FEW:
        return _linked_ends(seen)  # a draft saved as a page
    start, stop = _stretch(_worth(seen, words, frame, voted)) or _marked(seen, frame)
    if start == stop or _is_index([seen[at].block for at in range(start, stop) if at not in frame]):
        return None
    head = _headline(seen, frame, start)
    return frame.union(
        index
        for index, one in enumerate(seen)
        if not start <= index < stop and index != head and one.block.kind is not BlockKind.TITLE
    )


def _linked_ends(seen: Sequence[Seen]) -> frozenset[int]:
    """Blocks at the head and the end of a page that are links and nothing else."""
    indices = range(len(seen))
    ends = (
        takewhile(lambda index: _link_share(seen[index].block) > _ALONE, order)
        for order in (indices, indices[::-1])
    )
    return frozenset(index for end in ends for index in end)


def _is_index(blocks: Sequence[Block]) -> bool:
    """Whether blocks are teasers of other pages: as many links that stand alone as paragraphs."""
    alone = sum(_link_share(block) > _ALONE and block.text.count(" ") > 1 for block in blocks)
    prose = sum(_link_share(block) < _LINKED and len(_WORD.findall(block.text)) >= _LONG for block in blocks)
    return alone >= _MANY and alone >= _ALONE * prose


def _named(seen: Sequence[Seen], words: Sequence[int], voted: Sequence[bool]) -> frozenset[int]:
    """The parts that are around the article, as they are named: none of them holds much of what is voted for."""
    sizes: dict[int, int] = {}
    for one, count, vote in zip(seen, words, voted, strict=True):
        for part in one.parts:
            sizes[part] = sizes.get(part, 0) + count * vote
    most = _HELD * sum(count * vote for count, vote in zip(words, voted, strict=True))
    return frozenset(part for part, size in sizes.items() if size <= most)


def _link_share(block: Block) -> float:
    return min(sum(link.end - link.start for link in block.links) / max(len(block.text), 1), 1.0)


def _linked(seen: Sequence[Seen], words: Sequence[int]) -> float:
    """The share of a page's words that are links."""
    linked = sum(count * _link_share(one.block) for one, count in zip(seen, words, strict=True))
    return linked / max(sum(words), 1)


def _worth(
    seen: Sequence[Seen], words: Sequence[int], frame: frozenset[int], voted: Sequence[bool]
) -> list[float]:
    """What each block adds to a stretch that holds it."""
    worth = []
    for index, (one, count) in enumerate(zip(seen, words, strict=True)):
        if index in frame or one.block.kind in _NO_WORDS:
            worth.append(0.0)
            continue
        linked = _link_share(one.block)
        said = count * (1 - linked)
        if voted[index]:
            worth.append(said - 1 - 0.3 * count * linked)
        else:
            counts = count >= _LONG and linked < _LINKED
            worth.append((_WORTH * said if counts else 0.0) - _COST - count * linked)
    return worth


def _marked(seen: Sequence[Seen], frame: frozenset[int]) -> tuple[int, int]:
    """What the page itself marks as its article."""
    inside = [index for index, one in enumerate(seen) if one.inside and index not in frame]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _stretch(worth: Sequence[float]) -> tuple[int, int] | None:
    """The stretch of the greatest worth, None where that is little."""
    best, sum_, start = float(_LEAST), 0.0, 0
    found: tuple[int, int] | None = None
    for index, value in enumerate(worth):
        if sum_ <= 0:
            sum_, start = 0.0, index
        sum_ += value
        if sum_ > best:
            best, found = sum_, (start, index + 1)
    return found


def _headline(seen: Sequence[Seen], frame: frozenset[int], start: int) -> int | None:
    """The heading of the first level that stands last before the article."""
    for index in range(start - 1, -1, -1):
        block = seen[index].block
        if block.kind is BlockKind.HEADING and block.level == 1 and index not in frame:
            return index
    return None


# the library's vote


def _voted(source: str, seen: Sequence[Seen]) -> list[bool]:
    said = _article(source).lower()
    lines = {" ".join(_WORD.findall(line)) for line in said.split("\n")}
    known = set(_runs(_WORD.findall(said)))
    return [_is_in(_WORD.findall(one.block.text.lower()), known, lines) for one in seen]


def _is_in(words: Sequence[str], known: set[tuple[str, ...]], lines: set[str]) -> bool:
    if len(words) < _RUN:
        return bool(words) and " ".join(words) in lines
    runs = list(_runs(words))
    return sum(run in known for run in runs) >= _SHARE * len(runs)


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[shift:] for shift in range(_RUN)), strict=False)


def _article(source: str) -> str:
    """The text that the library takes for the article, a line for each piece; nothing where it cannot tell."""
    if len(source) > _MOST:
        return ""
    try:
        summary = readability.Document(source).summary(html_partial=True)
    except readability.readability.Unparseable:
        return ""
    return "\n".join(lxml.html.fromstring(summary).itertext()) if summary.strip() else ""
