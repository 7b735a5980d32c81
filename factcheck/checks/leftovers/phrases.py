"""Phrase lists of the rules, ready to be found in lines and in running text.

A list's name says how its phrases are used: "sharing" are whole lines, "sharing-near" are whole lines that need
a neighbour of their kind, "sharing-anywhere" are phrases that no prose contains. In a line's phrase "#"
stands for a number and "*" for anything. Case, typography and the bullets, arrows, bars and full stops
around a line do not count.

The lists of all rules of the family share one dictionary and two automata (Aho and Corasick's for running
text, RE2's for lines with "*"), so that their number hardly matters for the time a page takes. Most pages do not
even need these: one pass of RE2 over all lines tells which may be of use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import NamedTuple

import re2

from factcheck.checks.loosening import BLANK, options
from factcheck.checks.rule import Rule
from factcheck.checks.whole import Whole
from factcheck.words import Hit, WordFinder, fold

Lists = tuple[tuple[str, str, tuple[str, ...]], ...]  # rule, list's name, phrases

FAMILY = "leftovers"
_AROUND = " \t\u200b\ufeff•*·-|«‹←↑<>»›→▸►▶✓✔+…_~.:!?,;×✕✖↓⇒\"'"
_ODD_BLANK = r"[\t\x{b}-\r\x{1c}-\x{1f}\x{85}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{205f}\x{3000}]"
_LOOSE_NUMBER = r"(?:#|[0-9]+(?:[.,][0-9]+)*k?)"
# Pages from which on a pattern tells which lines to read. It takes as long to make as those of a hundred pages to
# be read; made somewhat earlier, a run's memory is soon what it stays.
_WORTH_IT = 40
_BETWEEN = _AROUND + "#|/"  # what may stand between the labels of a row
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*k?")
_LONGEST_NUMBER = 4  # figures
_LONGEST = 220  # characters; a longer line is a paragraph
_DECISIVE = 4  # words that a phrase with "*" must give, or a "©", for a whole sentence to follow
_SENTENCE = 5  # blanks in a line from which a full stop ends a sentence rather than a label
_NO_MATCH: Mapping[str, Match] = {}


class Match(NamedTuple):
    """What a line was recognised as.

    Attributes:
        kind: the name of the list.
        weak: whether it needs a neighbour of its kind.
    """

    kind: str
    weak: bool


class _Pattern(NamedTuple):
    rule: str
    match: Match
    decisive: bool


def key_of(line: str) -> str:
    """A line's words without what does not count."""
    return _key(line).lstrip("#").strip(_AROUND)


def _key(text: str) -> str:
    return " ".join(fold(text).split()).strip(_AROUND)


class Phrases:
    """The lists of a family's rules."""

    def __init__(self, lists: Lists) -> None:
        self._whole: defaultdict[str, dict[str, Match]] = defaultdict(dict)
        self._patterns: list[_Pattern] = []
        self._starred_phrases: list[str] = []
        self._pages = 0
        anywhere: list[tuple[str, tuple[str, str]]] = []
        for rule, name, phrases in lists:
            if name.endswith("-anywhere"):
                anywhere += [(phrase, (rule, name.removesuffix("-anywhere"))) for phrase in phrases]
                continue
            match = Match(name.removesuffix("-near"), name.endswith("-near"))
            for phrase in phrases:
                self._add(phrase, rule, match)
        self.finder = WordFinder(anywhere)

    def _add(self, phrase: str, rule: str, match: Match) -> None:
        if "*" not in phrase:
            self._whole[_key(phrase)].setdefault(rule, match)
            return
        self._starred_phrases.append(_regex(phrase))
        decisive = "©" in phrase or len(re.findall(r"[^\W\d_]+", phrase)) >= _DECISIVE
        self._patterns.append(_Pattern(rule, match, decisive))

    @cached_property
    def _set(self) -> re2.Set:
        found = re2.Set.FullMatchSet(options())
        for pattern in self._starred_phrases:
            found.Add(pattern)
        found.Compile()
        return found

    def worth_reading(self, lines: Whole) -> Iterable[int]:
        """Of lines those that may be phrases or rows of them, by their index; on the first pages all."""
        self._pages += 1
        if self._pages <= _WORTH_IT:
            return range(len(lines))
        return {*lines.saying(self._prefilter), *lines.saying(odd())}

    @cached_property
    def _prefilter(self) -> re2._Regexp:
        """A pattern that occurs in every folded line that is one of the phrases or a row of them.

        It takes for granted that the line has nothing `odd`.
        """
        between = f"[{_escaped(_BETWEEN)}{BLANK}]"
        phrases = "|".join(_escaped(key).replace(_escaped("#"), _LOOSE_NUMBER) for key in self._whole)
        row = f"{between}*(?:(?:{phrases})(?:{between}+|$))+"
        return re2.compile("(?m)^(?:" + "|".join((row, *self._starred_phrases)) + ")$", options())

    def line(self, text: str) -> Mapping[str, Match]:
        """What a line is as a whole, by rule; a strong match goes before a weak one."""
        if len(text) > _LONGEST:
            return _NO_MATCH
        line = " ".join(fold(text).split())
        key = line.strip(_AROUND).lstrip("#").strip(_AROUND)
        if len(key) > _LONGEST_NUMBER and not key.strip("0123456789.,-"):
            return _NO_MATCH  # a measured value, no page number
        found = (self._whole.get(key) or self._whole.get(_NUMBER.sub("#", key)) if key else None) or _NO_MATCH
        starred = self._starred(line)
        return {**starred, **found} if starred else found

    def words(self, text: str) -> Mapping[str, Match]:
        """What a few words are as a whole, by rule, phrases with "*" left out."""
        return self._whole.get(key_of(text), _NO_MATCH)

    def _starred(self, line: str) -> dict[str, Match]:
        hits = self._set.Match(line.encode("utf-8", "replace")) if self._patterns else None
        found: dict[str, Match] = {}
        for index in hits or ():
            pattern = self._patterns[index]
            if pattern.decisive or not _is_sentence(line):
                known = found.get(pattern.rule)
                if known is None or known.weak:
                    found[pattern.rule] = pattern.match
        return found

    def anywhere(self, text: str) -> Mapping[str, list[Hit[str]]]:
        """Phrases in running text by rule: left to right, the longest at a place, none overlapping."""
        found: defaultdict[str, list[Hit[str]]] = defaultdict(list)
        for hit in sorted(self.finder.find(text), key=lambda hit: (hit.start, -hit.end)):
            for rule, kind in hit.keys:
                chosen = found[rule]
                if not chosen or hit.start >= chosen[-1].end:
                    chosen.append(Hit(hit.start, hit.end, (kind,)))
        return found


@cache
def odd() -> re2._Regexp:
    """A pattern of what lines seldom have: unusual blanks and figures, and marks that part the labels of a row."""
    return re2.compile(rf"[|/>»›•·]|[^\P{{Nd}}0-9]|  |{_ODD_BLANK}", options())


def _escaped(text: str) -> str:
    return "".join(rf"\{c}" if c.isascii() and not c.isalnum() else c for c in text)


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", "?", '."', ".)")) and line.count(" ") >= _SENTENCE


def _regex(phrase: str) -> str:
    parts = re.split(r"([*#])", " ".join(fold(phrase).split()) + (" " if phrase.endswith(" ") else ""))
    inner = "".join({"*": ".*", "#": r"\d[\d.,]*k?"}.get(part) or re2.escape(part) for part in parts)
    return rf"[\s•·\-|«←>»→+]*{inner}[\s.:!|»→]*"


_compiled: list[tuple[Mapping[str, Rule], Phrases]] = []  # the last rules seen, and their lists


def phrases_of(rules: Mapping[str, Rule]) -> Phrases:
    """The lists of the family among a linter's rules, compiled once for all its articles."""
    if not _compiled or _compiled[0][0] is not rules:
        lists = tuple(
            (rule.name, name, phrases)
            for rule in rules.values()
            if rule.family == FAMILY
            for name, phrases in rule.lists.items()
        )
        _compiled[:] = [(rules, Phrases(lists))]
    return _compiled[0][1]
