"""What git knows of a working tree, asked of the program itself: it alone knows all that a repository can be."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import UserError

# A hook sets GIT_DIR and more, which would hide the repository of a folder; GIT_DIFF_OPTS changes the answers.
_MISLEADING = re.compile(r"GIT_(?!CONFIG|EXEC_PATH)")
_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BINARY = re.compile(rb"^Binary files ", re.MULTILINE)  # lines of the files themselves begin with +, - or \
_DIFF = ("diff", "--find-renames", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=all")


class Change(NamedTuple):
    """How a file differs from a revision.

    Attributes:
        lines: those that are new or other, in order, counted from 1, each ended by LF; None: all of them, or
            the file has no lines.
    """

    lines: tuple[range, ...] | None


class Repository:
    """A working tree held against a revision.

    Args:
        top: its topmost folder.
        revision: as the user named it.

    Raises:
        UserError: git does not know the revision here.
    """

    def __init__(self, top: Path, revision: str) -> None:
        self._top = top
        self._commit = _commit(top, revision)

    def change(self, path: Path) -> Change | None:
        """How a file differs from the revision, None where it is the same. A file git does not keep is all new.

        Args:
            path: a real path inside the working tree.
        """
        name = Path(os.path.relpath(path, self._top)).as_posix()
        if name not in self._kept:
            return Change(None)
        if name not in self._changed:
            return None
        status, before = self._changed[name]
        return Change(None if status in "AU" else self._lines(name, before))

    @cached_property
    def _kept(self) -> frozenset[str]:
        return frozenset(_names(_git(self._top, "ls-files", "-z")))

    @cached_property
    def _changed(self) -> dict[str, tuple[str, str]]:
        """The letter for what was done to each file that differs, and what it was called before."""
        fields = iter(_names(_git(self._top, *_DIFF, "--raw", "-z", self._commit, "--")))
        changed = {}
        for field in fields:
            status = field.split()[-1][0]  # ":100644 100644 3f2a… 0000… R086"
            before = next(fields)
            changed[next(fields) if status in "RC" else before] = status, before
        return changed

    def _lines(self, name: str, before: str) -> tuple[range, ...] | None:
        """The lines of a file that are new or other, None where it has no lines."""
        shape = ("--unified=0", "--inter-hunk-context=0")
        patch = _git(self._top, *_DIFF, *shape, self._commit, "--", before, name)
        if _BINARY.search(patch):
            return None
        hunks = ((int(start), int(count or 1)) for start, count in _HUNK.findall(patch))
        return tuple(range(start, start + count) for start, count in hunks if count)  # none: lines only taken away


def top_of(folder: Path) -> Path:
    """The topmost folder of the working tree that a folder is in.

    Raises:
        UserError: it is in none, or git is not there to ask.
    """
    asked = _asked(folder, "rev-parse", "--show-toplevel")
    if asked.returncode:
        raise UserError(f"changes can only be told in a git repository; {_said(asked)}", path=str(folder))
    return Path(os.fsdecode(asked.stdout.rstrip(b"\n")))


def _commit(top: Path, revision: str) -> str:
    asked = _asked(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if asked.returncode or revision.startswith("-"):  # an option of git's
        hint = "in a shallow clone, as build servers make them, fetch its history first"
        raise UserError(f"git knows no revision {revision!r} here; {hint}", path=str(top))
    return asked.stdout.decode("ascii").strip()


def _git(top: Path, *arguments: str) -> bytes:
    """What git answers.

    Raises:
        UserError: it refuses, or is not installed.
    """
    asked = _asked(top, *arguments)
    if asked.returncode:
        raise UserError(f"its changes cannot be told; {_said(asked)}", path=str(top))
    return asked.stdout


def _asked(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    env = {name: value for name, value in os.environ.items() if not _MISLEADING.match(name)} | {"LC_ALL": "C"}
    command = ["git", "--no-optional-locks", "--literal-pathspecs", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, check=False, capture_output=True, env=env)
    except FileNotFoundError:
        raise UserError("changes are told by the program git, which is not installed here") from None


def _said(asked: subprocess.CompletedProcess[bytes]) -> str:
    return "git says: " + os.fsdecode(asked.stderr).strip().partition("\n")[0].removeprefix("fatal: ")


def _names(answer: bytes) -> Iterator[str]:
    return (os.fsdecode(name) for name in answer.split(b"\0") if name)
