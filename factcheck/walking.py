"""Which files of a folder are articles: by their ending, without what is ignored, in the order of their names."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.config import checkout_of, matches, nearest
from factcheck.documents import EXTENSIONS, format_of
from factcheck.documents.unreadable import advice
from factcheck.errors import UserError
from factcheck.files import read_file
from factcheck.model import FileError, Format, Settings
from factcheck.reports.own import HEAD, is_report

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".factcheckignore")
_NEVER_CONTENT = ("node_modules", "__pycache__")
_LOOKED_THROUGH = 1_000  # folders, for what an editor may have taken for an article

_MOST_IGNORED = 1_000_000  # bytes of an ignore file
_FORMATS_OF_REPORTS = (Format.HTML, Format.MARKDOWN)

SettingsFor = Callable[[Path], Settings]


def content_of(settings: Settings) -> tuple[Path, ...]:
    """What is checked where no paths are given: the content folders, or the folder at hand.

    The folder at hand it is where it lies inside a content folder, and where no content folders are set.
    """
    here = Path().resolve()
    folders = _content(settings)
    if not folders or any(here.is_relative_to(folder) for folder in folders):
        return (Path(),)
    return tuple(Path(os.path.relpath(folder)) for folder in folders)


def articles(
    paths: Iterable[Path], settings_for: SettingsFor, *, force_exclude: bool = False
) -> Iterator[Path | FileError]:
    """The articles among files and folders, each once; a file named outright is taken whatever it is called.

    Args:
        settings_for: gives the settings that hold in a folder, for their `exclude` and `content`.
        force_exclude: whether a file named outright is passed over where a check of all content would do so.
    """
    given = list(dict.fromkeys(paths))
    if force_exclude:
        given = [path for path in given if path.is_dir() or not _is_left_out(path, settings_for)]
    seen: set[tuple[int, int]] = set()
    for path in given:
        found = _in_folder(path, settings_for) if path.is_dir() else iter((_outright(path),))
        if len(given) == 1:
            yield from found  # one folder holds nothing twice: a million names need no remembering
        else:
            yield from (item for item in found if isinstance(item, FileError) or _is_new(item, seen))


def _outright(path: Path) -> Path | FileError:
    if _is_ours(path):
        return FileError(str(path), "is a report of factcheck, or where this one goes; name the article itself")
    return path


def _is_ours(path: Path) -> bool:
    """Whether a file is where this run's report goes (`> report.html`), or a report of an earlier one."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return False  # reading it will say what is the matter
        if (status.st_dev, status.st_ino) == _standard_output():
            return True
        if format_of(path.name) not in _FORMATS_OF_REPORTS:
            return False
        with path.open("rb") as file:
            return is_report(file.read(HEAD))
    except OSError:
        return False


@cache  # as it was before anything was written
def _standard_output() -> tuple[int, int] | None:
    """The empty file that standard output goes to; None where it goes nowhere, or is added to something."""
    try:
        status = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) and not status.st_size else None


def _in_folder(folder: Path, settings_for: SettingsFor) -> Iterator[Path | FileError]:
    found = _walk(folder, settings_for)
    first = next(found, None)
    if first is None:
        yield FileError(str(folder), _nothing_in(folder))
    else:
        yield first
        yield from found


def _nothing_in(folder: Path) -> str:
    """What was looked for in vain, and what to do."""
    looked = (
        f"there are no articles here: looked for {', '.join(EXTENSIONS)},"
        " without what .gitignore, .factcheckignore and `exclude` name"
    )
    for top, _, names in islice(os.walk(folder), _LOOKED_THROUGH):
        for name in sorted(names):
            if told := advice(name):
                return f"{looked}. {Path(top, name)} cannot be read, it is {told}"
    return f"{looked}. Name the folder that holds your articles, or an article itself: factcheck check draft.docx"


def _is_new(path: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        status = path.stat()
    except OSError:
        return True  # reading it will say what is the matter
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


class _Ignore(NamedTuple):
    """The patterns of an ignore file and the folder they are relative to."""

    folder: str
    spec: GitIgnoreSpec


class _Folder(NamedTuple):
    """A folder on the way: as the user named it, as the system does, what links may not leave, what is ignored."""

    path: Path
    real: str
    bounds: Path
    ignores: tuple[_Ignore, ...]


def _walk(top: Path, settings_for: SettingsFor) -> Iterator[Path | FileError]:
    """The articles below a folder. A link to a folder is followed, but no folder is entered twice.

    A link that leads out of the folder, or of the checkout that the folder is in, is passed over: whoever made the
    files does not decide what else is read on this machine.
    """
    real = os.path.realpath(top)
    bounds = checkout_of(Path(real))
    visited = {real}
    pending: list[Iterator[_Folder | Path | FileError]] = []
    pending.append(_listing(_Folder(top, real, bounds, _ignores_above(Path(real))), settings_for))
    while pending:
        item = next(pending[-1], None)
        if item is None:
            pending.pop()
        elif not isinstance(item, _Folder):
            yield item
        elif item.real not in visited:
            visited.add(item.real)
            pending.append(_listing(item, settings_for))


def _listing(folder: _Folder, settings_for: SettingsFor) -> Iterator[_Folder | Path | FileError]:
    try:
        settings = settings_for(folder.path)
        names, folders = _names_in(folder.path)
    except UserError as error:
        yield FileError.of(error, str(folder.path))
        return
    except OSError as error:
        yield FileError(str(folder.path), f"the folder cannot be read: {error.strerror}")
        return
    ignores = (*folder.ignores, *_ignores_in(Path(folder.real)))
    for name in names:
        is_folder = name in folders
        if _is_passed_over(name, is_folder, folder.real, ignores, settings):
            continue
        path = folder.path / name
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(folder.bounds):
            continue
        if is_folder:
            yield _Folder(path, os.path.realpath(path), folder.bounds, ignores)
        elif path.is_file() and not _is_ours(path):
            yield path


def _names_in(folder: Path) -> tuple[list[str], set[str]]:
    """What may be articles and folders, in the order of their names; and which of them are folders.

    Only names are held, for there may be a million.
    """
    names, folders = [], set()
    with os.scandir(folder) as entries:
        for entry in entries:
            if _is_folder(entry):
                folders.add(entry.name)
                names.append(entry.name)
            elif format_of(entry.name) is not None:
                names.append(entry.name)
    names.sort()
    return names, folders


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_passed_over(
    name: str, is_folder: bool, folder: str, ignores: tuple[_Ignore, ...], settings: Settings
) -> bool:
    if _is_never_content(name):
        return True
    path = f"{folder.rstrip(os.sep)}/{name}{'/' if is_folder else ''}"
    if settings.exclude and matches(settings.exclude, path, settings.root):
        return True
    for ignore in reversed(ignores):  # the deepest file that says anything decides, as in git
        included = ignore.spec.check_file(path[len(ignore.folder) + 1 :]).include
        if included is not None:
            return included
    return False


def _is_left_out(path: Path, settings_for: SettingsFor) -> bool:
    """Whether a file is passed over where the content it would be part of is checked."""
    try:
        settings = settings_for(path)
    except UserError:
        return False  # told when its turn comes
    folder = Path(os.path.realpath(path.parent))
    content = _content(settings)
    if content and not any((folder / path.name).is_relative_to(one) for one in content):
        return True
    top = settings.root or Path().resolve()
    inside = folder.relative_to(top).parts if folder.is_relative_to(top) else ()
    if any(_is_never_content(name) for name in inside):
        return True
    ignores = (*_ignores_above(folder), *_ignores_in(folder))
    return _is_passed_over(path.name, False, str(folder), ignores, settings)


def _content(settings: Settings) -> tuple[Path, ...]:
    return tuple((settings.root or Path()).joinpath(name).resolve() for name in settings.content)


def _is_never_content(name: str) -> bool:
    return name.startswith(".") or name in _NEVER_CONTENT


def _ignores_above(folder: Path) -> tuple[_Ignore, ...]:
    """The ignore files of the folders above, up to the root of the git repository; none outside of one."""
    above: list[Path] = []
    for parent in folder.parents if not (folder / ".git").exists() else ():
        above.append(parent)
        if (parent / ".git").exists():
            return tuple(ignore for path in reversed(above) for ignore in _ignores_in(path))
    return ()


def _ignores_in(folder: Path) -> Iterator[_Ignore]:
    for name in IGNORE_FILES:
        try:
            lines = read_file(folder / name, _MOST_IGNORED).decode("utf-8", "replace").splitlines()
        except (OSError, UserError):  # none, or no regular file: as git does, there is nothing to ignore
            continue
        from pathspec import GitIgnoreSpec  # loaded only where there is something to ignore

        yield _Ignore(str(folder).rstrip(os.sep), GitIgnoreSpec.from_lines(lines))


def content(path: Path) -> bytes | FileError:
    """The bytes of an article, or why it cannot be read."""
    try:
        return read_file(path)
    except UserError as error:
        return FileError.of(error, str(path))
    except FileNotFoundError:
        return FileError(str(path), f"there is no such file or folder{_like(path)}")
    except OSError as error:
        return FileError(str(path), f"cannot be read: {error.strerror}")


def _like(path: Path) -> str:
    """A question after what stands where a file was looked for and is called much like it."""
    try:
        return nearest(path.name, [entry.name for entry in path.parent.iterdir()])
    except OSError:
        return f" (nor a folder {path.parent})"
