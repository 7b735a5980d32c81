"""Where files lie that ship with the program or are kept for it, and writing files whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from factcheck.errors import UserError

PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The shipped folder `corpus` or `rules`: inside an installed wheel, or beside the package in a checkout.

    Raises:
        UserError: neither is there; the installation is damaged.
    """
    for folder in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise UserError(f"the folder {name}/ that ships with factcheck is missing; install factcheck again")


def cache_folder() -> Path:
    """The user's cache folder of this program; the variable FACTCHECK_CACHE_DIR overrules the system's own."""
    own = os.environ.get("FACTCHECK_CACHE_DIR")
    if own:
        return Path(own)
    import platformdirs  # its import is most of what a run costs that finds everything cached

    return platformdirs.user_cache_path("factcheck", appauthor=False)


def replace_file(path: Path, data: bytes, *, like: Path | None = None) -> None:
    """Write a file so that another process sees the old one or the new one, never half of it.

    Args:
        like: a file whose permissions and owner it is to have.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    import shutil  # few runs write a file, and these take long to load
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)  # else a crash of the machine may leave the new name with nothing in it
        if like:
            shutil.copymode(like, name)
            _copy_owner(like, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises:
        UserError: it cannot be written, or has come to be there meanwhile.
    """
    unfinished = _unfinished(path)
    try:
        try:
            unfinished.write_bytes(data)
            _name(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
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


def _unfinished(path: Path) -> Path:
    """Where a file is written until it is complete: hidden, beside its place."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def _copy_owner(like: Path, name: str) -> None:
    if hasattr(os, "chown"):
        status = like.stat()
        with suppress(PermissionError):  # only root gives files away
            os.chown(name, status.st_uid, status.st_gid)


def rewrite_file(path: Path, old: bytes, new: bytes) -> None:
    """Replace what a user's file holds, if it still holds what was read; a link stays a link.

    Raises:
        UserError: it was changed meanwhile, or cannot be written.
    """
    real = Path(os.path.realpath(path))
    try:
        if real.read_bytes() != old:
            raise UserError("was changed while it was being checked: it is left as it is", path=str(path))
        if not os.access(real, os.W_OK):  # replacing it would ask the folder's permission only
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        replace_file(real, new, like=real)
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(path)) from None


def read_text(path: Path) -> str:
    """The text of a corpus, rule or configuration file.

    Raises:
        UserError: it cannot be read, or is not UTF-8; says where.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {error.start}); save it as UTF-8"
        raise UserError(message, path=str(path)) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path=str(path)) from None


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
        unfinished = _unfinished(path)
        try:
            with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                yield out
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except BrokenPipeError:
        raise  # of standard output, while this file was open
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(path)) from None
