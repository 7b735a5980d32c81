"""A small reference set of our own, so that these tests say everything they rest on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import documents
from factcheck.claims import ClaimReader
from factcheck.entries import adapter
from factcheck.model import Format, JudgedClaim
from factcheck.reference import Corpus, Judge
from factcheck.reference.schema import Measure, Myth, Place, Publisher

PLACES = [
    {"id": "World", "names": ["worldwide", "around the world"]},
    {"id": "United States", "names": ["United States", "U.S."]},
    {"id": "Florida", "names": ["Florida"], "within": "United States"},
]
PUBLISHERS = [
    {"id": "ncmec", "name": "National Center for Missing & Exploited Children", "aliases": ["NCMEC"]},
    {"id": "fbi", "name": "Federal Bureau of Investigation", "aliases": ["FBI"]},
]


def observation(period: str, value: float | str, **more: object) -> dict[str, object]:
    """An observation of the United States, exact and of high confidence unless said otherwise."""
    return {
        "place": "United States",
        "period": period,
        "value": value,
        "source": {"title": "Annual report", "url": "https://example.org/report"},
        "evidence": [{"url": "https://example.org/report", "kind": "primary"}],
        "confidence": "high",
        "checked": "2026-11-22",
        **more,
    }


def measure(id: str, unit: str, words: dict[str, list[str]], observations: list[dict[str, object]]) -> Measure:
    """A measure of NCMEC's."""
    return adapter(Measure).validate_python(
        {
            "id": id,
            "title": id.replace("-", " "),
            "counts": "what NCMEC counts",
            "population": "runaways reported to NCMEC",
            "publisher": "ncmec",
            "unit": unit,
            "phrases": ["NCMEC counted {value} {where} {when}."],
            "words": words,
            "observations": observations,
        }
    )


RUNAWAYS = measure(
    "runaways",
    "reports",
    {"own": ["runaway"], "unless": ["likely victim"]},
    [observation("2018", 23500), observation("2019", 26300, bound="nearly"), observation("2020", 26500)],
)
SHARE = measure(
    "likely-share",
    "percent",
    {"all": ["likely", "traffick"], "whom": ["runaway"]},
    [observation("2018", "1 in 7"), observation("2019", "1 in 6")],
)
UNSURE = measure("arrests", "arrests", {"own": ["arrest"]}, [observation("2019", 210, confidence="low")])
MYTH = adapter(Myth).validate_python(
    {
        "id": "300000-children",
        "claim": "300,000 children are sold every year",
        "variants": ["300,000 children are sold every year"],
        "values": [{"n": 300000, "unit": "children/year"}],
        "words": {"all": ["child|kid", "sold|traffick"]},
        "place": "United States",
        "problem": "misread",
        "origin": "A guess about risk.",
        "say_instead": "Nobody knows.",
        "evidence": [{"url": "https://example.org/check", "kind": "fact-check"}],
        "confidence": "high",
        "checked": "2026-11-22",
        "legitimate_uses": "Correcting it.",
    }
)


@pytest.fixture(scope="session")
def small_corpus() -> Corpus:
    """Three measures and a myth."""
    return Corpus(
        measures={m.id: m for m in (RUNAWAYS, SHARE, UNSURE)},
        myths={MYTH.id: MYTH},
        publishers={p.id: p for p in map(adapter(Publisher).validate_python, PUBLISHERS)},
        places={p.id: p for p in map(adapter(Place).validate_python, PLACES)},
    )


@pytest.fixture(scope="session")
def judged(small_corpus: Corpus) -> Callable[[str], list[JudgedClaim]]:
    """The claims of a text with what the small corpus says of them."""
    reader = ClaimReader(small_corpus.gazetteer, small_corpus.known_publishers)
    judge = Judge(small_corpus)

    def check(text: str) -> list[JudgedClaim]:
        document = documents.read(text.encode(), "draft.txt", Format.TEXT)
        return [JudgedClaim(claim, judge.judge(claim)) for claim in reader.read(document)]

    return check
