"""Mended files: only the fixed words differ, byte for byte; what cannot be written is left as it was."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.linter import Linter
from factcheck.mending import Mender, write
from factcheck.model import FileError, FileReport, Settings

ARTICLE = "# A house\r\n\r\nCafé owners saw\u200b it.\r\n\r\nShare this post\r\n\r\nThey called.\r\n"
MENDED = "# A house\r\n\r\nCafé owners saw it.\r\n\r\nThey called.\r\n"
SETTINGS = Settings(select=("leftovers",))

Mend = Callable[..., FileError | None]


@pytest.fixture
def mend() -> Mend:
    """Checks a file and writes it with its safe fixes."""

    def mended(path: Path, meanwhile: Callable[[], object] = lambda: None) -> FileError | None:
        report = Linter(SETTINGS).check_file(path)
        assert isinstance(report, FileReport), report
        after = Mender(lambda _: SETTINGS).mend(report)
        meanwhile()
        return write(report, after)

    return mended


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_encoding_and_line_ends_stay(tmp_path: Path, mend: Mend, mark: bytes, encoding: str, newline: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(mark + ARTICLE.replace("\r\n", newline).encode(encoding))
    assert mend(path) is None
    assert path.read_bytes() == mark + MENDED.replace("\r\n", newline).encode(encoding)


def test_a_legacy_encoding_stays(tmp_path: Path, mend: Mend) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(ARTICLE.replace("\u200b", "").encode("cp1252"))
    assert mend(path) is None
    assert path.read_bytes() == MENDED.encode("cp1252")


def test_permissions_stay_and_nothing_is_left_beside(tmp_path: Path, mend: Mend) -> None:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, "utf-8")
    path.chmod(0o640)
    assert mend(path) is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path, mend: Mend) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.md", tmp_path / "link.md"
    real.write_text(ARTICLE, "utf-8")
    link.symlink_to(real)
    assert mend(link) is None
    assert link.is_symlink()
    assert "Share this post" not in real.read_text("utf-8")


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path, mend: Mend) -> None:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, "utf-8")
    error = mend(path, lambda: path.write_text("Somebody's own words.", "utf-8"))
    assert error is not None and error.path == str(path) and "changed" in error.message
    assert path.read_text("utf-8") == "Somebody's own words."


def test_a_file_that_is_gone_stays_gone(tmp_path: Path, mend: Mend) -> None:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, "utf-8")
    error = mend(path, path.unlink)
    assert error is not None and "cannot be written" in error.message
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_write_protected_is_left_alone(
    tmp_path: Path, mend: Mend, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, "utf-8")
    before = path.read_bytes()
    if what == "file":
        monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    else:
        monkeypatch.setattr(
            "factcheck.writing._unfinished", lambda *_: (_ for _ in ()).throw(PermissionError(13, ""))
        )
    error = mend(path)
    assert error is not None and "cannot be written" in error.message
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_fix_that_the_encoding_cannot_hold_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    data = '<meta charset="koi8-r"><p>Café? Дверь. He don?t know.</p>'.replace("é", "e").encode("koi8-r")
    path.write_bytes(data)
    report = Linter(SETTINGS).check_file(path)
    assert isinstance(report, FileReport)
    after = Mender(lambda _: SETTINGS, unsafe=True).mend(report)
    assert "don’t" in after.document.source
    error = write(report, after)
    assert error is not None and "koi8-r" in error.message and "UTF-8" in error.message
    assert path.read_bytes() == data


def test_findings_that_are_kept_silent_are_not_mended_and_stay_silent() -> None:
    report = Linter(SETTINGS).check_bytes(ARTICLE.encode(), "a.md")
    hidden, furniture = report.diagnostics
    after = Mender(lambda _: SETTINGS).mend(replace(report, diagnostics=(hidden,), silent=(furniture,)))
    assert after.document.source == ARTICLE.replace("\u200b", "")
    assert (after.diagnostics, len(after.silent), after.fixed, after.failed) == ((), 1, 1, False)
