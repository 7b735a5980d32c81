"""Whether a source is in reach of a number: one that a reader would take for it, though it is not named beside it.

Only where there is none may "no source is given" be said. Whose the number is, `attribution` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.claims.informants import ACTS, CONTINUES, ELSEWHERE, INTRODUCES
from factcheck.claims.passage import Number, Passage
from factcheck.claims.quantities import read_quantities
from factcheck.claims.spans import within
from factcheck.model import Span
from factcheck.telephones.reader import telephone_ends

_TIES: Final = frozenset([CONTINUES, ELSEWHERE])  # they name nobody
_CLOSES: Final = 4  # characters behind the last citation of a paragraph: its brackets and stop
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]{3,2000})[”\"]")


@dataclass(frozen=True)
class Neighbours:
    """What stands beside a block.

    Attributes:
        before: the paragraph before it, or before its list or table.
        introduces: that paragraph introduces the list or table.
        after: the paragraph after it.
        heads: it is the article's headline or lead, whose source the next sentences name.
        lead: the head of the article.
    """

    before: Passage | None = None
    introduces: bool = False
    after: Passage | None = None
    heads: bool = False
    lead: Passage | None = None


def in_reach(number: Number, passage: Passage, neighbours: Neighbours) -> bool:
    """Whether a reader finds a source for a number near it.

    Args:
        passage: the number's block.
    """
    return (
        _named_beside(number, passage)
        or _closes_with_source(passage)
        or _told_in_paragraph(number, passage)
        or _told_beside(number, passage, neighbours)
        or _reports(neighbours.lead)
    )


def _named_beside(number: Number, passage: Passage) -> bool:
    """Whether the number's sentence names who tells, or before the number who acts."""
    acting = Span(number.near.start, max(number.near.start, number.quantity.start))
    return _names(passage, number.near, acts=False) or _names(passage, acting, acts=True)


def _closes_with_source(passage: Passage) -> bool:
    """Whether a note or citation closes the paragraph: it stands for all its numbers."""
    last = passage.sources[-1] if passage.sources else None
    return last is not None and not last.publisher and last.end >= len(passage.text.rstrip()) - _CLOSES


def _told_in_paragraph(number: Number, passage: Passage) -> bool:
    """Whether a sentence of the paragraph presents a source, or tells who speaks in it."""
    here = number.sentence
    for sentence in passage.sentences:
        if sentence != here and _presents(passage, sentence, acts=sentence.start > here.start):
            return True
    return False


def _told_beside(number: Number, passage: Passage, neighbours: Neighbours) -> bool:
    before, after = neighbours.before, neighbours.after
    if before is not None:
        tied = neighbours.introduces or _goes_on(number, passage)
        if tied and _names(before, Span(0, len(before.text)), acts=True):
            return True
        if any(_presents(before, sentence, acts=True) for sentence in before.sentences):
            return True
    if after is None or not (neighbours.heads or _is_quoted(number, passage.text)):
        return False
    return any(_names(after, sentence, acts=True) for sentence in after.sentences)


def _presents(passage: Passage, sentence: Span, *, acts: bool) -> bool:
    """Whether a sentence names who tells and has no number of its own, to which the source would belong.

    Args:
        acts: somebody's deed will do.
    """
    if not _names(passage, sentence, acts=acts):
        return False
    return not read_quantities(passage.text[sentence.start : sentence.end])


def _names(passage: Passage, span: Span, *, acts: bool) -> bool:
    """Whether a stretch names who tells; a telephone number is given by somebody who helps, not by a source."""
    if any(span.start <= at < span.end for at in telephone_ends(passage.text)):
        return False
    left_out = _TIES if acts else _TIES | {ACTS}
    told = any(one.label not in left_out for one in within(passage.informants, span))
    return told or any(one.named or one.publisher for one in within(passage.sources, span))


def _goes_on(number: Number, passage: Passage) -> bool:
    """Whether a number's sentence goes on from what stands before it."""
    return any(one.label == CONTINUES for one in within(passage.informants, number.sentence))


def _is_quoted(number: Number, text: str) -> bool:
    return any(match.start() < number.quantity.start < match.end() for match in _QUOTED.finditer(text))


def _reports(lead: Passage | None) -> bool:
    """Whether an article begins with a report or study, by name, of which the rest may tell."""
    if lead is None:
        return False
    works = [one for one in lead.informants if one.label == INTRODUCES]
    return bool(works) and any(one.named or one.publisher for one in lead.sources)
