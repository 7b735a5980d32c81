"""`factcheck init`: asked on a terminal, or told by options; it never waits where nobody answers."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Command

BAD = "# A bed for the night\n\nCall the [number here].\n\n[Insert photo here]\n"


@pytest.fixture
def site(folder: Path) -> Path:
    """A repository with articles in two folders."""
    (folder / ".git").mkdir()
    for name in ("content/a.md", "blog/b.md", "README.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(BAD)
    return folder


def settings() -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(Path(".factcheck.yaml").read_text("utf-8"))
    return found


def test_without_a_terminal_it_takes_what_it_would_propose(factcheck: Command, site: Path) -> None:
    ran = factcheck("init")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        ".factcheck.yaml is written (readers: told from each article; articles: blog/, content/).\n"
        "Next: factcheck check\n"
    )
    assert settings() == {"content": ["blog/", "content/"]}
    assert not Path(".pre-commit-config.yaml").exists()


def test_what_it_has_written_works(factcheck: Command, site: Path) -> None:
    factcheck("init", "--country", "Ireland", "--content", "content", "--pre-commit", "--yes")
    assert settings() == {"content": ["content/"], "country": ["IE"]}
    ran = factcheck("check", "--format", "short")
    assert ran.status == 1
    assert {line.split(":")[0] for line in ran.out.splitlines()} == {"content/a.md"}
    (repo,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text())["repos"]
    assert repo["hooks"][0]["entry"] == "factcheck check --force-exclude --"


def test_settings_are_never_overwritten_unless_forced(factcheck: Command, site: Path) -> None:
    Path(".factcheck.yaml").write_text("country: US\n")
    ran = factcheck("init", "--country", "GB")
    assert ran.status == 2 and "--force" in ran.err
    assert settings() == {"country": "US"}
    assert factcheck("init", "--pre-commit").status == 0  # only that
    assert settings() == {"country": "US"} and Path(".pre-commit-config.yaml").exists()
    assert "already" in factcheck("init", "--pre-commit").out
    assert factcheck("init", "--country", "GB", "--force").status == 0
    assert settings()["country"] == ["GB"]


def test_settings_above_that_no_longer_hold_are_named(
    factcheck: Command, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / ".factcheck.yaml").write_text("country: GB\n")
    monkeypatch.chdir(site / "blog")
    assert "../.factcheck.yaml no longer holds here" in factcheck("init").out
    assert "`overrides` there" in factcheck("init", "--force").out


def test_settings_in_pyproject_count_as_settings(factcheck: Command, site: Path) -> None:
    Path("pyproject.toml").write_text("[tool.factcheck]\n")
    assert factcheck("init").err.startswith("factcheck: pyproject.toml: holds settings already")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--country", "Germny"], 'did you mean "Germany"?'),
        (["--content", "nowhere"], 'there is no file or folder "nowhere"'),
    ],
)
def test_what_cannot_be_meant_is_refused(factcheck: Command, site: Path, arguments: list[str], words: str) -> None:
    ran = factcheck("init", *arguments)
    assert ran.status == 2 and words in ran.err
    assert not Path(".factcheck.yaml").exists()


def test_a_hook_needs_a_repository(factcheck: Command, folder: Path) -> None:
    ran = factcheck("init", "--pre-commit")
    assert ran.status == 2 and "git init" in ran.err
    assert not Path(".factcheck.yaml").exists()


def test_a_configuration_of_pre_commit_that_is_broken_is_left_alone(factcheck: Command, site: Path) -> None:
    Path(".pre-commit-config.yaml").write_text("repos: [\n")
    ran = factcheck("init", "--pre-commit")
    assert ran.status == 2 and ".pre-commit-config.yaml:2: not valid YAML" in ran.err
    assert Path(".pre-commit-config.yaml").read_text() == "repos: [\n"


def conversation(folder: Path, *answers: str) -> tuple[int, str]:
    """The status of `factcheck init` and what stands on a terminal after somebody has typed some answers."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "init"]
    with subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, "".join(answers).encode())
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        process.kill()  # where it still waits
    os.close(ours)
    return process.returncode, shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    ready, _, _ = select.select([terminal], [], [], 30)
    try:
        return os.read(terminal, 10_000) if ready else b""
    except OSError:  # Linux says so when the program has gone
        return b""


terminal = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")


@terminal
def test_on_a_terminal_it_asks(site: Path) -> None:
    status, shown = conversation(site, "Germny\n", "Ireland, NO\n", "nowhere\n", "content\n", "y\n")
    assert status == 0, shown
    assert 'did you mean "Germany"?' in shown and 'there is no file or folder "nowhere"' in shown
    assert "[blog/, content/]" in shown
    assert settings() == {"content": ["content/"], "country": ["IE", "NO"]}
    assert Path(".pre-commit-config.yaml").exists()


@terminal
def test_what_is_proposed_can_be_taken_by_return(site: Path) -> None:
    status, shown = conversation(site, "\n", "\n", "\n")
    assert status == 0, shown
    assert settings() == {"content": ["blog/", "content/"]}
    assert not Path(".pre-commit-config.yaml").exists()


@terminal
def test_whoever_leaves_in_the_middle_has_changed_nothing(site: Path) -> None:
    status, _ = conversation(site, "Ireland\n", "\x04")  # the end of what is typed
    assert status == 130
    assert not Path(".factcheck.yaml").exists()
