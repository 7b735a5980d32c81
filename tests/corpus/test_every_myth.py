"""Every myth of the reference set is found as it is told, in the usual forms of its number, and nowhere else.

The sentences are made from the corpus itself (`tellings.py`). The true figure with its year, place and population
is the business of `test_every_entry.py`: those sentences must be supported there, so that no myth takes them.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from factcheck.entries import read_yaml
from factcheck.model import Verdict
from factcheck.reference.schema import Confidence
from tests.corpus.judging import judged, linter
from tests.corpus.tellings import Telling, tellings

_NOT_FOUND = Path(__file__).with_name("myths_not_found.yaml")
EXCEPTIONS: dict[tuple[str, str], str] = {
    (myth, variant): entry["reason"]
    for entry in read_yaml(_NOT_FOUND.read_text("utf-8"), str(_NOT_FOUND))
    for myth, variants in entry["variants"].items()
    for variant in variants
}

pytestmark = pytest.mark.slow


@cache
def by_myth() -> dict[str, list[Telling]]:
    """The tellings of each myth."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings(linter().corpus):
        found[telling.myth.id].append(telling)
    return found


def right(telling: Telling) -> bool:
    """Whether a telling is judged as it should be.

    A myth taken from a measure may also be told by the measure itself, which then says what it gives today. A myth
    of low confidence accuses nobody.
    """
    myth, judgements = telling.myth, [one.judgement for one in judged(telling.text)]
    if not telling.accused:
        return not any(one.verdict.accuses for one in judgements)
    if myth.confidence is Confidence.LOW:
        return not any(one.myth == myth.id for one in judgements)
    wanted = Verdict.OUTDATED if myth.problem == "outdated" else Verdict.DEBUNKED
    return any(
        (one.myth == myth.id and one.verdict is wanted)
        or (one.measure in myth.facts and one.verdict is Verdict.OUTDATED)
        for one in judgements
    )


MYTHS = sorted(by_myth())


@pytest.mark.parametrize("myth", MYTHS)
@pytest.mark.parametrize("kind", ["told", "number forms"])
def test_telling_is_found(myth: str, kind: str) -> None:
    told = [one for one in by_myth()[myth] if one.kind == kind and (myth, one.of) not in EXCEPTIONS]
    assert not [one.text for one in told if not right(one)]


@pytest.mark.parametrize("myth", MYTHS)
@pytest.mark.parametrize("kind", ["careful", "taken back", "asked"])
def test_legitimate_use_is_left_alone(myth: str, kind: str) -> None:
    assert not [one.text for one in by_myth()[myth] if one.kind == kind and not right(one)]


@pytest.mark.parametrize(("myth", "variant"), EXCEPTIONS)
def test_exception_is_still_needed(myth: str, variant: str) -> None:
    told = [one for one in by_myth()[myth] if one.kind == "told" and one.of == variant]
    assert told, "the myth has no such variant any more"
    assert not all(right(one) for one in told), "this variant is found now; take it off the list"
