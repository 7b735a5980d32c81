"""What git knows of a working tree, asked of the program itself: it alone knows all that a repository can be.

A repository may have been made to do harm. So git is asked about one working tree only, that of the folder at
hand, and only about what it has in its index and its history: no file of the tree is read by it, since reading one
runs the filters that attributes name. No embedded repository is entered, nothing is fetched, and no program that
a configuration names is run.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.errors import UserError

# What git is told of its surroundings: where the user's own settings are. All else, as GIT_DIR and GIT_INDEX_FILE
# of a hook, would hide the repository or change the answers.
_KEPT: Final = re.compile(
    r"HOME|USERPROFILE|XDG_CONFIG_HOME|SYSTEMROOT|GIT_CONFIG_(?!PARAMETERS).*", re.IGNORECASE
)
_FORCED: Final = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_ATTR_NOSYSTEM": "1"}
_HARMLESS: Final = (  # over what the repository's own configuration says
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "protocol.allow=never",
)
_OPTIONS: Final = ("--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs")
_DIFF: Final = ("--no-ext-diff", "--no-textconv", "--no-color")
_LINES: Final = ("diff", "--no-index", *_DIFF, "--unified=0", "--inter-hunk-context=0", "--", "-")
# For comparing two files git needs to know of no repository, and of nobody's settings.
_NOWHERE: Final = {"GIT_DIR": os.devnull, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_HUNK: Final = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Change(NamedTuple):
    """How a file differs from a revision.

    Attributes:
        lines: those that are new or other, in order, counted from 1, each ended by LF; None: all of them, or
            the file has no lines.
    """

    lines: tuple[range, ...] | None


class _Before(NamedTuple):
    """What a file in the index was in the revision: the letter for what was done to it, and its content's name."""

    status: str
    content: str


class Repository:
    """A working tree held against a revision.

    Args:
        top: its topmost folder.
        revision: as the user named it.

    Raises:
        UserError: git does not know the revision here, or is not there to ask.
    """

    def __init__(self, top: Path, revision: str) -> None:
        self.top = top
        self._commit = _commit(top, revision)

    def change(self, path: Path) -> Change | None:
        """How a file differs from the revision, None where it is the same. A file git does not keep is all new.

        Args:
            path: a real path inside the working tree.

        Raises:
            UserError: git refuses, or the file cannot be read.
        """
        name = Path(os.path.relpath(path, self.top)).as_posix()
        if name not in self._kept:
            return Change(None)
        before = self._changed.get(name, _Before("M", self._kept[name]))
        if before.status in "AU":
            return Change(None)
        data = _read(path)
        if before.content in _names_of(data, before.content, crlf=self._crlf):
            return None
        return Change(self._lines(before.content, data, path))

    @cached_property
    def _kept(self) -> dict[str, str]:
        """The name of each file's content in the index."""
        entries = (entry.split("\t", 1) for entry in _fields(_git(self.top, "ls-files", "--stage", "-z")))
        return {name: stage.split()[1] for stage, name in entries}

    @cached_property
    def _changed(self) -> dict[str, _Before]:
        """The files whose content in the index differs from the revision's."""
        compared = ("diff-index", "--cached", "--find-renames", "--ignore-submodules=all", *_DIFF, "--raw", "-z")
        fields = iter(_fields(_git(self.top, *compared, self._commit, "--")))
        changed = {}
        for field in fields:
            *_, content, _, status = field.split()  # ":100644 100644 3f2a… 0000… R086"
            name = next(fields)
            changed[next(fields) if status[0] in "RC" else name] = _Before(status[0], content)
        return changed

    @cached_property
    def _crlf(self) -> bool:
        """Whether git gives the files of the working tree the line ends of Windows."""
        asked = _asked(self.top, "config", "--get", "core.autocrlf")
        return asked.stdout.strip().lower() in (b"true", b"input")

    def _lines(self, content: str, data: bytes, path: Path) -> tuple[range, ...] | None:
        """The lines of a file that are new or other, None where it has no lines."""
        old = _git(self.top, "cat-file", "blob", content)
        if b"\0" in old or b"\0" in data:
            return None
        at_line_ends = ("--ignore-cr-at-eol",) if self._crlf else ()
        patch = _run(Path(path.anchor), _NOWHERE, _LINES[0], *at_line_ends, *_LINES[1:], str(path), given=old)
        if patch.returncode not in (0, 1):
            raise UserError(f"its changes cannot be told; {_said(patch)}", path=str(path))
        hunks = ((int(start), int(count or 1)) for start, count in _HUNK.findall(patch.stdout))
        return tuple(range(start, start + count) for start, count in hunks if count)  # none: lines only taken away


def top_of(folder: Path) -> Path:
    """The topmost folder of the working tree that a folder is in: the nearest that holds `.git`.

    Git itself would take any folder with the files of a bare repository in it for one.

    Raises:
        UserError: it is in none.
    """
    for parent in (folder, *folder.parents):
        if (parent / ".git").exists():
            return parent
    raise UserError("changes can only be told in a git repository, and this is in none", path=str(folder))


def _commit(top: Path, revision: str) -> str:
    asked = _asked(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if asked.returncode or revision.startswith("-"):  # an option of git's
        if asked.stderr:
            raise UserError(f"changes cannot be told here; {_said(asked)}", path=str(top))
        hint = "in a shallow clone, as build servers make them, fetch its history first"
        raise UserError(f"git knows no revision {revision!r} here; {hint}", path=str(top))
    return asked.stdout.decode("ascii").strip()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path=str(path)) from None


def _names_of(data: bytes, like: str, *, crlf: bool) -> Iterator[str]:
    """By what git would call a file's content.

    Args:
        like: a name in the repository at hand, which tells how it makes them.
        crlf: whether LF may stand in git for the CR LF in the file.
    """
    for content in (data, data.replace(b"\r\n", b"\n")) if crlf else (data,):
        made = hashlib.new("sha1" if len(like) == 40 else "sha256", usedforsecurity=False)
        made.update(b"blob %d\0" % len(content))
        made.update(content)
        yield made.hexdigest()


def _git(top: Path, *arguments: str) -> bytes:
    """What git answers.

    Raises:
        UserError: it refuses, or is not installed.
    """
    asked = _asked(top, *arguments)
    if asked.returncode:
        raise UserError(f"its changes cannot be told; {_said(asked)}", path=str(top))
    return asked.stdout


def _asked(top: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return _run(top, {}, *arguments)


def _run(
    folder: Path, surroundings: dict[str, str], *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run git, and let nothing that lies in a repository say what it does.

    Raises:
        UserError: it is not installed.
    """
    program = _program()
    kept = {name: value for name, value in os.environ.items() if _KEPT.fullmatch(name)}
    settings = [word for setting in _HARMLESS for word in ("-c", setting)]
    return subprocess.run(
        [program, *_OPTIONS, *settings, *arguments],
        check=False,
        capture_output=True,
        input=given,
        cwd=folder,
        env={**kept, "PATH": _path(), **_FORCED, **surroundings},
    )


def _program() -> str:
    program = shutil.which("git", path=_path())
    if program is None:
        raise UserError("changes are told by the program git, which is not installed here")
    return program


def _path() -> str:
    """Where programs are looked for: never in the working tree that is checked."""
    here = Path.cwd()
    tree = next((parent for parent in (here, *here.parents) if (parent / ".git").exists()), here)
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    real = (os.path.realpath(folder) for folder in folders if Path(folder).is_absolute())
    return os.pathsep.join(folder for folder in real if not Path(folder).is_relative_to(tree))


def _said(asked: subprocess.CompletedProcess[bytes]) -> str:
    return "git says: " + os.fsdecode(asked.stderr).strip().partition("\n")[0].removeprefix("fatal: ")


def _fields(answer: bytes) -> Iterator[str]:
    return (os.fsdecode(field) for field in answer.split(b"\0") if field)
