"""A claim read as one of several measures that are alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck import documents
from factcheck.claims import ClaimReader
from factcheck.entries import adapter
from factcheck.model import Format
from factcheck.reference import Corpus, Judge
from factcheck.reference.schema import Measure, Place, Publisher
from tests.reference.conftest import PLACES, PUBLISHERS, measure, observation

Verdicts = Callable[[str], list[tuple[str, str | None]]]

TOTAL = measure(
    "total", "people", {"own": ["forced labo"], "own_unless": ["child"]}, [observation("2016", 24900000)]
)
CHILDREN = measure(
    "children", "people", {"own": ["child"], "all": ["forced labo"]}, [observation("2016", 4300000)]
)
OLD = measure("trade", "people", {"own": ["across borders"]}, [observation("2002", 1200000, status="superseded")])
ELSEWHERE = replace(
    measure(
        "florida", "people", {"own": ["child", "traffick"]}, [observation("2019", 3200) | {"place": "Florida"}]
    ),
    title="Children trafficked in Florida",
    phrases=("NCMEC says that {value} children were trafficked {where} {when}.",),
)
RUNNING = measure(
    "convictions", "people", {"own": ["convict"]}, [observation("2003..2021", 516) | {"place": "World"}]
)
SIGNALS = measure(
    "signals",
    "reports",
    {"own": ["signal"]},
    [
        observation("2019", 48326),
        observation("2021", 50123),
        observation("2024", 32309, status="current", confidence="low"),
    ],
)
ARRESTS = measure(
    "arrests", "people", {"own": ["arrest"]}, [observation("2013..2022", 3914), observation("2022", 471)]
)
ENSLAVED = replace(
    measure(
        "enslaved",
        "people",
        {"own": ["slavery"]},
        [observation("2016", 15000, edition=2018), observation("2021", 41000, edition=2023, status="current")],
    ),
    title="People living in slavery",
    phrases=("NCMEC estimated that {value} people live in slavery.",),
)


@pytest.fixture(scope="module")
def verdicts() -> Verdicts:
    """Each claim of a text: the verdict and the measure it was read as."""
    measures: tuple[Measure, ...] = (TOTAL, CHILDREN, OLD, ELSEWHERE, RUNNING, SIGNALS, ARRESTS, ENSLAVED)
    corpus = Corpus(
        measures={m.id: m for m in measures},
        publishers={p.id: p for p in map(adapter(Publisher).validate_python, PUBLISHERS)},
        places={p.id: p for p in map(adapter(Place).validate_python, PLACES)},
    )
    reader = ClaimReader(corpus.gazetteer, corpus.known_publishers)
    judge = Judge(corpus)

    def check(text: str) -> list[tuple[str, str | None]]:
        claims = reader.read(documents.read(text.encode(), "draft.txt", Format.TEXT))
        return [(str(one.verdict), one.measure) for one in map(judge.judge, claims)]

    return check


def test_a_part_is_not_read_as_the_total(verdicts: Verdicts) -> None:
    assert verdicts("In 2016, 4.3 million children were in forced labor.") == [("supported", "children")]
    assert verdicts("In 2016, 6 million children were in forced labor.") == [("contradicted", "children")]


def test_a_total_stands_beside_its_part(verdicts: Verdicts) -> None:
    told = verdicts("In 2016, 24.9 million people were in forced labor, including 4.3 million children.")
    assert told == [("supported", "total"), ("supported", "children")]


def test_a_figure_that_was_replaced_elsewhere_is_not_todays(verdicts: Verdicts) -> None:
    assert verdicts("In 2002, 1.2 million people were trafficked across borders.") == [("supported", "trade")]
    assert verdicts("Today 1.2 million people are trafficked across borders.") == [("unsupported", None)]


def test_a_count_of_another_place_is_not_meant_where_no_place_is_named(verdicts: Verdicts) -> None:
    assert verdicts("In 2019, 3,200 children were trafficked in Florida.") == [("supported", "florida")]
    assert verdicts("In 2019, 9,000 children were trafficked.") == [("unsupported", None)]
    assert verdicts("NCMEC says 9,000 children were trafficked in 2019.") == [("contradicted", "florida")]


def test_a_count_that_a_revision_may_part_from_ours_is_not_contradicted(verdicts: Verdicts) -> None:
    assert verdicts("In 2019, 3,195 children were trafficked in Florida.") == [("unsupported", None)]
    assert verdicts("In 2019, 3,145 children were trafficked in Florida.") == [("contradicted", "florida")]


def test_what_began_in_a_year_may_be_told_as_since_then(verdicts: Verdicts) -> None:
    assert verdicts("Since 2003 courts convicted 516 traffickers worldwide.") == [("supported", "convictions")]


def test_a_newest_figure_that_is_not_sure_accuses_nobody(verdicts: Verdicts) -> None:
    assert verdicts("The hotline receives 50,123 signals a year.") == [("supported", "signals")]


def test_a_sure_figure_between_an_older_one_and_today_does(verdicts: Verdicts) -> None:
    assert verdicts("The hotline receives 48,326 signals a year.") == [("outdated", "signals")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In 2022 police made 3,914 arrests of traffickers.", "contradicted"),
        ("In 2022 police made 471 arrests of traffickers.", "supported"),
        ("From 2013 to 2022 police made 3,914 arrests of traffickers.", "supported"),
        ("By the end of 2022 police had made 3,914 arrests of traffickers.", "supported"),
        ("In 2022 police counted 3,914 arrests of traffickers since the unit began.", "supported"),
    ],
)
def test_a_sum_over_many_years_is_not_one_years_figure(verdicts: Verdicts, text: str, verdict: str) -> None:
    assert verdicts(text) == [(verdict, "arrests")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In its report of 2023, NCMEC estimated that 14,000 people live in slavery.", "contradicted"),
        ("In its report of 2023, NCMEC estimated that 41,000 people live in slavery.", "supported"),
        ("In its report of 2018, NCMEC estimated that 14,000 people live in slavery.", "unverified"),
        (
            "In its report of 2023, NCMEC found more people in slavery, up from 14,000 people in slavery.",
            "unverified",
        ),
    ],
)
def test_the_newest_editions_figure_is_no_history(verdicts: Verdicts, text: str, verdict: str) -> None:
    assert [told for told, _ in verdicts(text)] == [verdict]
