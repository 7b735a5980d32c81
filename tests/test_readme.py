"""What the README shows is what the program does. `python tests/test_readme.py` writes the report anew."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
from pathlib import Path

import pytest

from factcheck.cli import run

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
REPORT = re.compile(r"(<!-- report of (?P<path>[\w/.]+);[^>]*-->\n\n```text\n)(?P<shown>.*?)(```\n)", re.DOTALL)
GROUPS = ("corpus",)  # commands of commands
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def report(path: str) -> tuple[int, str]:
    """The exit status and the report of an example, as a reader of the README sees it."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.chdir(ROOT):
        status = run(["check", path])
    return status, out.getvalue()


def renewed(text: str) -> str:
    """The README with its report as it is now."""
    return REPORT.sub(lambda found: found[1] + report(found["path"])[1] + found[4], text)


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_the_report_is_current() -> None:
    text = README.read_text("utf-8")
    assert REPORT.search(text)
    assert renewed(text) == text, "run: python tests/test_readme.py"


def test_the_draft_has_problems_of_several_kinds_and_the_ready_article_none() -> None:
    status, shown = report("examples/draft.md")
    assert status == 1
    for rule in ("contradicts-reference", "unsupported-number", "placeholder-text", "page-furniture", "hotline"):
        assert rule in shown
    assert report("examples/ready.md")[0] == 0


def test_the_first_two_commands_are_one_line_each_and_need_only_python() -> None:
    set_up, tests = blocks(README, "sh")[:2]
    for command in (set_up, tests):
        assert command.count("\n") == 1
        starts = [part.split()[0] for part in command.split("&&")]
        assert all(start == "python3" or start.startswith(".venv/bin/") for start in starts)
    assert "examples/draft.md" in set_up
    assert "pytest -n auto" in tests


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_is_one_that_exists(page: Path) -> None:
    for block in blocks(page, "sh"):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words and words[0] == "factcheck":
                options = [word for word in words[2:] if word.startswith("-") and word != "-"]
                command = words[1:3] if words[1] in GROUPS else words[1:2]
                with contextlib.redirect_stdout(io.StringIO()) as shown:
                    assert run([*command, "--help"]) == 0, line
                assert all(option in shown.getvalue() for option in options), line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_configuration_shown_is_valid(tmp_path: Path) -> None:
    from factcheck.config import Configuration

    page = ROOT / "docs" / "configuration.md"
    (tmp_path / "data" / "figures").mkdir(parents=True)
    (tmp_path / "data" / "rules").mkdir()
    for name, block in ((".factcheck.yaml", blocks(page, "yaml")[0]), ("pyproject.toml", blocks(page, "toml")[0])):
        (tmp_path / name).write_text(block, "utf-8")
        assert Configuration().settings_for(tmp_path).countries == ("US",)
        (tmp_path / name).unlink()


def test_the_keys_of_the_report_are_those_documented() -> None:
    from factcheck.linter import Linter
    from factcheck.model import FileError
    from factcheck.reports import Style, Summary, reporter

    (example,) = blocks(ROOT / "docs" / "report.md", "json")
    (checked,) = Linter().check_text((ROOT / "examples" / "draft.md").read_text("utf-8")).files
    out, summary = io.StringIO(), Summary()
    made = reporter("json", out, Style())
    for result in (checked, FileError("a", "b")):
        made.add(result)
        summary.add(result)
    made.close(summary)
    shown, real = json.loads(example), json.loads(out.getvalue())
    assert shown.keys() == real.keys()
    assert shown["summary"].keys() == real["summary"].keys()
    assert shown["errors"][0].keys() == real["errors"][0].keys()
    (entry,), (real_entry,) = shown["files"], real["files"]
    assert entry.keys() == real_entry.keys()
    for kind in ("claims", "diagnostics"):
        assert entry[kind][0].keys() == real_entry[kind][0].keys()
    assert entry["claims"][0]["number"].keys() == real_entry["claims"][0]["number"].keys()


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")
