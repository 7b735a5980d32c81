"""What an article is about, of which kind it is, and where its readers are."""

from __future__ import annotations

import re

import pytest

from factcheck import documents
from factcheck.context import Clue, Context, Group, How, Kind, Topic
from factcheck.model import Format


def context(text: str, *countries: str) -> Context:
    return Context(documents.read(text.encode(), "draft", Format.MARKDOWN), atlas, countries)


def atlas(text: str) -> list[Clue]:
    """A world of three places."""
    places = {"Ohio": "US", "Leeds": "GB", "Lagos": "NG"}
    return [Clue(places[word], word) for word in re.findall(r"\w+", text) if word in places]


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

OTHER = {
    "other news": "# A new bridge\n\nThe county will build a bridge. Traffic will be led around the works.",
    "things": "# Cocaine seized\n\nThe drug trafficking ring hid it in fruit. Its drug traffickers fled.",
    "animals": "# Ivory at the port\n\nWildlife trafficking funds gangs. Trafficking in ivory is a crime.",
    "one word": f"# The week\n\n{'The minister opened a school and met farmers. ' * 40}He named trafficking.",
}
OTHER |= {
    "busy streets": "# A shooting\n\nIt is one of the least trafficked blocks. Police think of pot trafficking.",
    "roundup": "# Early links\n\n"
    + "".join(
        f"- A long enough line about matter {n} of the many matters of today in our city\n" for n in range(12)
    )
    + "- Officials fear sex trafficking at a match, and a pimp was seen\n",
}
NEAR = {
    "domestic-abuse": "# Leaving\n\nDomestic abuse hurts one woman in four. Domestic abuse can be reported.",
    "migration": "# Arrivals by sea\n\nRescuers found a boat. The migrants had been at sea for days.",
    "missing-adults": "# Still missing\n\nA missing man was last seen on the pier.",
}
KINDS = {
    Kind.HISTORY: (
        "# The slave trade of Bristol\n\nIn the 18th century the transatlantic slave trade made it rich, and "
        "plantations bought the enslaved Africans."
    ),
    Kind.FACT_CHECK: "# Fact check: is trafficking the second-largest crime?\n\nThe rank has no source.",
    Kind.RESEARCH: (
        "# How many are trafficked?\n\nEstimates of trafficking differ: each survey has its own definition. "
        "Researchers sample households, and a study that multiplies counted cases gives another estimate."
    ),
    Kind.CATALOGUE: "Human Trafficking Awareness\n\nSale price: $40\nAdd to cart\nA course about trafficking.",
    Kind.TABLE: "# Trafficking cases by state\n\n| State | Cases |\n|---|---|\n"
    + "".join(f"| State {n} | {n}00 |\n" for n in range(1, 20)),
    Kind.LAW: (
        "Sec. 2. Human trafficking. Whoever traffics a person shall be guilty of a felony. Subsection (b) is "
        "amended by striking the word slavery."
    ),
    Kind.TRANSCRIPT: "# A discussion of forced labour\n\nThe chair opened by asking the room to settle.",
    Kind.STATEMENT: "# Modern slavery statement\n\nWe know our suppliers.",
    Kind.REPORT: "# Forced labour rises, new report says\n\nMore are held than before.",
    Kind.CASE: "# Two men charged with human trafficking\n\nPolice freed nine women.",
    Kind.APPEAL: "# What hotel staff see\n\nIf you see a guest whose passport another holds, call us.",
    Kind.NEWS: "# A harvest of debts\n\nPickers in bonded labour owe the owner more each season.",
}


@pytest.mark.parametrize("text", NEED_ONE.values(), ids=NEED_ONE)
def test_articles_about_exploitation(text: str) -> None:
    assert context(text).topic is Topic.TRAFFICKING
    assert not context(text).debunks


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_articles_about_something_else(text: str) -> None:
    assert context(text).topic is not Topic.TRAFFICKING


@pytest.mark.parametrize(("topic", "text"), NEAR.items())
def test_articles_near_the_field(topic: str, text: str) -> None:
    assert context(text).topic is Topic.NEAR
    assert topic in context(text).near


@pytest.mark.parametrize(("kind", "text"), KINDS.items())
def test_kinds(kind: Kind, text: str) -> None:
    assert context(text).kind is kind


def test_an_article_on_a_claim_of_others_debunks() -> None:
    text = "# What the posts say\n\nThe meme on child trafficking went viral."
    assert context(text).debunks


def test_whom_an_article_is_about() -> None:
    children = context("# Child sex trafficking\n\nA child is sold by somebody she trusts.")
    workers = context("# Forced labour at sea\n\nFishing crews in forced labour see no wage.")
    anyone = context("# Human trafficking\n\nTraffickers use force, fraud and threats.")
    assert Group.CHILDREN in children.groups
    assert workers.groups == {Group.WORKERS}
    assert anyone.groups == {Group.ANYONE}


@pytest.mark.parametrize(
    ("text", "how", "country"),
    [
        ("Police in Leeds, and again in Leeds, and in Leeds.", How.TEXT, "GB"),
        ("Police in Ohio and in Ohio and in Leeds, Leeds and Leeds.", How.UNKNOWN, "GB"),
        ("An agency in Lagos counted them.", How.UNKNOWN, "NG"),  # a country named once
        ("They promised £90 a day in Leeds, and he went to Leeds.", How.TEXT, "GB"),
        ("Law enforcement and a nonprofit look for labor trafficking.", How.ASSUMED, "US"),
        ("Officers look for labour trafficking.", How.UNKNOWN, ""),
        ("A nonprofit center saw the behaviour of the labour market.", How.UNKNOWN, ""),
        ("The sheriff of a county in Ohio and a nonprofit.", How.TEXT, "US"),
    ],
)
def test_where_readers_are(text: str, how: How, country: str) -> None:
    readers = context(text).readers
    assert (readers.how, readers.countries[:1]) == (how, (country,) if country else ())


def test_what_is_configured_stands_against_the_text() -> None:
    readers = context("Leeds, Leeds, Leeds, Leeds", "IE").readers
    assert (readers.how, readers.countries) == (How.CONFIGURED, ("IE",))
