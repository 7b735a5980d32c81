"""Every observation of the reference set works on real sentences, and none speaks for another measure.

The sentences are made from the corpus itself (`sentences.py`). Each is put under a headline, as in an article.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import pytest

from factcheck import documents
from factcheck.linter import Linter
from factcheck.model import Format
from factcheck.reference.schema import Confidence
from tests.corpus.sentences import Case, cases

HEADLINE = "Human trafficking and missing children in numbers\n\n"

# Cases that cannot hold, with the reason. Nothing else may fail.
EXCEPTIONS: dict[tuple[str, str], str] = {}


@lru_cache(maxsize=1)
def _linter() -> Linter:
    return Linter()


@lru_cache(maxsize=1)
def _cases() -> dict[str, list[Case]]:
    by_measure: dict[str, list[Case]] = defaultdict(list)
    for case in cases(_linter().corpus):
        by_measure[case.measure].append(case)
    return by_measure


def failures(measure: str, kind: str) -> list[str]:
    """The sentences of a measure that are not judged as they should be."""
    failed = []
    for case in _cases()[measure]:
        if case.kind == kind:
            document = documents.read((HEADLINE + case.text).encode(), "article.txt", Format.TEXT)
            judged = _linter().judge.judge_all(_linter().reader.read(document))
            told = [(str(one.judgement.verdict), one.judgement.measure) for one in judged]
            if not any(verdict in case.right and read_as == measure for verdict, read_as in told):
                failed.append(f"{case.text} -> {told}")
    return failed


MEASURES = sorted(_linter().corpus.measures)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("kind", ["stated", "another year's", "off by 30%"])
def test_sentences_are_judged_as_their_own_measure(measure: str, kind: str) -> None:
    failed = failures(measure, kind)
    if (measure, kind) in EXCEPTIONS:
        assert failed, "this exception is no longer needed"
    else:
        assert not failed, "\n".join(failed)


def test_every_trusted_observation_has_a_sentence() -> None:
    told = {
        (case.measure, case.observation.place, case.observation.period) for m in _cases().values() for case in m
    }
    wanted = {
        (measure.id, observation.place, observation.period)
        for measure in _linter().corpus.measures.values()
        for observation in measure.observations
        if observation.confidence is not Confidence.LOW and not observation.retired
    }
    assert not wanted - told
