"""Whom a text names as the source of its figures, and what names nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import Publishers
from factcheck.claims.attribution import sources
from factcheck.claims.cited import source_line
from factcheck.model import Claim, Format, Link, Scope, Span


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("According to the ILO, 300 were freed.", "ilo"),
        ("The International Labour Organization counts 300.", "ilo"),
        ("300 were freed (ILO, 2017).", "ilo"),
        ("300 were reported to NCMEC.", "ncmec"),
        ("FBI data show 300 arrests.", "fbi"),
        ("Source: UNODC, Global Report", "unodc"),
        ("See https://www.ilo.org/report.pdf for the 300.", "ilo"),
        ("See www.data.unodc.org for the 300.", "unodc"),
    ],
)
def test_a_known_publisher(publishers: Publishers, text: str, publisher: str) -> None:
    assert publisher in [mention.publisher for mention in sources(text, (), publishers)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to the Larkfield Institute, 300 were freed.", "the Larkfield Institute"),
        ("according to the head of the shelter", "the head of the shelter"),
        ("A study by the University of Larkfield found 12 percent.", "the University of Larkfield"),
        ("Data from the Larkfield courts show 12.", "the Larkfield courts"),
        ("The Larkfield Institute reports 300 cases.", "The Larkfield Institute"),
        ("Figures compiled by Larkfield Watch", "Larkfield Watch"),
        ("The report says that 300 were freed.", "The report"),
        ("The agency counted 300.", "The agency"),
        ("Police in Larkfield arrested 12 men.", "Police in Larkfield"),
        ("Prosecutors charged 12 men.", "Prosecutors"),
        ("A spokesman for the city said 12 were held.", None),
        ("Its website lists 300 shelters.", "Its website"),
        ("She said 300 had come.", "She"),
        ("300 had come, says the Larkfield Institute.", "the Larkfield Institute"),
        ("The trade makes 300 a day (Larkfield Times).", "Larkfield Times"),
        ("There were 300 (Marsh & Lowe, 2016, p. 4).", "Marsh & Lowe, 2016, p. 4"),
        ("There were 300 victims.4 Most were men.", "4"),
        ("There were 300 victims [12].", "[12]"),
        ("There were 300 victims.[^note]", "[^note]"),
        ("There were 300 victims¹", "¹"),
        ("Source: Ministry of Labour", "Ministry of Labour"),
        ("A Larkfield professor said 300 had come.", "A Larkfield professor"),
        ("The Larkfield Index puts it at 300.", "The Larkfield Index"),
        ("As reported by the Larkfield Herald, 300 came.", "the Larkfield Herald"),
        ("The sheriff's office recovered 12 children.", "The sheriff's office"),
    ],
)
def test_another_source(publishers: Publishers, text: str, words: str | None) -> None:
    found = [mention.text for mention in sources(text, (), publishers)]
    if words is None:
        assert found == []
    else:
        assert words in found


@pytest.mark.parametrize(
    "text",
    [
        "Experts say 300 were freed.",
        "Studies show that 300 were freed.",
        "Recent research found 300.",
        "According to recent statistics, 300 were freed.",
        "According to experts, 300 were freed.",
        "According to some estimates, 300 were freed.",
        "A new study found 12 percent.",
        "In one study, 12 percent had been sold.",
        "By some estimates it is 300.",
        "It is estimated that 300 were freed.",
        "Many say 300.",
        "Abuse reports in Ohio rose by 30 percent.",
        "The numbers are rising: 300 this year.",
        "Human Trafficking Statistics",
        "300 victims of commercial sexual exploitation (CSEC) were found.",
        "Call the FBI at 555-0100.",
        "Contact NCMEC for help.",
        "Visit Polaris to learn more.",
        "Traffickers made 300 a day.",
        "Victims reported 300 beatings.",
        "It shows how 300 lives changed.",
        "There are 3.5 million.",
        "The law is No.3 on the list.",
        "The girls were freed (June 2019).",
    ],
)
def test_nobody_is_named(publishers: Publishers, text: str) -> None:
    assert sources(text, (), publishers) == ()


def link(text: str, words: str, url: str) -> Link:
    start = text.index(words)
    return Link(start, start + len(words), url, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.ilo.org/forced-labour", "ilo"),
        ("https://data.unodc.org/x", "unodc"),
        ("https://example.org/report", ""),
        ("http://ilo.org.example.com/", ""),
        ("HTTPS://ILO.ORG", "ilo"),
    ],
)
def test_a_link_is_a_source(publishers: Publishers, url: str, publisher: str) -> None:
    text = "There are 300 victims."
    [mention] = sources(text, [link(text, "300 victims", url)], publishers)
    assert (mention.publisher, mention.url, mention.text) == (publisher, url, "")


@pytest.mark.parametrize(
    "url",
    [
        "mailto:a@ilo.org",
        "tel:+15550100",
        "#top",
        "/about",
        "https://www.facebook.com/sharer",
        "https://a.org/donate",
        "javascript:void(0)",
        "http://[bad",
        "",
    ],
)
def test_a_link_that_is_no_source(publishers: Publishers, url: str) -> None:
    text = "There are 300 victims."
    assert sources(text, [link(text, "300", url)], publishers) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Source: Ministry of Labour", "Ministry of Labour"),
        ("*Sources:* Ministry of Labour", "* Ministry of Labour"),
        ("Data source – ILO", "ILO"),
        ("The source of the figure is lost.", ""),
        ("Sources of income", ""),
    ],
)
def test_a_source_line(text: str, who: str) -> None:
    assert source_line(text) == who


@pytest.mark.parametrize(
    ("text", "given", "scope"),
    [
        ("The ILO counts 27 million victims of forced labour.", ("ilo",), Scope.CLAUSE),
        (
            "The ILO counts 27 million victims of slavery, and 6 million victims are sold for sex.",
            ("ilo",),
            Scope.SENTENCE,
        ),
        ("The ILO has counted. Some 6 million victims of trafficking are children.", ("ilo",), Scope.PARAGRAPH),
        ("There are 27 million victims of slavery. That is the count of the ILO.", ("ilo",), Scope.PARAGRAPH),
        ("There are 27 million victims of slavery. Ask the ILO for help.", (), Scope.NONE),
        ("The ILO counts victims in Ohio. In Texas, 300 victims of trafficking were found.", (), Scope.NONE),
        ("The FBI freed 12 victims, while the ILO counts 27 million victims of slavery.", ("ilo",), Scope.CLAUSE),
        ("# ILO figures\n\nThere are 27 million victims of forced labour.", ("ilo",), Scope.HEADING),
        ("There are [27 million](https://www.ilo.org/x) victims of forced labour.", ("ilo",), Scope.CLAUSE),
        ("The ILO counts:\n\n- 27 million victims of forced labour", ("ilo",), Scope.PARAGRAPH),
        (
            "- 27 million victims of forced labour\n- 6 million victims of sex trafficking\n\nSource: ILO",
            ("ilo",),
            Scope.PARAGRAPH,
        ),
        ("There are 27 million victims of slavery.\n\nSo says a report of the ILO.", ("ilo",), Scope.PARAGRAPH),
        ("Experts say there are 27 million victims of slavery.", (), Scope.NONE),
    ],
)
def test_how_near_the_source_stands(
    claims: Callable[..., tuple[Claim, ...]], text: str, given: tuple[str, ...], scope: Scope
) -> None:
    last = claims(text)[-1]
    assert (last.attribution.publishers, last.attribution.scope) == (given, scope)
    assert last.attribution.given == (scope is not Scope.NONE)


@pytest.mark.parametrize(
    "text", ["The Harbour Line counts 12.", "According to the Harbour Line, 12.", "Harbour Line: 12"]
)
def test_a_name_with_its_article(text: str) -> None:
    known = Publishers([("The Harbour Line", "harbour")])
    assert [mention.publisher for mention in sources(text, (), known) if mention.publisher] == ["harbour"]


def test_a_source_under_a_table(claims: Callable[..., tuple[Claim, ...]]) -> None:
    text = "| Year | Trafficking victims |\n| --- | --- |\n| 2019 | 4,120 |\n\nSource: ILO\n"
    assert [claim.attribution.publishers for claim in claims(text)] == [("ilo",)]


def test_a_footnote_says_whom_the_number_is_from(claims: Callable[..., tuple[Claim, ...]]) -> None:
    text = "There are 27 million victims of slavery.[^1] Some 6 million victims are sold.\n\n[^1]: ILO, 2017.\n"
    first, second = claims(text)
    assert (first.attribution.publishers, first.attribution.scope) == (("ilo",), Scope.CLAUSE)
    assert (second.attribution.publishers, second.attribution.scope) == (("ilo",), Scope.PARAGRAPH)


def test_a_footnote_s_mark_alone_is_a_source(claims: Callable[..., tuple[Claim, ...]]) -> None:
    text = "<p>There are 27 million victims of slavery.<sup>1</sup></p>"
    assert [claim.attribution.given for claim in claims(text, Format.HTML)] == [True]


def test_plain_text_links(claims: Callable[..., tuple[Claim, ...]]) -> None:
    text = "There are 27 million victims of forced labour: https://www.ilo.org/x"
    assert claims(text, Format.TEXT)[0].attribution.urls == ("https://www.ilo.org/x",)


@given(
    text=st.lists(
        st.sampled_from(
            [
                "According to ",
                "ILO",
                "said",
                " the ",
                "report",
                "(",
                ")",
                "Source:",
                "2017",
                ", ",
                ". ",
                "http://",
                "A",
                "1",
                "\n",
            ]
        )
    ).map("".join)
)
def test_any_text_can_be_read(publishers: Publishers, text: str) -> None:
    for mention in sources(text, (), publishers):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.publisher or mention.text or mention.url
