"""Clauses: which part of a sentence belongs to a number rather than to its neighbours, and what the number counts.

Between two numbers the sentence is parted at the strongest mark or joining word that stands between them; no
grammar beyond that is read. What is counted is looked for after the number ("26,300 endangered runaways
reported"), then around it ("the number of runaways rose to 26,300", "Runaways reported: 26,300"), then in the
clause before ("27.6 million are in forced labour").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Final

from factcheck.claims.counted import Counted, counted, names, phrase_of, said_of
from factcheck.model import Quantity, Span, Unit

# What parts two numbers, strongest first. Within one strength the last one before the second number wins: what
# precedes a number more often belongs to it than to the number before.
_PARTINGS: Final = re.compile(
    r"""(?P<s4> ; | \n | [!?]\s | \s[–—]\s | — )
      | (?P<s3> ,\s(?: but|while|whereas|though|although|yet|and|with|including|plus|or|nor|up\sfrom|down\sfrom
                     | compared|followed\sby|leaving|of\s(?:whom|which|those|them|these)|as\swell\sas|only|just )\b
              | \s(?:while|whereas|but)\s | :\s )
      | (?P<s2> [(),] )
      | (?P<s1> \s(?: and|or|with|including|versus|vs\.?|compared|against|up\sfrom|down\sfrom|of\s(?:whom|which)
                     | to|from|than )\s )
      | (?P<s0> \s(?: among|for\severy|in|on|by|of|is|are|was|were )\s )""",
    re.VERBOSE | re.IGNORECASE,
)
# A clause far from the number: what stands beyond the last of these before it, or the first after it.
_CUT: Final = re.compile(r";|,\s(?:but|yet|while|whereas|though|although)\b", re.IGNORECASE)
_ADVERBIAL: Final = re.compile(r"\s*(?:in|at|on|for|from|during|between|since|among|across|by)\s", re.IGNORECASE)
_LEADING: Final = re.compile(
    r"(?:[\s,;:.)–—-]|\b(?:and|but|while|whereas|though|although|yet|plus)\b\s)+", re.IGNORECASE
)
_TRAILING_MARKS: Final = frozenset(",;:(–—")
_TRAILING_WORD: Final = re.compile(r"[\s,;:(–—](?:and|or|but|while|whereas|with)\Z", re.IGNORECASE)
_LONGEST_WORD: Final = len(" whereas")
_CLOSING: Final = re.compile(r"[^\w\s,;(]*\)")  # a bracket that the number before stands in
_OF: Final = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|these|those|its|all|an?|estimated|total|nearly|about)\s)*", re.IGNORECASE
)
_PART_OF: Final = re.compile(r"(?:out\s)?of\s(?!(?:a|the)\ssudden)", re.IGNORECASE)
_LONGEST_LOOK: Final = 400  # characters between two numbers that are searched; keeps the time linear


@dataclass(frozen=True, slots=True)
class Clause:
    """A number's own part of its sentence.

    Attributes:
        span: offsets in the text.
        counts: the words for what is counted, with qualifiers ("endangered runaways reported").
        head: the noun among them ("runaways"), in lower case; both empty where nothing says what is counted.
        governor: what the number is a part of, where that stands in another clause
            ("Of the 26,300 runaways reported in 2019, 1 in 6 …", "27.6 million of them").
        follows: the number has words of its own for what it counts, right after it, where they are surest.
    """

    quantity: Quantity
    sentence: Span
    span: Span
    counts: str = ""
    head: str = ""
    governor: Span | None = None
    follows: bool = False


def clauses(
    text: str, sentence: Span, quantities: Sequence[Quantity], named: Clause | None = None
) -> tuple[Clause, ...]:
    """The clause of each number of a sentence, in the order of the numbers.

    Args:
        text: the block.
        sentence: one of its sentences.
        quantities: the numbers that lie in it, in order.
        named: the last clause before that names what it counts; a number that names nothing counts the same
            ("Police met 124 women. Some 88 were adults.").
    """
    groups = _groups(text, quantities)
    if not groups:
        return ()
    inner = [_part(text, left[-1].end, right[0].start) for left, right in pairwise(groups)]
    edges = [
        _begin(text, sentence.start, groups[0][0].start),
        *inner,
        _end(text, sentence.end, groups[-1][-1].end),
    ]
    spans = [_bare(text, *edge, group) for edge, group in zip(pairwise(edges), groups, strict=True)]
    found: list[Clause] = []
    for group, span in zip(groups, spans, strict=True):
        for quantity, after in zip_longest(group, group[1:]):
            whole = after if after is not None and _OF.fullmatch(text, quantity.end, after.start) else None
            clause = _clause(text, sentence, span, quantity, whole, found, named)
            found.append(clause)
            named = clause if names(clause.head) else named
    return tuple(found)


def _groups(text: str, quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """The numbers in groups that share a clause: "2,454 (47 percent)", "by 35 percent (3,804 cases)"."""
    groups: list[list[Quantity]] = []
    for quantity in quantities:
        if groups and _apposed(text, groups[-1][-1], quantity):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def _apposed(text: str, left: Quantity, right: Quantity) -> bool:
    gap = text[left.end : min(right.start, left.end + _LONGEST_LOOK)]
    if not any(c.isalnum() for c in gap):
        return "(" in gap or "/" in gap
    if _OF.fullmatch(gap):
        return True
    bracket = gap.rstrip().endswith("(") and gap.count("(") == 1 and ")" not in gap
    if not bracket:
        return False
    close = text.find(")", right.end, right.end + 60)
    return close >= 0 and not any(c.isdigit() for c in text[right.end : close])


def _part(text: str, low: int, high: int) -> int:
    """Where the stretch between two numbers is parted."""
    closing = _CLOSING.match(text, low, high)
    low = max(closing.end() if closing else low, high - _LONGEST_LOOK)
    best: tuple[int, int] | None = None
    for match in _PARTINGS.finditer(text, low, high):
        strength = int((match.lastgroup or "s0")[1])
        if best is None or strength >= best[0]:
            if best is not None and best[0] == strength == 2 and _ADVERBIAL.match(text, best[1] + 1, high):
                continue  # ", in St. Louis, 536": the place belongs to the number after it
            best = (strength, match.start())
    return high if best is None else best[1]


def _begin(text: str, low: int, high: int) -> int:
    """The beginning of the first clause: past what a "but" or ";" before the number closes off."""
    cuts = [match.end() for match in _CUT.finditer(text, max(low, high - _LONGEST_LOOK), high)]
    return cuts[-1] if cuts else low


def _end(text: str, high: int, low: int) -> int:
    cut = _CUT.search(text, low, min(high, low + _LONGEST_LOOK))
    return cut.start() if cut else high


def _bare(text: str, start: int, end: int, group: Sequence[Quantity]) -> Span:
    """A clause without the marks and joining words around it; never less than its numbers."""
    leading = _LEADING.match(text, start, group[0].start)
    start = leading.end() if leading else start
    return Span(start, _without_trailing(text, group[-1].end, end))


def _without_trailing(text: str, low: int, high: int) -> int:
    """Where a stretch ends without the marks and joining words at its end."""
    while low < high:
        if text[high - 1].isspace() or text[high - 1] in _TRAILING_MARKS:
            high -= 1
            continue
        word = _TRAILING_WORD.search(text, max(low, high - _LONGEST_WORD), high)
        if word is None:
            break
        high = word.start()
    return high


def _clause(
    text: str,
    sentence: Span,
    span: Span,
    quantity: Quantity,
    whole: Quantity | None,
    before: list[Clause],
    named: Clause | None,
) -> Clause:
    """A number's clause.

    Args:
        whole: the number it is told as a part of ("4 million of 21 million victims").
        before: the clauses of the sentence so far.
        named: the last clause that names what it counts.
    """
    at = whole or quantity
    what = counted(text, span, at.start, at.end)
    governor = _governor(text, span, quantity, before, what)
    if what is not None and not what.points:
        return Clause(quantity, sentence, span, what.words, what.head, governor, what.span.start >= quantity.end)
    if named is not None and quantity.unit is not Unit.MONEY:
        return Clause(quantity, sentence, span, named.counts, named.head, governor or named.span)
    what = what or said_of(text, quantity.end, span.end)
    return Clause(quantity, sentence, span, what.words if what else "", what.head if what else "", governor)


def _governor(
    text: str, span: Span, quantity: Quantity, before: list[Clause], what: Counted | None
) -> Span | None:
    """The clause that says what the number is a part of."""
    if not before:
        return None
    opening = before[0]
    if _PART_OF.match(text, opening.span.start, opening.quantity.start):
        return opening.span  # "Of the 26,300 runaways …, 1 in 6"
    if what is None or what.points or "those" in what.words.lower().split():
        return before[-1].span
    return None


def all_clauses(
    text: str, spans: Sequence[Span], quantities: Sequence[Quantity], labels: Sequence[str] = ()
) -> tuple[Clause, ...]:
    """The clause of every quantity of a block, in their order.

    Args:
        spans: the block's sentences.
        labels: the heads of the row and column of a table's cell.
    """
    return tuple(labelled(clause, labels) for clause in _clauses_of(text, spans, quantities))


def _clauses_of(text: str, spans: Sequence[Span], quantities: Sequence[Quantity]) -> Iterator[Clause]:
    at = 0
    named: Clause | None = None
    for sentence in spans:
        first = at
        while at < len(quantities) and quantities[at].start < sentence.end:
            at += 1
        found = clauses(text, sentence, quantities[first:at], named)
        named = next((clause for clause in reversed(found) if names(clause.head)), None)
        yield from found


def labelled(clause: Clause, labels: Sequence[str]) -> Clause:
    """The clause of a number in a table's cell, which counts what a head of its row or column says."""
    if clause.head or not labels:
        return clause
    heads = [phrase for label in labels if (phrase := phrase_of(label)) is not None]
    told = next((phrase for phrase in heads if phrase.head), None)
    words = " ".join((*labels, clause.counts)).strip()
    return replace(clause, counts=told.words if told else words, head=told.head if told else "")
