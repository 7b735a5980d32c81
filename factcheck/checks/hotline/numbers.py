"""Telephone numbers as articles write them: in any grouping, with keypad letters, in any script's digits.

Groups of digits and capitals that stand together are one candidate; which run of groups is a number is for
others to say ("1-888-373-7888 24/7" holds five groups too many).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import re2

from factcheck.checks.loosening import loosened, options

_GAPS = " \u00a0\u2009\u202f.()/\\[\\]\u2010-\u2015-"
_GAP = f"[{_GAPS}]{{1,3}}"
_CANDIDATE = re.compile(
    rf"(?<![\w/@=?&#%$€£¥.,+])(?:[+(]\s?){{0,2}}\d[\dA-Z]{{0,19}}(?:{_GAP}[\dA-Z]{{1,14}}){{0,11}}(?!\w)"
)
_SMALL_VANITY = re.compile(r"(?<![\w/])1[-. ]8\d\d[-. ]([a-z][a-z-]{5,14})(?!\w)")
_GROUP = re.compile(r"[\dA-Z]+")
_LETTER = re.compile(r"[A-Za-z]")
_DIGIT = re.compile(r"\d")
_ALPHABET, _DIALLED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999"
_KEYS = str.maketrans(_ALPHABET, _DIALLED)
_LETTERS = {key: "".join(c for c, k in zip(_ALPHABET, _DIALLED, strict=True) if k == key) for key in "0123456789"}
_SHORTEST, _LONGEST = 2, 17
_TOO_MANY = 3  # slips between numbers that are no misprints of each other
_NO_MORE = "(?:[^0-9A-Za-z_]|$)"  # behind the last group, which is no word's beginning
_LONG = rf"[0-9](?:[{_GAPS}]{{0,3}}[0-9A-Z]){{6,}}{_NO_MORE}"
_OTHER_DIGIT = r"[^\P{Nd}0-9]"  # of another script


class Group(NamedTuple):
    """Characters that stand together, and the digits they dial."""

    start: int
    end: int
    digits: str
    letters: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text that may be a telephone number.

    Attributes:
        start, end: offsets in the text, without the brackets around it.
        digits: what it dials, country code and prefixes included as written.
        international: written with a plus.
        vanity: spelled with keypad letters, in part or whole.
    """

    start: int
    end: int
    digits: str
    international: bool = False
    vanity: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Groups of digits that stand together, of which some run may be a telephone number."""

    groups: tuple[Group, ...]
    plus: bool

    def runs(self) -> Iterator[tuple[str, int, int]]:
        """What every run of its groups dials, with the run's first and last group."""
        for first in range(len(self.groups)):
            digits = ""
            for last in range(first, len(self.groups)):
                digits += self.groups[last].digits
                if len(digits) > _LONGEST:
                    break
                if len(digits) >= _SHORTEST:
                    yield digits, first, last

    def run(self, first: int, last: int) -> Run:
        """The run from one group to another."""
        groups = self.groups[first : last + 1]
        return Run(
            groups[0].start,
            groups[-1].end,
            "".join(group.digits for group in groups),
            international=self.plus and first == 0,
            vanity=any(group.letters for group in groups),
        )


def candidates(text: str) -> Iterator[Candidate]:
    """Every stretch of a text in which a telephone number may stand.

    The words of a toll-free number may be in small letters after "1-800-" ("1-800-runaway"); elsewhere keypad
    words are read in capitals only.
    """
    if not _DIGIT.search(text):
        return
    for match in _CANDIDATE.finditer(text):
        groups = tuple(_groups(text, *match.span()))
        if sum(len(group.digits) for group in groups) >= _SHORTEST:
            yield Candidate(groups, "+" in match[0][:3])
    for match in _SMALL_VANITY.finditer(text):
        yield Candidate((Group(*match.span(), keypad(match[0]), True),), plus=False)


def prefilter(short: Iterable[str], asked: str) -> re2._Regexp:
    """An RE2 pattern that occurs in every text with a number worth a look; most have none but years and counts.

    Args:
        short: numbers of few digits that are to be found wherever they stand.
        asked: a pattern of the words before any other number of three to six digits that is to be found.
    """
    known = "|".join(f"[{_GAPS}]{{0,3}}".join(f"[{key}{_LETTERS[key]}]" for key in number) for number in short)
    alone = rf"(?:^|[^\w/@=?&#%$€£¥.,])(?:{known})(?:[^0-9A-Z]|$)"
    after = rf"(?i:{loosened(asked)})[0-9](?:[{_GAPS}]{{0,3}}[0-9A-Z]){{2,}}{_NO_MORE}"
    kinds = (_LONG, _OTHER_DIGIT, alone, after, loosened(_SMALL_VANITY.pattern))
    return re2.compile("(?ms)" + "|".join(kinds), options())


def _groups(text: str, start: int, end: int) -> Iterator[Group]:
    for match in _GROUP.finditer(text, start, end):
        written = match[0]
        if written.isascii() and written.isdigit():
            yield Group(match.start(), match.end(), written, False)
        else:
            yield Group(match.start(), match.end(), keypad(written), _LETTER.search(written) is not None)


def keypad(text: str) -> str:
    """What a text dials: its digits in any script, its Latin letters by the telephone's keys, nothing else.

    >>> keypad("1-800-THE-LOST")
    '18008435678'
    """
    dialled = "".join(c for c in text.upper() if c.isdecimal() or ("A" <= c <= "Z"))
    ascii_digits = dialled if dialled.isascii() else "".join(str(int(c)) if c.isdecimal() else c for c in dialled)
    return ascii_digits.translate(_KEYS)


def is_whole(digits: str) -> bool:
    """Whether digits are as many as a telephone number's: seven without its area, fifteen with all (ITU E.164)."""
    return 7 <= len(digits) <= 15


def misprint(written: str, right: str) -> int:
    """How many slips lie between two numbers: 0 for none, 3 for more than two.

    A digit changed, left out or doubled, or two neighbours swapped, is one slip.
    """
    if written == right:
        return 0
    if abs(len(written) - len(right)) == 1:
        short, long = sorted((written, right), key=len)
        return 1 if any(long[:i] + long[i + 1 :] == short for i in range(len(long))) else 3
    if len(written) != len(right):
        return 3
    return _changes(written, right)


def _changes(written: str, right: str) -> int:
    """Digits changed and neighbours swapped between two numbers of one length; 3 for more than two."""
    slips = at = 0
    while at < len(right) and slips < _TOO_MANY:
        if written[at] != right[at]:
            slips += 1
            at += written[at : at + 2] == right[at : at + 2][::-1]
        at += 1
    return slips
