"""`misattributed-number`: the value is right, but another publisher's."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Article, Finding
from factcheck.model import JudgedClaim, Scope, Stance, Verdict
from factcheck.reference import Corpus
from factcheck.reference.wording import citation, named, sentence


def misattributed(article: Article) -> Iterator[Finding]:
    """One finding for each supported claim whose sentence names only other publishers than the measure's own."""
    for judged in article.claims:
        if _foreign(judged, article.corpus):
            measure, held = article.corpus.observation(judged.judgement.observations[0])
            publisher = article.corpus.publisher(measure)
            other = article.corpus.publishers[judged.claim.attribution.publishers[0]].name
            values = {
                "number": judged.claim.quantity.text,
                "named": named(other),
                "publisher": named(publisher),
                "sentence": sentence(measure, held),
                "source": citation(held, publisher),
            }
            yield Finding("misattributed-number", judged.claim.number, values, "", judged.judgement.references)


def _foreign(judged: JudgedClaim, corpus: Corpus) -> bool:
    claim, judgement = judged.claim, judged.judgement
    if judgement.verdict is not Verdict.SUPPORTED or judgement.measure is None or not judgement.observations:
        return False
    if claim.stance is not Stance.STATED or claim.attribution.scope not in (Scope.CLAUSE, Scope.SENTENCE):
        return False
    named, measure = claim.attribution.publishers, corpus.measures[judgement.measure]
    producers = {other.publisher for other in corpus.measures.values()}
    return bool(named) and set(named) <= producers and not {measure.publisher, *measure.relayed_by} & set(named)
