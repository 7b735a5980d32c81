"""What SECURITY.md promises of the running program: no network, nothing written elsewhere, no half files."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

from tests.hostile.commands import COMMANDS, command_lines, leaves

pytestmark = pytest.mark.slow

FACTCHECK = [sys.executable, "-m", "factcheck"]
DRAFT = "# Trade\n\nChild trafficking earns $32 billion a year, studies show&#8217;.\n\nShare this post\n"
KILLS = int(os.environ.get("FACTCHECK_KILLS", "8"))  # 200 before a release

_DENY = """
import os, socket
def _denied(*args, **kwargs):
    with open(os.environ["DENIED"], "a") as log:
        log.write(repr(args) + "\\n")
    raise PermissionError("no network here")
socket.socket.__init__ = socket.socket.connect = _denied
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = _denied
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with drafts, a home and a folder for temporary files of its own."""
    for name in ("drafts", "home", "temporary", "cache"):
        (tmp_path / name).mkdir()
    for number in range(20):
        (tmp_path / "drafts" / f"{number:02}.md").write_text(DRAFT + str(number))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return tmp_path


def test_no_command_opens_a_connection(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "home" / "sitecustomize.py").write_text(_DENY)
    monkeypatch.setenv("PYTHONPATH", str(place / "home"))
    monkeypatch.setenv("DENIED", str(place / "denied.log"))
    asking = [sys.executable, "-c", "import socket; socket.socket()"]
    asked = subprocess.run(asking, capture_output=True, check=False)
    assert asked.returncode == 1 and (place / "denied.log").exists()  # the test itself can fail
    (place / "denied.log").unlink()
    draft = docx.Document()
    draft.add_paragraph("Child trafficking earns $32 billion a year, studies show.")
    draft.save("draft.docx")
    subprocess.run(["git", "init", "--quiet"], check=True)
    for command in command_lines():
        done = subprocess.run([*FACTCHECK, *command], capture_output=True, check=False)
        assert b"Traceback" not in done.stderr, (command, done.stderr)
        assert not (place / "denied.log").exists(), command


def test_no_command_is_forgotten() -> None:
    assert sorted(leaves()) == sorted(COMMANDS)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_written_but_the_cache_and_what_was_asked_for(place: Path) -> None:
    before = _files(place)
    cache = {**os.environ, "FACTCHECK_CACHE_DIR": str(place / "cache")}
    for command in (["check", "--jobs", "2", "drafts"], ["check", "--output", "found.json", "drafts"], ["rules"]):
        subprocess.run([*FACTCHECK, *command], capture_output=True, check=False, env=cache)
    new = {name: data for name, data in _files(place).items() if before.get(name) != data}
    assert {name for name in new if not name.startswith("cache")} == {"found.json"}
    assert any(name.startswith("cache") for name in new)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_run_leaves_every_file_whole_and_the_next_run_right(place: Path) -> None:
    command = [*FACTCHECK, "check", "--fix", "--fail-on", "never", "--output", "found.json", "drafts"]
    originals = {path.name: path.read_bytes() for path in (place / "drafts").iterdir()}

    def reset() -> None:
        for name, data in originals.items():
            (place / "drafts" / name).write_bytes(data)

    for _ in range(2):  # the first also reads the corpus; by its time most of the kills would come too late
        reset()
        begin = time.monotonic()
        subprocess.run(command, capture_output=True, check=True)
        duration = time.monotonic() - begin
    mended, report = _files(place / "drafts"), (place / "found.json").read_bytes()
    assert mended != originals
    chance = random.Random(7)
    killed = 0
    for _ in range(KILLS):
        reset()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0, duration))
            process.send_signal(signal.SIGKILL)
        killed += process.returncode == -signal.SIGKILL
        for name, data in _files(place / "drafts").items():
            assert name.startswith(".") or data in (originals[name], mended[name])
        assert (place / "found.json").read_bytes() == report
    assert killed > KILLS / 4
    reset()
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""
    assert {name: data for name, data in _files(place / "drafts").items() if name[0] != "."} == mended
