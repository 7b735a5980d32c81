"""`inconsistent-numbers`: a percentage that does not follow from its own two numbers, parts over a whole.

The numbers of a sentence are held against each other; whether they are claims, and of what, does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import re2

from factcheck.checks.article import Article, Finding
from factcheck.checks.loosening import prefilter
from factcheck.claims import read_quantities
from factcheck.claims.sentences import sentences
from factcheck.claims.spans import within
from factcheck.model import Block, Bound, Change, Quantity, Unit
from factcheck.reference.wording import number_text

# Only a sentence with a share or a change can be at odds with itself.
_SIGN = re.compile(r"%|\bper ?cent|\b(?:doubl|tripl|quadrupl|halv|half|third|quarter)")
_OF = re.compile(r"[^.;:!?]{0,60}?\b(?:out )?of (?:the |its |their |these |those |all |a total of )*")
_OPENS = re.compile(r"(?:^|[.;] )of (?:the |its |their |these |those |all )*\Z", re.IGNORECASE)
_LONGEST_OPENING = 60  # characters
_BRACKET = re.compile(r"[^.;()]{0,60}\((?:[a-z]+ ){0,2}\Z")
_OR = re.compile(r"[^.;()]{0,60},? or (?:[a-z]+ ){0,2}\Z")
_FROM = re.compile(r"[^.;:!?()]{0,60}\bfrom ")
_TO = re.compile(r"(?: [a-z]+){0,4}(?: in \d{4})?,? to ")
_BY = re.compile(r"(?:By|Broken down by) (?:age|sex|gender|nationality|type|form|region|sector|origin|kind)\b")
_REST = re.compile(r"\b(?:the (?:rest|remainder|others?)|the remaining)\b", re.IGNORECASE)
# What a sentence has of which a share, a change or parts can be held against each other.
_SHAPE = re.compile(r"\(| or |from |By |Broken down|\bthe (?:rest|remain|other)", re.IGNORECASE)
_POINTS = 1.5  # how far a rounded percentage may stand off, in percent points
_CHANGE_POINTS = 3.0


def arithmetic(article: Article) -> Iterator[Finding]:
    """One finding for each percentage, change or division into parts that its own sentence disproves."""
    for index in article.whole.saying(_sign()):
        block = article.blocks[index]
        if not block.quoted and _SIGN.search(block.text.lower()):
            yield from _in_block(block)


@cache
def _sign() -> re2._Regexp:
    return prefilter(_SIGN)


def _in_block(block: Block) -> Iterator[Finding]:
    spans = [span for span in sentences(block.text) if _SHAPE.search(block.text, *span)]
    quantities = read_quantities(block.text) if spans else ()
    for span in spans:
        numbers = within(quantities, span)
        for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
            yield from _share(block, first, second, third)
            yield from _change(block, first, second, third)
        yield from _parts(block, block.text[span.start : span.end], numbers)


def _share(block: Block, first: Quantity, second: Quantity, share: Quantity) -> Iterator[Finding]:
    """ "86 of the 88 children (98 percent)"; "Of the 200 survivors, 50 had children, or 25 percent"."""
    if share.unit is not Unit.PERCENT or share.change is not None:
        return
    between, before = block.text[first.end : second.start], block.text[second.end : share.start]
    if _OF.fullmatch(between) and _BRACKET.fullmatch(before):
        part, whole = first, second
    elif _OPENS.search(block.text, max(0, first.start - _LONGEST_OPENING), first.start) and (
        _OR.fullmatch(before) or _BRACKET.fullmatch(before)
    ):
        part, whole = second, first
    else:
        return
    values = _plain(part, whole, share)
    if values is None or values[1] < values[0] or values[1] == 0:
        return
    right = 100 * values[0] / values[1]
    if abs(right - values[2]) > _POINTS:
        yield _finding("share", block, share, right, part, whole)


def _change(block: Block, change: Quantity, old: Quantity, new: Quantity) -> Iterator[Finding]:
    """ "rose by 50 percent, from 300 to 450"; "doubled from 300 to 450"."""
    text = block.text
    if not _FROM.fullmatch(text[change.end : old.start]) or not _TO.fullmatch(text[old.end : new.start]):
        return
    values = _plain(change, old, new) if old.unit is new.unit else None
    if values is None or values[1] == 0:
        return
    stated = _percent_change(change, values[0])
    right = 100 * (values[2] - values[1]) / values[1]
    if stated is not None and abs(right - stated) > _CHANGE_POINTS + 0.05 * abs(right):
        yield _finding("change", block, change, right, old, new)


def _percent_change(change: Quantity, value: float) -> float | None:
    """The change in percent that the words state, negative for a fall."""
    if change.change is None:
        return None
    down = change.change is Change.DOWN
    if change.unit is Unit.PERCENT:
        return -value if down else value
    if change.unit is Unit.MULTIPLE and value > 1:
        return 100 * (1 / value - 1) if down else 100 * (value - 1)
    return None


def _parts(block: Block, sentence: str, numbers: Sequence[Quantity]) -> Iterator[Finding]:
    """Shares of one whole that a sentence divides up ("By age, …", "… and the remaining 30 percent") make 100."""
    shares = [q for q in numbers if q.unit is Unit.PERCENT and q.change is None]
    if len(shares) < 2:
        return
    lead = block.text[shares[-2].end : shares[-1].start]
    divides = _BY.match(sentence) or (_REST.search(lead) and len(shares) == len(numbers))
    values = _plain(*shares)
    if divides and values is not None and abs(sum(values) - 100) > _POINTS * len(values):
        told = {"number": shares[-1].text, "sum": number_text(round(sum(values), 1), "percent")}
        yield Finding("inconsistent-numbers", block.place(shares[-1].start, shares[-1].end), told, "parts")


def _plain(*quantities: Quantity) -> tuple[float, ...] | None:
    """The values, where every quantity is a single number without a wide bound."""
    plain = [q.value for q in quantities if q.bound in (Bound.EXACT, Bound.ABOUT) and not q.vague]
    values = tuple(value for value in plain if value is not None)
    return values if len(values) == len(quantities) else None


def _finding(case: str, block: Block, quantity: Quantity, right: float, one: Quantity, other: Quantity) -> Finding:
    told = {
        "number": quantity.text,
        "right": number_text(round(right, 1) if abs(right) < 10 else round(right), "percent"),
        "one": one.text,
        "other": other.text,
    }
    return Finding("inconsistent-numbers", block.place(quantity.start, quantity.end), told, case)
