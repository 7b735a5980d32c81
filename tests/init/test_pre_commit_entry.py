"""An entry is added to what a repository has for pre-commit, and all else stays as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from factcheck.errors import UserError
from factcheck.init import CONFIG_NAME, add_hook, repository_of

OTHERS = """\
# What we check before each commit.
default_language_version:
  python: python3

repos:
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v5.0.0  # a tag
    hooks:
      - id: trailing-whitespace
      # - id: off

# for the build server
ci:
  skip: [trailing-whitespace]
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path / CONFIG_NAME


def test_a_configuration_is_made_where_there_is_none(config: Path, tmp_path: Path) -> None:
    assert add_hook(tmp_path, tmp_path)
    (repo,) = yaml.safe_load(config.read_text())["repos"]
    (hook,) = repo["hooks"]
    assert (repo["repo"], hook["id"], hook["language"]) == ("local", "factcheck", "system")
    assert re.search(hook["files"], "posts/A.MD") and not re.search(hook["files"], "a.py")


@pytest.mark.parametrize(
    "before",
    [
        OTHERS,
        OTHERS.replace("\n", "\r\n"),
        OTHERS.rstrip("\n"),
        OTHERS.partition("\n# for")[0],
        OTHERS.partition("\n# for")[0].rstrip("\n"),
        OTHERS.replace("  -", "-").replace("    ", "  "),
        "fail_fast: true\n",
        "repos:\n- repo: meta\n  hooks: [{id: identity}]",
        "---\nrepos:\n- &meta\n  repo: meta\n  hooks: [{id: identity}]\n\n\n",
        "# nothing yet\n",
    ],
)
def test_what_is_there_stays(config: Path, tmp_path: Path, before: str) -> None:
    config.write_bytes(before.encode())
    assert add_hook(tmp_path, tmp_path)
    after = config.read_bytes().decode()
    was = yaml.safe_load(before) or {}
    now = yaml.safe_load(after)
    assert now["repos"][:-1] == was.pop("repos", [])
    assert now.pop("repos")[-1]["hooks"][0]["id"] == "factcheck"
    assert now == was
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines())  # every line, in its order
    assert after.count("\r\n") in (0, after.count("\n"))


def test_what_belongs_to_the_next_setting_stays_with_it(config: Path, tmp_path: Path) -> None:
    config.write_text(OTHERS)
    add_hook(tmp_path, tmp_path)
    assert config.read_text().endswith("\n# for the build server\nci:\n  skip: [trailing-whitespace]\n")


def test_an_entry_is_added_once(config: Path, tmp_path: Path) -> None:
    assert add_hook(tmp_path, tmp_path)
    text = config.read_text()
    assert not add_hook(tmp_path, tmp_path)
    assert config.read_text() == text
    config.write_text("repos:\n- repo: x\n  rev: y\n  hooks:\n  - id: factcheck-fix\n")
    assert not add_hook(tmp_path, tmp_path)


def test_in_a_folder_of_a_repository_the_hook_is_for_that_folder(config: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sites" / "a (new) site"
    folder.mkdir(parents=True)
    assert repository_of(folder) == tmp_path.resolve()
    add_hook(tmp_path, folder)
    pattern = yaml.safe_load(config.read_text())["repos"][0]["hooks"][0]["files"]
    assert re.search(pattern, "sites/a (new) site/posts/a.md")
    assert not re.search(pattern, "README.md") and not re.search(pattern, "other/sites/a (new) site/a.md")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("repos: [\n", "not valid YAML"),
        ("repos: [{repo: meta, hooks: []}]\n", "as a list of lines"),
        ("repos:\n", "repos: .* valid list"),
        ("repos: none\n", "repos: .* valid list"),
        ("- repo: meta\n", "valid dictionary"),
        ("repos:\n- meta\n", "repos.0: .* valid dictionary"),
        ("repos:\n- repo: meta\n  hooks:\n  - identity\n", "repos.0.hooks.0"),
        ("repos:\n- repo: meta\n  hooks: 3\n", "repos.0.hooks"),
        ("\xff", "cannot be read"),
    ],
)
def test_what_cannot_be_added_to_is_left_alone(config: Path, tmp_path: Path, text: str, words: str) -> None:
    config.write_bytes(text.encode("latin-1"))
    with pytest.raises(UserError, match=words) as caught:
        add_hook(tmp_path, tmp_path)
    assert caught.value.path == str(config)
    assert config.read_bytes() == text.encode("latin-1")
