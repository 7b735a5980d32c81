"""Several processes: the same bytes as one, in the same order, and a plain word when one of them dies."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.errors import UserError
from factcheck.workers import Workers, in_order

pytestmark = pytest.mark.slow

COUNT = 40  # more than one process does alone


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(COUNT):
        text = f"# Trade {number}\n\nIn 2019, {number}0 victims of trafficking were found. Studies show it.\n"
        (tmp_path / f"{number:02}.md").write_text(text)
    (tmp_path / "20.md").write_bytes(b"a binary\0file")
    (tmp_path / "30.md").write_text("---\nfactcheck: {country: Germny}\n---\n")
    return tmp_path


@pytest.mark.parametrize("format", ["json", "text", "short"])
def test_the_same_bytes_with_one_process_and_with_two(
    drafts: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    told = []
    for jobs in ("1", "2", "3"):
        status = run(["check", ".", "--no-cache", "--jobs", jobs, "--format", format])
        told.append((status, *capsys.readouterr()))
    assert told[0][0] == 2
    assert told[0][1].count("vague-attribution") >= COUNT - 2
    assert told[0] == told[1] == told[2]


def test_where_processes_are_spawned_not_forked(drafts: Path) -> None:
    program = (
        "import multiprocessing, sys\n"
        "from factcheck.cli import run\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    sys.exit(run(['check', '.', '--no-cache', '--jobs', '2', '--format', 'json']))\n"
    )
    (drafts / "program.py").write_text(program)
    command = [sys.executable, "-m", "factcheck", "check", ".", "--no-cache", "--jobs", "1", "--format", "json"]
    one = subprocess.run(command, capture_output=True, check=False)
    two = subprocess.run([sys.executable, "program.py"], capture_output=True, check=False)
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)


def _same(number: int) -> int:
    if number < 0:
        os._exit(3)
    return number


def test_results_come_in_the_order_of_their_tasks() -> None:
    with Workers(2, _same) as workers:
        tasks = (n if n % 3 else workers.task(n, str) for n in range(300))
        assert list(in_order(tasks, workers.ahead)) == [n if n % 3 else str(n) for n in range(300)]


def test_no_more_is_begun_than_keeps_the_processes_busy() -> None:
    begun = []
    with Workers(2, _same) as workers:
        for done, _ in enumerate(in_order((begun.append(n) or workers.task(n, str) for n in range(300)), 64), 1):
            assert len(begun) <= done + 64


def test_a_worker_that_dies_is_told() -> None:
    with pytest.raises(UserError, match="a worker process has died"), Workers(2, _same) as workers:
        list(in_order((workers.task(-1, int) for _ in range(50)), workers.ahead))
    assert not multiprocessing.active_children()


def test_whoever_leaves_early_leaves_no_process_behind(drafts: Path) -> None:
    with Workers(2, _same) as workers, pytest.raises(KeyboardInterrupt):
        for _ in in_order((workers.task(n, str) for n in range(100)), workers.ahead):
            raise KeyboardInterrupt
    assert not multiprocessing.active_children()
