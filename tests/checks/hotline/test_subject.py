"""Which articles need a number to call: those about the exploitation of people, written for the public."""

from __future__ import annotations

import pytest

from factcheck.checks import Rule
from factcheck.checks.hotline.subject import Group, subject_of
from tests.checks.hotline.conftest import read

NEED_ONE = {
    "news": "# Two men charged\n\nPolice freed nine women. Two men are charged with human trafficking.",
    "guide": "# What hotel staff see\n\nA guest whose passport another holds may be a victim of trafficking.",
    "appeal": "# Join us in January\n\nWalk with us against modern slavery, and give a survivor a bed.",
    "story": "She left home for work. A man met her at the station, and within a week she was trafficked.",
    "farm": "# A harvest of debts\n\nPickers in bonded labour owe the owner more each season.",
    "online": "# Sextortion\n\nA stranger who asks a teenager for one picture will ask for more.",
    "news of a study": (
        "# Profits of forced labour rise\n\nForced labour earns billions, a report says. Workers told of threats, "
        "police freed some of them, and survivors ask for help in court."
    ),
    "couriers": "# Children sent with drugs\n\nCounty lines are the criminal exploitation of children.",
    "myths": "# Debunking myths of human trafficking\n\nMyth: a victim of trafficking is always moved.",
    "both trades": "# Two trades, one road\n\nThe gang lived on drug trafficking and human trafficking.",
}

NEED_NONE = {
    "other news": "# A new bridge\n\nThe county will build a bridge. Traffic will be led around the works.",
    "things": "# Cocaine seized\n\nThe drug trafficking ring hid it in fruit. Its drug traffickers fled.",
    "animals": "# Ivory at the port\n\nWildlife trafficking funds gangs. Trafficking in ivory is a crime.",
    "history": (
        "# The slave trade of Bristol\n\nIn the 18th century the transatlantic slave trade made it rich, and "
        "plantations bought the enslaved Africans."
    ),
    "fact check": "# Fact check: is trafficking the second-largest crime?\n\nThe rank has no source.",
    "method": (
        "# How many are trafficked?\n\nEstimates of trafficking differ: each survey has its own definition. "
        "Researchers sample households, and a study that multiplies counted cases gives another estimate."
    ),
    "catalogue": "Human Trafficking Awareness\n\nSale price: $40\nAdd to cart\nA course about human trafficking.",
    "abstract": (
        "Abstract: this paper compares estimates of human trafficking. Methods: a survey. Keywords: trafficking, "
        "slavery. doi: 10.0000/example"
    ),
    "table": "# Trafficking cases by state\n\n| State | Cases |\n|---|---|\n"
    + "".join(f"| State {n} | {n}00 |\n" for n in range(1, 20)),
    "law": (
        "Sec. 2. Human trafficking. Whoever traffics a person shall be guilty of a felony. Subsection (b) is "
        "amended by striking the word slavery."
    ),
    "one word": f"# The week\n\n{'The minister opened a school and met farmers. ' * 40}He named trafficking.",
}


@pytest.mark.parametrize("text", NEED_ONE.values(), ids=NEED_ONE)
def test_an_article_about_exploitation_needs_a_number(text: str, rules: dict[str, Rule]) -> None:
    assert subject_of(read(text), rules["missing-hotline"].lists).needs_number


@pytest.mark.parametrize("text", NEED_NONE.values(), ids=NEED_NONE)
def test_other_pages_need_none(text: str, rules: dict[str, Rule]) -> None:
    assert not subject_of(read(text), rules["missing-hotline"].lists).needs_number


def test_whom_an_article_is_about(rules: dict[str, Rule]) -> None:
    lists = rules["missing-hotline"].lists
    children = subject_of(read("# Child sex trafficking\n\nA child is sold by somebody she trusts."), lists)
    workers = subject_of(read("# Forced labour at sea\n\nFishing crews in forced labour see no wage."), lists)
    anyone = subject_of(read("# Human trafficking\n\nTraffickers use force, fraud and threats."), lists)
    assert Group.CHILDREN in children.groups
    assert workers.groups == {Group.WORKERS}
    assert anyone.groups == {Group.ANYONE}
