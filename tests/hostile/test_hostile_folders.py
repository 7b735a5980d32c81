"""A folder made to do harm: names, links, settings and reports that would reach what they may not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

pytestmark = pytest.mark.slow

GOOD = "# A bed for the night\n\nThe shelter opens at six.\n"
BAD = f"{GOOD}\n[Insert photo here]\n"


@pytest.mark.parametrize("name", ["--exclude=*.md", "--output=x.html", "--fix", "-q", "--output=short=a.md"])
@pytest.mark.parametrize("before", [(), ("--",)], ids=["without --", "with --"])
def test_a_file_called_like_an_option_is_a_file(
    factcheck: Command,
    folder: Path,
    name: str,
    before: tuple[str, ...],
) -> None:
    (folder / "a.md").write_text(BAD)
    (folder / name).write_text(BAD)
    ran = factcheck("check", *before, name, "a.md")
    if before:
        assert "a.md" in ran.out and ran.status in (1, 2)  # 2: it has an ending that is no article's
    else:
        assert ran.status == 2
        assert f"factcheck: {name}: is an option, and the name of a file here; write --" in ran.err
    assert (folder / "a.md").read_text() == BAD
    assert sorted(path.name for path in folder.iterdir() if path.name != "cache") == sorted(["a.md", name])


@pytest.fixture
def site(folder: Path) -> Path:
    """Everything a run reads: articles found by walking, settings, a baseline, an own corpus and own rules."""
    for path, text in {
        "content/deep/a.md": BAD,
        ".factcheck.yaml": "corpora: [house]\nrules: [rules]\n",
        "content/.factcheckignore": "old.md\n",
        "known.json": '{"version": 1, "files": {}}',
        "house/words.yaml": "hotline: [harbour line]\n",
        "rules/note.yaml": "name: vague-attribution\nseverity: info\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


READ = ["content/deep/a.md", ".factcheck.yaml", "content/.factcheckignore", "known.json", "house/words.yaml"]
READ += ["rules/note.yaml"]


@pytest.mark.parametrize("way", ["itself", "link", "hard link"])
@pytest.mark.parametrize("read", READ)
def test_no_report_takes_the_place_of_what_is_read(
    factcheck: Command,
    site: Path,
    read: str,
    way: str,
) -> None:
    target, before = site / read, (site / read).read_bytes()
    if way == "link":
        (site / "out").symlink_to(target)
        target = site / "out"
    elif way == "hard link":
        os.link(target, site / "out")
        target = site / "out"
    ran = factcheck("check", "--baseline", "known.json", "--output", f"json={target}", "content")
    assert (ran.status, ran.out) == (2, "")
    assert "no report can be written to this file: it " in ran.err
    assert (site / read).read_bytes() == before


def check(folder: Path, *arguments: str, shell: str) -> subprocess.CompletedProcess[str]:
    command = " ".join([sys.executable, "-m", "factcheck", "check", *arguments, shell])
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_a_report_that_goes_into_the_folder_that_is_checked_is_no_article(site: Path) -> None:
    for name, format in (("page.html", "html"), ("report.md", "markdown"), ("report.txt", "text")):
        done = check(site, "content", "--format", format, shell=f"> content/{name}")
        assert done.returncode == 1, done.stderr
        report = (site / "content" / name).read_text("utf-8")
        assert "placeholder-text" in report and f"content/{name}" not in report
        if format == "text":
            (site / "content" / name).unlink()  # nothing tells it from an article
    again = check(site, "content", shell="")
    assert "content/page.html" not in again.stdout and "1 article" in again.stdout
    named = check(site, "content/page.html", shell="")
    assert named.returncode == 2 and "is a report of factcheck" in named.stderr
    replaced = check(site, "content", "--output", "content/page.html", shell="")
    assert replaced.returncode == 1, replaced.stderr


def test_a_report_is_not_added_to_an_article(site: Path) -> None:
    done = check(site, "content", shell=">> content/deep/a.md")
    assert done.returncode == 2 and "it is to be checked" in done.stderr
    assert (site / "content/deep/a.md").read_text() == BAD


@pytest.mark.parametrize(
    "setting", ["content: [/etc]", "corpora: [/]", "rules: ['../elsewhere']", "content: [out]"]
)
def test_settings_that_came_with_files_reach_nothing_outside(
    factcheck: Command,
    folder: Path,
    setting: str,
) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "secret.md").write_text(BAD)
    site = folder / "site"
    site.mkdir()
    (site / "a.md").write_text(GOOD)
    (site / "out").symlink_to(folder / "elsewhere")
    (site / ".factcheck.yaml").write_text(f"{setting}\n")
    os.chdir(site)
    ran = factcheck("check")
    assert ran.status == 2 and "lies outside of" in ran.err and "--config" in ran.err
    assert "secret" not in ran.out + ran.err


def test_links_that_lead_out_are_not_followed_unless_named(factcheck: Command, folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "secret.md").write_text(BAD)
    site = folder / "site"
    site.mkdir()
    (site / "a.md").write_text(GOOD)
    (site / "out").symlink_to(folder / "elsewhere")
    (site / "out.md").symlink_to(folder / "elsewhere" / "secret.md")
    assert factcheck("check", "site").status == 0
    assert factcheck("check", "site/out.md").status == 1
    assert factcheck("check", "site/out").status == 1
    (folder / ".git").mkdir()
    assert factcheck("check", "site").status == 1  # it stays inside the repository


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("name", [".factcheckignore", ".gitignore", ".factcheck.yaml", "a.md", "house/words.yaml"])
@pytest.mark.parametrize("kind", ["pipe", "zero", "loop"])
def test_what_is_no_regular_file_is_not_opened(folder: Path, name: str, kind: str) -> None:
    (folder / "b.md").write_text(GOOD)
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    if "house" in name:
        (folder / ".factcheck.yaml").write_text("corpora: [house]\n")
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "zero" else path.name)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", ".", *(["a.md"] if name == "a.md" else [])],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)
    if name in ("a.md", "house/words.yaml"):
        assert done.returncode == 2


@pytest.mark.parametrize("name", ["page.tsx", "page.php", "app.vue", "index.jsp"])
def test_a_program_is_no_article_unless_somebody_says_so(
    factcheck: Command,
    folder: Path,
    name: str,
) -> None:
    (folder / name).write_text(BAD)
    ran = factcheck("check", "--fix", name)
    assert ran.status == 2 and "is no ending of an article" in ran.err and "--input-format" in ran.err
    assert (folder / name).read_text() == BAD
    assert factcheck("check", "--input-format", "text", name).status == 1


@pytest.mark.parametrize(
    "charset", ["cp037", "utf-7", "unicode_escape", "raw_unicode_escape", "idna", "undefined", "hz"]
)
def test_an_encoding_that_could_hide_markup_is_not_believed(
    factcheck: Command,
    folder: Path,
    charset: str,
) -> None:
    page = f"<meta charset={charset}><p>A caf\u00e9. +ADw-script+AD4- \\u003cb\\u003e</p><p>Share this post</p>"
    (folder / "a.html").write_bytes(page.encode("latin-1"))
    ran = factcheck("check", "--format", "json", "--fix", "a.html")
    assert "Traceback" not in ran.err
    assert ran.status in (0, 1)
    assert b"+ADw-script+AD4- \\u003cb\\u003e" in (folder / "a.html").read_bytes()


def test_a_corpus_may_lie_in_a_folder_called_hotlines(factcheck: Command, folder: Path) -> None:
    (folder / "hotlines" / "house").mkdir(parents=True)
    (folder / "hotlines" / "house" / "words.yaml").write_text("hotline: [harbour line]\n")
    (folder / ".factcheck.yaml").write_text("corpora: [hotlines/house]\n")
    (folder / "a.md").write_text(GOOD)
    assert factcheck("check", "a.md").status == 0


def test_standard_output_by_name_may_be_closed(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.md").write_text(BAD)
    done = check(folder, ".", "--output", "text=/dev/stdout", shell="| head -n 1")
    assert "Traceback" not in done.stderr


def test_a_comment_of_thousands_of_unknown_names_is_told_of_a_few(factcheck: Command, folder: Path) -> None:
    names = ", ".join(f"no-such-rule-{number}" for number in range(8_571))
    (folder / "a.md").write_text(f"<!-- factcheck: ignore[{names}] -->\n\n{GOOD}")
    ran = factcheck("check", "--format", "short", "a.md")
    assert ran.status == 1 and ran.out.count("unused-suppression") == 20


def test_what_is_said_of_an_article_without_prose_stands_on_its_first_line(
    factcheck: Command, folder: Path
) -> None:
    (folder / "a.html").write_bytes(b"\n\n<img src='caf\xe9.png'>\n")
    ran = factcheck("check", "--format", "short", "--fail-on", "info", "a.html")
    assert "a.html:3:1: info unsure-reading" in ran.out
