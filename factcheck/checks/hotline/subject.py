"""Whether an article deals with the exploitation of people in a way that may reach somebody in danger.

Decided by the words of the rule `missing-hotline`: how thick the words of the subject stand, and whether the page
is of a kind that needs no number: a check of a claim, a page about estimates and how they are made, a catalogue
or course entry, an abstract, history.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from factcheck.model import Block, BlockKind, Document
from factcheck.words import Hit, WordFinder

_HEADLINES = (BlockKind.TITLE, BlockKind.HEADING)
_OPENING = 300  # characters: the title and the first lines, where a page says what it is
_SHORT = 120  # words: in so short a text one word of the subject is enough
_THIN = 200  # so many words to one word of the subject, and it is no longer the subject
_ONE_AND_A_SIGN = 1.5
_LONG = 12.0  # so many words of the subject are enough in an article of any length
_FIGURES, _FIGURES_SHARE = 4, 0.018  # words about estimates and studies, and their share of all words
_NOTHING_BUT_FIGURES = 0.03  # so thick, and the opening need not speak of them
_CELLS, _SHORT_LINE = 12, 6  # so many cells of a table, or lines of so few words with a figure
_KINDS = 2  # so many different words of a check of claims, a catalogue or an abstract

_BEFORE_TRADE = re.compile(r"\w*[\s-]*\Z")
_AFTER_TRADE = re.compile(r"\w*\s(?:of|in)\s(?:\w+\s){0,2}\Z")
_TRADE = 40
_DIGIT = re.compile(r"\d")


class Group(StrEnum):
    """Whom an article is about, as far as it matters for whom to call."""

    CHILDREN = "children"
    WORKERS = "workers"
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article deals with.

    Attributes:
        needs_number: a number to call belongs in it.
        groups: whom it is about.
    """

    needs_number: bool
    groups: frozenset[Group]


def subject_of(document: Document, lists: Mapping[str, Sequence[str]]) -> Subject:
    """What an article deals with.

    Args:
        lists: the word lists of the rule `missing-hotline`.
    """
    blocks = [block for block in document.article if block.text.strip()]
    finder = _finder(tuple(sorted((n, tuple(words)) for n, words in lists.items() if not n.startswith("serves-"))))
    counts = _Counts(blocks, finder)
    needed = counts.is_about_exploitation() and not counts.is_other_kind()
    return Subject(needed, counts.groups())


@lru_cache(maxsize=4)
def _finder(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> WordFinder[str]:
    return WordFinder((phrase, name) for name, phrases in lists for phrase in phrases)


def _apart(text: str, hits: Sequence[Hit[str]]) -> Iterator[tuple[str, Hit[str]]]:
    """The hits of each list that do not overlap, the longer first, without trafficking in things."""
    things = sorted((hit for hit in hits if "things" in hit.keys), key=lambda hit: hit.start)
    starts = [hit.start for hit in things]
    ends: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        near = slice(bisect_left(starts, hit.start - _TRADE), bisect_right(starts, hit.start + _TRADE))
        for name in hit.keys:
            if hit.start >= ends.get(name, 0) and not (name == "subject" and _is_trade(text, hit, things[near])):
                ends[name] = hit.end
                yield name, hit


def _is_trade(text: str, hit: Hit[str], things: Sequence[Hit[str]]) -> bool:
    """Whether it is things that are trafficked here: "drug trafficking", "traffickers of ivory"."""
    return any(
        _BEFORE_TRADE.match(text, thing.end, hit.start) or _AFTER_TRADE.match(text, hit.end, thing.start)
        for thing in things
    )


class _Counts:
    """How often the words of each list stand in an article, in its headlines and in its opening."""

    def __init__(self, blocks: Iterable[Block], finder: WordFinder[str]) -> None:
        self.all: Counter[str] = Counter()
        self.headlines: Counter[str] = Counter()
        self.opening: Counter[str] = Counter()
        self.different: dict[str, set[str]] = {}
        self.words = self.words_in_cells = self.cells = 0
        read = 0
        for block in blocks:
            words = block.text.count(" ") + 1
            self.words += words
            if block.kind is BlockKind.TABLE_CELL or (words <= _SHORT_LINE and _DIGIT.search(block.text)):
                self.words_in_cells += words
                self.cells += 1
            for name, hit in _apart(block.text, tuple(finder.find(block.text))):
                self.all[name] += 1
                self.headlines[name] += block.kind in _HEADLINES
                self.opening[name] += read + hit.start < _OPENING
                self.different.setdefault(name, set()).add(block.text[hit.start : hit.end].lower())
            read += len(block.text)

    def is_about_exploitation(self) -> bool:
        weight = self.all["subject"] + 0.5 * self.all["signs"] + self.headlines["subject"]
        past = self.all["history"] >= 2 and self.all["history"] >= self.all["subject"]
        enough = min(max(_ONE_AND_A_SIGN, self.words / _THIN), _LONG) if self.words > _SHORT else 1
        return self.all["subject"] >= 1 and not past and weight >= enough

    def is_other_kind(self) -> bool:
        listed = any(len(self.different.get(name, ())) >= _KINDS for name in ("catalogue", "abstract", "law"))
        doubts = self.different.get("fact-check", set()) | self.different.get("doubt", set())
        checking = self.opening["fact-check"] >= 1 or len(doubts) >= _KINDS
        return checking or listed or self._is_table() or self._is_about_figures()

    def _is_table(self) -> bool:
        return self.cells >= _CELLS and 2 * self.words_in_cells >= self.words

    def _is_about_figures(self) -> bool:
        figures = self.all["figures"]
        share = figures / max(self.words, 1)
        thick = share >= (_FIGURES_SHARE if self.opening["figures"] else _NOTHING_BUT_FIGURES)
        return figures >= _FIGURES and thick and figures > self.all["appeal"]

    def groups(self) -> frozenset[Group]:
        found = {
            group
            for group in (Group.CHILDREN, Group.WORKERS)
            if self.headlines[group] or self.opening[group] >= 2 or self.all[group] >= 3
        }
        if Group.WORKERS not in found or self.all["sex"]:
            found.add(Group.ANYONE)
        return frozenset(found)
