"""What is kept: read back as it was, made anew when its sources change or it is damaged, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.checks import load_rules
from factcheck.errors import UserError
from factcheck.reference import load_corpus
from factcheck.store import below, digest, kept, stamp, use_kept


@dataclass(frozen=True)
class Made:
    """Something worked out."""

    words: tuple[str, ...]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def made(key: str, *words: str) -> tuple[Made, bool]:
    """What is kept under a key, and whether it had to be built."""
    built: list[Made] = []

    def build() -> Made:
        built.append(Made(words))
        return built[0]

    return kept("thing", key, Made, build), bool(built)


def test_what_is_kept_is_not_built_again() -> None:
    assert made("k", "a", "b") == (Made(("a", "b")), True)
    assert made("k", "other") == (Made(("a", "b")), False)
    assert made("l", "other") == (Made(("other",)), True)


@pytest.mark.parametrize("content", [b"", b"{", b'{"words": 7}', b'{"words": ["a", 7]}', b"\xff", b"[]"])
def test_a_damaged_file_is_made_anew(folder: Path, content: bytes) -> None:
    made("k", "a")
    (folder / "cache" / "thing-k.json").write_bytes(content)
    assert made("k", "a") == (Made(("a",)), True)
    assert made("k", "a") == (Made(("a",)), False)


def test_a_folder_that_cannot_be_written_is_done_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder / "file" / "cache"))
    assert made("k", "a") == (Made(("a",)), True)
    assert made("k", "a") == (Made(("a",)), True)


def test_only_the_newest_are_kept(folder: Path) -> None:
    for number in range(20):
        made(str(number), "a")
    assert len(list((folder / "cache").iterdir())) == 8
    assert made("19", "b")[1] is False


def test_a_stamp_changes_with_every_change_of_a_file(folder: Path) -> None:
    (folder / "sub").mkdir()
    stamps = {stamp(folder)}
    for change in (
        lambda: (folder / "sub" / "a.yaml").write_text("a"),
        lambda: (folder / "sub" / "a.yaml").write_text("bc"),
        lambda: (folder / "sub" / "a.yaml").rename(folder / "sub" / "b.yaml"),
        lambda: (folder / "sub" / "b.yaml").unlink() or (folder / "sub" / "c.py").write_text("bc"),
    ):
        change()
        assert stamp(folder) not in stamps
        stamps.add(stamp(folder))
    (folder / "sub" / "notes.txt").write_text("no part of it")
    assert stamp(folder) in stamps


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")


def test_corpus_and_rules_come_back_as_they_were() -> None:
    from factcheck.checks.rules import _loaded

    first = load_corpus(), load_rules()
    _loaded.cache_clear()
    assert (load_corpus(), load_rules()) == first


def test_a_change_of_ones_own_corpus_is_seen_at_once(folder: Path) -> None:
    words = folder / "house" / "words.yaml"
    words.parent.mkdir()
    words.write_text("hotline: [harbour line]\n")
    assert "harbour line" in load_corpus([folder / "house"]).words["hotline"]
    words.write_text("hotline: [river line]\n")
    assert "river line" in load_corpus([folder / "house"]).words["hotline"]
    assert "harbour line" not in load_corpus([folder / "house"]).words["hotline"]


@pytest.mark.parametrize("left", [0, 1, 1000, -1])
def test_a_corpus_kept_in_part_is_made_anew(folder: Path, left: int) -> None:
    whole = load_corpus()
    (file,) = (folder / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:left])
    assert load_corpus() == whole
    assert load_corpus() == whole


def test_processes_that_start_at_once_do_no_harm(folder: Path) -> None:
    program = "from factcheck.reference import load_corpus; print(len(load_corpus().measures))"
    started = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = [process.communicate(timeout=120)[0].strip() for process in started]
    assert told == [str(len(load_corpus().measures))] * 3
    assert [path.suffix for path in (folder / "cache").iterdir()] == [".json"], "something half-written was left"


def test_a_change_that_keeps_size_and_time_is_seen(folder: Path) -> None:
    file = folder / "a.yaml"
    file.write_text("12")
    before, times = stamp(folder), file.stat()
    file.write_text("21")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert stamp(folder) != before


def test_what_somebody_has_altered_is_not_believed(folder: Path) -> None:
    made("k", "a")
    made("l", "b")
    one, other = folder / "cache" / "thing-k.json", folder / "cache" / "thing-l.json"
    one.write_bytes(one.read_bytes().replace(b'"a"', b'"x"'))
    assert made("k", "a") == (Made(("a",)), True)
    one.write_bytes(other.read_bytes())  # whole, but kept under another key
    assert made("k", "a") == (Made(("a",)), True)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_what_is_kept_is_its_owner_s_alone(folder: Path) -> None:
    cache = folder / "cache"
    cache.mkdir(mode=0o755)
    made("k", "a")
    assert cache.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in cache.iterdir()] == [0o600]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives folders away")
def test_the_folder_of_somebody_else_is_not_used(folder: Path) -> None:
    cache = folder / "cache"
    cache.mkdir()
    os.chown(cache, 12345, -1)
    assert made("k", "a") == made("k", "a") == (Made(("a",)), True)
    assert not list(cache.iterdir())


def test_nothing_kept_is_used_where_nobody_wants_it(folder: Path) -> None:
    made("k", "a")
    use_kept(False)
    try:
        assert made("k", "b") == (Made(("b",)), True)
    finally:
        use_kept(True)
    assert made("k", "b") == (Made(("a",)), False)


def test_a_corpus_behind_a_link_is_seen_to_change(folder: Path) -> None:
    house, elsewhere = folder / "house", folder / "elsewhere"
    elsewhere.mkdir()
    house.mkdir()
    (elsewhere / "words.yaml").write_text("hotline: [harbour line]\n")
    (house / "words.yaml").symlink_to(elsewhere / "words.yaml")
    (house / "measures").symlink_to(elsewhere)
    (house / "words.yaml").unlink()
    stamps = {stamp(house)}
    (elsewhere / "words.yaml").write_text("hotline: [river line]\n")
    assert stamp(house) not in stamps
    assert [path.name for path in below(house)] == ["words.yaml"]


def test_a_folder_that_is_no_corpus_is_not_read_to_its_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.store._MOST_LOOKED_AT", 20)
    for number in range(30):
        (folder / f"{number}.txt").touch()
    with pytest.raises(UserError, match="holds more than 20 files"):
        load_corpus([folder])
