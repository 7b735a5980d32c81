"""What was worked out once, kept in the user's cache folder until what it was made from changes.

It is kept as JSON and read back into dataclasses by msgspec, which holds every value against its type; and behind
a digest, so that what somebody has damaged or altered is made anew. The folder and what lies in it are the user's
alone. A folder that cannot be written, is somebody else's, or is on a full disk, is done without.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from factcheck.errors import UserError
from factcheck.files import cache_folder
from factcheck.writing import PRIVATE, replace_file

T = TypeVar("T")

_MOST = 8  # of one kind: a few configurations and a few versions of the program
_SUFFIXES = (".py", ".yaml", ".yml", ".json")
_MOST_LOOKED_AT: Final = 20_000
_used = True


def digest(*parts: str | bytes) -> str:
    """A key made of parts, none of which can pass for another: 32 hexadecimal digits."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


def stamp(*folders: Path) -> str:
    """A key that changes whenever a Python, YAML or JSON file below the folders does, or Python's version.

    It stands for their content as in git's index: it is made of the files' names, sizes, numbers and times, also
    that of the last change of anything, which no program can set back. Reading them would take longer than
    checking an article.

    Raises:
        UserError: a folder holds more than any corpus does.
    """
    marks = (f"{path}:{mark}" for folder in folders for path, mark in _files(folder))
    return digest(sys.version, *map(str, folders), *sorted(marks))


def below(folder: Path) -> Iterator[Path]:
    """The YAML files below a folder, each once, links to folders followed, in the order of their paths.

    Raises:
        UserError: it holds more than any corpus does.
    """
    return iter(sorted(Path(path) for path, _ in _files(folder) if path.endswith((".yaml", ".yml"))))


def _files(top: Path) -> Iterator[tuple[str, str]]:
    """The files below a folder that its content is made of, with what changes whenever one of them does."""
    seen, looked_at, pending = {os.path.realpath(top)}, 0, [str(top)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                looked_at += 1
                if looked_at > _MOST_LOOKED_AT:
                    raise UserError(
                        f"holds more than {_MOST_LOOKED_AT:,} files: no corpus or rules", path=str(top)
                    )
                if entry.name.endswith(_SUFFIXES):
                    yield entry.path, _mark(entry)
                elif _is_folder(entry) and (real := os.path.realpath(entry.path)) not in seen:
                    seen.add(real)
                    pending.append(entry.path)


def _mark(entry: os.DirEntry[str]) -> str:
    try:
        status = entry.stat()
    except OSError:
        return ""  # a link that leads nowhere; reading it will tell
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def use_kept(wanted: bool) -> None:
    """Whether anything that is kept is read or written, from now on in this process and those it starts."""
    global _used
    _used = wanted


def private_folder() -> Path | None:
    """The cache folder, made if need be, which nobody else can look or write into; None where there is none."""
    if not _used:
        return None
    folder = cache_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
        if hasattr(os, "getuid") and status.st_uid != os.getuid():
            return None
        if stat.S_IMODE(status.st_mode) & 0o077:
            folder.chmod(0o700)
    except OSError:
        return None
    return folder


def kept(kind: str, key: str, type: type[T], build: Callable[[], T]) -> T:
    """A value from the cache, or built and kept there.

    Args:
        key: changes with everything the value is made from.
        build: makes the value; its errors pass through, and nothing is kept.
    """
    folder = private_folder()
    if folder is None:
        return build()
    path = folder / f"{kind}-{key}.json"
    with suppress(OSError, msgspec.MsgspecError):
        seal, _, data = path.read_bytes().partition(b"\n")
        if seal.decode("ascii", "replace") == digest(kind, key, data):
            return msgspec.json.decode(data, type=type, dec_hook=_from_text)
    value = build()
    with suppress(OSError):
        data = msgspec.json.encode(value, enc_hook=str)
        replace_file(path, digest(kind, key, data).encode() + b"\n" + data, mode=PRIVATE)
        _drop_old(folder, f"{kind}-*.json")
    return value


def _from_text(type: type, text: object) -> object:
    """A path, which JSON has as a text."""
    return type(text)


def _drop_old(folder: Path, pattern: str) -> None:
    newest = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[_MOST:]:
        path.unlink(missing_ok=True)
