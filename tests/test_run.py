"""A run is a stream: what is known is given at once, whatever is still to come, and nothing is heaped up."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from factcheck import linter
from factcheck.cli import run, running
from factcheck.config import Configuration
from factcheck.model import FileReport
from factcheck.reference import load_corpus
from factcheck.run import check_all

DRAFT = "# A house\n\nIt has forty beds. Studies show it.\n"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factcheck.store.cache_folder", lambda: tmp_path / "cache")
    (tmp_path / "a.md").write_text(DRAFT)
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("cached", [True, False])
def test_a_run_without_an_end_gives_its_first_results(drafts: Path, jobs: int, cached: bool) -> None:
    taken = []

    def found() -> Iterator[Path]:
        for number in count():
            taken.append(number)
            yield drafts / "a.md"

    results = check_all(found(), Configuration(), jobs=jobs, cached=cached)
    for given, result in enumerate(islice(results, 100), 1):
        assert isinstance(result, FileReport)
        assert len(taken) <= given + 32 * jobs
    results.close()  # type: ignore[attr-defined]


def test_a_person_who_watches_does_not_wait_for_the_walk_to_end(
    drafts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(20):
        (drafts / f"{number:02}").mkdir()
        (drafts / f"{number:02}" / "b.md").write_text(DRAFT)
    real, listed = os.scandir, list[str]()

    def scandir(path: str | Path = ".") -> object:
        listed.append(Path(path).name)
        return real(path)

    def write(text: str) -> int:
        if "vague-attribution" in text and "first" not in listed:
            listed.append("first")
        return len(text)

    monkeypatch.setattr(running, "_COUNTED", 5)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "write", write)
    monkeypatch.setattr(os, "scandir", scandir)
    assert run(["check", ".", "--jobs", "1"]) == 1
    assert listed.index("05") < listed.index("first") < listed.index("06")


def test_as_many_configurations_as_folders_need_one_corpus(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    def load(own: tuple[Path, ...]) -> object:
        loaded.append(own)
        return load_corpus(own)

    monkeypatch.setattr(linter, "load_corpus", load)
    for country in ("US", "GB", "CA"):
        (drafts / country).mkdir()
        (drafts / country / ".factcheck.yaml").write_text(f"country: {country}\nfail-on: never\n")
        (drafts / country / "a.md").write_text(DRAFT)
    (drafts / "GB" / ".factcheck.yaml").write_text("ignore: [sourcing]\n")
    found = [drafts / country / "a.md" for country in ("US", "GB", "CA")]
    results = list(check_all(found, Configuration(), cached=False))
    assert [
        "vague-attribution" in {d.rule for d in r.diagnostics} for r in results if isinstance(r, FileReport)
    ] == [
        True,
        False,
        True,
    ]
    assert loaded == [()]
