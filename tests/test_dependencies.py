"""What the program runs with is bounded: each dependency from below and from above, each with its reason."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PYPROJECT = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
DEPENDENCIES = tomllib.loads(PYPROJECT)["project"]["dependencies"]


@pytest.mark.parametrize("written", DEPENDENCIES)
def test_each_dependency_has_bounds_and_a_reason(written: str) -> None:
    operators = {specifier.operator for specifier in Requirement(written).specifier}
    assert operators & {">=", "=="} and operators & {"<", "=="}, written
    assert re.search(rf'"{re.escape(written)}", +# \S', PYPROJECT), written
