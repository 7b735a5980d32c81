"""`missing-period`: a count from a yearly series, told without its year."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Article, Finding
from factcheck.model import JudgedClaim, Period, Stance, Verdict
from factcheck.reference.schema import Measure
from factcheck.reference.wording import sentence, when

_YEARLY = 3  # so many years in a row make a series that comes out every year


def missing_period(article: Article) -> Iterator[Finding]:
    """One finding for each supported count of a yearly series that gives no year."""
    for judged in article.claims:
        if _lacks_year(judged):
            measure, held = article.corpus.observation(judged.judgement.observations[0])
            if _yearly(measure, held.place):
                values = {
                    "number": judged.claim.quantity.text,
                    "when": when(Period.parse(held.period)),
                    "sentence": sentence(measure, held),
                }
                yield Finding("missing-period", judged.claim.number, values, "", judged.judgement.references)


def _lacks_year(judged: JudgedClaim) -> bool:
    claim, judgement = judged.claim, judged.judgement
    if (claim.period or claim.edition) is not None or claim.stance is not Stance.STATED or claim.quantity.vague:
        return False
    return judgement.verdict is Verdict.SUPPORTED and bool(judgement.observations)


def _yearly(measure: Measure, place: str) -> bool:
    if measure.unit.startswith(("percent", "currency")):
        return False
    periods = [Period.parse(o.period) for o in measure.observations if o.place == place]
    years = {p.end_year for p in periods if p.single_year and p.end_year is not None}
    return any(all(year + step in years for step in range(_YEARLY)) for year in years)
