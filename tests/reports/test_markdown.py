"""The comment on a pull request: what an article says is text in it, and never acts."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.model import FileError, FileReport, Reference
from tests.reports.builders import finding, report, written
from tests.reports.hostile import reports

SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."
GITHUB = MarkdownIt("gfm-like")  # bare addresses become links, as on GitHub
# What code hosts look for in the text that is left when the markup is gone: people, issues, emoji.
ACTING = re.compile(r"(?:^|\W)[@#!]\w|\w[@#!]\w|\bGH-\d|:[\w+-]+:", re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    return [inner for token in GITHUB.parse(text) for inner in (token, *(token.children or ()))]


def shown(text: str) -> str:
    """The text that a reader sees, without the code in it."""
    return "".join(
        token.content if token.type == "text" else "\n" for token in tokens(text) if token.type != "code_inline"
    )


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
    assert text.endswith("### Could not be checked\n\n- b\\_c\\.md: is not text\n")


def test_of_all_addresses_only_those_of_the_reference_set_are_links() -> None:
    message = "Not “http://a.example/x_y”, www.b.example or *so*.\nSource: Us, https://c.example/d_e (primary)."
    found = replace(finding(SOURCE, "7 beds", message), references=("beds/US/2019",))
    cited = Reference("Beds: 8", "Us", "https://c.example/d_e")
    text = written("markdown", replace(report(SOURCE, found), references={"beds/US/2019": cited}))
    assert [token.attrs["href"] for token in tokens(text) if token.type == "link_open"] == [
        "https://c.example/d_e"
    ]
    assert {"http://a.example/x_y”", "www.b.example"} <= {
        t.content for t in tokens(text) if t.type == "code_inline"
    }


def test_nobody_is_called_and_no_issue_closed() -> None:
    message = "Thanks to @editor and @org/team, closes #12, see GH-3, org/repo#4, !5 and :tada:, mail me@a.example"
    text = shown(written("markdown", report(SOURCE, finding(SOURCE, "7 beds", message))))
    assert not ACTING.search(text)
    assert message in text.replace("\u200b", "")


def test_a_comment_is_never_longer_than_a_host_takes() -> None:
    source = "It has 7 beds. " * 900
    long = "Wrong, and here is why, at some length. " * 5
    text = written("markdown", report(source, *[finding(source, "7 beds", long)] * 900))
    assert len(text) < 65_536
    left = re.search(r"… and (\d+) more", text)
    assert left and int(left[1]) + text.count("- **error**") == 900


def test_the_examples(checked: list[FileReport]) -> None:
    text = written("markdown", *checked)
    assert (
        sum(token.type == "list_item_open" for token in tokens(text))
        == sum(len(r.diagnostics) for r in checked)
        > 5
    )
    links = {token.attrs["href"] for token in tokens(text) if token.type == "link_open"}
    assert links and links <= {reference.url for one in checked for reference in one.references.values()}


@given(reports())
def test_nothing_hostile_acts(hostile: FileReport) -> None:
    text = written("markdown", hostile)
    found = tokens(text)
    assert sum(token.type == "list_item_open" for token in found) == len(hostile.diagnostics)
    assert sum(token.type == "heading_open" for token in found) == 1 + bool(hostile.diagnostics)
    allowed = {
        *("heading_open", "heading_close", "inline", "text", "paragraph_open", "paragraph_close", "strong_open"),
        *("strong_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("code_inline", "hardbreak"),
    }
    assert {token.type for token in found} <= allowed
    assert sum(token.type == "strong_open" for token in found) == len(hostile.diagnostics)
    assert not ACTING.search(shown(text))
