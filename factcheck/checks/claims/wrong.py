"""`contradicts-reference`, `outdated-number`, `debunked-number`: what the reference says is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Article, Finding
from factcheck.checks.claims.corrections import corrected
from factcheck.model import JudgedClaim, Period, Verdict
from factcheck.reference import Corpus
from factcheck.reference.wording import citation, named, of, sentence, value_text


def wrong(article: Article) -> Iterator[Finding]:
    """One finding for each claim that the reference contradicts, has a newer value for, or knows as a myth."""
    for judged in article.claims:
        if judged.judgement.myth and judged.judgement.verdict.accuses:
            yield _myth(judged, article.corpus)
        elif judged.judgement.verdict is Verdict.CONTRADICTED:
            yield _contradicted(judged, article)
        elif judged.judgement.verdict is Verdict.OUTDATED:
            yield _finding("outdated-number", "", judged, article)


def _contradicted(judged: JudgedClaim, article: Article) -> Finding:
    if judged.claim.period is None:
        return _finding("contradicts-reference", "no-year", judged, article)
    case = "another-year" if judged.judgement.matched else "another-value"
    return _finding("contradicts-reference", case, judged, article)


def _finding(rule: str, case: str, judged: JudgedClaim, article: Article) -> Finding:
    """A finding about a measure: what it says, what the number is instead, the sentence to write, the source."""
    judgement, corpus = judged.judgement, article.corpus
    measure, right = corpus.observation(judgement.observations[0])
    publisher = corpus.publisher(measure)
    values = {
        "number": judged.claim.quantity.text,
        "publisher": named(publisher),
        "who": _opening(named(publisher)),
        "subject": measure.title[:1].lower() + measure.title[1:],
        "right": value_text(right, measure.unit),
        "when": of(Period.parse(right.period)) or "at no stated date",
        "sentence": sentence(measure, right),
        "source": citation(right, publisher),
    }
    if judgement.matched:
        _, other = corpus.observation(judgement.matched[-1])
        values["other"] = of(Period.parse(other.period)) or "of an older, undated edition"
    fix = corrected(article.document, judged.claim, measure, right)
    return Finding(rule, judged.claim.number, values, case, judgement.references, fix=fix)


def _opening(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def _myth(judged: JudgedClaim, corpus: Corpus) -> Finding:
    myth = corpus.myths[judged.judgement.myth or ""]
    values = {
        "number": judged.claim.quantity.text,
        "claim": myth.claim,
        "origin": myth.origin,
        "instead": myth.say_instead,
        "source": myth.evidence[0].url,
    }
    rule = "outdated-number" if judged.judgement.verdict is Verdict.OUTDATED else "debunked-number"
    return Finding(rule, judged.claim.number, values, myth.problem, judged.judgement.references)
