"""Telephone numbers of a few digits, known by the words around them: "call 911", "the police are on 105"."""

from __future__ import annotations

import re
from typing import Final

from factcheck.telephones.service_codes import is_emergency_number
from factcheck.telephones.words import Text, pattern

_SHORTEST, _LONGEST = 3, 6  # digits of a short number
_NEAR, _REACH = 48, 110  # characters before a number that are looked at, for words right before it and elsewhere

# The same six digits in the whole of Europe: "116 016".
_EUROPEAN: Final = re.compile(r"116 [01]\d\d(?=[^\w ,]|,(?!\d)|\s*\Z| {1,4}(?:or|and|in|from)\b)")
# "988 Suicide & Crisis Lifeline": told by its capitals.
_NAME_AFTER: Final = re.compile(
    r"\d{3,6} (?:[A-Z]\w* {1,4}(?:(?:&|and|for|of) {1,4})?){0,4}?[A-Z]\w*line\b(?! {1,4}[a-z]+s\b)"
)


def short_end(text: Text, at: int, end: int) -> int | None:
    """Where the short telephone numbers end that begin at a figure, None for a figure that is none.

    Args:
        at, end: of the figure's first digits.
    """
    near = text.low[max(0, at - _NEAR) : at]
    found = _labelled(text, at, near)
    if found is None and _SHORTEST <= end - at <= _LONGEST:
        found = _called(text, at, near) or _named(text, at, near) or _for_emergencies(text, at, end)
    return _others_end(text, found) if found else None


def _labelled(text: Text, at: int, near: str) -> int | None:
    """ "Tel.: 555 0101", "helpline 1343."."""
    return _pair(text, at, near, ("label", "labelled"), ("line-label", "line-labelled"))


def _called(text: Text, at: int, near: str) -> int | None:
    """ "Call 911", "the police are on 105"."""
    return _pair(text, at, near, ("call", "called"), ("line", "on-line"))


def _pair(text: Text, at: int, near: str, *pairs: tuple[str, str]) -> int | None:
    for before, figure in pairs:
        if (match := pattern(figure).match(text.low, at)) and pattern(before).search(near):
            return match.end()
    return None


def _named(text: Text, at: int, near: str) -> int | None:
    """A line's name around its number, and the numbers that are the same in the whole of Europe."""
    match = _EUROPEAN.match(text.plain, at) or _NAME_AFTER.match(text.plain, at)
    if match is None and pattern("number").search(near):
        match = pattern("number-of").match(text.low, at)
    return match.end() if match else None


def _for_emergencies(text: Text, at: int, end: int) -> int | None:
    """An emergency number in words of emergency: "it is 911", "112 in an emergency", "112 is the number"."""
    if not is_emergency_number(text.plain[at:end]):
        return None
    before = text.low[max(0, at - _REACH) : at]
    told = (
        pattern("is-the-number").match(text.low, at)
        or (pattern("on-occasion").match(text.low, at) and pattern("head").search(before))
        or (
            pattern("alone").match(text.low, at)
            and pattern("emergency").search(before)
            and not pattern("counted").search(before)
        )
    )
    return end if told else None


def _others_end(text: Text, end: int) -> int:
    """The end of a list of numbers to choose from; without "or" only emergency numbers go on with one."""
    while match := pattern("another").match(text.low, end):
        if "or" not in match["by"] and not is_emergency_number(match["figure"]):
            break
        end = match.end()
    return end
