"""Configuration files: found upwards from an article, read and validated."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from factcheck.config.layers import Options, with_options
from factcheck.config.names import RuleNames
from factcheck.config.schema import ConfigFile, Context
from factcheck.entries import line_of, read_yaml, validated
from factcheck.errors import UserError
from factcheck.files import read_text
from factcheck.model import Settings

FILE_NAMES = (".factcheck.yaml", ".factcheck.yml")

_CONFIG = TypeAdapter(ConfigFile)


class Configuration:
    """Finds the settings of articles, each folder's configuration file read once.

    Args:
        options: what the command line says; lies over every configuration.
    """

    def __init__(self, options: Options | None = None) -> None:
        self._options = options or Options()
        self._folders: dict[Path, Settings] = {}
        self._only = self._loaded(self._options.config) if self._options.config else None

    def settings_for(self, path: Path) -> Settings:
        """The settings that hold below the folder of an article (or for articles in the folder `path`).

        Raises:
            UserError: the configuration is not valid.
        """
        return self._only or self._of_folder((path if path.is_dir() else path.parent).resolve())

    def _of_folder(self, folder: Path) -> Settings:
        if folder not in self._folders:
            found = find_config(folder)
            if found is not None:
                self._folders[folder] = self._loaded(found)
            elif folder.parent != folder:
                self._folders[folder] = self._of_folder(folder.parent)
            else:
                self._folders[folder] = with_options(Settings(), self._options)
        return self._folders[folder]

    def _loaded(self, path: Path) -> Settings:
        return with_options(load_config(path), self._options)


def find_config(folder: Path) -> Path | None:
    """The configuration file of a folder, None where it has none."""
    for name in FILE_NAMES:
        if (folder / name).is_file():
            return folder / name
    project = folder / "pyproject.toml"
    return project if project.is_file() and "[tool.factcheck" in read_text(project) else None


def load_config(path: Path) -> Settings:
    """Read a configuration file.

    Raises:
        UserError: it cannot be read or is not valid; names the line and the nearest right name.
    """
    text = read_text(path)
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
    return validated(_CONFIG, {} if data is None else data, str(path), line, context).settings(folder)


def _tool_section(text: str, path: Path) -> Any:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"not valid TOML: {error}", path=str(path)) from None
    return data.get("tool", {}).get("factcheck", {})


def _toml_line(text: str, keys: Sequence[str | int]) -> int:
    """The line of a setting in pyproject.toml: the parser gives none, so the keys are looked for in turn."""
    at = text.find("[tool.factcheck")
    for key in keys:
        found = re.compile(rf"""(?<![\w-])["']?{re.escape(str(key))}["']?\s*[=\].]""").search(text, at)
        at = found.start() if found else at
    return text.count("\n", 0, at) + 1
