"""`unsupported-number`, `unverified-number`, `unsupported-ranking`, `vague-quantity`: not in the reference set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from factcheck.checks.article import Article, Finding
from factcheck.checks.claims.own import is_own
from factcheck.context import Topic
from factcheck.model import Claim, ClaimKind, JudgedClaim, Stance, Verdict

_EXPLAINS: Final = re.compile(r"[:;(—–]")


def unsupported(article: Article) -> Iterator[Finding]:
    """One finding for each stated claim that the reference does not cover.

    What the set does not hold says nothing against the numbers of an article about another subject, nor against
    one that may be no statistic of the field.
    """
    of_the_field = article.context.topic is Topic.TRAFFICKING
    for judged, following in zip_longest(article.claims, article.claims[1:]):
        if judged.claim.stance is not Stance.STATED or judged.judgement.broadened:
            continue
        if judged.judgement.verdict in (Verdict.UNSUPPORTED, Verdict.UNVERIFIED):
            own = not judged.claim.sourced and is_own(judged.claim, article)
            rule = _rule(judged.claim, sourced=own or judged.claim.sourced)
            if rule == "vague-quantity" and _told_exactly(judged, following):
                continue
            asked = of_the_field and judged.claim.certain
            if rule is not None and (asked or rule == "unverified-number"):
                values = {"number": judged.claim.quantity.text}
                yield Finding(rule, judged.claim.number, values, "own" if own else _case(rule, judged.claim))


def _told_exactly(judged: JudgedClaim, following: JudgedClaim | None) -> bool:
    """Whether the sentence goes on to give the figure: "thousands call: the desk counted 7,130 in 2025"."""
    vague, exact = judged.claim, following.claim if following else None
    if exact is None or exact.block is not vague.block or exact.sentence != vague.sentence:
        return False
    low, value, high = vague.quantity.low, exact.quantity.value, vague.quantity.high
    if value is None or low is None or high is None or exact.kind is not ClaimKind.COUNT:
        return False
    between = vague.block.text[vague.quantity.end : exact.quantity.start]
    return low <= value <= high and _EXPLAINS.search(between) is not None


def _case(rule: str, claim: Claim) -> str:
    """Of "cases are on the rise" no number could be one's own count; a source that is near may be another's."""
    if rule == "unverified-number" and not claim.attribution.given:
        return "near"
    return "trend" if rule == "unsupported-number" and claim.quantity.low is None else ""


def _rule(claim: Claim, *, sourced: bool) -> str | None:
    if claim.kind is ClaimKind.VAGUE:
        return None if sourced else "vague-quantity"
    if sourced:
        return "unverified-number"
    return "unsupported-ranking" if claim.kind is ClaimKind.RANK else "unsupported-number"
