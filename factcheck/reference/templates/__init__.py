"""Commented templates of new entries, each a file of its kind, and what is still the template's in a file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import UserError
from factcheck.reference.json_schema import write_json_schemas
from factcheck.writing import write_new_file

FOLDERS = {"measure": "measures", "myth": "myths", "hotline": "hotlines"}
_PLACEHOLDER = re.compile(r"<[^<>]+>")


def template(kind: str, id: str, today: dt.date) -> str:
    """The template of a kind of entry with its id and date filled in, for a file in its folder of a corpus.

    Args:
        kind: a key of `FOLDERS`.
    """
    return _text(kind).format(id=id, today=today.isoformat())


def write_template(kind: str, id: str, today: dt.date, corpus: Path) -> list[Path]:
    """Write the template as a new file of a corpus folder, which is made if need be, and what it leans on.

    Returns:
        What was written: the entry's file, and for a measure `publishers.yaml` where the folder had none.

    Raises:
        UserError: the entry's file is there already, or one cannot be written.
    """
    path = corpus / FOLDERS[kind] / f"{id}.yaml"
    written = [path]
    if path.exists():
        raise UserError("is there already; choose another id, or edit that file", path=str(path))
    try:
        _write_new(path, template(kind, id, today))
        publishers = corpus / "publishers.yaml"
        if kind == "measure" and not publishers.exists():
            _write_new(publishers, _text("publishers"))
            written.append(publishers)
        if not (corpus / "schema").exists():
            write_json_schemas(corpus / "schema")  # which the files name for the sake of editor programs
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(error.filename or path)) from None
    return written


def placeholders(data: Any, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What of an entry's data is still a template's, "<what is counted>", each with the keys that lead to it.

    >>> list(placeholders({"id": "a", "words": {"own": ["child", "<adult>"]}}))
    [(('words', 'own', 1), '<adult>')]
    """
    if isinstance(data, str):
        yield from ((keys, found[0]) for found in _PLACEHOLDER.finditer(data))
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from placeholders(value, (*keys, key))


def _text(name: str) -> str:
    return Path(__file__).with_name(f"{name}.yaml").read_text("utf-8")


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_new_file(path, text.encode())
