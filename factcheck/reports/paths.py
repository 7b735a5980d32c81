"""Articles as programs that show a whole repository name them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def relative(path: str) -> str:
    """The path from the folder at hand on, with slashes; as it is where the file lies elsewhere."""
    given = Path(path)
    if given.is_absolute() and given.is_relative_to(Path.cwd()):
        given = given.relative_to(Path.cwd())
    return given.as_posix()


def uri(path: str) -> str:
    """The relative path as a URI reference; a `file:` URI where the file lies elsewhere."""
    given = relative(path)
    return Path(given).as_uri() if Path(given).is_absolute() else quote(os.fsencode(given))
