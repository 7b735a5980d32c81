"""Archives: pages of every kind of file in, Parquet datasets out, whatever happens on the way."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factcheck.archive import PAGES, RESULTS, Checker, check_batches
from factcheck.archive.checking import Limits
from factcheck.archive.dataset import Counts, Dataset
from factcheck.archive.engines.local import LocalEngine
from factcheck.archive.inputs import Columns, Shard, blocks, shards
from factcheck.archive.running import Engine, Work, run
from factcheck.archive.schema import DATASETS
from factcheck.errors import UserError
from factcheck.linter import Linter
from factcheck.model import Settings
from factcheck.walking import articles
from tests.archive.pages import KINDS, LEFT, WRONG, lines, parquet, row
from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of a few pages, so that a test has several."""
    monkeypatch.setattr("factcheck.archive.inputs.BLOCK", 20)


def files_in(folder: Path) -> Iterator[Path]:
    return (path for path in articles([folder], lambda _: Settings()) if isinstance(path, Path))


def here(shards: Iterable[Shard], work: Work) -> Iterator[tuple[str, Counts]]:
    """An engine that works in this very process."""
    return ((block.key, work(block)) for shard in shards for block in work.blocks(shard))


def checked(output: Path, *inputs: Path, engine: Engine = here, checker: Checker | None = None) -> Rows:
    """The rows of all datasets after a run, sorted."""
    work = Work(checker or Checker(), output, Columns())
    run(shards(inputs, files_in), work, engine, lambda _: None)
    return rows(output)


def rows(output: Path) -> Rows:
    return {name: sorted(pq.read_table(output / name).to_pylist(), key=str) for name in DATASETS}


@pytest.mark.parametrize("kind", KINDS)
def test_pages_of_every_kind_of_file(tmp_path: Path, kind: str) -> None:
    found = checked(tmp_path / "out", KINDS[kind](tmp_path / kind, 6))
    assert len(found["articles"]) == 6 and not found["errors"]
    assert [claim["verdict"] for claim in found["claims"]] == ["debunked"] * 2
    assert {finding["rule"] for finding in found["findings"]} >= {"debunked-number", "placeholder-text"}
    claim = found["claims"][0]
    assert claim["number"] == "300,000" and (claim["line"] == 3 or "warc" in kind)
    assert claim["site"] == ("site1.example" if "." in kind and "zip" not in kind else None) or claim["site"]


def test_the_text_of_a_finding_stands_at_its_place(tmp_path: Path) -> None:
    found = checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 3))
    texts = {row(number)["id"]: row(number)["text"] for number in range(3)}
    for finding in found["findings"]:
        assert texts[finding["id"]][finding["start"] : finding["end"]] == finding["text"]
    for claim in found["claims"]:
        assert texts[claim["id"]][claim["start"] : claim["end"]] == claim["number"]


def test_the_schemas_are_those_that_the_documentation_lists(tmp_path: Path) -> None:
    checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 3))
    for name, schema in DATASETS.items():
        for path in (tmp_path / "out" / name).glob("*.parquet"):
            assert pq.read_schema(path).remove_metadata() == schema
    text = (ROOT / "docs" / "archive.md").read_text("utf-8")
    for schema in DATASETS.values():
        assert all(f"`{name}`" in text for name in schema.names)


def test_the_same_rows_whatever_the_processes_and_the_parts(tmp_path: Path) -> None:
    count = 50
    one = checked(tmp_path / "one", parquet(tmp_path / "a.parquet", count))
    two = checked(tmp_path / "two", parquet(tmp_path / "b.parquet", count, group=17), engine=LocalEngine(2))
    three = checked(tmp_path / "three", lines(tmp_path / "c.jsonl", count))
    assert one == two == three
    assert len(one["articles"]) == count


def test_a_function_for_any_engine(tmp_path: Path) -> None:
    pages = [{"id": str(n), "path": f"{n}.md", "content": WRONG.encode()} for n in range(3)]
    batch = pa.RecordBatch.from_pylist([{name: page.get(name) for name in PAGES.names} for page in pages], PAGES)
    (result,) = check_batches([batch])
    assert result.schema == RESULTS
    assert result["debunked"].to_pylist() == [1, 1, 1]


def test_a_linter_is_sent_as_its_settings() -> None:
    linter = Linter(Settings(countries=("IE",))).prepared()
    linter.check_text(WRONG)
    sent = pickle.dumps(linter)
    assert len(sent) < 2_000
    back = pickle.loads(sent)
    assert back.settings == linter.settings and back.check_text(WRONG) == linter.check_text(WRONG)


def test_a_run_over_nothing_new_does_nothing(tmp_path: Path) -> None:
    pages = parquet(tmp_path / "p.parquet", 10)
    before = checked(tmp_path / "out", pages)
    marks = {
        path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*") if path.name != "none.parquet"
    }
    assert checked(tmp_path / "out", pages) == before
    assert all(path.stat().st_mtime_ns == mark for path, mark in marks.items() if path.is_file())


def test_what_is_no_longer_in_the_input_is_taken_away(tmp_path: Path) -> None:
    checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 10))
    assert len(checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 4))["articles"]) == 4


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="holds something else"):
        checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 1))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("p.parquet", b"PAR1 no more", "cannot be read any further"),
        ("p.jsonl", b'{"text": "A."}\n{"text": \n[1]\n{}\n', "no JSON"),
        ("p.csv", b"id,text\n1,\xff\n", "cannot be read any further"),
        ("p.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Le", "cannot be read any further"),
        ("p.zip", b"PK\x03\x04", "cannot be read any further"),
        ("p.jsonl.gz", b"\x1f\x8b\x08\x00", "cannot be read any further"),
    ],
)
def test_a_damaged_file_is_a_row_among_the_errors(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = checked(tmp_path / "out", tmp_path / name, parquet(tmp_path / "good.parquet", 3))
    assert len(found["articles"]) >= 3
    assert message in " ".join(error["message"] for error in found["errors"])


def test_a_truncated_warc_keeps_what_is_whole(tmp_path: Path) -> None:
    path = KINDS["pages.warc"](tmp_path / "p.warc", 5)
    path.write_bytes(path.read_bytes()[:-2_000])
    found = checked(tmp_path / "out", path)
    assert 0 < len(found["articles"]) < 5


def test_a_page_that_is_too_large_or_too_slow_is_a_row_among_the_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = parquet(tmp_path / "p.parquet", 3)
    found = checked(tmp_path / "large", pages, checker=Checker(limits=Limits(content=len(LEFT))))
    assert [error["kind"] for error in found["errors"]] == ["unreadable"] * 2
    assert "a page may have" in found["errors"][0]["message"]
    real = Linter.check_document

    def slow(linter: Linter, document: Any) -> Any:
        while "Insert" in document.source:
            time.sleep(0.01)
        return real(linter, document)

    monkeypatch.setattr(Linter, "check_document", slow)
    found = checked(tmp_path / "slow", pages, checker=Checker(limits=Limits(seconds=0.5)))
    assert [error["kind"] for error in found["errors"]] == ["too-slow"]
    assert len(found["articles"]) == 2


def test_a_mistake_of_ours_costs_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(linter: Linter, document: Any) -> Any:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(Linter, "check_document", fault)
    found = checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 2))
    assert [error["kind"] for error in found["errors"]] == ["fault"] * 2


def test_a_page_that_ends_its_process_costs_that_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Linter.check_document

    def deadly(linter: Linter, document: Any) -> Any:
        if "Insert" in document.source:
            os._exit(9)
        return real(linter, document)

    monkeypatch.setattr(Linter, "check_document", deadly)
    found = checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 6), engine=LocalEngine(2))
    assert ["ended the process" in error["message"] for error in found["errors"]] == [True, True]
    assert len(found["articles"]) == 4


def test_only_pages_that_have_to_do_with_a_measure_are_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = parquet(tmp_path / "p.parquet", 6)
    before = checked(tmp_path / "out", pages)
    (claim, *_) = before["claims"]
    seen: list[str] = []
    real = Checker.row

    def watched(checker: Checker, page: dict[str, Any]) -> dict[str, Any]:
        seen.append(page["id"])
        return {**real(checker, page), "corpus": "changed"}

    monkeypatch.setattr(Checker, "row", watched)
    monkeypatch.setattr("factcheck.archive.running.versions", lambda _: {"corpus": "changed"})

    work = Work(Checker(), tmp_path / "out", Columns(), frozenset({claim["myth"] or claim["measure"]}))
    run(shards([pages], files_in), work, here, lambda _: None)
    assert sorted(seen) == ["p00001", "p00004"]
    after = rows(tmp_path / "out")
    assert {article["id"]: article["corpus"] == "changed" for article in after["articles"]} == {
        f"p{number:05}": number in (1, 4) for number in range(6)
    }
    assert [claim["id"] for claim in after["claims"]] == [claim["id"] for claim in before["claims"]]


def command(tmp_path: Path, *arguments: str) -> subprocess.Popen[bytes]:
    program = [sys.executable, "-m", "factcheck", "archive", *arguments]
    env = {**os.environ, "FACTCHECK_CACHE_DIR": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(program, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_stood(tmp_path: Path) -> None:
    pages = lines(tmp_path / "p.jsonl", 1_500)
    whole = checked(tmp_path / "whole", pages)
    for kill in range(int(os.environ.get("FACTCHECK_KILLS", "6"))):
        process = command(tmp_path, str(pages), "--output", "out", "-q", "--jobs", "2")
        time.sleep(0.5 + 0.37 * (kill % 12))
        process.kill()
        process.communicate()
    process = command(tmp_path, str(pages), "--output", "out", "-q", "--jobs", "2")
    assert process.wait() == 0
    assert rows(tmp_path / "out") == whole
    assert not list((tmp_path / "out").rglob("*.tmp"))


def test_the_command_line(factcheck: Command, folder: Path) -> None:
    parquet(folder / "p.parquet", 6)
    ran = factcheck("archive", "p.parquet", "--output", "found", "--jobs", "1")
    assert ran.status == 0 and "6 pages · 2 statistics" in ran.out
    assert factcheck("archive", "check", "p.parquet", "--output", "found", "-q").status == 0
    told = factcheck("archive", "report", "found")
    assert told.status == 0 and "Wrong numbers, by the pages they stand on" in told.out and "300,000" in told.out
    assert factcheck("archive", "report", "found", "--format", "html", "--output", "page.html").status == 0
    assert "<svg" in Path("page.html").read_text("utf-8")
    assert factcheck("archive", "report", "found", "--format", "csv", "--output", "tables").status == 0
    assert Path("tables/numbers.csv").read_text("utf-8").startswith("measure,verdict,pages")
    assert factcheck("archive", "report", "nowhere").status == 2
    assert factcheck("archive", "nowhere.parquet", "--output", "other").status == 2
    ran = factcheck("archive", "p.parquet", "--output", "found", "--only-measures", "nobody")
    assert ran.status == 2 and "there is no measure nobody" in ran.err


def test_an_empty_archive_has_its_datasets(tmp_path: Path) -> None:
    assert checked(tmp_path / "out", parquet(tmp_path / "p.parquet", 0)) == {name: [] for name in DATASETS}


def test_blocks_are_the_same_each_time(tmp_path: Path) -> None:
    pages = parquet(tmp_path / "p.parquet", 130)
    once, again = ([b for s in shards([pages], files_in) for b in blocks(s)] for _ in range(2))
    assert [block.key for block in once] == [block.key for block in again]
    assert len({block.key for block in once}) == len(once) > 5
    assert sum(block.pages.num_rows for block in once) == 130


def test_results_that_are_read_again_are_as_they_were_written(tmp_path: Path) -> None:
    pages = parquet(tmp_path / "p.parquet", 6)
    checked(tmp_path / "out", pages)
    (shard,) = shards([pages], files_in)
    (block,) = blocks(shard)
    key = lambda result: result["id"]  # noqa: E731
    before = sorted(Checker()(block.pages).to_pylist(), key=key)
    assert sorted(Dataset(tmp_path / "out").read(block.key).to_pylist(), key=key) == before
