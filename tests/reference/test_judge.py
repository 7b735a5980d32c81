"""What the reference says of a claim: small articles in, verdicts out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import JudgedClaim

Check = Callable[[str], list[JudgedClaim]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # the value of that year, in its usual forms
        ("NCMEC received reports of nearly 26,300 endangered runaways in 2019.", "supported"),
        ("NCMEC received reports of more than 26,000 endangered runaways in 2019.", "supported"),
        ("In 2018, 23,500 endangered runaways were reported to NCMEC.", "supported"),
        # another value
        ("NCMEC received reports of more than 23,500 endangered runaways in 2019.", "contradicted"),
        ("NCMEC received reports of 31,000 endangered runaways in 2019.", "contradicted"),
        # without a year: the newest is right, an older one is out of date
        ("NCMEC receives reports of 26,500 endangered runaways.", "supported"),
        ("NCMEC receives reports of 23,500 endangered runaways.", "outdated"),
        # the year of the publication is no excuse for a number that was never right
        ("NCMEC's 2019 report counts 23,500 endangered runaways.", "supported"),
        ("There are 23,500 endangered runaways (NCMEC, 2019).", "supported"),
        ("NCMEC's 2020 report counts 41,000 endangered runaways.", "contradicted"),
        # shares in all their forms
        ("One in six endangered runaways reported in 2019 were likely trafficking victims.", "supported"),
        ("Of the runaways reported in 2019, 16.7 percent were likely trafficking victims.", "supported"),
        ("One in seven endangered runaways reported in 2019 were likely trafficking victims.", "contradicted"),
        # a myth, told as true
        ("Every year 300,000 children are sold for sex in the United States.", "debunked"),
        # an observation of low confidence accuses nobody
        ("The FBI made 900 arrests for child trafficking in 2019.", "unverified"),
        # another place, another year, another source: not covered
        ("In Florida, 31,000 endangered runaways were reported to NCMEC in 2019.", "unverified"),
        ("NCMEC received reports of 31,000 endangered runaways in 1997.", "unverified"),
        ("The FBI says 31,000 endangered runaways were reported in 2019.", "unverified"),
        # nothing is known, no source
        ("Traffickers took 412 runaway girls from the county last month.", "unsupported"),
    ],
)
def test_verdicts(judged: Check, text: str, verdict: str) -> None:
    assert [str(one.judgement.verdict) for one in judged(text)] == [verdict]


def test_a_contradicted_number_is_known_as_another_years(judged: Check) -> None:
    (one,) = judged("NCMEC received reports of more than 23,500 endangered runaways in 2019.")
    assert one.judgement.observations == ("runaways/United States/2019",)
    assert one.judgement.matched == ("runaways/United States/2018",)


@pytest.mark.parametrize(
    "text",
    [
        "It is a myth that 300,000 children are sold for sex every year.",
        "There are not 300,000 children sold for sex every year in the United States.",
    ],
)
def test_a_refuted_number_accuses_nobody(judged: Check, text: str) -> None:
    assert not any(one.judgement.verdict.accuses for one in judged(text))


def test_a_share_told_of_a_larger_group_is_broadened(judged: Check) -> None:
    (one,) = judged("One in six children in the United States are likely trafficking victims.")
    assert one.judgement.broadened == "likely-share/United States/2019"
