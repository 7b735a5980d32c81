"""The difference between two versions of an article, as `diff -u` and `git apply` have it."""

from __future__ import annotations

import difflib
import re

_LINE = re.compile(r".*?(?:\r\n|\n|\r)|.+", re.DOTALL)
_NO_END = "\\ No newline at end of file\n"


def difference(path: str, old: str, new: str) -> list[str]:
    """The lines of a unified diff, each with its end; none where nothing changed."""
    lines = difflib.unified_diff(_LINE.findall(old), _LINE.findall(new), path, path)
    return [piece for line in lines for piece in _ended(line)]


def _ended(line: str) -> tuple[str, ...]:
    return (line,) if line.endswith(("\n", "\r")) else (f"{line}\n", _NO_END)
