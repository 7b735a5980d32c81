"""`factcheck check`: options, reports and exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

LEFTOVER = (
    "# A house for the night\n\nThe shelter opens at six.\n\nLorem ipsum dolor sit amet, consectetur elit.\n"
)
VAGUE = "# A house for the night\n\nStudies show that a bed for the night helps.\n"
GOOD = "# A house for the night\n\nThe shelter opens at six.\n"


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "drafts").mkdir()
    (folder / "drafts" / "bad.md").write_text(LEFTOVER)
    (folder / "drafts" / "good.md").write_text(GOOD)
    return folder / "drafts"


def test_a_good_article_passes(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "drafts/good.md")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "1 article · no statistics · no problems found\n"


def test_a_finding_fails_and_is_shown_at_its_place(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "drafts")
    assert ran.status == 1
    assert ran.out.startswith("drafts/bad.md\n\n  5:1 ")
    assert "placeholder-text" in ran.out
    assert "     5 │ Lorem ipsum" in ran.out
    assert "\n2 articles · " in ran.out


def test_without_paths_the_folder_at_hand_is_checked(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "--format", "short")
    assert ran.status == 1
    assert ran.out.startswith("drafts/bad.md:5:1: ")


def test_short_is_one_line_a_finding(factcheck: Command, drafts: Path) -> None:
    lines = factcheck("check", "drafts", "--format", "short").out.splitlines()
    assert lines and all(line.startswith("drafts/bad.md:5:1: ") and " placeholder-text " in line for line in lines)


def test_json_is_for_programs(factcheck: Command, drafts: Path) -> None:
    report = json.loads(factcheck("check", "drafts", "--format", "json").out)
    assert report["version"] == 1
    assert [entry["path"] for entry in report["files"]] == ["drafts/bad.md", "drafts/good.md"]
    (found,) = report["files"][0]["diagnostics"]
    assert LEFTOVER[found["start"] : found["end"]].startswith("Lorem ipsum")
    assert (found["line"], found["column"]) == (5, 1)


def test_select_and_ignore_take_rules_and_families(factcheck: Command, folder: Path) -> None:
    (folder / "a.md").write_text(LEFTOVER + VAGUE)

    def rules(*options: str) -> set[str]:
        report = json.loads(factcheck("check", "a.md", "--format", "json", *options).out)
        return {found["rule"] for found in report["files"][0]["diagnostics"]}

    assert rules("--select", "placeholder-text") == {"placeholder-text"}
    assert rules("--select", "leftovers,vague-attribution") >= {"placeholder-text", "vague-attribution"}
    assert "placeholder-text" not in rules("--ignore", "placeholder-text")
    assert "vague-attribution" not in rules("--ignore", "leftovers", "--ignore", "sourcing")


def test_fail_on_sets_what_fails_the_run(factcheck: Command, folder: Path) -> None:
    (folder / "a.md").write_text(VAGUE)
    select = ("check", "a.md", "--select", "vague-attribution")  # a warning
    assert factcheck(*select).status == 1
    assert factcheck(*select, "--fail-on", "warning").status == 1
    assert factcheck(*select, "--fail-on", "error").status == 0
    assert factcheck(*select, "--fail-on", "never").status == 0


def test_standard_input_has_a_name_and_a_format(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    given(LEFTOVER)
    assert factcheck("check", "-", "--format", "short").out.startswith("-:5:1: ")
    given("<p>Fine.</p><!-- x --><p>Lorem ipsum dolor sit amet</p>")
    ran = factcheck("check", "-", "--stdin-filename", "posts/a.html", "--format", "short")
    assert ran.out.startswith("posts/a.html:1:26: ")
    given("<p>Lorem ipsum dolor sit amet</p>")
    assert factcheck("check", "-", "--input-format", "html", "--format", "short").out.startswith("-:1:4: ")


def test_standard_input_is_checked_alone(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "-", "drafts")
    assert ran.status == 2
    assert "standard input" in ran.err


def test_output_goes_to_a_file_and_the_text_is_shown_all_the_same(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "drafts", "--output", "report.json")
    assert ran.status == 1
    assert ran.out.startswith("drafts/bad.md\n")
    assert len(json.loads(Path("report.json").read_text("utf-8"))["files"]) == 2


def test_several_outputs_in_one_run(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "drafts", "-q", "--output", "short=found.log", "--output", "report.txt")
    assert ran.status == 1
    assert Path("found.log").read_text("utf-8").startswith("drafts/bad.md:5:1: ")
    assert Path("report.txt").read_text("utf-8") == ran.out


def test_format_says_what_is_shown_and_output_what_is_written_besides(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "drafts", "--format", "github", "--output", "out.sarif", "--output", "junit=out")
    assert ran.status == 1
    assert ran.out.startswith("::error file=drafts/bad.md,line=5,")
    assert json.loads(Path("out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert Path("out").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        (["report.xyz"], "FORMAT=report.xyz"),
        (["drafts/good.md"], "FORMAT=drafts/good.md"),  # an article, most likely
        (["no/report.json"], "no/report.json: cannot be written"),
        (["drafts"], "its format is not clear"),
        (["json=drafts"], "drafts: cannot be written"),
        (["sarrif=report"], 'did you mean "sarif"'),
        (["a.json", "short=./a.json"], "takes another"),
        (["text=drafts/bad.md"], "is to be checked"),
    ],
)
def test_an_output_that_cannot_be_written_is_refused_before_anything_is_checked(
    factcheck: Command, drafts: Path, targets: list[str], words: str
) -> None:
    before = sorted(Path().rglob("*"))
    ran = factcheck("check", "drafts/bad.md", *[f"--output={target}" for target in targets])
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert sorted(Path().rglob("*")) == before
    assert (drafts / "bad.md").read_text() == LEFTOVER


def test_quiet_says_nothing_but_the_findings(factcheck: Command, drafts: Path) -> None:
    assert factcheck("check", "drafts/good.md", "--quiet").out == ""


def test_statistics_count_instead_of_listing(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "drafts", "--statistics")
    assert ran.status == 1
    assert ran.out.splitlines()[0].split() == ["1", "placeholder-text"]


def test_the_configuration_of_each_folder_holds_for_its_articles(factcheck: Command, drafts: Path) -> None:
    (drafts / ".factcheck.yaml").write_text("ignore: [leftovers]")
    assert factcheck("check", "drafts").status == 0
    (drafts / "news").mkdir()
    (drafts / "news" / ".factcheck.yaml").write_text("fail-on: never")
    (drafts / "news" / "a.md").write_text(LEFTOVER)
    ran = factcheck("check", "drafts", "--format", "short")
    assert ran.status == 0
    assert ran.out.startswith("drafts/news/a.md:5:1: ")
    Path("other.yaml").write_text("exclude: [news/]")
    assert factcheck("check", "drafts", "--config", "other.yaml", "--format", "short").out.startswith(
        "drafts/bad.md:"
    )


def test_exclude_on_the_command_line(factcheck: Command, drafts: Path) -> None:
    assert factcheck("check", ".", "--exclude", "bad.*").status == 0


def test_the_configuration_says_where_the_articles_are(factcheck: Command, drafts: Path) -> None:
    Path("README.md").write_text(LEFTOVER)
    Path(".factcheck.yaml").write_text("content: drafts")
    assert "\n2 articles · " in factcheck("check").out
    assert factcheck("check", "README.md").status == 1
    ran = factcheck("check", "--force-exclude", "README.md")
    assert ran.status == 0 and ran.out == "nothing was checked\n"
    Path(".factcheck.yaml").write_text("content: darfts")
    assert 'did you mean "drafts"?' in factcheck("check").err


def test_front_matter_sets_what_holds_for_one_article(factcheck: Command, folder: Path) -> None:
    (folder / "a.md").write_text(f"---\nfactcheck: {{ignore: [leftovers]}}\n---\n\n{LEFTOVER}")
    assert factcheck("check", "a.md").status == 0


def test_own_rules_lie_over_the_shipped_ones(factcheck: Command, drafts: Path) -> None:
    Path("house").mkdir()
    Path("house", "placeholder-text.yaml").write_text("name: placeholder-text\nseverity: info\n")
    Path(".factcheck.yaml").write_text("rules: house")
    ran = factcheck("check", "drafts", "--format", "short")
    assert ran.status == 0
    assert ": info placeholder-text " in ran.out


def test_only_what_changed_lines_bring_in(factcheck: Command, drafts: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--no-verify", "--message=x")
    assert factcheck("check", "--diff-base", "HEAD").status == 0
    (drafts / "good.md").write_text(f"{GOOD}\n[Insert photo here]\n")
    ran = factcheck("check", "--diff-base", "HEAD", "--format", "short")
    assert ran.status == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == ["drafts/good.md:5:1"]
    assert factcheck("check", "--diff-base", "HEAD").out.count("1 error · 1 known finding left silent\n")


def test_changes_are_refused_where_git_knows_none(factcheck: Command, drafts: Path) -> None:
    ran = factcheck("check", "--diff-base", "main", "drafts")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"factcheck: {drafts.parent}: changes can only be told in a git repository")
    assert "standard input" in factcheck("check", "--diff-base", "main", "-").err
    subprocess.run(["git", "init", "--quiet"], check=True)
    assert "git knows no revision ''" in factcheck("check", "--diff-base", "", "drafts").err  # an unset variable
