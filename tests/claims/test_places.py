"""Which places a text names, in the sense in which a figure can speak of them. The places are those that ship."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import Gazetteer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the United States, 300 were freed.", ["United States"]),
        ("The United States has 300.", ["United States"]),
        ("In the U.S., 300 were freed.", ["United States"]),
        ("US police freed 300.", ["United States"]),
        ("across America", ["United States"]),
        ("in the UK", ["United Kingdom"]),
        ("Britain freed 300.", ["United Kingdom"]),
        ("in England and Wales", ["England and Wales"]),
        ("There are 40 million worldwide.", ["World"]),
        ("Globally, there are 40 million.", ["World"]),
        ("a global trade", ["World"]),
        ("around the world", ["World"]),
        ("the world's second-largest trade", ["World"]),
        ("in Asia and the Pacific", ["Asia and the Pacific"]),
        ("the EU", ["European Union"]),
        ("in the 27 EU member states", ["European Union (27)"]),
        ("in Ohio, Texas and Florida", ["Ohio", "Texas", "Florida"]),
        ("in Houston, Texas", ["Houston, Texas"]),
        ("in Houston, TX", ["Houston, Texas"]),
        ("in St. Louis", ["St. Louis, Missouri"]),
        ("in Washington, D.C.", ["Washington, DC"]),
        ("the state of Washington", ["Washington (US state)"]),
        ("New York passed it.", ["New York (US state)"]),
        ("New York City freed 12.", ["New York City, New York"]),
        ("Miami-Dade County filed 12.", ["Miami-Dade County, Florida"]),
        ("in New Mexico", ["New Mexico"]),
        ("in West Virginia", ["West Virginia"]),
        ("in the Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("Myanmar, once Burma", ["Myanmar", "Myanmar"]),
        ("refugees in Jordan", ["Jordan"]),
        ("in Chad, Mali and Niger", ["Chad", "Mali", "Niger"]),
    ],
)
def test_a_place_is_named(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert [mention.ids for mention in gazetteer.find(text)] == [(place,) for place in expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Washington Post wrote of it.",
        "the University of Texas at Austin",
        "Michael Jordan spoke.",
        "Jordan Smith spoke.",
        "Ms. Florence spoke.",
        "Paris Hilton spoke.",
        "They eat turkey.",
        "US$236 billion",
        "CONTACT US",
        "the Global Slavery Index",
        "during the World Cup",
        "Third World debt",
        "African American women",
        "Nigerian women are at risk.",
        "Mexican nationals were charged.",
        "the Dallas Cowboys",
        "send it to us",
    ],
)
def test_a_name_is_no_place(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.find(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Lubbock Springs, Texas, 12 were freed", "Lubbock Springs, Texas"),
        ("near Marlow, Ohio", "Marlow, Ohio"),
        ("deputies in Marlow County", "Marlow County"),
        ("In St. Marlow Parish", "St. Marlow Parish"),
        ("in Kenya's Kwale County", "Kwale County, Kenya"),
        ("in Nigeria's Edo State", "Edo State"),
        ("in southern Ohio", "southern Ohio"),
        ("West Texas police", "West Texas"),
        ("rural India", "rural India"),
        ("Dallas Heights", "Dallas Heights"),
    ],
)
def test_a_part_of_a_place_is_not_the_place(gazetteer: Gazetteer, text: str, expected: str) -> None:
    [mention] = gazetteer.find(text)
    assert mention.ids == (expected,)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Georgia freed 12, Atlanta alone 9.", "Georgia (US state)"),
        ("Florida and Georgia", "Georgia (US state)"),
        ("Seattle and Portland", None),
        ("Birmingham and Scotland", "Birmingham, England"),
    ],
)
def test_a_shared_name_is_told_by_its_neighbours(gazetteer: Gazetteer, text: str, place: str | None) -> None:
    shared = [m for m in gazetteer.find(text) if text[m.start : m.end] in ("Georgia", "Portland", "Birmingham")]
    assert len(shared) == 1
    if place is None:
        assert len(shared[0].ids) == 2
    else:
        assert shared[0].ids == (place,)


@pytest.mark.parametrize("text", ["Nigerian authorities freed 12.", "the Nigerian police"])
def test_a_country_s_authorities_act_in_it(gazetteer: Gazetteer, text: str) -> None:
    assert [mention.ids for mention in gazetteer.find(text)] == [("Nigeria",)]


@pytest.mark.parametrize(
    "text",
    [
        "cities such as Dallas, Tampa and Boston",
        "worst in the south, above all in Asia",
        "second, behind only California",
        "more than in Texas",
        "compared with France",
        "everywhere, Canada included",
    ],
)
def test_an_example_is_not_what_a_figure_speaks_of(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.find(text) == ()


def test_a_place_with_a_number_of_its_own_is_no_example(gazetteer: Gazetteer) -> None:
    text = "most in Europe, at 84 million, followed by Asia at 62 million, more than in Africa (20)"
    assert [mention.ids for mention in gazetteer.find(text)] == [("Europe",), ("Asia",), ("Africa",)]


def test_american_children_hint_at_a_place(gazetteer: Gazetteer) -> None:
    [mention] = gazetteer.find("American children are at risk.")
    assert mention.ids == ("United States",)
    assert mention.weak


def test_where_a_report_was_filed_is_only_a_hint(gazetteer: Gazetteer) -> None:
    [mention] = gazetteer.find("GENEVA – Forced labour yields billions.")
    assert mention.dateline
    assert mention.weak
    [mention] = gazetteer.find("Geneva freed 12 people.")
    assert not mention.dateline


def test_places_lie_in_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.lies_within("Atlanta, Georgia", "United States")
    assert gazetteer.lies_within("Ohio", "World")
    assert not gazetteer.lies_within("Ohio", "United Kingdom")


def test_a_circle_of_places_ends() -> None:
    circle = Gazetteer([("Uno", "a")], within={"a": "b", "b": "a"})
    assert not circle.lies_within("a", "c")


def test_an_empty_gazetteer_knows_no_place() -> None:
    assert Gazetteer().find("In Ohio, 12 were freed.") == ()


@given(
    text=st.lists(st.sampled_from(["Ohio", ", TX", "US", "Jordan", " ", ",", "global", "Lubbock", "’s", "İ"])).map(
        "".join
    )
)
def test_any_text_can_be_read(gazetteer: Gazetteer, text: str) -> None:
    at = 0
    for mention in gazetteer.find(text):
        assert mention.start < mention.end <= len(text)
        assert mention.start >= at
        assert all(mention.ids)
        at = mention.start
