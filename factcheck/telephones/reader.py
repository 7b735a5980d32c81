"""The telephone numbers of a text: those of known services, those told by their shape, those told by words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.telephones.directory import NOBODY, SHORT, Directory
from factcheck.telephones.numbers import GAPS, candidates, keypad
from factcheck.telephones.shapes import shape_end
from factcheck.telephones.short import short_end
from factcheck.telephones.words import Text
from factcheck.words import RECENT

_FIGURE: Final = re.compile(r"(?<![\w$£€₹#&=@/\\])(?<!\d[.,-])\d+", re.ASCII)
_LONG: Final = re.compile(rf"\d(?:[{GAPS}]{{0,3}}[\dA-Z]){{{SHORT},}}")
_BRACKETS: Final = re.compile(r"[ ]?\(((?:[A-Z\d][ -]?){3,16})\)")
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0\u202f.,]\d{3})+\Z")


class Telephone(NamedTuple):
    """A telephone number, or several to choose from ("911 or 112"), at `text[start:end]`.

    Attributes:
        digits: what it dials.
        services: ids of the known services it reaches.
    """

    start: int
    end: int
    digits: str
    services: frozenset[str] = frozenset()


@lru_cache(maxsize=RECENT)
def telephones(text: str, known: Directory = NOBODY) -> tuple[Telephone, ...]:
    """The telephone numbers of a text, left to right, none overlapping another.

    A number of a known service of seven digits and more is one wherever it stands, unless it is written as a count
    is ("1 800 156"); any other is told by its shape, a short one by the words around it. A colon after "hotline"
    makes no number of a count ("the hotline: 31,865 in 2024").
    """
    found: list[Telephone] = []
    for one in sorted((*_of_services(text, known), *_told(text, known)), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


@lru_cache(maxsize=RECENT)
def telephone_ends(text: str) -> Mapping[int, int]:
    """Where each telephone number of a text ends, by where it begins."""
    return {one.start: one.end for one in telephones(text)}


def _of_services(text: str, known: Directory) -> Iterator[Telephone]:
    if known is NOBODY or not _LONG.search(text):
        return
    for candidate in candidates(text):
        for digits, first, last in candidate.runs():
            services = known.services(digits) if len(digits) > SHORT else None
            if services:
                run = candidate.run(first, last)
                if not _GROUPED.match(text, run.start, run.end):
                    yield Telephone(run.start, run.end, digits, services)


def _told(text: str, known: Directory) -> Iterator[Telephone]:
    """Numbers told by shape or words."""
    if not _FIGURE.search(text):
        return
    form, at = Text(text), 0
    while figure := _FIGURE.search(form.plain, at):
        at = figure.end()
        end = shape_end(form, figure.start()) or short_end(form, *figure.span())
        if end:
            digits = keypad(text[figure.start() : end])
            at = _same_again_end(form.plain, end, digits)
            yield Telephone(figure.start(), at, digits, known.services(digits))


def _same_again_end(text: str, end: int, digits: str) -> int:
    """The end of the same number in brackets, in figures or spelled on the keys: "131 237 (131 AFP)"."""
    again = _BRACKETS.match(text, end)
    return again.end() if again and digits.endswith(keypad(again[1])) else end
