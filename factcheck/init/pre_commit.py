"""An entry for the installed factcheck in `.pre-commit-config.yaml`; what is there stays as it is."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from factcheck.documents import EXTENSIONS
from factcheck.entries import line_of, read_yaml, validated
from factcheck.errors import UserError
from factcheck.writing import replacing

CONFIG_NAME = ".pre-commit-config.yaml"
_IDS = {"factcheck", "factcheck-fix"}
_ENTRY = """\
- repo: local
  hooks:
  - id: factcheck
    name: factcheck
    entry: factcheck check --force-exclude --
    language: system  # the factcheck that is installed
    types: [file]
    files: {files}
    require_serial: true
"""


class _Hook(BaseModel):
    id: str


class _Repo(BaseModel):
    hooks: list[_Hook]


class _Config(BaseModel):
    """What must be known of a configuration of pre-commit."""

    repos: list[_Repo] = []


def repository_of(folder: Path) -> Path | None:
    """The topmost folder of the git repository that a folder is in."""
    real = folder.resolve()
    return next((path for path in (real, *real.parents) if (path / ".git").exists()), None)


def add_hook(repository: Path, folder: Path) -> bool:
    """Let pre-commit check the articles of a folder before each commit.

    Args:
        repository: the topmost folder of its git repository.

    Returns:
        Whether an entry was added; not where there is one already.

    Raises:
        UserError: the configuration of pre-commit is not valid, is written in a way that cannot be added to, or
            cannot be written. It is as it was.
    """
    path = repository / CONFIG_NAME
    text = _read(path)
    data = _parsed(text, path)
    known = validated(_Config, data, str(path), lambda keys: line_of(text, keys))
    if any(hook.id in _IDS for repo in known.repos for hook in repo.hooks):
        return False
    inside = "".join(f"{re.escape(name)}/" for name in folder.resolve().relative_to(repository.resolve()).parts)
    entry = _ENTRY.format(files=_files(inside))
    added = _added(text, entry)
    if added is None or _parsed(added, path) != data | {"repos": data.get("repos", []) + yaml.safe_load(entry)}:
        message = "nothing is added: write its `repos` as a list of lines, as `pre-commit sample-config` does"
        raise UserError(message, path=str(path))
    with replacing(path) as out:
        out.write(added)
    return True


def _files(inside: str) -> str:
    endings = "|".join(sorted(ending.removeprefix(".") for ending in EXTENSIONS))
    start = rf"^{inside}.*" if inside else ""
    pattern = rf"(?i){start}\.({endings})$"
    return yaml.safe_dump(pattern, width=1_000, allow_unicode=True).removesuffix("...\n").strip()


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")  # with its line ends as they are
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"cannot be read: {error}", path=str(path)) from None


def _parsed(text: str, path: Path) -> Any:
    data = read_yaml(text, str(path), aliases=True)
    return {} if data is None else data


def _added(text: str, entry: str) -> str | None:
    """The configuration with an entry at the end of its `repos`, None where that is not a list of lines."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith("\n"):
        text += newline
    lines = text.splitlines(keepends=True)
    root = yaml.compose(text, yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    repos = next((value for key, value in pairs if key.value == "repos"), None)
    if repos is None:
        lines.append(f"repos:{newline}")
        column, at = 0, len(lines)
    elif not isinstance(repos, yaml.SequenceNode) or repos.flow_style:
        return None
    else:
        column, at = repos.start_mark.column, _end(lines, repos.end_mark.line)
    lines[at:at] = textwrap.indent(entry, " " * column).replace("\n", newline).splitlines(keepends=True)
    return "".join(lines)


def _end(lines: list[str], line: int) -> int:
    """Where a list ends that reaches up to a line: before the blanks and comments that belong to what follows."""
    while line and (not lines[line - 1].strip() or lines[line - 1].startswith("#")):
        line -= 1
    return line
