"""No measure speaks for another: neither for or against a sentence of its kin, nor with its kin's number.

`test_every_entry.py` shows that each sentence is judged by its own measure. Here its own measure is taken away, so
that every other one is free to take the sentence: none may.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from factcheck.reference import Judge
from factcheck.reference.schema import Measure
from factcheck.reference.wording import value_text
from tests.corpus.judging import judged, linter
from tests.corpus.sentences import fill
from tests.corpus.test_every_entry import by_measure

pytestmark = pytest.mark.slow

_SAMPLES = 8  # sentences of one measure, taken evenly from all of its

# Where another measure may speak for one that is not held, and why.
_ONE_WORD = "“human trafficking” is how articles call all forced labour; only the number tells the two apart"
EXCEPTIONS = {
    ("forced-labour-profits-trafficked-2005", "forced-labour-profits-total"): _ONE_WORD,
    ("forced-labour-profits-total", "forced-labour-profits-trafficked-2005"): _ONE_WORD,
    ("nhth-cases", "us-hotline-cases-fiscal-year-tip-report"): "the TIP Report prints the hotline's own counts",
}

# Measures that articles take for one another. A sentence of one, told with another's number, is never judged by
# that other one.
KIN = {
    "runaways reported to NCMEC, and all missing children": [
        "ncmec-endangered-runaways",
        "ncmec-missing-child-cases",
        "ncic-missing-child-entries",
        "ncic-missing-person-entries-all-ages",
    ],
    "reports, and runaways": [
        "ncmec-cybertipline-reports",
        "ncmec-child-sex-trafficking-reports",
        "ncmec-endangered-runaways",
    ],
    "signals, calls, cases and victims of the national hotline": [
        "nhth-signals",
        "nhth-calls",
        "nhth-cases",
        "nhth-sex-trafficking-cases",
        "nhth-likely-victims",
        "nhth-minor-victims",
    ],
    "forced labour, and modern slavery": [
        "global-forced-labour-total",
        "global-modern-slavery-total",
        "global-forced-labour-private-economy",
        "global-forced-labour-exploitation",
    ],
    "referrals, and confirmed or estimated victims in the United Kingdom": [
        "uk-nrm-referrals-total",
        "uk-nrm-referrals-children",
        "uk-modern-slavery-helpline-potential-victims",
        "uk-modern-slavery-victims-estimate-home-office",
        "uk-modern-slavery-victims-estimate-justice-and-care",
    ],
    "prosecutions, convictions and victims identified worldwide": [
        "tip-report-global-prosecutions",
        "tip-report-global-convictions",
        "tip-report-global-victims-identified",
        "tip-report-global-labor-convictions",
    ],
    "people referred, charged, prosecuted and convicted in the United States": [
        "bjs-federal-human-trafficking-persons-referred",
        "bjs-federal-human-trafficking-defendants-charged",
        "bjs-federal-human-trafficking-persons-prosecuted",
        "bjs-federal-human-trafficking-persons-convicted",
    ],
    "estimates of prevalence of different years and methods": [
        "global-modern-slavery-total",
        "gsi-global-total",
        "global-trafficked-within-forced-labour-2005",
        "un-victims-at-any-time-2-4-million",
        "people-trafficked-across-borders-per-year-us-state",
    ],
}


@pytest.mark.parametrize("measure", sorted(by_measure()))
def test_no_other_measure_takes_its_sentences(measure: str) -> None:
    corpus = linter().corpus
    others = {name: held for name, held in corpus.measures.items() if name != measure}
    judge = Judge(replace(corpus, measures=others, myths={}))
    stated = [case.text for case in by_measure()[measure] if case.kind == "stated"]
    taken = {
        (text, read_as)
        for text in stated[:: max(len(stated) // _SAMPLES, 1)]
        for one in judged(text)
        if (read_as := judge.judge(one.claim).measure) and (measure, read_as) not in EXCEPTIONS
    }
    assert not taken


def _told_with(measure: Measure, other: Measure) -> Iterator[str]:
    """The measure's sentence with each of the other's numbers, for the other's places and periods."""
    for observation in other.observations:
        if not observation.retired:
            yield fill(measure.phrases[0], observation, value_text(observation, other.unit))


@pytest.mark.parametrize(
    ("measure", "other"),
    [(one, other) for kin in KIN.values() for one in kin for other in kin if one != other],
)
def test_a_number_of_its_kin_is_not_taken_for_its_own(measure: str, other: str) -> None:
    measures = linter().corpus.measures
    taken = {
        (text, str(one.judgement.verdict), one.judgement.measure)
        for text in _told_with(measures[measure], measures[other])
        for one in judged(text)
        if one.judgement.measure not in (measure, None)
    }
    assert not taken
