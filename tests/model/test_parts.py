"""The model's parts load when they are asked for, under names of the whole."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import model


def test_every_name_that_is_promised_is_there() -> None:
    tree = ast.parse(Path(model.__file__).read_text("utf-8"))
    promised = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcheck.")
        for alias in node.names
    }
    assert promised == set(model.__all__)
    for name in promised:
        assert getattr(model, name).__module__.startswith("factcheck.model.") if name != "NOTE" else model.NOTE


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Claims'"):
        _ = model.Claims  # type: ignore[attr-defined]


def test_settings_do_without_documents() -> None:
    program = (
        "import sys; from factcheck.model import Settings; sys.exit('factcheck.model.document' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
