"""The JSON Schemas in the repository are those the models export, and every file names its own."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from factcheck.entries import read_yaml
from factcheck.files import data_folder
from factcheck.reference.json_schema import json_schemas

CORPUS = data_folder("corpus")
FILES = sorted(path for path in CORPUS.rglob("*.yaml"))


@pytest.mark.parametrize("name", sorted(json_schemas()))
def test_schema_is_current(name: str) -> None:
    held = (CORPUS / "schema" / f"{name}.json").read_text("utf-8")
    assert held == json_schemas()[name], "run `factcheck corpus schema corpus/schema`"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_names_its_schema_and_keeps_it(path: Path) -> None:
    text = path.read_text("utf-8")
    mark, _, target = text.partition("\n")[0].partition("$schema=")
    assert mark == "# yaml-language-server: "
    schema = json.loads((path.parent / target).read_text("utf-8"))
    jsonschema.validate(read_yaml(text, str(path)), schema)
