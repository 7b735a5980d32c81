"""The date of an article that has no front matter: the line that says when it was published."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from factcheck.claims.periods import TimeKind, times
from factcheck.model import Document

_LONGEST: Final = 200  # characters of a block in which a dateline is looked for
_DATED: Final = re.compile(
    r"\d[-/]\d|[JFMASOND](?:an|eb|ar|pr|ay|u[nl]|ug|ep|ct|ov|ec)"
)  # no line with a year only
_FIRST: Final = 12  # blocks from the head of an article


def dateline(document: Document) -> dt.date | None:
    """The month in a line of its own near the head of an article ("Published: 12 September 2022").

    Returns:
        Its first day, or None where no line dates the article.
    """
    for block in document.article[:_FIRST]:
        head = block.text[:_LONGEST]
        for mention in times(head) if _DATED.search(head) else ():
            first = mention.period.first if mention.period and mention.kind is TimeKind.DATELINE else None
            if first is not None:
                return dt.date(first // 12, first % 12 + 1, 1)
    return None
