"""The comment on a pull request: what an article says is text in it, and never acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import cmarkgfm
import comrak
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from lxml import html

from factcheck.model import FileError, FileReport, Reference
from tests.reports.builders import finding, report, written
from tests.reports.hostile import reports

SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."
# What code hosts look for in the text that is left when the markup is gone: people, issues, emoji.
ACTING = re.compile(r"[@#!]\w|\bGH-\d|:[\w+-]+:", re.IGNORECASE)
Render = Callable[[str], html.HtmlElement]


def github(text: str) -> html.HtmlElement:
    """The comment as GitHub shows it; nothing that its cleaning would take out is taken out."""
    page = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    return html.document_fromstring(page)


def gitlab(text: str) -> html.HtmlElement:
    """The same as GitLab shows it."""
    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    for name in ("autolink", "table", "strikethrough", "tasklist", "footnotes", "math_dollars", "shortcodes"):
        setattr(extensions, name, True)
    rendering.unsafe_ = True
    return html.document_fromstring(comrak.render_markdown(text, extensions, render_options=rendering))


HOSTS = pytest.mark.parametrize("host", [github, gitlab])


def links(page: html.HtmlElement) -> list[str]:
    return [link.get("href") for link in page.iter("a")]


def shown(page: html.HtmlElement) -> str:
    """The text that a reader sees, without the code in it."""
    for code in page.iter("code"):
        code.text = ""
    return str(page.text_content())


def test_a_finding_is_an_item_below_its_article() -> None:
    text = written(
        "markdown", report(SOURCE, finding(SOURCE, "7 beds", "Wrong.\nWrite: 8 beds"), path="posts/a.md")
    )
    assert text.splitlines() == [
        "## factcheck",
        "",
        "1 article · no statistics · 1 error",
        "",
        r"### posts/a\.md",
        "",
        "- **error** in line 2: `invented-rule`",
        "",
        "  Wrong\\.\\",
        r"  Write\: 8 beds",
        "",
    ]


def test_articles_without_findings_are_only_counted() -> None:
    text = written("markdown", report(SOURCE))
    assert text == "## factcheck\n\n1 article · no statistics · no problems found\n\n"


def test_files_that_could_not_be_checked_are_named() -> None:
    text = written("markdown", FileError("b_c.md", "is not text"))
    assert text.endswith("### Could not be checked\n\n- b\\_c\\.md: is not text\n\n")


@HOSTS
def test_of_all_addresses_only_those_of_the_reference_set_are_links(host: Render) -> None:
    message = "Not “http://a.example/x_y”, www.b.example or *so*.\nSource: Us, https://c.example/d_e (primary)."
    found = replace(finding(SOURCE, "7 beds", message), references=("beds/US/2019",))
    cited = Reference("Beds: 8", "Us", "https://c.example/d_e")
    page = host(written("markdown", replace(report(SOURCE, found), references={"beds/US/2019": cited})))
    assert links(page) == ["https://c.example/d_e"]
    code = {each.text for each in page.iter("code")}
    assert code == {"invented-rule", "http://a.example/x_y”", "www.b.example"}


@HOSTS
def test_nobody_is_called_and_no_issue_closed(host: Render) -> None:
    message = "Thanks to @editor and @org/team, closes #12, see GH-3, org/repo#4, !5 and :tada:, mail me@a.example"
    text = shown(host(written("markdown", report(SOURCE, finding(SOURCE, "7 beds", message)))))
    assert not ACTING.search(text)
    assert message in text.replace("\u200b", "")


def test_a_comment_is_never_longer_than_a_host_takes() -> None:
    source = "It has 7 beds. " * 900
    long = "Wrong, and here is why, at some length. " * 5
    unread = (FileError(f"{number}.md", long) for number in range(900))
    text = written("markdown", report(source, *[finding(source, "7 beds", long)] * 900), *unread)
    assert len(text) < 65_536
    left = re.search(r"… and ([\d,]+) more", text)
    assert left and int(left[1].replace(",", "")) + text.count("- **error**") + text.count(r"\.md") == 1801


@HOSTS
def test_the_examples(host: Render, checked: list[FileReport]) -> None:
    page = host(written("markdown", *checked))
    assert len(list(page.iter("li"))) == sum(len(one.diagnostics) for one in checked) > 5
    assert links(page)
    assert set(links(page)) <= {reference.url for one in checked for reference in one.references.values()}


@HOSTS
@given(reports())
def test_nothing_hostile_acts(host: Render, hostile: FileReport) -> None:
    page = host(written("markdown", hostile))
    (body,) = page.iter("body")
    found = [element.tag for element in body.iterdescendants()]
    count = len(hostile.diagnostics)
    assert set(found) <= {"h2", "h3", "p", "ul", "li", "strong", "code", "br"}
    assert (found.count("h2"), found.count("h3")) == (1, bool(count))
    assert (found.count("li"), found.count("strong")) == (count, count)
    assert not ACTING.search(shown(page))
