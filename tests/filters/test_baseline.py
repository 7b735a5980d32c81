"""A baseline: what it knows stays silent, what is new is told, and what is gone is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UserError
from factcheck.filters import filtered
from factcheck.filters.baseline import Baseline, write
from factcheck.model import Diagnostic, FileReport, Settings, Severity, Span
from tests.reports.builders import report

OLD = "A bed.\n\nTODO one\n\nTODO two\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a baseline is to stand, in the folder at hand."""
    monkeypatch.chdir(tmp_path)
    return Path("known.json")


def flagged(source: str, path: str = "a.md") -> FileReport:
    """A report with a finding on each TODO line."""
    found, start = [], 0
    for line in source.splitlines(keepends=True):
        if line.startswith("TODO"):
            span = Span(start, start + len(line.rstrip()))
            found.append(Diagnostic("placeholder-text", "leftovers", Severity.ERROR, "Fill in.", span))
        start += len(line)
    return report(source, *found, path=path)


def told(baseline: Path, source: str, path: str = "a.md") -> list[str]:
    """The flagged words that are told of an article."""
    return [source[slice(*found.span)] for found in Baseline(baseline)(flagged(source, path))]


def test_known_findings_stay_silent(file: Path) -> None:
    assert write(file, [flagged(OLD)]) == 2
    assert told(file, OLD) == []


def test_new_ones_are_told_also_after_lines_have_moved(file: Path) -> None:
    write(file, [flagged(OLD)])
    assert told(file, f"A new beginning.\n\nTODO three\n\n{OLD}") == ["TODO three"]


def test_of_three_alike_where_two_are_known_one_is_told(file: Path) -> None:
    twice = "TODO\n\nTODO\n\n"
    write(file, [flagged(twice)])
    assert told(file, twice) == []
    assert told(file, twice + "TODO\n") == ["TODO"]


def test_a_finding_is_known_only_in_its_own_article(file: Path) -> None:
    write(file, [flagged(OLD)])
    assert told(file, OLD, "b.md") == ["TODO one", "TODO two"]


@given(
    st.lists(st.sampled_from(["TODO a\n", "TODO b\n", "Prose.\n"])), st.lists(st.sampled_from(["TODO a\n", "x\n"]))
)
def test_silent_are_never_more_than_were_known(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], added: list[str]
) -> None:
    file = tmp_path_factory.mktemp("known") / "known.json"
    write(file, [flagged("\n".join(before))])
    now = "\n".join(added + before)
    assert len(told(file, now)) >= now.count("TODO") - before.count("TODO a\n") - before.count("TODO b\n")
    assert told(file, "\n".join(before)) == []


def test_the_path_is_told_from_the_folder_of_the_baseline(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news").mkdir()
    write(file, [flagged(OLD, "news/a.md")])
    assert list(json.loads(file.read_text())["files"]) == ["news/a.md"]
    monkeypatch.chdir("news")
    assert told(Path("../known.json"), OLD, "a.md") == []
    assert told(tmp_path / "known.json", OLD, str(tmp_path / "news" / "a.md")) == []
    write(Path("here.json"), [flagged(OLD, "../b.md")])
    assert list(json.loads(Path("here.json").read_text())["files"]) == ["../b.md"]


def test_the_file_is_sorted_with_one_line_a_finding(file: Path) -> None:
    write(file, [flagged(OLD, "b.md"), flagged(OLD, "a.md"), flagged("Nothing.\n", "c.md")])
    text = file.read_text("utf-8")
    data = json.loads(text)
    assert list(data) == ["version", "files"]
    assert list(data["files"]) == ["a.md", "b.md"]  # what has no findings is not in it
    for findings in data["files"].values():
        assert list(findings) == sorted(findings)
        assert set(findings.values()) == {"placeholder-text"}
    assert sum('"placeholder-text"' in line for line in text.splitlines()) == 4
    again = file.with_name("again.json")
    write(again, [flagged(OLD, "a.md"), flagged(OLD, "b.md")])
    assert again.read_text("utf-8") == text


def test_an_article_with_any_name_can_be_known(file: Path) -> None:
    for path in ("a b.md", 'sa"id.md', "Zoë’s house.md", "caf\udce9.md"):
        write(file, [flagged(OLD, path)])
        assert told(file, OLD, path) == []


def test_what_is_gone_is_counted(file: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text(OLD)
    write(file, [flagged(OLD, name) for name in ("a.md", "b.md", "c.md", "deleted.md")])
    baseline = Baseline(file)
    assert baseline.gone == 2  # those of the article that is deleted
    baseline(flagged("A bed.\n\nTODO two\n", "a.md"))
    baseline(flagged(OLD, "b.md"))
    assert baseline.gone == 3  # c.md was not looked at


def test_a_report_fails_only_because_of_what_is_left(file: Path) -> None:
    write(file, [flagged(OLD)])
    known = filtered(flagged(OLD), [Baseline(file)], lambda _: Settings())
    assert isinstance(known, FileReport)
    assert (known.diagnostics, len(known.silent), known.failed) == ((), 2, False)
    new = filtered(flagged(OLD + "TODO three\n"), [Baseline(file)], lambda _: Settings())
    assert isinstance(new, FileReport)
    assert (len(new.diagnostics), len(new.silent), new.failed) == (1, 2, True)
    lenient = filtered(flagged(OLD + "TODO three\n"), [Baseline(file)], lambda _: Settings(fail_on=None))
    assert isinstance(lenient, FileReport) and not lenient.failed


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"version": 2, "files": {}}', None, "version 2"),
        ("", 1, "damaged"),
        ("[]", None, "no baseline"),
        ("[" * 100_000, None, "no baseline"),
        ('{\n "version": 1,\n<<<<<<< ours\n "files": {}}', 3, "damaged"),
        ('{"version": 1}', None, "damaged"),
        ('{"version": 1,\n "files": {\n  "a.md": {\n   "00": 7}}}', 4, "a.md.00"),
    ],
)
def test_what_is_no_baseline_is_refused(file: Path, text: str, line: int | None, words: str) -> None:
    file.write_text(text)
    with pytest.raises(UserError, match="factcheck baseline create") as caught:
        Baseline(file)
    assert words in caught.value.message
    assert caught.value.path == "known.json"
    if line:
        assert caught.value.line == line


def test_a_missing_baseline_is_refused(file: Path) -> None:
    with pytest.raises(UserError, match="there is no such baseline"):
        Baseline(file)


def test_an_article_is_never_overwritten_by_a_baseline(file: Path) -> None:
    article = Path("a.md")
    article.write_text(OLD)
    with pytest.raises(UserError, match="is kept"):
        write(article, [flagged(OLD)])
    assert article.read_text() == OLD


def test_a_baseline_is_written_anew_whatever_its_version(file: Path) -> None:
    file.write_text('{"version": 99}')
    assert write(file, [flagged(OLD)]) == 2
    assert told(file, OLD) == []
