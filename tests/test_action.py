"""The GitHub Action: its steps are run as GitHub runs them, over a good and a bad article."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step.get("name", step.get("id")): step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
# `shell: bash`, as https://docs.github.com/actions/reference/workflow-syntax-for-github-actions has it
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")

GOOD = "# A house for the night\n\nThe shelter opens at six.\n"
BAD = f"{GOOD}\nLorem ipsum dolor sit amet, consectetur elit.\n"


class Ran(NamedTuple):
    status: int
    log: str
    outputs: dict[str, str]
    summary: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a step in a repository with two articles, its environment made of the inputs given."""
    repository, temp = tmp_path / "repository", tmp_path / "temp"
    for folder in (repository, temp):
        folder.mkdir()
    (repository / "good.md").write_text(GOOD)
    (repository / "bad one.md").write_text(BAD)

    def step(name: str, *programs: Path, **inputs: str) -> Ran:
        given = {f"inputs.{key}": value.get("default", "") for key, value in ACTION["inputs"].items()}
        given |= {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
        given |= {
            "github.action_path": str(ROOT),
            "github.event.pull_request.number": "7",
            "github.token": "secret",
            "runner.temp": str(temp),
            "steps.python.outputs.python-path": sys.executable,
        }
        output, summary = temp / "output", temp / "summary"
        for file in (output, summary):
            file.write_text("")
        environment = {
            **os.environ,
            "PATH": os.pathsep.join([*map(str, programs), os.environ["PATH"]]),
            "FACTCHECK_CACHE_DIR": str(tmp_path / "cache"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": "newsroom/site",
            **{key: EXPRESSION.sub(lambda m: given[m[1]], text) for key, text in STEPS[name]["env"].items()},
        }
        done = subprocess.run(
            [*BASH, STEPS[name]["run"]],
            cwd=repository,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return Ran(done.returncode, done.stdout + done.stderr, outputs, summary.read_text("utf-8"))

    return step


def sarif(tmp_path: Path, name: str = "factcheck.sarif") -> Any:
    return json.loads((tmp_path / "repository" / name).read_text("utf-8"))["runs"][0]


def test_it_is_an_action_by_github_s_own_schema() -> None:
    program = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    done = subprocess.run([*program, str(ROOT / "action.yml")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_good_article_passes(run: Run, tmp_path: Path) -> None:
    ran = run("Check", paths="good.md")
    assert (ran.status, ran.log) == (0, "")
    assert ran.outputs == {"exit-code": "0", "sarif-file": "factcheck.sarif"}
    assert "no problems found" in ran.summary
    assert sarif(tmp_path)["results"] == []


def test_a_bad_article_fails_with_annotation_sarif_and_summary(run: Run, tmp_path: Path) -> None:
    ran = run("Check", paths="good.md\nbad one.md\n")
    assert ran.status == 1
    assert ran.log.startswith("::error file=bad one.md,line=5,")
    assert ran.outputs == {"exit-code": "1", "sarif-file": "factcheck.sarif"}
    assert ran.summary.startswith("## factcheck\n")
    assert "`placeholder-text`" in ran.summary
    assert [result["ruleId"] for result in sarif(tmp_path)["results"]] == ["placeholder-text"]


def test_inputs_are_options(run: Run, tmp_path: Path) -> None:
    ran = run(
        "Check", fail_on="never", args="--select leftovers\n--ignore placeholder-text", sarif_file="out/x.sarif"
    )
    assert ran.status == 2  # there is no folder out/
    ran = run("Check", fail_on="never", args="--select placeholder-text", sarif_file="a b.sarif", summary="false")
    assert (ran.status, ran.summary) == (0, "")
    assert ran.outputs == {"exit-code": "0", "sarif-file": "a b.sarif"}
    assert len(sarif(tmp_path, "a b.sarif")["results"]) == 1
    assert run("Check", args="--ignore leftovers", country="GB").status == 0
    assert run("Check", country="Nowhere").status == 2


def test_without_a_sarif_file_none_is_written(run: Run, tmp_path: Path) -> None:
    assert run("Check", paths="good.md", sarif_file="").outputs == {"exit-code": "0"}
    assert not list(tmp_path.rglob("*.sarif"))


def test_a_check_that_cannot_be_run_says_why(run: Run) -> None:
    ran = run("Check", baseline="missing.json")
    assert (ran.status, ran.outputs) == (2, {"exit-code": "2"})
    assert "missing.json" in ran.log
    assert run("Check", diff_base="main").status == 2  # it is no git repository


@pytest.mark.parametrize(
    "words", ["$(touch pwned)", "`touch pwned`", "; touch pwned", "' ; touch pwned '", "x\ntouch pwned"]
)
def test_an_input_is_never_run(run: Run, tmp_path: Path, words: str) -> None:
    assert run("Check", **dict.fromkeys(ACTION["inputs"], words)).status == 2
    assert not list(tmp_path.rglob("pwned"))


def test_a_path_that_looks_like_an_option_is_a_path(run: Run) -> None:
    ran = run("Check", paths="--statistics")
    assert ran.status == 2
    assert "--statistics" in ran.log


def test_nothing_of_the_repository_is_run(run: Run, tmp_path: Path) -> None:
    for name in ("factcheck.py", "yaml.py", "json.py"):
        (tmp_path / "repository" / name).write_text("raise SystemExit('run')")
    assert run("Check", paths="good.md").status == 0


def test_it_installs_itself(run: Run, tmp_path: Path) -> None:
    done = STEPS["Install factcheck"]["run"].replace('"$PYTHON"', "echo")
    shown = subprocess.run(
        [*BASH, done], env={"TARGET": "a b", "ACTION": str(ROOT)}, capture_output=True, text=True
    )
    assert shown.stdout == f"-P -m pip install --quiet --target a b {ROOT}\n"
    assert STEPS["Install factcheck"]["working-directory"] == "${{ runner.temp }}"  # not where a pip/ may lie


def test_a_comment_is_written_once_and_then_changed(run: Run, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(f'#!/usr/bin/env bash\necho "$*" >> "{calls}"\n[ ! -f "{tmp_path}/there" ] || echo 31\n')
    gh.chmod(0o755)
    assert run("Comment", gh.parent).status == 0
    assert not calls.exists()  # the check wrote nothing
    run("Check", paths="good.md")
    assert run("Comment", gh.parent).status == 0
    body = f"body=@{tmp_path}/temp/factcheck.md"
    assert calls.read_text().splitlines()[1:] == [f"api --silent repos/newsroom/site/issues/7/comments -F {body}"]
    (tmp_path / "there").touch()
    run("Comment", gh.parent)
    changed = f"api --silent --method PATCH repos/newsroom/site/issues/comments/31 -F {body}"
    assert calls.read_text().splitlines()[-1] == changed


def test_scripts_take_inputs_from_their_environment_only() -> None:
    whole = (ROOT / "action.yml").read_text("utf-8")
    used = set(re.findall(r"\binputs\.([\w-]+)", whole))
    assert used == set(ACTION["inputs"])
    for step in STEPS.values():
        script = step.get("run", "")
        assert "${{" not in script
        names = set(re.findall(r"\$\{?([A-Z][A-Z_]+)", script))
        assert names - set(step.get("env", ())) <= {"GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_REPOSITORY"}


def test_actions_are_named_by_their_commit() -> None:
    pages = [ROOT / "action.yml", ROOT / "docs" / "ci.md"]
    used = [name for page in pages for name in re.findall(r"uses: (\S+)", page.read_text("utf-8"))]
    others = [name for name in used if not name.startswith("newsroom/factcheck@")]
    assert len(others) >= 3
    assert [name for name in others if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []
