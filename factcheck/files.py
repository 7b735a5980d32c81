"""Where files lie that ship with the program or are kept for it, and reading files that anybody may have made."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from factcheck.errors import UserError

PACKAGE = Path(__file__).resolve().parent
MOST_BYTES: Final = 200_000_000  # the largest articles are a tenth of this
_MOST_WRITTEN: Final = 50_000_000  # by people: settings, entries, rules; and a baseline of a large archive


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


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file. A device or a pipe, which may have no end, is never opened.

    Args:
        most: how many bytes it may have.

    Raises:
        UserError: it is no regular file, or larger.
        OSError: it cannot be read.
    """
    _refuse_irregular(path.stat(), path, most)
    # it may have become a pipe meanwhile, and opening one waits for whoever writes into it
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123 - a handle has no path
        _refuse_irregular(os.fstat(handle), path, most)
        data = file.read(most + 1)
    if len(data) > most:
        raise _too_large(path, most)
    return data


def _refuse_irregular(status: os.stat_result, path: Path, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UserError("is a folder, not a file", path=str(path))
    if not stat.S_ISREG(status.st_mode):
        what = "a pipe" if stat.S_ISFIFO(status.st_mode) else "a device"
        raise UserError(f"is {what}, not a file; an article can be given to standard input: -", path=str(path))
    if status.st_size > most:
        raise _too_large(path, most)


def _too_large(path: Path, most: int) -> UserError:
    return UserError(f"is larger than the {most // 1_000_000:,} MB that are read of such a file", path=str(path))


def read_text(path: Path) -> str:
    """The text of a corpus, rule or configuration file.

    Raises:
        UserError: it cannot be read, is no regular file, or is not UTF-8; says where.
    """
    try:
        return read_file(path, _MOST_WRITTEN).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {error.start}); save it as UTF-8"
        raise UserError(message, path=str(path)) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path=str(path)) from None
