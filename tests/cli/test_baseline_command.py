"""`factcheck baseline create` and `factcheck check --baseline`, on real articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

LEFTOVER = "# A house for the night\n\nThe shelter opens at six.\n\nLorem ipsum dolor sit amet.\n"
VAGUE = "Studies show that a bed for the night helps.\n"


@pytest.fixture
def archive(folder: Path) -> Path:
    """An old article with a leftover and a vague source, both known."""
    (folder / "archive").mkdir()
    old = folder / "archive" / "old.md"
    old.write_text(f"{LEFTOVER}\n{VAGUE}")
    return old


def test_an_old_archive_passes_until_something_new_is_in_it(factcheck: Command, archive: Path) -> None:
    made = factcheck("baseline", "create", "archive")
    assert (made.status, made.err) == (0, "")
    assert made.out.startswith("2 findings are known from now on: factcheck check --baseline ")
    known = ("check", "--baseline", ".factcheck-baseline.json", "archive")
    ran = factcheck(*known)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "1 article · no statistics · no new problems · 2 known findings left silent\n"

    moved = archive.read_text().replace("The shelter", "It has moved.\n\nThe shelter")
    archive.write_text(f"{moved}\n\n[Insert photo here]\n")
    ran = factcheck(*known, "--format", "json")
    report = json.loads(ran.out)
    assert ran.status == 1
    assert [archive.read_text()[d["start"] : d["end"]] for d in report["files"][0]["diagnostics"]] == [
        "[Insert photo here]"
    ]
    assert report["summary"]["silent"] == 2


def test_what_is_mended_is_told_so_that_the_baseline_can_be_renewed(factcheck: Command, archive: Path) -> None:
    factcheck("baseline", "create", "--output", "known.json")
    archive.write_text(LEFTOVER)
    ran = factcheck("check", "--baseline", "known.json")
    assert ran.status == 0
    assert "factcheck: known.json: 1 known finding is gone; renew it with `factcheck baseline create" in ran.err
    assert factcheck("check", "--baseline", "known.json", "--quiet").err == ""
    assert factcheck("check", "--baseline", "known.json", "--select", "leftovers").err == ""
    factcheck("baseline", "create", "--output", "known.json")
    assert factcheck("check", "--baseline", "known.json").err == ""


def test_a_baseline_takes_the_options_of_the_check(factcheck: Command, archive: Path) -> None:
    factcheck("baseline", "create", "--select", "placeholder-text")
    (findings,) = json.loads(Path(".factcheck-baseline.json").read_text())["files"].values()
    assert list(findings.values()) == ["placeholder-text"]
    assert factcheck("baseline", "create", "--select", "placeholder-txt").status == 2


def test_no_baseline_is_written_where_an_article_cannot_be_read(factcheck: Command, archive: Path) -> None:
    (archive.parent / "photo.md").write_bytes(b"\0\1\2")
    ran = factcheck("baseline", "create", "archive")
    assert ran.status == 2
    assert "archive/photo.md: " in ran.err and "no baseline was written: a file could not be checked" in ran.err
    assert not Path(".factcheck-baseline.json").exists()


@pytest.mark.parametrize("text", [None, "{", '{"version": 99, "files": {}}'])
def test_a_baseline_that_cannot_be_used_stops_the_check(
    factcheck: Command, archive: Path, text: str | None
) -> None:
    if text:
        Path("known.json").write_text(text)
    ran = factcheck("check", "--baseline", "known.json", "archive")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("factcheck: known.json:") and "`factcheck baseline create`" in ran.err


def test_a_baseline_that_cannot_be_written(factcheck: Command, archive: Path) -> None:
    ran = factcheck("baseline", "create", "--output", "nowhere/known.json")
    assert ran.status == 2
    assert "nowhere/known.json: cannot be written" in ran.err
