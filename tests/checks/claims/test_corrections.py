"""The fix of a wrong number: the reference's number, told as the text told the other, only where that fits."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.fixing import apply, together
from factcheck.linter import Linter
from factcheck.model import FileReport, Settings


@cache
def linter() -> Linter:
    return Linter(Settings(select=("contradicts-reference", "outdated-number", "debunked-number")))


def check(text: str) -> FileReport:
    (checked,) = linter().check_text(text).files
    return checked


def corrected(text: str) -> str:
    return apply(text, together(found.fix for found in check(text).diagnostics if found.fix)[0])


RUNAWAYS = "Of all endangered runaways reported to NCMEC in 2019, {} were likely victims of child sex trafficking."
SLAVERY = "The ILO and Walk Free estimated that {} people were in modern slavery worldwide in 2021."
TODAY = "{} people live in modern slavery around the world, according to the ILO and Walk Free."
PROFITS = "Forced labour in the private economy earns {} in illegal profits a year, according to the ILO."


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        (RUNAWAYS, "one in four", "one in six"),
        (RUNAWAYS, "1 in 4", "1 in 6"),
        (RUNAWAYS, "one out of four", "one out of six"),
        (SLAVERY, "61 million", "49.6 million"),
        (SLAVERY, "an estimated 61 million", "an estimated 49.6 million"),
        (SLAVERY, "an estimated\n61 million", "an estimated 49.6 million"),
        (SLAVERY, "more than 61 million", "49.6 million"),
        (TODAY, "An estimated 40.3 million", "An estimated 49.6 million"),
        (TODAY, "More than 40 million", "49.6 million"),
        (PROFITS, "$150 billion", "$236 billion"),
        (PROFITS, "US$150 billion", "US$236 billion"),
        ("There were {} endangered runaways reported to NCMEC in 2019.", "more than 23,500", "nearly 26,300"),
    ],
)
def test_the_right_number_stands_in_the_sentence_and_is_borne_out(sentence: str, wrong: str, right: str) -> None:
    mended = corrected(sentence.format(wrong))
    assert mended == sentence.format(right)
    assert not check(mended).diagnostics


@pytest.mark.parametrize(
    "text",
    [
        RUNAWAYS.format("25 percent"),  # "1 in 6" does not stand in the place of a percentage in every sentence
        RUNAWAYS.format("one in **four**"),
        f"> {TODAY.format('An estimated 40.3 million')}",
        f'"{TODAY.format("An estimated 40.3 million")}" the minister said.',
    ],
)
def test_where_it_might_not_fit_an_editor_writes(text: str) -> None:
    assert check(text).diagnostics
    assert corrected(text) == text


def test_it_is_never_safe() -> None:
    (found,) = check(SLAVERY.format("61 million")).diagnostics
    assert found.fix is not None and not found.fix.safe
    assert found.fix.title == "Write 49.6 million"
