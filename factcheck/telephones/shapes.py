"""Long telephone numbers that are told by their shape alone: 1-888-373-7888, (0)20 7946 0711, 1-800-THE-LOST."""

from __future__ import annotations

import re
from typing import Final

from factcheck.telephones.numbers import keypad
from factcheck.telephones.words import Text

_ENOUGH: Final = 7  # digits and letters of a number with its first digits in brackets
_SHAPE: Final = re.compile(
    r"""(?:1-)?8\d\d-(?:\d{3}-)?[a-z]{3,}\w*(?:-\w+)*                               # 1-800-RUNAWAY, 1-800-577-TIPS
      | \d{1,4}-\d{3,4}-\d{3,4}(?:-\d{2,4})?(?![\d,])                               # 1-888-3737-888
      | \d{3}\.\d{3}\.\d{4}(?!\d)
      | 1\d{3}-\d{3}-\d{4}
      | 0\d{2,4}(?:[ ]\d{3,8}(?:[ ]\d{2,6})?|(?:[ ]\d{2}){3,4}(?!\d))               # 0800 121 700, 0800 20 00 88
      | \d{3}[ ]?[-.)]{1,2}[ ]?\d{3}[ ]?[-.][ ]?\d{4}(?!\d)                         # 888) 373-7888
      | \d{3}-\d{4}(?![\d,])                                                        # 373-7888
      # 01 48 06 42 41, not 1 000 000 000
      | (?![1-9]\d{0,2}(?:[ ]\d{3}){3,6}(?![ ]?\d))\d{1,4}(?:[ ]\d{2,4}){3,}(?![\d,])
    """,
    re.VERBOSE | re.ASCII,
)
_BRACKET: Final = re.compile(r"\d{3,5}\)[ ]?[\w-]{3,12}(?:[ -][\w-]{3,8})?(?:[ ]\(\d{3,10}\))?", re.ASCII)
_LETTERED: Final = re.compile(r"\d{3}-[A-Z][A-Z\d-]{2,12}\b")
_INTERNATIONAL: Final = re.compile(r"\d[\d .()/-]{6,22}\d(?![\d,])")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:[ .]\d{3})+\Z")


def shape_end(text: Text, at: int) -> int | None:
    """Where a long telephone number ends that begins with the digit at an offset, None for any other number."""
    before = text.plain[at - 1 : at]
    if before == "+" and (ended := _international(text, at)):
        return ended
    match = _SHAPE.match(text.low, at)
    if match is not None and not _is_range(match[0]):
        return match.end()
    if before == "(":
        return _in_brackets(text, at)
    lettered = _LETTERED.match(text.plain, at)
    return lettered.end() if lettered else None


def _international(text: Text, at: int) -> int | None:
    """ "+44 20 7946 0711", not "+20 000 jobs"."""
    from phonenumbers import NumberParseException, is_possible_number, parse

    match = _INTERNATIONAL.match(text.plain, at)
    if match is None or _THOUSANDS.match(match[0]):
        return None
    try:
        possible = is_possible_number(parse("+" + keypad(match[0].replace("(0)", ""))))
    except NumberParseException:
        return None
    return match.end() if possible else None


def _in_brackets(text: Text, at: int) -> int | None:
    """The end of a telephone number that stands in brackets, or whose first digits do."""
    match = _BRACKET.match(text.plain, at)
    enough = match is not None and sum(c.isdigit() or c.isupper() for c in match[0]) >= _ENOUGH
    return match.end() if match and enough else None


def _is_range(found: str) -> bool:
    """A range of two round numbers that has the shape of a telephone number ("500-1000")."""
    parts = found.split("-")
    return len(parts) == 2 and all(p.isdigit() for p in parts) and len(parts[0]) == 3 and parts[1].endswith("00")
