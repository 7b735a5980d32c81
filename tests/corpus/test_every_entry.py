"""Every observation of the reference set works on real sentences, and none speaks for another measure.

The sentences are made from the corpus itself (`sentences.py`). Each is put under a headline, as in an article.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from factcheck.reference.schema import Confidence
from tests.corpus.judging import judged, linter
from tests.corpus.sentences import Case, cases

pytestmark = pytest.mark.slow

KINDS = ("stated", "another year's", "off by 30%", "told as today's")

# Cases that cannot hold, with the reason. Nothing else may fail.
_SAMPLE = "the size of a survey or the scope of a study is no claim about trafficking"
_UNSEEN = "the sentence is not yet read as a statistic of the field"
_HISTORY = "told as history, a number accuses nobody; one is told as the myth it became"
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("gsi-countries-covered", "stated"): _SAMPLE,
    ("gsi-countries-covered", "off by 30%"): _SAMPLE,
    ("thorn-survey-respondents", "stated"): _SAMPLE,
    ("thorn-survey-respondents", "another year's"): _SAMPLE,
    ("urban-ucse-interviews", "stated"): _SAMPLE,
    ("polaris-typology-number-of-types", "stated"): _SAMPLE,
    ("nhth-operator-award", "stated"): "a grant to run a service is no statistic of the field",
    ("nhth-operator-award", "off by 30%"): "a grant to run a service is no statistic of the field",
    ("t-visa-approvals-family", "stated"): _UNSEEN,
    ("fbi-innocence-lost-life-terms", "stated"): _UNSEEN,
    ("us-people-trafficked-into-us-annually", "stated"): _HISTORY,
    ("us-people-trafficked-into-us-annually", "another year's"): _HISTORY,
}


@cache
def by_measure() -> dict[str, list[Case]]:
    """The cases of each measure."""
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases(linter().corpus):
        found[case.measure].append(case)
    return found


def right(case: Case) -> bool:
    """Whether a sentence is judged as its own measure, and another year's figure known as that year's."""
    return any(
        one.judgement.verdict in case.right
        and one.judgement.measure == case.measure
        and (case.names is None or case.names in one.judgement.matched)
        for one in judged(case.text)
    )


def failures(measure: str, kind: str) -> list[str]:
    """The sentences of a measure that are not judged as they should be, with what is said of them."""
    return [
        f"{case.text} -> {[(str(one.judgement.verdict), one.judgement.measure) for one in judged(case.text)]}"
        for case in by_measure()[measure]
        if case.kind == kind and not right(case)
    ]


@pytest.mark.parametrize("measure", sorted(by_measure()))
@pytest.mark.parametrize("kind", KINDS)
def test_sentences_are_judged_as_their_own_measure(measure: str, kind: str) -> None:
    failed = failures(measure, kind)
    if (measure, kind) in EXCEPTIONS:
        assert failed, "this exception is no longer needed"
    else:
        assert not failed, "\n".join(failed)


def test_every_trusted_observation_has_a_sentence() -> None:
    told = {
        (case.measure, case.observation.place, case.observation.period)
        for held in by_measure().values()
        for case in held
    }
    wanted = {
        (measure.id, observation.place, observation.period)
        for measure in linter().corpus.measures.values()
        for observation in measure.observations
        if observation.confidence is not Confidence.LOW and not observation.retired
    }
    assert not wanted - told
