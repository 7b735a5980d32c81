"""`broadened-claim`: a share of one group told of a larger one ("1 in 6 runaways …" as "1 in 6 children")."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Article, Finding
from factcheck.model import Stance
from factcheck.reference.wording import citation, sentence


def broadened(article: Article) -> Iterator[Finding]:
    """One finding for each share whose value and words are a measure's, but not its population."""
    for judged in article.claims:
        if judged.judgement.broadened and judged.claim.stance is Stance.STATED:
            measure, held = article.corpus.observation(judged.judgement.broadened)
            publisher = article.corpus.publisher(measure)
            values = {
                "number": judged.claim.quantity.text,
                "publisher": publisher,
                "population": measure.population,
                "sentence": sentence(measure, held),
                "source": citation(held, publisher),
            }
            key = (judged.judgement.broadened,)
            yield Finding("broadened-claim", judged.claim.number, values, "", key)
