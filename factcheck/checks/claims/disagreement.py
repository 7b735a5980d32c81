"""`inconsistent-numbers`: an article that gives two values for one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from factcheck.checks.article import Article, Finding
from factcheck.model import Bound, Claim, ClaimKind, Stance

_Thing = tuple[str, str, tuple[str, ...], str, str]
_NEAR = 600  # characters on either side of a number
_PART = re.compile(r"\s+of\s+(?:them|whom|which|these|those|that|this)\b|\s+(?:more|others?)\b", re.IGNORECASE)
_ADDED = re.compile(r"(?:another|an additional|a further)\b", re.IGNORECASE)


def disagreement(article: Article) -> Iterator[Finding]:
    """One finding for each later number that disagrees with an earlier one for the same thing, place and period.

    The same thing: the same words for what is counted, at least two of them, in the same unit. Only plain numbers
    are compared, so that "more than 500" and "612" pass. "300 of them" is a part of the other, "300 more" comes on
    top of it, and a number whose thing only an earlier sentence names ("Her station had 212") may be of something
    else.
    """
    told: dict[_Thing, dict[float, Claim]] = defaultdict(dict)  # by value: a number told often is held once
    for judged in article.claims:
        claim = judged.claim
        thing = _thing(claim)
        value = claim.quantity.value
        if thing is None or value is None or claim.quantity.bound in (Bound.ABOVE, Bound.BELOW):
            continue
        earlier = next((one for one in told[thing].values() if _disagree(one, claim)), None)
        if earlier is not None:
            values = {"number": claim.quantity.text, "other": earlier.quantity.text, "thing": claim.counts}
            yield Finding("inconsistent-numbers", claim.number, values, "two-values")
        told[thing].setdefault(value, claim)


def _thing(claim: Claim) -> _Thing | None:
    words = sorted(claim.counts.lower().split())
    plain = claim.stance is Stance.STATED and claim.kind in (ClaimKind.COUNT, ClaimKind.MONEY)
    if not plain or len(words) < 2 or claim.period is None or claim.quantity.change is not None:
        return None
    if _ADDED.match(claim.quantity.text) or _PART.match(claim.block.text, claim.quantity.end):
        return None
    if words[-1] not in _near(claim).lower():
        return None
    return claim.quantity.unit, " ".join(words), claim.places, str(claim.period), claim.quantity.per or ""


def _near(claim: Claim) -> str:
    """The part of the sentence around the number; keeps the time linear in a sentence of many numbers."""
    start, end = claim.quantity.start - _NEAR, claim.quantity.end + _NEAR
    return claim.block.text[max(claim.sentence.start, start) : min(claim.sentence.end, end)]


def _disagree(one: Claim, other: Claim) -> bool:
    a, b = one.quantity, other.quantity
    return abs((a.value or 0) - (b.value or 0)) > max(a.step, b.step)
