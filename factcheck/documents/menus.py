"""Menus of a website that were copied into a text, above its first sentences and below its last.

They are told by their shape: entries of a few words without a full stop, one under the other. Such a run is a menu
from the first to the last entry that is called what the pages of every website are called (menus.yaml), where
three are. At the head of a text a list of links that lead to other pages is one, and a breadcrumb trail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, takewhile
from pathlib import Path

from factcheck.documents.outline import settled
from factcheck.model import Block, BlockKind, Document, Span

_WORDS = 5  # of an entry
_SHORT = 12  # words of a line that may stand among entries
_KNOWN = 3  # entries that are called what a page is called
_LINKS = 4
_LINKED = 0.8  # of an entry
_NO_ENTRY = re.compile(r"\d|[.:?!,;…][\"'”’)\]]*\Z")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
_SIGN = "[>»›/|→]"
_CRUMBS = re.compile(rf"home(?:\s*{_SIGN}\s*\w[^>»›/|→.?!]{{0,100}}){{1,6}}", re.IGNORECASE)
_MARKS = " \t|>»›•·-–—*+"


@cache
def _names() -> frozenset[str]:
    path = Path(__file__).with_suffix(".yaml")
    from factcheck.entries import read_yaml  # for which no run over unchanged articles waits

    names = read_yaml(path.read_text(encoding="utf-8"), str(path))["names"]
    return frozenset(name.strip() for name in names.split("|"))


def without_menus(document: Document) -> Document:
    """The document with the menus of a website that were copied into it made part of the page."""
    blocks = document.blocks
    if any(block.chrome for block in blocks):  # a page, whose article is told from it already
        return document
    found = list(_menus(blocks))
    if not found:
        return document
    page = {index for start, end in found for index in range(start, end)}
    spans = tuple(Span(blocks[start].span.start, blocks[end - 1].span.end) for start, end in found)
    return replace(document, blocks=tuple(settled(blocks, page)), furniture=spans)


def _menus(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The menus among an article's blocks, each from its first up to after its last."""
    head = _short(blocks)
    tail = _short(reversed(blocks[head:]))
    yield from _at_the_top(blocks[:head])
    yield from _named(blocks, range(head))
    yield from _named(blocks, range(len(blocks) - tail, len(blocks)))


def _short(blocks: Iterable[Block]) -> int:
    """How many blocks are too short for sentences of an article, from the first on."""
    return sum(1 for _ in takewhile(lambda block: block.text.count(" ") < _SHORT, blocks))


def _named(blocks: Sequence[Block], indices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of entries of which some have the usual names."""
    for entries, run in groupby(indices, key=lambda index: _is_entry(blocks[index])):
        known = [index for index in run if _name(blocks[index]) in _names()] if entries else []
        if len({_name(blocks[index]) for index in known}) >= _KNOWN:
            yield known[0], known[-1] + 1


def _name(block: Block) -> str:
    return block.text.strip(_MARKS).casefold()


def _is_entry(block: Block) -> bool:
    text = block.text.strip(_MARKS)
    if block.kind not in _KINDS or block.quoted or _NO_ENTRY.search(text):
        return False
    return len(text.split()) <= _WORDS


def _at_the_top(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """A breadcrumb trail, or a list of links without the usual names."""
    first = next((index for index, block in enumerate(blocks) if block.kind is not BlockKind.TITLE), 0)
    if first < len(blocks) and _CRUMBS.fullmatch(blocks[first].text):
        yield first, first + 1
    links = sum(1 for _ in takewhile(_leads_away, blocks[first:]))
    names = {_name(block) for block in blocks[first : first + links]} & _names()
    if links >= _LINKS and len(names) < _KNOWN:
        yield first, first + links


def _leads_away(block: Block) -> bool:
    """Whether an entry is a link to another page; a table of contents leads to places in the text."""
    covered = sum(link.end - link.start for link in block.links if not link.url.startswith("#"))
    return block.kind is BlockKind.LIST_ITEM and covered > _LINKED * len(block.text)
