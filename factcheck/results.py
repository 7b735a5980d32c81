"""The results of earlier runs: what was found in an article, as long as nothing it depends on has changed.

A result depends on the article's bytes, its format, the settings that hold for it, the rules, the reference set,
and the program with the packages it uses; on no date and no path. All of that is in its key. The results lie in
one SQLite file, which takes care of several processes at once and of processes that are killed. They are JSON:
whoever can write to the file can make results disappear or lie, but nothing else.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, TypeVar

from factcheck.config import for_path
from factcheck.files import PACKAGE, data_folder
from factcheck.model import Settings
from factcheck.store import digest, stamp
from factcheck.writing import PRIVATE

_FILE: Final = "results.sqlite"
_MOST_BYTES: Final = 200_000_000  # compressed; some 30,000 articles
_BATCH: Final = 200  # results that a killed run may lose
_PATIENCE: Final = 0.5  # seconds to wait for another process; a result not kept is only found again later
T = TypeVar("T")
Row = tuple[str, bytes]  # a key, and what is kept of it

_GET: Final = "SELECT data FROM results WHERE key = ?"
_DROP: Final = "DELETE FROM results WHERE number <= (SELECT MIN(number) + MAX(number) FROM results) / 2"
_SCHEMA: Final = """
    PRAGMA synchronous = OFF;
    PRAGMA trusted_schema = OFF;
    CREATE TABLE IF NOT EXISTS results (number INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, data BLOB NOT NULL);
"""


class Results:
    """The kept results. Where they cannot be read or written, there are none.

    Args:
        folder: where they lie; None: nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / _FILE if folder else None
        self._database = _opened(self._path) if self._path else None
        self._new: list[Row] = []

    @property
    def kept(self) -> bool:
        """Whether there is a place to keep any."""
        return self._database is not None

    def get(self, key: str) -> bytes | None:
        """The result of a key; None where there is none or it is damaged."""
        found = self._with_database(lambda database: database.execute(_GET, (key,)).fetchone())
        with suppress(zlib.error):
            return unpacked((key, found[0])) if found else None
        return None

    def put(self, rows: Iterable[Row]) -> None:
        """Keep results."""
        if self._database is not None:
            self._new.extend(rows)
            if len(self._new) >= _BATCH:  # all at once: another process is never kept waiting for long
                self._write()

    def close(self) -> None:
        """Write what is not yet written."""
        if self._new:
            self._write()
        self._with_database(lambda database: database.close())
        self._database = None

    def _write(self) -> None:
        def insert(database: sqlite3.Connection) -> None:
            with database:
                database.executemany("INSERT OR REPLACE INTO results (key, data) VALUES (?, ?)", self._new)

        self._with_database(insert)
        self._with_database(_drop_old)
        self._new.clear()

    def _with_database(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """What some work on the database gives, None where it fails; a damaged database is removed."""
        if self._database is None or self._path is None:
            return None
        try:
            return work(self._database)
        except sqlite3.OperationalError:  # a full disk, a file that cannot be written, a busy database
            return None
        except sqlite3.DatabaseError:
            self._database = None
            with suppress(OSError):
                self._path.unlink()
            return None


def packed(key: str, data: bytes) -> Row:
    """What is kept of some bytes."""
    return key, zlib.compress(data, 1)


def unpacked(row: Row) -> bytes:
    """The bytes that `packed` was given.

    Raises:
        zlib.error: they are damaged.
    """
    return zlib.decompress(row[1])


def key_of(data: bytes, path: str, settings: Settings) -> str:
    """What a result depends on."""
    holding = repr(for_path(settings, path)) if settings.overrides else _everywhere(settings)
    return digest(data, Path(path).suffix.lower(), holding, _program(settings.corpora, settings.rules))


@lru_cache(maxsize=64)
def _everywhere(settings: Settings) -> str:
    """Settings that hold wherever an article lies."""
    return repr(for_path(settings, ""))


@cache
def _program(corpora: tuple[Path, ...], rules: tuple[Path, ...]) -> str:
    """A key of everything but the article and the settings."""
    code = stamp(PACKAGE, data_folder("corpus"), data_folder("rules"), *corpora, *rules)
    return digest(code, *_packages())


def _packages() -> list[str]:
    """The installed packages with their versions, as their folders are named."""
    names: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            names.update(path.name for path in Path(folder).iterdir() if path.suffix == ".dist-info")
    return sorted(names)


def _opened(path: Path) -> sqlite3.Connection | None:
    """The database, made if need be; a damaged one is made anew."""
    for _ in range(2):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE))
            path.chmod(PRIVATE)  # it holds the text of articles; so do the files that SQLite puts beside it
            database = sqlite3.connect(path, timeout=_PATIENCE)
            database.executescript(_SCHEMA)
        except sqlite3.OperationalError:  # it cannot be written, or another process holds it
            return None
        except (OSError, sqlite3.DatabaseError):
            with suppress(OSError):
                path.unlink()
        else:
            return database
    return None


def _drop_old(database: sqlite3.Connection) -> None:
    """Drop the older half of the results where all of them take more room than they may."""
    pages, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    if (pages - free) * size > _MOST_BYTES:
        with database:
            database.execute(_DROP)
