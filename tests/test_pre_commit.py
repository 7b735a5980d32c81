"""The hooks, installed by the real pre-commit from this checkout into a repository of articles."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.documents import EXTENSIONS
from tests.test_readme import ROOT, blocks

pytestmark = pytest.mark.slow

GOOD = "# A bed for the night\n\nThe shelter opens at six.\n"
BAD = "# A bed for the night\n\nThe shelter opens at six.\n\n[Insert photo here]\n"
PAGE = ROOT / "docs" / "pre-commit.md"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pre-commit runs in: nobody's settings, an empty cache, and no need of a network.

    pre-commit makes an environment and installs this checkout into it by `pip install .`, as it does for a user.
    Only what factcheck is built with and depends on is not downloaded again: it is that of the tests.
    """
    folders = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    return env | {
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "PYTHONPATH": os.pathsep.join(folders),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads the value of a "no" option upside down: this means without
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }


def runner(folder: Path, environment: dict[str, str]) -> Run:
    """Runs programs in a folder."""

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        if command[0] == "pre-commit":
            command = (sys.executable, "-m", "pre_commit", *command[1:])
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """This checkout as it is on disk, committed."""
    folder = tmp_path_factory.mktemp("checkout") / "factcheck"

    def left_out(_: str, names: list[str]) -> set[str]:
        hidden = {name for name in names if name.startswith(".") and name != ".pre-commit-hooks.yaml"}
        return hidden | {"__pycache__", "docs", "tests", "site"}

    shutil.copytree(ROOT, folder, ignore=left_out)
    run = runner(folder, environment)
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=All")):
        assert run("git", *command).returncode == 0
    return folder


@pytest.fixture
def repository(tmp_path: Path, environment: dict[str, str], checkout: Path) -> Run:
    """A repository of articles, with the hook installed as the documentation says."""
    (config,) = [block for block in blocks(PAGE, "yaml") if block.startswith("repos:")]
    (tmp_path / ".pre-commit-config.yaml").write_text(
        config.replace("https://git.example/factcheck", str(checkout)).replace("v0.1.0", "HEAD")
    )
    run = runner(tmp_path, environment)
    run("git", "init", "--quiet")
    assert run(*shown("pre-commit install")).returncode == 0
    return run


def shown(command: str) -> list[str]:
    """A command that the documentation shows."""
    assert [command] in [block.splitlines() for block in blocks(PAGE, "sh")]
    return command.split()


def commit(run: Run) -> subprocess.CompletedProcess[str]:
    assert run("git", "add", "--all").returncode == 0
    return run("git", "commit", "--message=An article")


def test_a_bad_article_is_stopped_and_a_good_one_passes(
    repository: Run, tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "fine.md").write_text(GOOD)
    stopped = commit(repository)
    assert stopped.returncode == 1
    assert "bad.md\n\n  5:1     error   placeholder-text\n     5 │ [Insert photo here]\n" in stopped.stderr
    assert "fine.md" not in stopped.stderr and "\x1b" not in stopped.stderr
    assert repository("git", "log").returncode != 0  # nothing is committed
    installed = list(Path(environment["PRE_COMMIT_HOME"]).glob("*/py_env-*/lib/python3*/site-packages/factcheck"))
    assert len(installed) == 1 and (installed[0] / "_data" / "corpus").is_dir()

    (tmp_path / "bad.md").write_text(GOOD)
    passed = commit(repository)
    assert passed.returncode == 0, passed.stderr
    assert "An article" in repository("git", "log").stdout

    (tmp_path / "bad.md").write_text(BAD)
    repository("git", "add", "--all")
    assert repository("env", "SKIP=factcheck", "git", "commit", "--message=Nevertheless").returncode == 0
    ran = repository(*shown("pre-commit run --all-files"))
    assert ran.returncode == 1 and "placeholder-text" in ran.stdout


def test_what_is_no_article_passes(repository: Run, tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_text("content: posts\nexclude: [templates/]\n")
    for path in ("README.md", "posts/templates/new.md", "notes.py", "requirements"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(BAD)
    passed = commit(repository)
    assert passed.returncode == 0, passed.stderr


def test_options_go_under_args(repository: Run, tmp_path: Path) -> None:
    config = tmp_path / ".pre-commit-config.yaml"
    (entry,) = [block for block in blocks(PAGE, "yaml") if "args:" in block]
    config.write_text(config.read_text().replace("      - id: factcheck\n", entry))
    (tmp_path / ".factcheck-baseline.json").write_text('{"version": 1, "files": {}}')
    (tmp_path / "vague.md").write_text(f"{GOOD}\nStudies show that a bed for the night helps.\n")
    passed = commit(repository)
    assert passed.returncode == 0, passed.stderr
    (tmp_path / ".factcheck-baseline.json").write_text("{}")
    (tmp_path / "vague.md").write_text(GOOD)
    stopped = commit(repository)
    assert "factcheck: .factcheck-baseline.json: no baseline" in stopped.stderr


def test_the_other_hook_mends_what_it_can_and_lets_the_editor_look(repository: Run, tmp_path: Path) -> None:
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(config.read_text().replace("id: factcheck", "id: factcheck-fix"))
    article = tmp_path / "shared.md"
    article.write_text(f"{GOOD}\nShare this post\n")
    stopped = commit(repository)
    assert stopped.returncode == 1 and "files were modified by this hook" in stopped.stderr
    assert "1 problem fixed" in stopped.stderr
    assert article.read_text() == GOOD
    passed = commit(repository)
    assert passed.returncode == 0, passed.stderr


def hooks() -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return made


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: hook["id"])
def test_a_hook_gets_what_the_command_reads_and_nothing_else(hook: dict[str, Any]) -> None:
    pattern = re.compile(hook["files"])
    for ending in EXTENSIONS:
        assert pattern.search(f"posts/a{ending}") and pattern.search(f"A{ending.upper()}"), ending
    for other in ("a.py", "md", "a.md.bak", "LICENSE", "a.pdf"):
        assert not pattern.search(other)
