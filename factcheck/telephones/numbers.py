"""Telephone numbers as articles write them: in any grouping, with keypad letters, in any script's digits.

Groups of digits and capitals that stand together are one candidate; which run of groups is a number is for
others to say ("1-888-373-7888 24/7" holds five groups too many).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

GAPS = " \u00a0\u2009\u202f.()/\\[\\]\u2010-\u2015-"
_GAP = f"[{GAPS}]{{1,3}}"
_CANDIDATE = re.compile(
    rf"(?<![\w/@=?&#%$€£¥.,+])(?:[+(]\s?){{0,2}}\d[\dA-Z]{{0,19}}(?:{_GAP}[\dA-Z]{{1,14}}){{0,11}}(?!\w)"
)
SMALL_VANITY = re.compile(r"(?<![\w/])1[-. ]8\d\d[-. ]([a-z][a-z-]{5,14})(?!\w)")
_LINKED = re.compile(
    r"(?:href\s*=\s*[\"']?|\]\()\s*(?:tel|sms|smsto|callto):(?://)?([^\"'?&;\s>)]{2,40})", re.IGNORECASE
)
_GROUP = re.compile(r"[\dA-Z]+")
_LETTER = re.compile(r"[A-Za-z]")
_DIGIT = re.compile(r"\d")
_ALPHABET, _DIALLED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999"
_KEYS = str.maketrans(_ALPHABET, _DIALLED)
LETTERS = {key: "".join(c for c, k in zip(_ALPHABET, _DIALLED, strict=True) if k == key) for key in "0123456789"}
_SHORTEST, _LONGEST = 2, 17


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
    for match in SMALL_VANITY.finditer(text):
        yield Candidate((Group(*match.span(), keypad(match[0]), True),), plus=False)


def _groups(text: str, start: int, end: int) -> Iterator[Group]:
    for match in _GROUP.finditer(text, start, end):
        written = match[0]
        if written.isascii() and written.isdigit():
            yield Group(match.start(), match.end(), written, False)
        else:
            yield Group(match.start(), match.end(), keypad(written), _LETTER.search(written) is not None)


def linked(source: str) -> Iterator[str]:
    """What the `tel:` and `sms:` links of a source dial, those round a picture or an icon too."""
    for match in _LINKED.finditer(source):
        if digits := keypad(unquote(match[1])):
            yield digits


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
