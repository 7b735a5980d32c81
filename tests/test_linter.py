"""The public API: an article goes in, a typed report comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Linter, Report
from factcheck.errors import UserError
from factcheck.model import FileError, FileReport, Format, Settings, Severity, Verdict

MYTH = "# Profits\n\nHuman trafficking is a $32 billion a year industry.\n"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(select=("claims", "leftovers")))


def test_text_in_memory(linter: Linter) -> None:
    report = linter.check_text(MYTH)
    assert isinstance(report, Report)
    (checked,) = report.files
    (found,) = checked.diagnostics
    assert (found.family, found.severity) == ("claims", Severity.ERROR)
    assert "$32 billion" in MYTH[found.span.start : found.span.end]
    assert checked.claims[0].judgement.verdict in (Verdict.DEBUNKED, Verdict.OUTDATED)
    assert set(checked.claims[0].judgement.references) == set(checked.references)
    assert checked.failed


def test_a_format_is_named(linter: Linter) -> None:
    (checked,) = linter.check_text(f"<p>{MYTH}</p>", format="html", path="a.html").files
    assert (checked.document.format, checked.document.path) == (Format.HTML, "a.html")
    with pytest.raises(ValueError, match="rtf"):
        linter.check_text(MYTH, format="rtf")


def test_files_and_folders_come_in_order_and_errors_do_not_stop_them(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    for name, data in (("c.md", MYTH.encode()), ("a.md", b""), ("b.md", b"\0")):
        (tmp_path / "posts" / name).write_bytes(data)
    results = list(linter.check_paths([tmp_path / "posts", tmp_path / "gone.md"]))
    assert [type(result) for result in results] == [FileReport, FileError, FileReport, FileError]
    assert [result.failed for result in results if isinstance(result, FileReport)] == [False, True]


def test_own_figures_lie_over_the_reference_set(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="mine"):
        (tmp_path / "measures").mkdir()
        (tmp_path / "measures" / "mine.yaml").write_text("id: mine\n")
        Linter(Settings(corpora=(tmp_path,))).prepared()


def test_nothing_is_checked_twice_differently(linter: Linter) -> None:
    assert linter.check_text(MYTH) == linter.check_text(MYTH)


def test_the_documented_example_holds() -> None:
    report = Linter().check_text("Child trafficking earns $32 billion a year.", format="markdown")
    rules = [found.rule for found in report.files[0].diagnostics]
    assert rules == ["missing-hotline", "outdated-number"]
