"""Ctrl-C, a reader who leaves, a killed program: it ends at once, without a traceback, and nobody is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hostile.test_promises import DRAFT, FACTCHECK

MANY = 1_000  # more than are checked before the test has sent its signal

# Sends Ctrl-C to itself when a module is about to be imported, as if it came just then.
INTERRUPTED = """
import os, signal, sys
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)
module, sys.argv = sys.argv[1], sys.argv[1:]
sys.meta_path.insert(0, Finder)
from factcheck.cli import main
main()
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals")]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for number in range(MANY):
        (tmp_path / f"{number:04}.md").write_text(DRAFT * 20 + str(number))
    return tmp_path


@pytest.mark.parametrize(
    "module",
    ["factcheck.cli.program", "click", "factcheck.cli.check", "yaml", "msgspec", "factcheck.linter", "re2"],
)
def test_ctrl_c_while_the_program_is_still_loading(tmp_path: Path, module: str) -> None:
    (tmp_path / "a.md").write_text(DRAFT)
    command = [sys.executable, "-c", INTERRUPTED, module, "check", "--no-cache", "a.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr.strip(), done.stdout) == (130, b"", b"")


@contextmanager
def running(folder: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """A check under way, its first lines read; a process group of its own."""
    command = [*FACTCHECK, "check", "--no-cache", "--format", "jsonl", *options, str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        for _ in range(40):
            assert process.stdout.readline()
        yield process


def nobody_is_left(group: int) -> bool:
    """Whether every process of a group ends within a while."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_in_the_midst_of_many_articles(drafts: Path, jobs: str) -> None:
    with running(drafts, "--jobs", jobs) as process:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the group
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.strip()) == (130, b"")
    assert nobody_is_left(process.pid)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_who_has_seen_enough(drafts: Path, jobs: str) -> None:
    with running(drafts, "--jobs", jobs) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
    assert nobody_is_left(process.pid)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_a_program_that_is_killed(drafts: Path, how: signal.Signals) -> None:
    with running(drafts, "--jobs", "2") as process:
        process.send_signal(how)  # to itself alone
        process.wait(60)
        assert nobody_is_left(process.pid)
