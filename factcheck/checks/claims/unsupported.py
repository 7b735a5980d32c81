"""`unsupported-number`, `unverified-number`, `unsupported-ranking`, `vague-quantity`: not in the reference set."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Article, Finding
from factcheck.model import Claim, ClaimKind, Stance, Verdict


def unsupported(article: Article) -> Iterator[Finding]:
    """One finding for each stated claim that the reference does not cover."""
    for judged in article.claims:
        if judged.claim.stance is not Stance.STATED or judged.judgement.broadened:
            continue
        if judged.judgement.verdict in (Verdict.UNSUPPORTED, Verdict.UNVERIFIED):
            rule = _rule(judged.claim)
            if rule is not None:
                yield Finding(rule, judged.claim.number, {"number": judged.claim.quantity.text})


def _rule(claim: Claim) -> str | None:
    if claim.kind is ClaimKind.VAGUE:
        return None if claim.attribution.given else "vague-quantity"
    if claim.attribution.given:
        return "unverified-number"
    return "unsupported-ranking" if claim.kind is ClaimKind.RANK else "unsupported-number"
