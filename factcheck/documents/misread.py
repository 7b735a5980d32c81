"""Mojibake: stretches of a text that were read in a wrong encoding, and what stood there (by ftfy).

A character of UTF-8 that is read as Latin-1, Windows-1252 or Mac Roman becomes two to four characters, none of
them ASCII. So what ftfy is asked about are whole runs of such characters, and never a part of one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_RUN = re.compile(r"[^\x00-\x7f\xa0][^\x00-\x7f]*(?: [^\x00-\x7f]+)*")
_FIRST = re.compile(r"[\xc2-\xf4¬√‚┬├Γ][^\x00-\x7f]|[\x80-\x9f]")  # what the first byte of a character becomes
_REST = re.compile(r"[\xc2-\xf4][\x80-\xbf]")  # of a character that has lost a byte
_LONGEST = 2_000  # characters of a run that are looked at


class Misread(NamedTuple):
    """A misread stretch of a text; `right` is what stood there, None where nobody can tell."""

    start: int
    end: int
    right: str | None


@lru_cache(maxsize=1024)
def misread(text: str) -> tuple[Misread, ...]:
    """The misread stretches of a text, in order."""
    if text.isascii():
        return ()
    return tuple(one for run in _RUN.finditer(text) if (one := _judged(run)))


def _judged(run: re.Match[str]) -> Misread | None:
    damaged = run[0][:_LONGEST]
    if not _FIRST.search(damaged):
        return None
    import ftfy  # here: most articles have no damage, and the import takes a while
    from ftfy.badness import is_bad

    right = ftfy.fix_encoding(damaged)
    if right == damaged:
        return None
    lost = is_bad(right) or _REST.search(right)
    return Misread(run.start(), run.start() + len(damaged), None if lost else right)
