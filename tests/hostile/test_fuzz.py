"""Any text, in any format: no exception, and every place lies in the source.

`FACTCHECK_FUZZ=20000 pytest tests/hostile/test_fuzz.py` looks longer. What once broke something is an `example`.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck import Linter
from factcheck.errors import UserError
from factcheck.model import FileReport, Format

PIECES = (
    "In 2019, 300 victims of trafficking were found. ",
    "one in six ",
    "$32 billion ",
    "up 60% ",
    "hundreds of thousands ",
    "7",
    ",",
    ".",
    "-",
    "–",
    "(",
    ")",
    "[",
    "](",
    "![",
    "http://a.b/",
    "[^1]",
    "[^1]: ",
    "# ",
    "> ",
    "- ",
    "| ",
    "|-|\n",
    "---\n",
    "title: a\n",
    "factcheck: {country: US}\n",
    "```\n",
    "<div>",
    "</p>",
    "<a href='",
    "<!-- factcheck: ignore[claims] -->",
    "<!--",
    "&amp;",
    "&#x0;",
    "â€™",
    "“",
    "”",
    "*",
    "_",
    "\\",
    "\u200b",
    "\u202e",
    "\x1b[31m",
    "a\u0301",
    "👧🏽",
    "\r\n",
    "\n\n",
    "\n",
    "\t",
    " ",
    "1-888-373-7888",
    "{{< a >}}",
    "According to the ILO, ",
    "last year ",
    "Source: ",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)
LONG = settings(
    max_examples=int(os.environ.get("FACTCHECK_FUZZ", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter().prepared()


def holds(report: FileReport) -> None:
    """Every place lies in the source."""
    end = len(report.document.source)
    for found in report.diagnostics:
        assert 0 <= found.span.start <= found.span.end <= end
        for edit in found.fix.edits if found.fix else ():
            assert 0 <= edit.start <= edit.end <= end
    for judged in report.claims:
        assert 0 <= judged.claim.number.start < judged.claim.number.end <= end
        assert 0 <= judged.claim.span.start < judged.claim.span.end <= end


@LONG
@given(TEXTS, st.sampled_from([Format.TEXT, Format.MARKDOWN, Format.HTML]))
@example("www." * 2_000, Format.TEXT)  # took the square of its length
def test_any_text_can_be_checked(linter: Linter, text: str, format: Format) -> None:
    try:
        holds(linter.check_bytes(text.encode("utf-8", "surrogatepass"), "a", format))
    except UserError as error:
        assert error.message


@LONG
@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.html", "a.txt", "a.docx"]))
def test_any_bytes_can_be_checked_or_are_refused(linter: Linter, data: bytes, path: str) -> None:
    result = linter.check(data, path)
    if isinstance(result, FileReport):
        holds(result)
