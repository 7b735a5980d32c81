"""Which folders seem to hold articles."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

from factcheck.model import Settings
from factcheck.walking import articles

# What the usual site builders make, what they make it with, and what holds texts of its own but no articles.
_MADE = frozenset({"_site", "build", "dist", "output", "public", "target"})
_MADE_WITH = frozenset({"_includes", "_layouts", "assets", "layout", "layouts", "static", "templates", "themes"})
_CODE = frozenset({"coverage", "test", "tests", "vendor"})
_NOT_CONTENT = _MADE | _MADE_WITH | _CODE
_LOOKED_AT = 10_000  # files: enough to see where they are


def propose_content(top: Path) -> tuple[str, ...]:
    """The folders below `top` that hold articles, as paths with a slash at the end, by their names.

    Where all articles of a folder are in one folder inside it, that one is meant: `src/content/`, not `src/`.
    """
    found = (path for path in articles((top,), lambda _: Settings()) if isinstance(path, Path))
    folders = Counter(path.relative_to(top).parts[:-1] for path in islice(found, _LOOKED_AT))
    likely = Counter({parts: count for parts, count in folders.items() if parts and not _NOT_CONTENT & {*parts}})
    first = sorted({parts[:1] for parts in likely})
    return tuple("/".join(_narrowed(parts, likely)) + "/" for parts in first)


def _narrowed(parts: tuple[str, ...], folders: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """The deepest folder that holds all articles of a folder."""
    while not folders[parts]:
        inside = {other[: len(parts) + 1] for other in folders if other[: len(parts)] == parts and folders[other]}
        if len(inside) != 1:
            break
        (parts,) = inside
    return parts
