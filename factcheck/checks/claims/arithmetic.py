"""`inconsistent-numbers`: a percentage that does not follow from its own two numbers, parts over a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from factcheck.checks.article import Article, Finding
from factcheck.model import Bound, Change, Claim, Quantity, Stance, Unit
from factcheck.reference.wording import number_text

_OF = re.compile(r"[^.;:!?]{0,60}?\b(?:out )?of (?:the |its |their |these |those |all |a total of )*")
_FROM = re.compile(r"[^.;:!?()]{0,60}\bfrom ")
_TO = re.compile(r"(?: [a-z]+){0,4}(?: in \d{4})?,? to ")
_REST = re.compile(r"\b(?:the (?:rest|remainder|others?)|the remaining)\b", re.IGNORECASE)
_POINTS = 1.5  # how far a rounded percentage may stand off, in percent points
_CHANGE_POINTS = 3.0


def arithmetic(article: Article) -> Iterator[Finding]:
    """One finding for each percentage, change or remainder that its own sentence disproves."""
    for _, group in groupby((judged.claim for judged in article.claims), key=lambda c: (id(c.block), c.sentence)):
        claims = [claim for claim in group if claim.stance is Stance.STATED]
        for first, second, third in zip(claims, claims[1:], claims[2:], strict=False):
            yield from _share(first, second, third)
            yield from _change(first, second, third)
        yield from _parts(claims)


def _share(part: Claim, whole: Claim, share: Claim) -> Iterator[Finding]:
    """ "86 of the 88 children (98 percent)"."""
    text = part.block.text
    between = text[part.quantity.end : whole.quantity.start]
    before = text[whole.quantity.end : share.quantity.start]
    bracketed = "(" in before[-12:] and len(before) < 60 and not re.search(r"[.;]", before)
    if not (_OF.fullmatch(between) and bracketed and share.quantity.unit is Unit.PERCENT):
        return
    values = _plain(part.quantity, whole.quantity, share.quantity)
    if values is None or values[1] < values[0] or values[1] == 0:
        return
    right = 100 * values[0] / values[1]
    if abs(right - values[2]) > _POINTS:
        yield _finding("share", share, right, part, whole)


def _change(change: Claim, old: Claim, new: Claim) -> Iterator[Finding]:
    """ "rose by 50 percent, from 300 to 450"; "doubled from 300 to 450"."""
    text = change.block.text
    if not _FROM.fullmatch(text[change.quantity.end : old.quantity.start]):
        return
    if not _TO.fullmatch(text[old.quantity.end : new.quantity.start]) or old.quantity.unit != new.quantity.unit:
        return
    values = _plain(change.quantity, old.quantity, new.quantity)
    if values is None or values[1] == 0:
        return
    stated = _percent_change(change.quantity, values[0])
    right = 100 * (values[2] - values[1]) / values[1]
    if stated is not None and abs(right - stated) > _CHANGE_POINTS + 0.05 * abs(right):
        yield _finding("change", change, right, old, new)


def _percent_change(change: Quantity, value: float) -> float | None:
    """The change in percent that the words state, negative for a fall."""
    if change.unit is Unit.PERCENT and change.change is not None:
        return -value if change.change is Change.DOWN else value
    if change.unit is Unit.MULTIPLE and value > 1:
        return 100 * (1 / value - 1) if change.change is Change.DOWN else 100 * (value - 1)
    return None


def _parts(claims: list[Claim]) -> Iterator[Finding]:
    """Shares of one whole that a sentence divides up ("… and the remaining 30 percent") must make 100."""
    shares = [c for c in claims if c.quantity.unit is Unit.PERCENT and c.quantity.change is None]
    if len(shares) < 2 or len(shares) != len(claims):
        return
    last = shares[-1]
    lead = last.block.text[shares[-2].quantity.end : last.quantity.start]
    values = _plain(*(share.quantity for share in shares))
    if values is not None and _REST.search(lead) and abs(sum(values) - 100) > _POINTS * len(values):
        numbers = {"number": last.quantity.text, "sum": number_text(round(sum(values), 1), "percent")}
        yield Finding("inconsistent-numbers", last.number, numbers, "parts")


def _plain(*quantities: Quantity) -> tuple[float, ...] | None:
    """The values, where every quantity is a single number without a wide bound."""
    values = tuple(q.value for q in quantities if q.bound in (Bound.EXACT, Bound.ABOUT) and not q.vague)
    return None if len(values) < len(quantities) or None in values else tuple(v for v in values if v is not None)


def _finding(case: str, claim: Claim, right: float, one: Claim, other: Claim) -> Finding:
    numbers = {
        "number": claim.quantity.text,
        "right": number_text(round(right, 1) if abs(right) < 10 else round(right), "percent"),
        "one": one.quantity.text,
        "other": other.quantity.text,
    }
    return Finding("inconsistent-numbers", claim.number, numbers, case)
