"""ClaimReview (https://schema.org/ClaimReview) as JSON-LD: what the reference says of an article's statistics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model import BlockKind, Document, FileReport, JudgedClaim, Stance, Verdict
from factcheck.reports.json_list import JsonListReporter
from factcheck.reports.paths import uri
from factcheck.reports.summary import Summary

# How true, from 1 to 5; what the reference set does not hold is no review.
_RATINGS = {Verdict.SUPPORTED: 5, Verdict.OUTDATED: 2, Verdict.CONTRADICTED: 1, Verdict.DEBUNKED: 1}


class ClaimreviewReporter(JsonListReporter):
    """Writes one review for each statistic that an article states and the reference judges."""

    head = '{"@context": "https://schema.org", "@graph": ['

    def items(self, report: FileReport) -> Iterator[dict[str, Any]]:
        appearance = _appearance(report.document)
        for judged in report.claims:
            if judged.judgement.verdict in _RATINGS and judged.claim.stance is Stance.STATED:
                yield _review(judged, appearance, report)

    def tail(self, summary: Summary) -> str:
        return "]}"


def _review(judged: JudgedClaim, appearance: dict[str, str], report: FileReport) -> dict[str, Any]:
    judgement, verdict = judged.judgement, judged.judgement.verdict
    keys = [*judgement.observations, *filter(None, [judgement.myth])]
    references = [report.references[key] for key in keys if key in report.references]
    rating = {
        "@type": "Rating",
        "ratingValue": _RATINGS[verdict],
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": verdict.value.capitalize(),
    }
    return {
        "@type": "ClaimReview",
        "claimReviewed": judged.claim.text,
        "itemReviewed": {"@type": "Claim", "text": judged.claim.quantity.text, "appearance": appearance},
        "reviewRating": rating,
        "author": {"@type": "Organization", "name": "factcheck"},
        "reviewBody": "\n".join(reference.says for reference in references),
        "citation": [
            {"@type": "CreativeWork", "name": reference.source, "url": reference.url} for reference in references
        ],
    }


def _appearance(document: Document) -> dict[str, str]:
    titles = (block.text for block in document.article if block.kind in (BlockKind.TITLE, BlockKind.HEADING))
    return {"@type": "Article", "headline": next(titles, document.path), "url": uri(document.path)}
