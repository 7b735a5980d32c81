"""ClaimReview: what the reference says of the statistics that an article states."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from factcheck import Linter
from factcheck.model import FileError, FileReport, JudgedClaim, Reference, Stance, Verdict
from tests.reports.builders import claim, made_of, report, written
from tests.reports.hostile import reports

TEXT = {"type": "string"}
SENTENCE = "It has 7 beds."
BEDS = Reference("Beds: 8, United States, in 2019", "Us, “Beds”", "https://a.example/beds")


def node(name: str, required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return made_of({"@type": {"const": name}, **required}, optional)


ARTICLE = node("Article", {"headline": TEXT, "url": {"type": "string", "pattern": r"\A[!-~]+\Z"}})
RATING = node(
    "Rating",
    {
        "ratingValue": {"enum": [1, 2, 5]},
        "bestRating": {"const": 5},
        "worstRating": {"const": 1},
        "alternateName": TEXT,
    },
)
REVIEW = node(
    "ClaimReview",
    {
        "claimReviewed": TEXT,
        "itemReviewed": node("Claim", {"text": TEXT, "appearance": ARTICLE}),
        "reviewRating": RATING,
        "author": node("Organization", {"name": TEXT}),
        "reviewBody": TEXT,
        "citation": {"type": "array", "items": node("CreativeWork", {"name": TEXT, "url": TEXT})},
    },
)
GRAPH = made_of({"@context": {"const": "https://schema.org"}, "@graph": {"type": "array", "items": REVIEW}})


def reviews(*results: FileReport | FileError) -> list[dict[str, Any]]:
    read = json.loads(written("claimreview", *results))
    Draft202012Validator(GRAPH).validate(read)
    return list(read["@graph"])


def of(*claims: JudgedClaim) -> FileReport:
    return replace(report(SENTENCE, claims=claims, path="posts/a b.md"), references={"beds/US/2019": BEDS})


def test_an_empty_run_is_whole() -> None:
    assert reviews() == []
    assert reviews(FileError("b.md", "is not text")) == []


def test_a_judged_statistic_is_a_review() -> None:
    (review,) = reviews(of(claim(SENTENCE, "7 beds", Verdict.CONTRADICTED)))
    assert review["claimReviewed"] == SENTENCE
    assert review["itemReviewed"]["text"] == "7 beds"
    assert review["itemReviewed"]["appearance"]["url"] == "posts/a%20b.md"
    assert (review["reviewRating"]["ratingValue"], review["reviewRating"]["alternateName"]) == (1, "Contradicted")
    assert review["reviewBody"] == BEDS.says
    assert review["citation"] == [{"@type": "CreativeWork", "name": BEDS.source, "url": BEDS.url}]


@pytest.mark.parametrize("verdict", [Verdict.UNVERIFIED, Verdict.UNSUPPORTED])
def test_what_the_reference_does_not_hold_is_no_review(verdict: Verdict) -> None:
    assert reviews(of(claim(SENTENCE, "7 beds", verdict))) == []


def test_what_an_article_refutes_is_no_claim_of_its_own() -> None:
    judged = claim(SENTENCE, "7 beds", Verdict.DEBUNKED)
    assert reviews(of(replace(judged, claim=replace(judged.claim, stance=Stance.REFUTED)))) == []


def test_an_article_is_named_by_its_title() -> None:
    article = (
        "# Forced labour\n\nIn 2021, 27.6 million people were in forced labour worldwide, the ILO estimated.\n"
    )
    (review,) = reviews(*Linter().check_text(article, path="a.md").files)
    assert review["itemReviewed"]["appearance"]["headline"] == "Forced labour"
    assert review["reviewRating"]["alternateName"] == "Supported"
    assert review["citation"][0]["url"].startswith("https://")


def test_the_examples(checked: list[FileReport]) -> None:
    judged = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.DEBUNKED)
    expected = sum(one.judgement.verdict in judged for file in checked for one in file.claims)
    assert len(reviews(*checked)) == expected >= 5


@given(reports())
def test_nothing_hostile_breaks_it(hostile: FileReport) -> None:
    assert reviews(replace(hostile, claims=(claim(SENTENCE, "7 beds", Verdict.SUPPORTED),)))
