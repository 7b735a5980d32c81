"""`content-farm-source` and `weak-source`: a number's link leads to a page that proves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from factcheck.checks.article import Article, Finding
from factcheck.claims.attribution import LONGEST_HOST
from factcheck.model import JudgedClaim, Link, Verdict
from factcheck.reference.wording import citation


def weak_source(article: Article) -> Iterator[Finding]:
    """One finding for each link to a content farm, and for each weak page given as a number's source."""
    farms = frozenset(article.rules["content-farm-source"].lists["domains"])
    for block in article.blocks:
        for link in block.links:
            may_be_listed = any(domain in link.url.lower() for domain in farms)
            if may_be_listed and (farm := listed(link.url, farms)):
                yield Finding("content-farm-source", link.span, {"site": farm})
    for judged in article.claims:
        yield from _weak(judged, article)


def _weak(judged: JudgedClaim, article: Article) -> Iterator[Finding]:
    lists = article.rules["weak-source"].lists
    start, end = judged.claim.sentence
    for link in judged.claim.block.links:
        if start <= link.start < end and (case := _case(link, judged, lists)):
            values = {"site": host(link.url), "primary": ""}
            if judged.judgement.observations:
                measure, held = article.corpus.observation(judged.judgement.observations[0])
                values["primary"] = citation(held, article.corpus.publisher(measure))
            yield Finding("weak-source", link.span, values, case, judged.judgement.references)


def _case(link: Link, judged: JudgedClaim, lists: dict[str, tuple[str, ...]]) -> str | None:
    if listed(link.url, frozenset(lists["search"])) and "search" in link.url:
        return "search"
    if listed(link.url, frozenset(lists["social"])):
        return "social"
    known = judged.judgement.verdict is Verdict.SUPPORTED and judged.judgement.observations
    return "tertiary" if known and listed(link.url, frozenset(lists["tertiary"])) else None


def host(url: str) -> str:
    """The host of an address without `www.`; empty where it has none, or none that can be."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if len(name) <= LONGEST_HOST else ""


def listed(url: str, domains: frozenset[str]) -> str | None:
    """The domain of the list that an address lies under, if any."""
    labels = host(url).split(".")
    return next((d for i in range(len(labels)) if (d := ".".join(labels[i:])) in domains), None)
