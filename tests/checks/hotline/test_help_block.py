"""The fix of missing-hotline: a paragraph in the article's format, at its end, that mends the article."""

from __future__ import annotations

import pytest

from factcheck.checks.article import Finding
from factcheck.checks.hotline.services import Services
from factcheck.model import Format
from tests.checks.hotline.conftest import Check
from tests.checks.hotline.drafts import SIGNS

PAGE = (
    "<!doctype html><html><body><article><h1>Child sex trafficking</h1><p>Traffickers lure a child.</p>"
    "</article><footer>2026</footer></body></html>"
)


def mended(text: str, finding: Finding) -> str:
    assert finding.fix is not None and not finding.fix.safe
    (edit,) = finding.fix.edits
    return text[: edit.start] + edit.text + text[edit.end :]


def test_markdown(check: Check) -> None:
    text = mended(SIGNS.rstrip() + "\n", check(SIGNS.rstrip() + "\n", "US")[0])
    assert text.endswith(
        "\n\n## Get help\n\n"
        "- **National Human Trafficking Hotline**: call [1-888-373-7888](tel:+18883737888), "
        "text [233733](sms:233733), day and night\n\n"
        "In immediate danger, call 911.\n"
    )


def test_plain_text(check: Check) -> None:
    text = mended(SIGNS, check(SIGNS, "GB", format=Format.TEXT)[0])
    assert "\n\nGet help\n\nModern Slavery & Exploitation Helpline: call 08000 121 700\n" in text


def test_html_before_the_end_of_the_article(check: Check) -> None:
    text = mended(PAGE, check(PAGE, "GB", format=Format.HTML)[0])
    assert (
        '<li><strong>Modern Slavery &amp; Exploitation Helpline</strong>: call <a href="tel:+448000121700">'
        in text
    )
    assert text.index("</section>") < text.index("</article>") < text.index("<footer>")


def test_html_without_an_article_element(check: Check) -> None:
    for page, closing in (("<body><p>{}</p></body>", "</body>"), ("<p>{}</p>\n", "")):
        source = page.format("Sex trafficking. Traffickers lure victims of trafficking.")
        text = mended(source, check(source, "US", format=Format.HTML)[0])
        assert text.endswith(f"</section>\n{closing}")


def test_the_line_breaks_of_the_file_are_kept(check: Check) -> None:
    source = SIGNS.replace("\n", "\r\n")
    finding = check(source, "US")[0]
    assert finding.fix is not None
    assert "\n" not in finding.fix.edits[0].text.replace("\r\n", "")


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.HTML, Format.TEXT])
def test_a_mended_article_has_nothing_left_to_mend(format: Format, check: Check, services: Services) -> None:
    source = PAGE if format is Format.HTML else SIGNS + "A child who is a runaway is in danger.\n"
    for country in sorted(services.own_in):
        if country != "EU":
            finding = check(source, country, format=format)[0]
            if finding.fix:
                assert check(mended(source, finding), country, format=format) == [], country


def test_a_wrong_number_and_a_former_name_are_mended_too(check: Check) -> None:
    for sentence in (
        "Call the National Human Trafficking Hotline at 1-888-373-7898.",
        "Call the National Human Trafficking Resource Center at 1-888-373-7888.",
    ):
        (finding,) = check(SIGNS + sentence, "US")
        assert check(mended(SIGNS + sentence, finding), "US") == []
