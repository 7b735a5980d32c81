"""Which myth a number tells, and when it is the fact that the myth was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck import documents
from factcheck.claims import ClaimReader
from factcheck.model import Format, Judgement
from factcheck.reference import Corpus, Judge
from factcheck.reference.schema import MythValue
from tests.reference.conftest import MYTH, measure, observation

Judged = Callable[[str], Judgement]
ENTRIES = measure("entries", "entries", {"own": ["child"], "all": ["entries"]}, [observation("2019", 460000)])
ANY = replace(
    MYTH,
    id="states-ranked",
    claim="A state ranks first in the nation for trafficking",
    variants=("our state is number one in the nation for trafficking",),
    words=replace(MYTH.words, all=("traffick", "rank|number one", "state|nation|Florida")),
    values=(MythValue(n=1, unit="rank"),),
)
LOCAL = replace(
    ANY,
    id="florida-number-one",
    claim="Florida ranks first for trafficking",
    variants=("Florida is the number one state for trafficking",),
    place="Florida",
    words=replace(ANY.words, all=("Florida", "traffick")),
)
MISSING = replace(
    MYTH,
    id="missing-children",
    claim="460,000 children go missing in the United States each year",
    variants=("460,000 children are missing",),
    facts=("entries",),
    words=replace(MYTH.words, all=("child", "missing")),
    values=(MythValue(n=460000, unit="children"),),
)


@pytest.fixture(scope="module")
def judged(small_corpus: Corpus) -> Judged:
    """The verdict on the one claim of a text."""
    corpus = Corpus(
        measures={"entries": ENTRIES},
        myths={myth.id: myth for myth in (ANY, LOCAL, MISSING)},
        publishers=small_corpus.publishers,
        places=small_corpus.places,
    )
    reader, judge = ClaimReader(corpus.gazetteer, corpus.known_publishers), Judge(corpus)

    def check(text: str) -> Judgement:
        document = documents.read(text.encode(), "draft.txt", Format.TEXT)
        (claim,) = reader.read(document)
        return judge.judge(claim)

    return check


def test_a_myth_of_the_place_named_goes_before_one_of_the_country(judged: Judged) -> None:
    assert judged("Florida is the number one state in the nation for trafficking.").myth == "florida-number-one"
    assert judged("Our state ranks number one in the nation for trafficking.").myth == "states-ranked"


def test_its_true_year_alone_makes_no_fact_of_a_myth(judged: Judged) -> None:
    told = judged("In 2019, 460,000 children went missing in the United States.")
    assert told.myth == "missing-children"


def test_with_its_year_place_and_population_it_is_a_fact(judged: Judged) -> None:
    told = judged("In 2019 there were 460,000 entries for missing children in the United States.")
    assert (told.measure, told.myth) == ("entries", None)


def test_words_of_a_publishers_name_tell_no_myth(judged: Judged) -> None:
    named = "The National Center for Missing & Exploited Children took 460,000 calls in the United States."
    assert judged(named).myth is None
    own = "The National Center for Missing & Exploited Children says 460,000 children go missing in the U.S."
    assert judged(own).myth == "missing-children"
    loose = "Of missing children and others there are 460,000 in the United States."
    assert judged(loose).myth == "missing-children"
