"""The rules as loaded: shipped folder first, the user's own folders over it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.checks.rule import Rule
from factcheck.entries import adapter, line_of, read_yaml, validated
from factcheck.errors import UserError
from factcheck.files import data_folder, read_text
from factcheck.store import below, kept, stamp


def load_rules(own: Iterable[Path] = ()) -> dict[str, Rule]:
    """Every rule by name, shipped and own.

    Args:
        own: folders with rule files of the same form. A file that names a shipped rule may give any of its
            keys: lists are added to, other keys replaced.

    Raises:
        UserError: a file is no YAML or breaks the schema; names the file, the line and the key.
    """
    return dict(_loaded(tuple(own)))


@lru_cache(maxsize=8)  # the settings need the names, then the linter the rules
def _loaded(own: tuple[Path, ...]) -> dict[str, Rule]:
    folders = (data_folder("rules"), *own)
    return kept("rules", stamp(*folders, Path(__file__).parent), dict[str, Rule], lambda: _read_all(folders))


def _read_all(folders: Iterable[Path]) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for folder in folders:
        for path in below(folder):
            rule = _read(path, rules)
            rules[rule.name] = rule
    return rules


def _read(path: Path, known: dict[str, Rule]) -> Rule:
    text = read_text(path)
    data = read_yaml(text, str(path))
    if not isinstance(data, dict) or not isinstance(data.get("name"), str):
        raise UserError("a rule file is a mapping with a name", path=str(path))
    shipped = known.get(data["name"])
    if not path.is_relative_to(data_folder("rules")) and (mine := sorted({"expressions", "parts"} & data.keys())):
        raise UserError(
            f"only the shipped rules have {' and '.join(mine)}; a rule of your own may have phrases and patterns",
            path=str(path),
        )
    whole = _over(shipped, data) if shipped else data
    return validated(Rule, whole, str(path), lambda keys: line_of(text, keys))


def _over(shipped: Rule, data: dict[str, Any]) -> dict[str, Any]:
    base = adapter(Rule).dump_python(shipped)
    lists = data.get("lists", {})
    if isinstance(lists, dict):
        longer = {name: [*base["lists"].get(name, ()), *more] for name, more in lists.items()}
        data = {**data, "lists": {**base["lists"], **longer}}
    return {**base, **data}
