"""Whether a source is in reach of a number: only where a careful reader finds none is it without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Claim, Format


def _first(claims: tuple[Claim, ...], number: str) -> Claim:
    return next(claim for claim in claims if claim.quantity.text == number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # who acts counts
        ("The ministry has repatriated 412 trafficking victims since March.", "412"),
        ("Since the desk opened, the nine task forces have:\n\n- freed 61 trafficking victims;", "61"),
        ("Open Road House walked with 212 survivors of trafficking to court.", "212"),
        # who speaks: before, after, around a quotation
        ("The mayor spoke on Friday.\n\n“We found 31 trafficked children,” the mayor said.", "31"),
        ("Deputies made 130 trafficking arrests in five days.\n\nThe sheriff announced it on Monday.", "130"),
        # a report, presented in the sentence, the paragraph or the line before
        ("The rapporteur's report came out in May. Since 2013, 566 trafficked men were freed.", "566"),
        ("A study by the Harbour Council looked at girls who were sold.\n\nA quarter of victims were under 12.",
         "A quarter"),
        # a note or a citation that closes the paragraph
        ("In 48% of trafficking cases a stranger recruited. Most recruiters were men.[^d]\n\n[^d]: Larkfield.",
         "48%"),
        # in so many words
        ("Calls to the trafficking helpline up 25%\n\nCalls rose, according to its assessment.", "up 25%"),
    ],
)  # fmt: skip
def test_a_source_in_reach(claims: Callable[..., tuple[Claim, ...]], text: str, number: str) -> None:
    assert _first(claims(text), number).sourced


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In Larkfield 350 children were trafficked in 2019.", "350"),
        # the number before it has the source, and this one turns to another place
        ("According to UNODC, 38 percent of victims were children. In our region 79 percent of traffickers chat.",
         "79 percent"),
        # a help line is no source
        ("In Larkfield 350 children were trafficked.\n\nHelp: the Harbour Line, 1-888-373-7888.", "350"),
        # what introduces a list of facts with a number of its own
        ("The ILO counts 24.9 million.\n\n- Every year 9,000 girls are trafficked in Larkfield.", "9,000"),
    ],
)  # fmt: skip
def test_no_source_in_reach(claims: Callable[..., tuple[Claim, ...]], text: str, number: str) -> None:
    assert not _first(claims(text), number).sourced


def test_a_linked_mark_behind_the_sentence(claims: Callable[..., tuple[Claim, ...]]) -> None:
    page = '<p>1 in 6 trafficked children is a boy. [<a href="https://larkfield.edu/study.pdf">6</a>]</p>'
    assert _first(claims(page, Format.HTML), "1 in 6").sourced
