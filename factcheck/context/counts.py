"""How often the words of topic.yaml and kinds.yaml stand in an article, in its headlines and in its opening."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from factcheck.entries import read_yaml
from factcheck.model import Block, BlockKind
from factcheck.words import Hit, WordFinder

OPENING: Final = 300  # characters: the title and the first lines, where a page says what it is
_HEADLINES: Final = (BlockKind.TITLE, BlockKind.HEADING)
_SHORT_LINE: Final = 6  # words of a line with a figure that is like a table's cell
_DIGIT: Final = re.compile(r"\d")
_BEFORE_TRADE: Final = re.compile(r"\w*[\s-]*\Z")
_AFTER_TRADE: Final = re.compile(r"\w*\s(?:of|in)\s(?:\w+\s){0,2}\Z")
_TRADE: Final = 40  # characters between "trafficking" and what is traded


@cache
def table(name: str) -> Any:
    """A YAML file of this folder."""
    path = Path(__file__).with_name(f"{name}.yaml")
    return read_yaml(path.read_text("utf-8"), str(path))


@cache
def _finder() -> WordFinder[str]:
    return WordFinder((phrase, name) for name, phrases in _lists() for phrase in phrases)


def _lists() -> Iterator[tuple[str, Sequence[str]]]:
    topic, kinds = table("topic"), table("kinds")
    for name in ("field", "signs", "things", "history"):
        yield name, topic[name]
    yield from topic["near"].items()
    yield from topic["groups"].items()
    for name in ("appeal", "you"):
        yield name, kinds[name]
    for at, kind in enumerate(kinds["kinds"]):
        yield f"opening {at}", kind.get("opening", ())
        yield f"anywhere {at}", kind.get("anywhere", ())
        yield f"thick {at}", kind.get("thick", {}).get("words", ())


class Counts:
    """How often the words of each list stand in an article.

    Args:
        blocks: those of the article itself.

    Attributes:
        all: by the list's name.
        headlines, opening: the same in the headlines, in the first lines.
        different: the different words of each list, as they stand there, in lower case.
        words: of the article; `words_in_cells`: in table cells and short lines with a figure, of which there are
            `cells`.
        items: of lists; `of_field`: blocks with a word of the field.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.all: Counter[str] = Counter()
        self.headlines: Counter[str] = Counter()
        self.opening: Counter[str] = Counter()
        self.different: dict[str, set[str]] = {}
        self.words = self.words_in_cells = self.cells = self.items = self.of_field = 0
        read = 0
        for block in blocks:
            if block.text.strip():
                self._add(block, read)
                read += len(block.text)

    def _add(self, block: Block, read: int) -> None:
        words = block.text.count(" ") + 1
        self.words += words
        if block.kind is BlockKind.TABLE_CELL or (words <= _SHORT_LINE and _DIGIT.search(block.text)):
            self.words_in_cells += words
            self.cells += 1
        self.items += block.kind is BlockKind.LIST_ITEM
        field = self.all["field"]
        for name, hit in _apart(block.text, tuple(_finder().find(block.text))):
            self.all[name] += 1
            self.headlines[name] += block.kind in _HEADLINES
            self.opening[name] += read + hit.start < OPENING
            self.different.setdefault(name, set()).add(block.text[hit.start : hit.end].lower())
        self.of_field += self.all["field"] > field

    def kinds_of(self, *names: str) -> int:
        """How many different words of some lists there are."""
        return len(set().union(*(self.different.get(name, set()) for name in names)))


def _apart(text: str, hits: Sequence[Hit[str]]) -> Iterator[tuple[str, Hit[str]]]:
    """The hits of each list that do not overlap, the longer first, without trafficking in things."""
    things = sorted((hit for hit in hits if "things" in hit.keys), key=lambda hit: hit.start)
    starts = [hit.start for hit in things]
    ends: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        near = slice(bisect_left(starts, hit.start - _TRADE), bisect_right(starts, hit.start + _TRADE))
        for name in hit.keys:
            if hit.start >= ends.get(name, 0) and not (name == "field" and _is_trade(text, hit, things[near])):
                ends[name] = hit.end
                yield name, hit


def _is_trade(text: str, hit: Hit[str], things: Sequence[Hit[str]]) -> bool:
    """Whether it is things that are trafficked here: "drug trafficking", "traffickers of ivory"."""
    return any(
        _BEFORE_TRADE.match(text, thing.end, hit.start) or _AFTER_TRADE.match(text, hit.end, thing.start)
        for thing in things
    )
