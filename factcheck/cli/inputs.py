"""What a run reads, so that nothing it writes takes the place of any of it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.config import Configuration

_File = tuple[int, int]  # device and number: whatever names it has


class Inputs:
    """The files that a run reads, known by what they are and not by their names: a link is the file, too.

    Args:
        given: the options of `check`: paths and baseline.
    """

    def __init__(self, given: dict[str, Any], configuration: Configuration) -> None:
        self._paths: tuple[Path, ...] = given["paths"]
        self._baseline: Path | None = given["baseline"]
        self._configuration = configuration

    def keep(self, file: Path) -> None:
        """Refuse to write a file that is read.

        Raises:
            UserError: it is.
        """
        self._refuse(_status(file), str(file))

    def keep_from_standard_output(self) -> None:
        """Refuse to write to standard output where that goes to a file that is read (`>> article.md`).

        Raises:
            UserError: it does.
        """
        try:
            status = os.fstat(sys.stdout.fileno())
        except (OSError, ValueError, AttributeError):
            return
        self._refuse(status, "standard output")

    def _refuse(self, status: os.stat_result | None, name: str) -> None:
        if status is None or not stat.S_ISREG(status.st_mode):
            return  # nothing is there yet; a device or a pipe is no article
        if (reason := self._read.get(_file(status))) is not None:
            raise UserError(f"no report can be written to this file: it {reason}", path=name)

    @cached_property
    def _read(self) -> dict[_File, str]:
        """Why each of the files is read."""
        found: dict[_File, str] = {}
        for reason, paths in self._by_reason():
            for path in paths:
                if (status := _status(path)) is not None:
                    found.setdefault(_file(status), reason)
        return found

    def _by_reason(self) -> Iterator[tuple[str, Iterable[Path]]]:
        from factcheck.files import data_folder
        from factcheck.store import below
        from factcheck.walking import IGNORE_FILES, articles

        settings_for = self._configuration.settings_for
        found = [path for path in articles(self._paths, settings_for) if isinstance(path, Path)]
        yield "is to be checked", (*self._paths, *found)
        folders = {parent for path in found for parent in (path.parent, *path.parent.parents)}
        yield "says what is not checked", (folder / name for folder in folders for name in IGNORE_FILES)
        yield "holds the settings", self._configuration.files
        if self._baseline:
            yield "is the baseline", (self._baseline,)
        own = {folder for one in self._configuration.settings for folder in (*one.corpora, *one.rules)}
        folders = {folder for folder in own if folder.is_dir()} | {data_folder("corpus"), data_folder("rules")}
        yield "is part of the reference set or of the rules", (path for one in folders for path in below(one))


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _file(status: os.stat_result) -> _File:
    return status.st_dev, status.st_ino
