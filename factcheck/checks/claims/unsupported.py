"""`unsupported-number`, `unverified-number`, `unsupported-ranking`, `vague-quantity`: not in the reference set."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Article, Finding
from factcheck.checks.claims.own import is_own
from factcheck.model import Claim, ClaimKind, Stance, Verdict


def unsupported(article: Article) -> Iterator[Finding]:
    """One finding for each stated claim that the reference does not cover."""
    for judged in article.claims:
        if judged.claim.stance is not Stance.STATED or judged.judgement.broadened:
            continue
        if judged.judgement.verdict in (Verdict.UNSUPPORTED, Verdict.UNVERIFIED):
            own = not judged.claim.attribution.given and is_own(judged.claim, article)
            rule = _rule(judged.claim, sourced=own or judged.claim.attribution.given)
            if rule is not None:
                values = {"number": judged.claim.quantity.text}
                yield Finding(rule, judged.claim.number, values, "own" if own else _case(rule, judged.claim))


def _case(rule: str, claim: Claim) -> str:
    """Of "cases are on the rise" there is no number that could be one's own count."""
    return "trend" if rule == "unsupported-number" and claim.quantity.low is None else ""


def _rule(claim: Claim, *, sourced: bool) -> str | None:
    if claim.kind is ClaimKind.VAGUE:
        return None if sourced else "vague-quantity"
    if sourced:
        return "unverified-number"
    return "unsupported-ranking" if claim.kind is ClaimKind.RANK else "unsupported-number"
