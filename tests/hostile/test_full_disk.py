"""A full disk, a cache that cannot be written: what was there stays whole, and one line says what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.hostile.test_promises import DRAFT, FACTCHECK

ROOM = 100  # bytes that a file may have before the disk is full: whatever is written breaks off in its midst
OLD = "what stood here before"
PROSE = (
    "\n\nIt is run by those who have been through the worst themselves, and who know what a night is like.\n\n" * 2
)
BASELINE = '{"version": 1, "files": {}}'

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="limits of the system")]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    for number in range(3):
        (tmp_path / "drafts" / f"{number}.md").write_text(DRAFT + PROSE + str(number))
    word = docx.Document()
    word.add_paragraph("Child trafficking earns $32 billion a year, studies show.")
    word.save(str(tmp_path / "draft.docx"))
    for name in ("found.json", "found.sarif", "found.html", "found.xml"):
        (tmp_path / name).write_text(OLD)
    (tmp_path / "known.json").write_text(BASELINE)
    (tmp_path / ".factcheck.yaml").write_text(f"# {OLD}\n")
    (tmp_path / ".pre-commit-config.yaml").write_text("repos:\n- repo: meta\n  hooks: [{id: identity}]\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "myth.json").write_text(OLD)
    return tmp_path


def run(folder: Path, *arguments: str, full: bool = True, **env: str) -> subprocess.CompletedProcess[bytes]:
    def fill() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))

    env = {"FACTCHECK_CACHE_DIR": str(folder / "cache")} | env
    return subprocess.run(
        [*FACTCHECK, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **env},
        preexec_fn=fill if full else None,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file but the cache's."""
    return {
        name: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not (name := str(path.relative_to(folder))).startswith("cache")
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--output", "found.json", "drafts"),
        ("check", "--output", "found.sarif", "--output", "found.html", "--output", "junit=found.xml", "drafts"),
        ("check", "--output", "new.json", "drafts"),
        ("check", "--fix", "drafts"),
        ("check", "--fix", "--unsafe-fixes", "drafts"),
        ("check", "draft.docx", "--annotate", "noted.docx"),
        ("baseline", "create", "--output", "known.json", "drafts"),
        ("baseline", "create", "--output", "new.json", "drafts"),
        ("init", "--force", "--yes"),
        ("init", "--pre-commit"),
        ("corpus", "new", "measure", "our-own", "made"),
        ("corpus", "schema", "schemas"),
    ],
    ids=" ".join,
)
def test_a_full_disk_leaves_every_file_as_it_was(place: Path, arguments: tuple[str, ...]) -> None:
    before = files(place)
    done = run(place, *arguments)
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert lines and all(line.startswith("factcheck: ") for line in lines), done.stderr.decode()
    assert any("cannot be written: File too large" in line for line in lines)
    assert files(place) == before


def test_a_full_disk_costs_the_cache_alone(place: Path) -> None:
    whole = run(place, "check", "--no-cache", "drafts", full=False)
    full = run(place, "check", "drafts")
    assert whole.returncode == 1
    assert (full.returncode, full.stdout, full.stderr) == (1, whole.stdout, b"")
    again = run(place, "check", "drafts", full=False)  # what was half written is not taken for whole
    assert (again.returncode, again.stdout, again.stderr) == (1, whole.stdout, b"")


@pytest.mark.parametrize("cache", ["closed", "a-file/cache", "/proc/factcheck"])
def test_a_cache_that_cannot_be_written_is_done_without(place: Path, cache: str) -> None:
    (place / "a-file").write_text("")
    (place / "closed").mkdir(mode=0o500)
    before = files(place)
    whole = run(place, "check", "--no-cache", "drafts", full=False)
    closed = run(place, "check", "drafts", full=False, FACTCHECK_CACHE_DIR=str(place / cache))
    assert (closed.returncode, closed.stdout, closed.stderr) == (1, whole.stdout, b"")
    if cache != "closed" or os.getuid():  # root may write everywhere
        assert files(place) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to")
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "drafts"),
        ("check", "--jobs", "2", "--no-cache", "--format", "json", "drafts"),
        ("check", "--diff", "drafts"),
        ("check", "--output", "/dev/full", "drafts"),
        ("rules",),
        ("explain", "missing-hotline"),
        ("corpus", "stats"),
        ("corpus", "search", "runaways"),
        ("corpus", "new", "measure", "our-own"),
        ("quantities", "drafts/0.md"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_output_that_cannot_be_written_is_told(place: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [*FACTCHECK, *(f"json={one}" if one == "/dev/full" else one for one in arguments)]
        out = subprocess.DEVNULL if "/dev/full" in arguments else full
        done = subprocess.run(command, cwd=place, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"cannot be written: No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to")
@pytest.mark.parametrize("arguments", [("check", "nowhere.md"), ("check", "--nothing"), ("explain", "nothing")])
def test_where_nothing_can_be_told_the_status_tells_it(place: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*FACTCHECK, *arguments], cwd=place, stdout=subprocess.DEVNULL, stderr=full, check=False
        )
    assert done.returncode == 2  # Python's own would be 1: something was found
