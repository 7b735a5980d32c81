"""Phrase lists of the rules, ready to be found in lines and in running text.

A list's name says how its phrases are used: "sharing" are whole lines, "sharing-near" are whole lines that need
a neighbour of their kind, "sharing-anywhere" are phrases that no prose contains. In a line's phrase "#"
stands for a number and "*" for anything. Case, typography and the bullets, arrows, bars and full stops
around a line do not count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import re2

from factcheck.words import WordFinder, fold

Lists = tuple[tuple[str, tuple[str, ...]], ...]

_AROUND = " \t\u200b\ufeff•*·-|«‹←↑<>»›→▸►▶✓✔+…_~.:!?,;×✕✖↓⇒\"'"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*k?")
_BLANKS = re.compile(r"\s+")
_LONGEST = 220  # characters; a longer line is a paragraph
_DECISIVE = 4  # words that a phrase with "*" must give before a whole sentence may follow


class Match(NamedTuple):
    """What a line was recognised as.

    Attributes:
        kind: the name of the list.
        weak: whether it needs a neighbour of its kind.
    """

    kind: str
    weak: bool


class _Pattern(NamedTuple):
    match: Match
    decisive: bool


def key_of(line: str) -> str:
    """A line's words without what does not count."""
    return _BLANKS.sub(" ", fold(line)).strip(_AROUND).lstrip("#").strip(_AROUND)


def _numberless(key: str) -> str:
    return _NUMBER.sub("#", key)


class Phrases:
    """The lists of one rule.

    Attributes:
        anywhere: finds the phrases of the "…-anywhere" lists; its keys are the lists' names without that.
    """

    def __init__(self, lists: Lists) -> None:
        self._whole: dict[str, Match] = {}
        self._patterns: list[_Pattern] = []
        self._set = re2.Set.FullMatchSet(_options())
        for name, phrases in lists:
            if not name.endswith("-anywhere"):
                match = Match(name.removesuffix("-near"), name.endswith("-near"))
                for phrase in phrases:
                    self._add(phrase, match)
        if self._patterns:
            self._set.Compile()
        self.anywhere: WordFinder[str] = WordFinder(
            (phrase, name.removesuffix("-anywhere"))
            for name, phrases in lists
            if name.endswith("-anywhere")
            for phrase in phrases
        )

    def _add(self, phrase: str, match: Match) -> None:
        if "*" not in phrase.strip("* "):
            key = key_of(phrase.removesuffix("*")) if phrase.endswith("*") else key_of_phrase(phrase)
            if not phrase.endswith("*") and not phrase.startswith("*"):
                self._whole.setdefault(key, match)
                return
        self._set.Add(_regex(phrase))
        literal = re.findall(r"[^\W\d_]+", phrase)
        self._patterns.append(_Pattern(match, decisive=len(literal) >= _DECISIVE))

    def line(self, text: str) -> Match | None:
        """What a line is, if it is one of the phrases as a whole."""
        if len(text) > _LONGEST:
            return None
        key = key_of(text)
        return self._whole.get(key) or self._whole.get(_numberless(key)) or self._pattern(text)

    def words(self, text: str) -> Match | None:
        """What a few words are, if they are one of the phrases without "*" as a whole."""
        return self._whole.get(key_of(text))

    def _pattern(self, text: str) -> Match | None:
        if not self._patterns:
            return None
        line = _BLANKS.sub(" ", fold(text)).strip()
        found = [self._patterns[index] for index in self._set.Match(line) or ()]
        if _is_sentence(line):
            found = [pattern for pattern in found if pattern.decisive]
        strong = [pattern.match for pattern in found if not pattern.match.weak]
        return strong[0] if strong else found[0].match if found else None


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", "?", '."', '.)')) and line.count(" ") >= 5


def key_of_phrase(phrase: str) -> str:
    """The key of a phrase, whose "#" is a number rather than a mark."""
    return _BLANKS.sub(" ", fold(phrase)).strip(_AROUND)


def _regex(phrase: str) -> str:
    parts = re.split(r"([*#])", _BLANKS.sub(" ", fold(phrase)))
    inner = "".join({"*": ".*", "#": r"\d[\d.,]*k?"}.get(part) or re2.escape(part) for part in parts)
    return rf"[\s•·\-|«←>»→+]*{inner}[\s.:!|»→]*"


def _options() -> re2.Options:
    options = re2.Options()
    options.never_capture = True
    options.max_mem = 64 << 20
    return options


@lru_cache(maxsize=64)
def phrases_of(lists: Lists) -> Phrases:
    """The lists of a rule, compiled once."""
    return Phrases(lists)
