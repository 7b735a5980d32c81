"""A configuration file's text read and validated."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from factcheck.config.names import RuleNames
from factcheck.config.schema import ConfigFile, Context
from factcheck.entries import line_of, read_toml, read_yaml, validated
from factcheck.model import Settings


def read_config(text: str, path: Path) -> Settings:
    """The settings of a configuration file.

    Raises:
        UserError: it is not valid; names the line and the nearest right name.
    """
    line: Callable[[Sequence[str | int]], int | None]
    if path.suffix == ".toml":
        data, line = _tool_section(text, path), lambda keys: _toml_line(text, keys)
    else:
        data, line = read_yaml(text, str(path)), lambda keys: line_of(text, keys)
    own = data.get("rules", []) if isinstance(data, dict) else []
    folder = path.resolve().parent
    own_rules = [
        folder / name for name in ([own] if isinstance(own, str) else own) if (folder / str(name)).is_dir()
    ]
    context = Context(RuleNames(own_rules), folder)
    return validated(ConfigFile, {} if data is None else data, str(path), line, context).settings(folder)


def _tool_section(text: str, path: Path) -> Any:
    return read_toml(text, str(path)).get("tool", {}).get("factcheck", {})


def _toml_line(text: str, keys: Sequence[str | int]) -> int:
    """The line of a setting in pyproject.toml: the parser gives none, so the keys are looked for in turn."""
    at = text.find("[tool.factcheck")
    for key in keys:
        found = re.compile(rf"""(?<![\w-])["']?{re.escape(str(key))}["']?\s*[=\].]""").search(text, at)
        at = found.start() if found else at
    return text.count("\n", 0, at) + 1
