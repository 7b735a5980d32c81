"""The JSON Schemas of corpus files, exported from the models: editor programs then check YAML as it is typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.entries import adapter
from factcheck.reference.schema import Hotline, Measure, Myth, Place, Publisher, SiteKind
from factcheck.writing import replacing

_MODELS: dict[str, Any] = {
    "measure": Measure,
    "myth": Myth,
    "hotline": Hotline,
    "publishers": tuple[Publisher, ...],
    "places": tuple[Place, ...],
    "sources": tuple[SiteKind, ...],
    "words": dict[str, tuple[str, ...]],
}


def json_schemas() -> dict[str, str]:
    """Each schema as the text of its file, by name ("measure", "myth", …)."""
    return {name: _text(name, adapter(model).json_schema()) for name, model in _MODELS.items()}


def write_json_schemas(folder: Path) -> list[Path]:
    """Write every schema as `<name>.json` into a folder, which is made if need be.

    Raises:
        OSError: the folder cannot be made.
        UserError: a file cannot be written; what stood there stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.json" for name in _MODELS]
    for path, text in zip(paths, json_schemas().values(), strict=True):
        with replacing(path) as out:
            out.write(text)
    return paths


def _text(name: str, schema: dict[str, Any]) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"factcheck corpus: {name}"}
    return json.dumps({**schema, **head}, indent=1, ensure_ascii=False) + "\n"
