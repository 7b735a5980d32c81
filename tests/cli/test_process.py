"""The command as a process: what it imports, how it ends, which bytes it writes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

FACTCHECK = [sys.executable, "-m", "factcheck"]
LEFTOVER = "# Zoë’s house\n\nLorem ipsum dolor sit amet.\n"


def run(*arguments: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*FACTCHECK, *arguments], cwd=folder, capture_output=True, check=False, env={**os.environ, **env}
    )


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["rules"], ["explain", "debunked-number"], ["corpus", "search", "runaways"]],
)
def test_what_needs_no_article_is_quick_because_spacy_stays_away(arguments: list[str]) -> None:
    """Once the reference set and the rules are compiled: the first run on a machine checks and keeps them."""
    program = (
        "import sys; from factcheck.cli import run; status = run(sys.argv[1:]);"
        "assert not {'spacy', 'pydantic'} & set(sys.modules); sys.exit(status)"
    )
    subprocess.run([*FACTCHECK, *arguments], capture_output=True, check=True)
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_unchanged_article_is_quick_because_nothing_that_reads_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The hotline counted 300 victims of trafficking in 2019.\n")
    program = (
        "import sys; from factcheck.cli import run; status = run(sys.argv[1:]);"
        "heavy = {'spacy', 'pydantic', 'factcheck.linter', 'factcheck.claims', 'phonenumbers', 'pycountry'};"
        "print(sorted(heavy & set(sys.modules))); sys.exit(status)"
    )
    arguments = [sys.executable, "-c", program, "check", "--quiet", "--fail-on", "never", "a.md"]
    for _ in range(2):
        done = subprocess.run(arguments, capture_output=True, check=True, cwd=tmp_path)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Lorem ipsum dolor sit amet, Zoë.\n", "utf-8")
    plain = run("check", ".", folder=tmp_path)
    assert "amet, Zoë.\n" in plain.stdout.decode("utf-8")
    for locale in ("C", "POSIX"):
        other = run("check", ".", folder=tmp_path, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert other.stdout == plain.stdout


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.md").write_text(LEFTOVER * 3, "utf-8")
    runs = {
        run("check", ".", "--format", "json", folder=tmp_path, PYTHONHASHSEED=seed, TZ=zone).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(runs) == 1


def test_a_file_name_that_is_no_text_does_not_end_the_run(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (tmp_path / name).write_text(LEFTOVER, "utf-8")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    done = run("check", ".", "--format", "json", folder=tmp_path)
    assert done.returncode in (0, 1)
    assert rb"caf\udce9.md" in done.stdout


def test_no_colour_without_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(LEFTOVER, "utf-8")
    assert b"\x1b" not in run("check", ".", folder=tmp_path).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_on_a_terminal_unless_told_otherwise(tmp_path: Path, env: dict[str, str], coloured: bool) -> None:
    import pty

    (tmp_path / "a.md").write_text(LEFTOVER, "utf-8")
    ours, theirs = pty.openpty()
    base = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"}
    with subprocess.Popen([*FACTCHECK, "check", "a.md"], cwd=tmp_path, stdout=theirs, env=base | env) as process:
        process.wait()
        os.close(theirs)
        shown = os.read(ours, 100_000)
    os.close(ours)
    assert "Zoë’s house".encode() in shown or b"Lorem" in shown
    assert (b"\x1b[" in shown) is coloured


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.md").write_text(LEFTOVER * 20, "utf-8")
    with subprocess.Popen(
        [*FACTCHECK, "check", "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(LEFTOVER * 2_000, "utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*FACTCHECK, "check", "a.md"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"factcheck: the report cannot be written: No space left")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_at_once_without_a_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*FACTCHECK, "check", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin and process.stderr
        _wait_until_reading(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read().strip() == b""


def _wait_until_reading(pid: int) -> None:
    """Until the program has loaded all and waits for its input; a signal before would hit Python's own start."""
    status = Path(f"/proc/{pid}/wchan")
    for _ in range(600):
        if not status.exists() or "pipe" in status.read_text():
            break
        time.sleep(0.1)
    time.sleep(0.2)
