"""Whole web pages: what is the article, and what the page around it."""

from __future__ import annotations

import pytest

from factcheck.documents import read
from factcheck.documents.page_parts import names_part
from factcheck.model import Document

FIRST = "The county opened a second night desk in spring, and forty people came in its first week for a bed."
OTHER = "I do not believe a word of this, and neither does my neighbour, who has lived here all her life with us."
SECOND = "Most of them had slept in cars or in the station, said the woman who runs the desk with two volunteers."
LAST = "The desk stays open through the winter, and the council will decide in June whether it pays for a third."
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "News", "Help", "Give", "About us"))


def page(body: str) -> Document:
    source = f"<!doctype html><html><head><title>Night desks</title></head><body>{body}</body></html>"
    return read(source.encode(), "page.html")


def article(body: str) -> list[str]:
    return [block.text for block in page(body).article][1:]  # without the title


TEXT = f"<h1>Night desks</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"


@pytest.mark.parametrize(
    "around",
    [
        f'<div class="main-menu"><ul>{MENU}</ul></div>',
        f'<div id="sidebar-wrapper"><p>{OTHER}</p></div>',
        '<ol class="breadcrumb clearfix"><li><a href="/">Home</a></li><li>News</li></ol>',
        '<a class="skip-link screen-reader-text" href="#content">Skip to content</a>',
        f'<section id="comments"><h3>Comments</h3><p>{OTHER}</p><p>{OTHER}</p></section>',
        '<div class="c-newsletter"><p>Get our letter every week, with all that is new around here.</p></div>',
        f'<div class="yarpp-related"><h3>Related</h3><p>{OTHER}</p></div>',
        '<form action="/search"><label>Search the site</label><input></form>',
        '<div role="dialog"><p>We use cookies to make this site work as well as it can.</p></div>',
        f'<div class="siteFooter"><ul>{MENU}</ul><p>All rights reserved.</p></div>',
        f"<table><tr><td>{MENU * 4}</td></tr></table>",
    ],
)
def test_what_is_around_an_article_is_page(around: str) -> None:
    expected = ["Night desks", FIRST, SECOND, LAST]
    assert article(TEXT + around) == expected
    assert article(around + TEXT) == expected


@pytest.mark.parametrize(
    "name", ["has-sidebar", "tag-comments", "no-nav", "content", "article-body", "entry", "header"]
)
def test_a_name_that_says_nothing_hides_nothing(name: str) -> None:
    assert not names_part(name)


def test_a_part_that_holds_the_article_is_none() -> None:
    nav = f"<nav>{MENU}</nav>"
    assert article(f'{nav}<form id="aspnetForm"><div class="widget Blog">{TEXT}</div></form>')[1:] == [
        FIRST,
        SECOND,
        LAST,
    ]


def test_what_the_page_marks_as_its_article_is_read_though_it_is_short() -> None:
    assert article(f"<nav>{MENU}</nav><main><p>Forty beds.</p></main><footer>Call 988</footer>") == ["Forty beds."]


def test_a_draft_saved_as_a_page_is_read_as_a_whole() -> None:
    assert article(
        "<h2>Beds</h2><ul><li>forty</li></ul><p>See <a href='u'>the report</a> of the county, page 4.</p>"
    ) == [
        "Beds",
        "forty",
        "See the report of the county, page 4.",
    ]


def test_links_below_a_short_draft_are_page() -> None:
    body = "<h1>Beds</h1><p>There are forty beds in the house now.</p><div><a href='/print'>print</a></div>"
    assert article(body) == ["Beds", "There are forty beds in the house now."]


def test_a_list_of_other_pages_is_no_article() -> None:
    teasers = "".join(f"<h2><a href='/{n}'>What happened on day {n}</a></h2><p>{FIRST}</p>" for n in range(12))
    document = page(f"<nav>{MENU}</nav>{teasers}<footer>Call 988</footer>")
    assert document.article == ()
    assert [warning[:26] for warning in document.warnings] == ["No article was found in th"]
    assert document.blocks[-1].text == "Call 988"


def test_headings_of_the_page_govern_nothing() -> None:
    document = page(f'<div class="sidebar"><h1>Our magazine</h1></div>{TEXT}')
    assert {block.headings for block in document.article if block.text == FIRST} == {("Night desks",)}
