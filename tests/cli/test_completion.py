"""Shells complete commands, options, rules and countries, as docs/usage.md says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_readme import ROOT, blocks

PAGE = ROOT / "docs" / "usage.md"
FOR_BASH, FOR_ZSH = (block.strip() for block in blocks(PAGE, "sh") if "_COMPLETE" in block)
(FOR_FISH,) = (block.strip() for block in blocks(PAGE, "fish"))
TYPED_IN_BASH = "COMP_WORDS=(factcheck check --fo); COMP_CWORD=2; _factcheck_completion factcheck"


def completed(*words: str, folder: Path | None = None) -> set[str]:
    """What is proposed for the last of some words."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck"],
        env={
            **os.environ,
            "_FACTCHECK_COMPLETE": "bash_complete",
            "COMP_WORDS": " ".join(("factcheck", *words)),
            "COMP_CWORD": str(len(words)),
        },
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return {line.partition(",")[2] for line in done.stdout.splitlines() if line}


def test_options_and_commands() -> None:
    assert completed("check", "--fo") == {"--format", "--force-exclude"}
    assert completed("ex") == {"explain"}
    assert completed("check", "--fail-on", "e") == {"error"}


def test_rules_and_families() -> None:
    assert completed("explain", "missing-h") == {"missing-hotline"}
    assert completed("explain", "hotl") == completed("rules", "hotl") == {"hotline"}
    assert completed("check", "--select", "hotl") == {"hotline"}
    assert completed("check", "--ignore", "leftovers,page-f") == {"leftovers,page-furniture"}


def test_countries() -> None:
    assert completed("check", "--country", "GB,I") >= {"GB,IE", "GB,IN"}
    assert "NO" in completed("init", "--country", "N")


def test_a_broken_configuration_does_not_disturb_who_is_typing(tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_text("rules: nowhere\n")
    assert completed("explain", "missing-h", folder=tmp_path) == {"missing-hotline"}


@pytest.mark.parametrize(
    ("shell", "line", "asked"),
    [
        (
            "bash",
            FOR_BASH,
            f"{TYPED_IN_BASH}; echo ${{COMPREPLY[*]}}",
        ),
        ("zsh", f"autoload -U compinit; compinit -u; {FOR_ZSH}", "echo ${_comps[factcheck]}"),
        ("fish", FOR_FISH, "complete --do-complete 'factcheck check --fo'"),
    ],
)
def test_the_line_that_the_documentation_shows_teaches_the_shell(shell: str, line: str, asked: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [shell, "-c", f"{line}\n{asked}"],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "--format" in done.stdout or "_factcheck_completion" in done.stdout, done.stderr
