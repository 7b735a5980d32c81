"""Any text, in any format, through the whole check: no exception, and every place lies in the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck import Linter
from factcheck.errors import UserError
from factcheck.fixing import settle
from factcheck.model import FileReport, Format, Settings
from tests.hostile.fuzzing import LONG, TEXTS, holds

pytestmark = pytest.mark.slow

EVERY_RULE = ("claims", "sourcing", "leftovers", "hotline", "language", "document", "suppression")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(select=EVERY_RULE)).prepared()


@LONG
@given(TEXTS, st.sampled_from([Format.TEXT, Format.MARKDOWN, Format.HTML]))
@example("www." * 2_000, Format.TEXT)  # took the square of its length
def test_any_text_can_be_checked(linter: Linter, text: str, format: Format) -> None:
    try:
        holds(linter.check_bytes(text.encode("utf-8", "surrogatepass"), "a", format))
    except UserError as error:
        assert error.message


@LONG
@given(TEXTS, st.sampled_from([Format.TEXT, Format.MARKDOWN, Format.HTML]))
def test_any_text_can_be_fixed(linter: Linter, text: str, format: Format) -> None:
    def again(source: str) -> FileReport:
        return linter.check_bytes(source.encode(), "a", format)

    try:
        report = again(text)
        holds(settle(report, again, unsafe=True))
    except UserError as error:
        assert error.message
    except UnicodeEncodeError:  # half a surrogate pair, which no file holds
        pass


@LONG
@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.html", "a.txt", "a.docx", "a.odt"]))
def test_any_bytes_can_be_checked_or_are_refused(linter: Linter, data: bytes, path: str) -> None:
    result = linter.check(data, path)
    if isinstance(result, FileReport):
        holds(result)


@LONG
@given(TEXTS, st.sampled_from(["utf-16", "utf-16-le", "utf-8-sig", "cp1252", "cp1251", "shift-jis", "utf-7"]))
def test_any_encoding_can_be_checked_or_is_refused(linter: Linter, text: str, encoding: str) -> None:
    result = linter.check(text.encode(encoding, "replace"), "a.md")
    if isinstance(result, FileReport):
        holds(result)
