"""Files are replaced whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.writing import replacing, rewrite_file, write_new_file


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    with pytest.raises(RuntimeError), replacing(path) as out:
        out.write("half")
        assert path.read_text() == "old"
        raise RuntimeError
    assert path.read_text() == "old"
    with replacing(path) as out:
        out.write("new")
    assert path.read_text() == "new"
    assert [found.name for found in tmp_path.iterdir()] == ["report.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with replacing(tmp_path / "link.txt") as out:
        out.write("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_device_is_written_directly() -> None:
    with replacing(Path(os.devnull)) as out:
        out.write("gone")


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere"), replacing(tmp_path / "nowhere" / "report.json"):
        pass


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_replaced_report_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    path.chmod(0o640)
    with replacing(path) as out:
        out.write("new")
    assert path.stat().st_mode & 0o777 == 0o640
    with replacing(tmp_path / "other.json") as out:
        out.write("new")
    (tmp_path / "plain").write_text("")
    assert (tmp_path / "other.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_name_may_be_as_long_as_the_system_takes(tmp_path: Path) -> None:
    path = tmp_path / f"{'a' * 246}.md"
    write_new_file(path, b"old")
    rewrite_file(path, b"old", b"new")
    assert path.read_bytes() == b"new"


def test_a_file_with_two_names_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    os.link(path, tmp_path / "b.md")
    with pytest.raises(UserError, match="several names"):
        rewrite_file(path, b"old", b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody is asked whether a process lives")
def test_what_a_killed_process_has_left_is_taken_away(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    left = tmp_path / f".factcheck-{int(ended.stdout)}-0123abcd.tmp"
    others = [
        tmp_path / f".factcheck-{os.getpid()}-0123abcd.tmp",
        tmp_path / f".factcheck-{int(ended.stdout)}.tmp",
    ]
    for path in (left, *others):
        path.write_text("half")
    write_new_file(tmp_path / "a.md", b"a")
    assert not left.exists()
    assert all(path.exists() for path in others)
