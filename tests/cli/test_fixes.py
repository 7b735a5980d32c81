"""`--fix`, `--unsafe-fixes`, `--diff`: what is written, what is shown, and the exit status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Command

HELP = "Call 1-888-373-7888.\n"
ARTICLE = f"# A house for the night\n\nThe shelter opens at six.\n\nShare this post\n\n{HELP}"
FIXED = f"# A house for the night\n\nThe shelter opens at six.\n\n{HELP}"
SPLICED = f"# A house\n\nWe click here need to ask each guest alone.\n\n{HELP}"


@pytest.fixture
def article(folder: Path) -> Path:
    path = folder / "a.md"
    path.write_text(ARTICLE)
    return path


def test_safe_fixes_are_written_and_the_rest_is_reported(factcheck: Command, article: Path) -> None:
    ran = factcheck("check", "--fix", "a.md")
    assert (ran.status, ran.err) == (0, "")
    assert article.read_text() == FIXED
    assert ran.out.splitlines()[-1] == "1 problem fixed"


def test_without_an_option_nothing_is_written_and_the_summary_names_the_option(
    factcheck: Command, article: Path
) -> None:
    article.write_text(ARTICLE + "\nWe click here need to ask each guest alone.\n")
    before = article.read_text()
    ran = factcheck("check", "a.md")
    assert ran.status == 1
    assert article.read_text() == before
    assert ran.out.splitlines()[-1] == (
        "1 can be fixed with --fix · 1 more can be fixed with --fix --unsafe-fixes"
    )


def test_unsafe_fixes_need_to_be_asked_for_together_with_fix(factcheck: Command, article: Path) -> None:
    article.write_text(SPLICED)
    assert factcheck("check", "--fix", "a.md").status == 1
    assert article.read_text() == SPLICED
    alone = factcheck("check", "--unsafe-fixes", "a.md")
    assert alone.status == 1
    assert "add --fix" in alone.err
    assert article.read_text() == SPLICED
    assert factcheck("check", "--fix", "--unsafe-fixes", "a.md").status == 0
    assert article.read_text() == SPLICED.replace(" click here", "")


def test_get_help_is_put_at_the_end(factcheck: Command, article: Path) -> None:
    article.write_text("# Trafficking\n\nVictims of sex trafficking in Ohio wait for a call.\n")
    factcheck("check", "--fix", "--unsafe-fixes", "--country", "US", "a.md")
    assert "## Get help" in article.read_text() and "1-888-373-7888" in article.read_text()
    assert "missing-hotline" not in factcheck("check", "--country", "US", "a.md").out


def test_diff_shows_what_would_change_and_changes_nothing(factcheck: Command, article: Path) -> None:
    ran = factcheck("check", "--diff", "a.md")
    assert ran.status == 1
    assert ran.out == (
        f"--- a.md\n+++ a.md\n@@ -2,6 +2,4 @@\n \n The shelter opens at six.\n \n-Share this post\n-\n {HELP}"
    )
    assert ran.err == "factcheck: 1 to fix in 1 article\n"
    assert article.read_text() == ARTICLE
    assert factcheck("check", "--diff", "--fix", "a.md").status == 1
    assert article.read_text() == ARTICLE


def test_a_diff_can_be_applied(factcheck: Command, article: Path) -> None:
    article.write_bytes(ARTICLE.replace("\n", "\r\n").encode() + b"\r\nShare this post")
    ran = factcheck("check", "--diff", "-q", "a.md")
    subprocess.run(["git", "apply", "-p0", "-"], input=ran.out.encode(), check=True)
    assert article.read_bytes() == FIXED.replace("\n", "\r\n").encode()


def test_a_diff_of_nothing_passes(factcheck: Command, article: Path) -> None:
    article.write_text(FIXED)
    ran = factcheck("check", "--diff", "a.md")
    assert (ran.status, ran.out, ran.err) == (0, "", "factcheck: nothing to fix\n")


@pytest.mark.parametrize("option", ["--output=a.json", "--format=json", "--statistics", "--show-claims"])
def test_a_diff_is_no_report(factcheck: Command, article: Path, option: str) -> None:
    ran = factcheck("check", "--diff", option, "a.md")
    assert ran.status == 2
    assert option.partition("=")[0] in ran.err


def test_standard_input_comes_out_fixed_and_the_report_beside_it(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    given(ARTICLE + "\nStudies show that it helps.\n")
    ran = factcheck("check", "--fix", "-")
    assert ran.status == 1
    assert ran.out == FIXED + "\nStudies show that it helps.\n"
    assert "vague-attribution" in ran.err and "1 problem fixed" in ran.err
    given(FIXED)
    assert factcheck("check", "--fix", "-q", "-") == (0, FIXED, "")
    given(ARTICLE)
    ran = factcheck("check", "--diff", "-")
    assert ran.status == 1
    assert ran.out.startswith("--- -\n+++ -\n@@")


def test_standard_input_that_cannot_be_read_gives_no_output(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\0")))
    ran = factcheck("check", "--fix", "-")
    assert (ran.status, ran.out) == (2, "")
    assert "NUL" in ran.err


def test_a_word_file_has_no_differences_to_show(factcheck: Command, folder: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Share this post")
    word.save("b.docx")
    ran = factcheck("check", "--diff", "b.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("factcheck: b.docx: no fix can be written") and ran.err.count("\n") == 1


def test_a_word_file_is_left_alone_and_said_so(factcheck: Command, article: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Share this post")
    word.save("b.docx")
    before = Path("b.docx").read_bytes()
    ran = factcheck("check", "--fix", "--unsafe-fixes", ".")
    assert ran.status == 1
    assert "b.docx: no fix can be written" in ran.err
    assert Path("b.docx").read_bytes() == before
    assert article.read_text() == FIXED


def test_reports_tell_what_was_fixed_and_what_can_be(factcheck: Command, article: Path) -> None:
    def summary(*options: str) -> dict[str, int]:
        found: dict[str, int] = json.loads(factcheck("check", "--format", "json", *options, "a.md").out)["summary"]
        return {key: found[key] for key in ("fixed", "fixable", "fixable_unsafely")}

    article.write_text(ARTICLE + "\nWe click here need to ask each guest alone.\n")
    assert summary() == {"fixed": 0, "fixable": 1, "fixable_unsafely": 1}
    assert summary("--fix") == {"fixed": 1, "fixable": 0, "fixable_unsafely": 1}
    assert summary("--fix", "--unsafe-fixes") == {"fixed": 1, "fixable": 0, "fixable_unsafely": 0}


def test_what_could_not_be_written_is_reported_as_it_stands(
    factcheck: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)  # root may write everything
    ran = factcheck("check", "--fix", "a.md")
    assert ran.status == 2
    assert "page-furniture" in ran.out
    assert ran.err.startswith("factcheck: a.md: cannot be written: ")
    assert article.read_text() == ARTICLE


def test_other_files_are_fixed_though_one_cannot_be_read(factcheck: Command, article: Path) -> None:
    Path("broken.md").write_bytes(b"\0")
    ran = factcheck("check", "--fix", ".")
    assert ran.status == 2
    assert article.read_text() == FIXED


def test_what_a_baseline_knows_is_left_alone(factcheck: Command, article: Path) -> None:
    assert factcheck("baseline", "create", "a.md").status == 0
    article.write_text(f"Read more\n\n{ARTICLE}")
    ran = factcheck("check", "--fix", "--baseline", ".factcheck-baseline.json", "a.md")
    assert article.read_text() == ARTICLE, ran
    assert ran.status == 0
    assert "1 known finding left silent" in ran.out
