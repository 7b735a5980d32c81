"""The page: the article with its findings marked, and nothing of the article that could act."""

from __future__ import annotations

import io
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import (
    Diagnostic,
    Document,
    FileError,
    FileReport,
    Format,
    Reference,
    Severity,
    Span,
    Stance,
    Verdict,
)
from factcheck.reports import Style, Summary, reporter
from tests.reports.builders import claim, finding, report

SOURCE = "A title\n\nThe shelter has 40 beds, a 2019 count says.\n"


class Page(HTMLParser):
    """What a page consists of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.ids += (value for name, value in attrs if name == "id" and value)
        self.links += (value for name, value in attrs if name in ("href", "src") and value)

    def handle_data(self, data: str) -> None:
        self.text += data


def written(*results: FileReport | FileError) -> str:
    out, summary = io.StringIO(), Summary()
    made = reporter("html", out, Style())
    for result in results:
        summary.add(result)
        made.add(result)
    made.close(summary)
    return out.getvalue()


def test_a_finding_and_its_words_link_to_each_other() -> None:
    page = Page(written(report(SOURCE, finding(SOURCE, "40 beds", "Wrong.\nWrite: 44 beds."))))
    assert {"mark-1-1", "note-1-1"} <= set(page.ids)
    assert {"#mark-1-1", "#note-1-1"} <= set(page.links)
    assert "Write: 44 beds." in page.text


def test_every_link_inside_the_page_leads_somewhere_and_no_name_stands_twice() -> None:
    claims = (claim(SOURCE, "40", Verdict.SUPPORTED),)
    one = report(SOURCE, finding(SOURCE, "40 beds"), finding(SOURCE, "beds, a"), claims=claims)
    page = Page(written(one, one))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_gravest_findings_come_first() -> None:
    minor = finding(SOURCE, "A title", "Minor.", Severity.INFO)
    page = Page(written(report(SOURCE, minor, finding(SOURCE, "40 beds", "Grave."))))
    assert page.text.index("Grave.") < page.text.index("Minor.")


def test_a_statistic_shows_its_verdict_and_its_source_as_a_link() -> None:
    judged = claim(SOURCE, "40 beds", Verdict.SUPPORTED)
    known = {"beds/US/2019": Reference("The register has 44 beds", "Register, “Beds”", "https://example.org/beds")}
    page = Page(written(FileReport(report(SOURCE).document, (judged,), references=known)))
    assert "supported" in page.text
    assert "The register has 44 beds" in page.text
    assert "https://example.org/beds" in page.links


def test_a_wrong_number_that_the_article_refutes_is_not_marked_as_right() -> None:
    judged = claim(SOURCE, "40 beds", Verdict.SUPPORTED)
    refuted = replace(judged, claim=replace(judged.claim, stance=Stance.REFUTED))
    html = written(report(SOURCE, claims=(refuted,)))
    assert "told as false" in Page(html).text
    assert 'class="mark refuted"' in html


def test_an_address_of_a_message_is_a_link_without_the_full_stop_behind_it() -> None:
    page = Page(written(report(SOURCE, finding(SOURCE, "40 beds", "See https://example.org/beds."))))
    assert "https://example.org/beds" in page.links


def test_files_that_could_not_be_checked_are_named() -> None:
    page = Page(written(FileError("b.docx", "is damaged")))
    assert "b.docx" in page.text
    assert "is damaged" in page.text


def test_long_markup_without_a_finding_is_cut() -> None:
    source = f"<script>{'x' * 5000}</script><p>Seven beds.</p>"
    document = Document("a.html", Format.HTML, source, ())
    page = Page(written(FileReport(document)))
    assert "x" * 200 not in page.text
    assert "Seven beds." in page.text


def test_the_paragraphs_of_a_word_file_stand_apart() -> None:
    page = Page(written(FileReport(Document("a.docx", Format.DOCX, "One.\nTwo.", ()))))
    assert "One.\n\nTwo." in page.text


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = written(report(SOURCE, finding(SOURCE, "40 beds")))
    assert "default-src 'none'" in page
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(Page(page).tags)


_SCRAPS = [*"<>&\"'{}%`=/ \n\r\t\x00\x1b\u202e", "script", "onload=", "javascript:", "</a>", "{{", "<!--"]
_hostile = st.lists(st.sampled_from(_SCRAPS)).map("".join)


@given(_hostile, _hostile, _hostile)
def test_no_text_of_an_article_becomes_markup(source: str, path: str, message: str) -> None:
    plain = Page(written(FileReport(Document("p", Format.TEXT, "s", ()), (), (_at("s", "m"),))))
    page = Page(written(FileReport(Document(path, Format.TEXT, source, ()), (), (_at(source, message),))))
    assert set(page.tags) <= set(plain.tags) | {"span", "p"}
    assert page.attributes <= plain.attributes | {"class"}
    assert all(link.startswith("#") for link in page.links)
    assert not set("\x00\x1b\u202e") & set(page.text)


def _at(source: str, message: str) -> Diagnostic:
    return Diagnostic("invented-rule", "invented", Severity.ERROR, message, Span(0, len(source)))
