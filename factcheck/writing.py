"""Writing files whole or not at all: what stands in a place stays until what replaces it is complete."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TextIO

from factcheck.errors import UserError
from factcheck.files import read_file

_PREFIX: Final = ".factcheck-"
_UNFINISHED: Final = re.compile(rf"{re.escape(_PREFIX)}(\d+)-[0-9a-f]{{8}}\.tmp")
_PUBLIC: Final = 0o666  # less what the user's umask takes away
PRIVATE: Final = 0o600


@contextmanager
def _unfinished(folder: Path, mode: int) -> Iterator[Path]:
    """A new empty file in a folder, which is gone at the end unless it has got another name.

    Its name is short, whatever that of the file it is for, and says which process writes it: what a killed one has
    left is taken away by the next that writes here.
    """
    _sweep(folder)
    path = folder / f"{_PREFIX}{os.getpid()}-{os.urandom(4).hex()}.tmp"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Take away the unfinished files of processes that are no more."""
    if os.name != "posix":  # elsewhere asking after a process may end it
        return
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = entry.name.startswith(_PREFIX) and _UNFINISHED.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False) and not _is_alive(int(found[1])):
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108 - of a scan


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass  # somebody else's
    return True


def replace_file(path: Path, data: bytes, *, like: Path | None = None, mode: int = _PUBLIC) -> None:
    """Write a file so that another process sees the old one or the new one, never half of it.

    Args:
        like: a file whose permissions and owner it is to have.
        mode: its permissions where it is not like another.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    with _unfinished(path.parent, PRIVATE if like else mode) as unfinished:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # else a crash of the machine may leave the new name with nothing in it
        if like:
            _make_like(unfinished, like)
        unfinished.replace(path)


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises:
        UserError: it cannot be written, or has come to be there meanwhile.
    """
    try:
        with _unfinished(path.parent, _PUBLIC) as unfinished:
            unfinished.write_bytes(data)
            _name(unfinished, path)
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(path)) from None


def _name(file: Path, path: Path) -> None:
    """Give a file a name that no other has; the old name may stay.

    Raises:
        FileExistsError: another has it.
    """
    try:
        os.link(file, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        file.rename(path)


def _make_like(file: Path, like: Path) -> None:
    """Give a file the permissions and the owner of another."""
    status = like.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # only root gives files away
            os.chown(file, status.st_uid, status.st_gid)
    file.chmod(stat.S_IMODE(status.st_mode))


def rewrite_file(path: Path, old: bytes, new: bytes) -> None:
    """Replace what a user's file holds, if it still holds what was read; a link stays a link.

    Raises:
        UserError: it was changed meanwhile, has a second name, or cannot be written.
    """
    real = Path(os.path.realpath(path))
    try:
        if read_file(real) != old:
            raise UserError("was changed while it was being checked: it is left as it is", path=str(path))
        if real.stat().st_nlink > 1:
            problem = (
                "has several names (hard links), which a fix would part: it is left as it is; mend it by hand"
            )
            raise UserError(problem, path=str(path))
        if not os.access(real, os.W_OK):  # replacing it would ask the folder's permission only
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        replace_file(real, new, like=real)
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(path)) from None


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file that takes its place only when it is complete; what stood there stays until then.

    Raises:
        UserError: it cannot be written.
    """
    path = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                yield out
            return
        with _unfinished(path.parent, _PUBLIC) as unfinished:
            with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                yield out
            if path.exists():
                _make_like(unfinished, path)
            unfinished.replace(path)
    except BrokenPipeError:
        raise  # of standard output, while this file was open
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(path)) from None
