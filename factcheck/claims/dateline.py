"""The date of an article that has no front matter: the line that says when it was published."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from factcheck.claims.periods import times
from factcheck.model import Document

_LONGEST: Final = 90  # characters of a line that can be a dateline
_FIRST: Final = 12  # blocks from the head of an article in which it stands
_LEAD: Final = re.compile(
    r"\W*(?:(?:date|dated|published|posted|updated|last updated|last modified|created|released|issued|written|"
    r"publication date|pub(?:lished)? date|post date)\b\W*)?(?:on\b\s*)?"
    r"(?:by\s[\w.' -]{3,40}\W+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?\Z",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"\W*(?:(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?)?\W*"
    r"(?:\d{1,2} min(?:ute)?s? read|by\s[\w.' -]{3,40})?\W*\Z",
    re.IGNORECASE,
)


def dateline(document: Document) -> dt.date | None:
    """The date in a line of its own near the head of an article ("Published: 12 September 2022"), None if none."""
    for block in document.article[:_FIRST]:
        for line in block.text.split("\n")[:4]:
            date = _date(line) if len(line) <= _LONGEST else None
            if date is not None:
                return date
    return None


def _date(line: str) -> dt.date | None:
    mentions = [mention for mention in times(line) if mention.period is not None]
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    assert mention.period is not None
    first = mention.period.first
    if first is None or mention.period.last != first:
        return None  # a bare year is no dateline
    if not _LEAD.match(line[: mention.start]) or not _TAIL.match(line[mention.end :]):
        return None
    return dt.date(first // 12, first % 12 + 1, 1)
