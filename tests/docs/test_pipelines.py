"""The pipelines that the documentation shows, held against the schemas of GitHub and GitLab."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.docs.test_commands import commands
from tests.test_readme import ROOT, blocks

PAGE = ROOT / "docs" / "ci.md"
PIPELINES = [yaml.safe_load(block) for block in blocks(PAGE, "yaml")]


@pytest.mark.parametrize("block", blocks(PAGE, "yaml"), ids=["github", "gitlab", "reviewdog"])
def test_a_pipeline_is_valid(block: str, tmp_path: Path) -> None:
    schema = "vendor.github-workflows" if "jobs:" in block else "vendor.gitlab-ci"
    (tmp_path / "pipeline.yml").write_text(block, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(tmp_path / "pipeline.yml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_action_is_given_inputs_that_it_has() -> None:
    declared = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (step,) = (step for step in PIPELINES[0]["jobs"]["factcheck"]["steps"] if step.get("id") == "factcheck")
    assert step["with"].keys() <= declared["inputs"].keys()
    text = PAGE.read_text("utf-8")
    assert all(f"`{name}`" in text for name in (*declared["inputs"], *declared["outputs"]))


def test_reports_that_a_pipeline_hands_on_are_written_by_its_commands() -> None:
    written = " ".join(commands(PAGE))
    handed = PIPELINES[1]["factcheck"]["artifacts"]["reports"].values()
    assert all(file in written for file in (*handed, "found.rdjson"))
