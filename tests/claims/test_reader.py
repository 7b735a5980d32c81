"""Small articles in, claims out: what governs a number, and from how near."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Linter, documents
from factcheck.claims import ClaimReader, Gazetteer, Publishers
from factcheck.claims.components import COMPONENTS
from factcheck.claims.dateline import dateline
from factcheck.claims.pipeline import pipeline
from factcheck.model import Claim, Format, Scope

Read = Callable[..., tuple[Claim, ...]]
DATE = dt.date(2021, 6, 15)


@pytest.mark.parametrize(
    ("text", "place", "scope"),
    [
        ("In Ohio, 300 victims of trafficking were found.", "Ohio", Scope.CLAUSE),
        ("300 victims of trafficking were found in Ohio.", "Ohio", Scope.CLAUSE),
        (
            "In Ohio, 300 victims of trafficking were found, and 40 traffickers were charged.",
            "Ohio",
            Scope.SENTENCE,
        ),
        ("Ohio acts. Some 300 victims of trafficking were found.", "Ohio", Scope.PARAGRAPH),
        ("# Ohio\n\nSome 300 victims of trafficking were found.", "Ohio", Scope.HEADING),
        ("---\ntitle: Ohio\n---\n\nSome 300 victims of trafficking were found.", "Ohio", Scope.DOCUMENT),
        ("In Ohio:\n\n- 300 victims of trafficking were found", "Ohio", Scope.PARAGRAPH),
        ("- Much of the trafficking in Ohio is hidden.\n- 73% of that harms victims.", "Ohio", Scope.PARAGRAPH),
        ("- Much of the trafficking in Ohio is hidden.\n- 73% of those asked were victims.", None, Scope.NONE),
        ("| Place | Trafficking victims |\n| --- | --- |\n| Ohio | 300 |\n", "Ohio", Scope.HEADING),
        ("Ohio, Texas, Utah and Iowa act. Some 300 victims of trafficking were found.", None, Scope.NONE),
        ("Ohio acts. In Texas, 300 victims of trafficking were found.", "Texas", Scope.CLAUSE),
        ("Nigerian victims abound: 300 victims of trafficking were found in Italy.", "Italy", Scope.CLAUSE),
        ("GENEVA – Some 300 victims of trafficking were found.", "Geneva, Switzerland", Scope.PARAGRAPH),
        ("GENEVA – Some 300 victims of trafficking were found worldwide.", "World", Scope.CLAUSE),
        ("The US Department of State counted 300 victims of trafficking worldwide.", "World", Scope.CLAUSE),
        ("Italy counted 300 victims of trafficking, the US Department of State reports.", "Italy", Scope.CLAUSE),
        ("Some 300 victims of trafficking were found.", None, Scope.NONE),
    ],
)
def test_the_place_that_governs(claims: Read, text: str, place: str | None, scope: Scope) -> None:
    claim = claims(text)[-1]
    assert (claim.places[:1], claim.place_scope) == (() if place is None else (place,), scope)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2018, 300 victims of trafficking were found.", ["2018"]),
        ("In 2018 the hotline received 300 reports of trafficking victims.", ["2018"]),
        ("There were 300 trafficking victims in 2018 and 400 trafficking victims in 2019.", ["2018", "2019"]),
        (
            "In 2018 there were 300 trafficking victims, and in 2019 there were 400 trafficking victims.",
            ["2018", "2019"],
        ),
        ("In 2018, 300 victims of trafficking were found and 40 traffickers were charged.", ["2018", "2018"]),
        ("Much happened in 2018. Some 300 victims of trafficking were found.", ["2018"]),
        ("In 2018 there were 300 trafficking victims. The next year, 400 trafficking victims.", ["2018", "2019"]),
        ("# Trafficking in 2018\n\nSome 300 victims of trafficking were found.", ["2018"]),
        ("# News of 5 May 2018\n\nSome 300 victims of trafficking were found.", ["None"]),
        ("| Year | Trafficking victims |\n| --- | --- |\n| 2018 | 300 |\n| 2019 | 400 |\n", ["2018", "2019"]),
        ("Last year 300 victims of trafficking were found.", ["2020"]),
        ("To date, 300 victims of trafficking have been found.", ["<=2021-06"]),
        ("As of March 2018, 300 victims of trafficking had been found.", ["<=2018-03"]),
        ("A 2018 report counts 300 victims of trafficking.", ["None"]),
        ("There were 300 trafficking victims in 2018, then 400 trafficking victims in 2019.", ["2018", "2019"]),
        ("Some 300 victims of trafficking were found.", ["None"]),
        (
            "- In 2018, 300 victims of trafficking were found.\n- Some 400 victims of trafficking were found.",
            ["2018", "None"],
        ),
    ],
)
def test_the_period_that_governs(claims: Read, text: str, periods: list[str]) -> None:
    assert [str(claim.period) for claim in claims(text, date=DATE)] == periods


def test_a_table_s_caption_governs_its_cells(claims: Read) -> None:
    table = "<tr><th>Place</th><th>Trafficking victims</th></tr><tr><td>Ohio</td><td>300</td></tr>"
    [claim] = claims(f"<table><caption>Counted in 2018</caption>{table}</table>", Format.HTML)
    assert (claim.places, str(claim.period), claim.period_scope) == (("Ohio",), "2018", Scope.HEADING)


def test_a_paragraph_introduces_a_table(claims: Read) -> None:
    text = "The ILO counted in 2018, in Ohio:\n\n| Trafficking victims |\n| --- |\n| 300 |\n"
    [claim] = claims(text)
    assert (claim.places, str(claim.period), claim.attribution.publishers) == (("Ohio",), "2018", ("ilo",))


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("The 2018 ILO report counts 300 victims of trafficking.", 2018),
        ("There are 300 victims of trafficking (ILO, 2018).", 2018),
        ("The ILO's 2018 report is grim. Some 300 victims of trafficking were found.", 2018),
        ("The 2018 report is grim. The FBI found 300 victims of trafficking.", None),
        ("In 2018, 300 victims of trafficking were found.", None),
    ],
)
def test_the_year_of_the_publication(claims: Read, text: str, edition: int | None) -> None:
    assert claims(text)[-1].edition == edition


def test_without_a_date_last_year_is_given_but_unknown(claims: Read) -> None:
    [claim] = claims("Last year 300 victims of trafficking were found.")
    assert claim.period is not None
    assert (claim.period.first, claim.period.last) == (None, None)


def test_the_dateline_dates_the_article(claims: Read) -> None:
    text = "# Rescue\n\nPublished: 9 October 2017\n\nLast year 300 victims of trafficking were found."
    assert str(claims(text)[-1].period) == "2016"
    assert str(claims(text, date=DATE)[-1].period) == "2020"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("October 9, 2017", dt.date(2017, 10, 1)),
        ("Published: 12 September 2022", dt.date(2022, 9, 1)),
        ("Monday, March 5, 2018 | 06:30 pm", dt.date(2018, 3, 1)),
        ("By Ann Lee, 5 March 2018", dt.date(2018, 3, 1)),
        ("2022-09-12", dt.date(2022, 9, 1)),
        ("May 2016", dt.date(2016, 5, 1)),
        ("2016", None),
        ("In May 2016 the shelter took in 300 people.", None),
        ("From May 2016 to June 2017", None),
        ("The shelter opened.", None),
    ],
)
def test_a_dateline(line: str, date: dt.date | None) -> None:
    assert dateline(documents.read(f"Rescue\n\n{line}\n\nThey came.".encode(), "a.txt", Format.TEXT)) == date


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (
            "# Rescue\n\n## Trafficking\n\nIt is rare. Some 300 victims of trafficking were found.",
            "Rescue\nTrafficking\nIt is rare.",
        ),
        ("In Ohio:\n\n- 300 victims of trafficking were found", "In Ohio:"),
        ("| Place | Trafficking victims |\n| --- | --- |\n| Ohio | 300 |\n", "Trafficking victims\nOhio"),
        (
            "They met. The state found victims of trafficking.\n\nOf those victims, 300 were children.",
            "The state found victims of trafficking.",
        ),
        ("Some 300 victims of trafficking were found.", ""),
    ],
)
def test_the_words_around_a_claim(claims: Read, text: str, context: str) -> None:
    assert sorted(claims(text)[-1].context.split("\n")) == sorted(context.split("\n"))


def test_the_page_around_the_article_is_not_read(claims: Read) -> None:
    chrome = "<nav>300 victims of trafficking</nav>"
    page = f"<body>{chrome}<main><p>400 victims of trafficking were found.</p></main></body>"
    assert [claim.quantity.low for claim in claims(page, Format.HTML)] == [400]


def test_the_number_knows_its_place_in_the_source(claims: Read) -> None:
    text = "Some **300 victims** of trafficking were found.\r\n\r\nThen *400* victims of trafficking &amp; more."
    assert [text[slice(*claim.number)].strip("*") for claim in claims(text)] == ["Some **300", "400"]


def test_a_pipeline_of_its_own() -> None:
    nlp = pipeline(Gazetteer([("Ohio", "Ohio")]), Publishers([("ILO", "ilo")]))
    assert nlp.pipe_names == list(COMPONENTS)
    doc = nlp("In 2019 the ILO found that 300 victims of trafficking in Ohio were not counted.")
    assert [place.ids for place in doc._.places] == [("Ohio",)]
    assert [source.publisher for source in doc._.sources if source.publisher] == ["ilo"]
    assert [str(period.period) for period in doc._.periods] == ["2019"]
    assert doc._.cues


def test_the_components_find_what_the_reader_finds(gazetteer: Gazetteer, publishers: Publishers) -> None:
    text = "According to NCMEC, one in six runaways was trafficked. It was no 300,000 victims in 2019."
    document = documents.read(text.encode(), "article", Format.TEXT)
    read = ClaimReader(gazetteer, publishers).read(document)
    found = pipeline(gazetteer, publishers)(text)._.claims
    assert [(claim.quantity, claim.clause, claim.counts) for claim in read] == [
        (claim.quantity, claim.clause, claim.counts) for claim in found
    ]
    assert len(read) == 2


PIECES = [
    "In 2019, ",
    "300 victims ",
    "of trafficking ",
    "in Ohio",
    ". ",
    "\n\n",
    "- ",
    "# ",
    "not ",
    "ILO",
    "(2017)",
    "| ",
    "1 in 6 ",
    "since 2007 ",
    "\r\n",
    "é",
    "👧🏽",
    "&amp;",
    "?",
    "Source: ",
    "<b>",
    "last year ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(list(Format)[:3]))
def test_any_article_can_be_read(reader: ClaimReader, text: str, format: Format) -> None:
    for claim in reader.read(documents.read(text.encode(), "article", format)):
        assert 0 <= claim.sentence.start <= claim.quantity.start < claim.quantity.end <= claim.sentence.end
        assert claim.sentence.end <= len(claim.block.text)
        assert claim.clause.start <= claim.quantity.start
        assert 0 <= claim.number.start < claim.number.end <= len(text)


def test_no_claim_is_read_out_of_what_stands_in_the_place_of_a_picture() -> None:
    report = Linter().check_text("<p><img alt='300 victims of trafficking'> Few were found.</p>", "html")
    assert report.files[0].claims == ()
