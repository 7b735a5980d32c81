"""Every command that the README and the documentation show is run as it stands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.test_readme import PAGES, ROOT, blocks

pytestmark = pytest.mark.slow

_OURS = re.compile(r"(?:\w+=\S+ )*(?:factcheck|git|python benchmarks)\b")
_IN_A_PIPELINE = re.compile(r"^ *- (?:run: )?(factcheck .*)$", re.MULTILINE)
_NEEDS_A_NETWORK = re.compile(r"\bgit (?:push|clone|pull|fetch)\b")


def commands(page: Path) -> list[str]:
    """The commands of a page that can be tried here, in order; setting up is tried by the build server."""
    lines = [line for block in blocks(page, "sh") for line in block.replace("\\\n", " ").splitlines()]
    lines += [command for block in blocks(page, "yaml") for command in _IN_A_PIPELINE.findall(block)]
    return [line for line in lines if _OURS.match(line) and not _NEEDS_A_NETWORK.search(line)]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A repository with content of the names that the documentation uses, and a change since `origin/main`."""
    (tmp_path / "content").mkdir()
    draft = (ROOT / "examples" / "draft.md").read_text("utf-8")
    for name in ("draft.md", "article.md", "content/one.md", "content/two.md"):
        (tmp_path / name).write_text(draft, "utf-8")
    word = docx.Document()
    for paragraph in draft.split("---\n", 2)[2].split("\n\n"):
        word.add_paragraph(" ".join(paragraph.split()))
    word.save(str(tmp_path / "draft.docx"))
    for name in ("benchmarks", "examples", "corpus", "rules"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    git = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    for words in (("init", "-qb", "main"), ("add", "content"), ("commit", "-qm", "One"), ("add", "."),
                  ("commit", "-qm", "Two"), ("update-ref", "refs/remotes/origin/main", "HEAD~1")):  # fmt: skip
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_as_shown(page: Path, newsroom: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "FACTCHECK_CACHE_DIR": str(newsroom / ".cache"),
    }
    for command in commands(page):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=newsroom,
            env=environment,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr, command
