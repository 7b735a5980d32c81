"""What was worked out once, kept in the user's cache folder until what it was made from changes.

It is kept as JSON and read back into dataclasses by msgspec, which holds every value against its type: a file that
somebody has damaged or tampered with can only fail to load, and is made anew. A folder that cannot be written,
or a full disk, is done without.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from factcheck.files import cache_folder, replace_file

T = TypeVar("T")

_MOST = 8  # of one kind: a few configurations and a few versions of the program
_SUFFIXES = (".py", ".yaml")


def digest(*parts: str | bytes) -> str:
    """A key made of parts, none of which can pass for another: 32 hexadecimal digits."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


def stamp(*folders: Path) -> str:
    """A key that changes whenever a Python or YAML file below the folders does, or Python's version.

    It stands for their content as in git's index: it is made of the files' names, sizes, numbers and times, also
    that of the last change of anything, which no program can set back. Reading them would take longer than
    checking an article.
    """
    marks = (
        f"{path}:{s.st_size}:{s.st_mtime_ns}:{s.st_ctime_ns}:{s.st_ino}"
        for folder in folders
        for path, s in _files(folder)
    )
    return digest(sys.version, *sorted(marks))


def _files(folder: Path | str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_SUFFIXES):
                yield entry.path, entry.stat()
            elif entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)


def kept(kind: str, key: str, type: type[T], build: Callable[[], T]) -> T:
    """A value from the cache, or built and kept there.

    Args:
        key: changes with everything the value is made from.
        build: makes the value; its errors pass through, and nothing is kept.
    """
    path = cache_folder() / f"{kind}-{key}.json"
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(path.read_bytes(), type=type, dec_hook=_from_text)
    value = build()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, msgspec.json.encode(value, enc_hook=str))
        _drop_old(path.parent, f"{kind}-*.json")
    return value


def _from_text(type: type, text: object) -> object:
    """A path, which JSON has as a text."""
    return type(text)


def _drop_old(folder: Path, pattern: str) -> None:
    newest = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[_MOST:]:
        path.unlink(missing_ok=True)
