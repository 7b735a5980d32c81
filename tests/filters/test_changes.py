"""Only what changed lines bring in, told by real git repositories."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.documents import read
from factcheck.errors import UserError
from factcheck.filters import filtered
from factcheck.filters.changes import Changes
from factcheck.model import Diagnostic, FileError, FileReport, Settings, Severity, Span
from tests.documents.test_word import word_file
from tests.reports.builders import report

OLD = "A bed.\n\nTODO one\n\nTODO two\n"

Git = Callable[..., str]


def git_in(folder: Path) -> Git:
    """Runs git in a folder, as somebody without settings of their own."""
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *author, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository in the folder at hand with one article, committed."""
    monkeypatch.chdir(tmp_path)
    git = git_in(tmp_path)
    git("init", "--quiet", "--initial-branch=main")
    Path("a.md").write_text(OLD)
    commit(git)
    return git


def commit(git: Git) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--no-verify", "--message=x")


def flagged(path: str | Path) -> FileReport:
    """A report with a finding at each TODO, to the end of its line."""
    source = Path(path).read_bytes().decode("utf-8")
    found, start = [], source.find("TODO")
    while start >= 0:
        end = min(at for mark in ("\r", "\n") if (at := f"{source}\n\r".find(mark, start)) >= 0)
        found.append(Diagnostic("placeholder-text", "leftovers", Severity.ERROR, "Fill in.", Span(start, end)))
        start = source.find("TODO", end)
    return report(source, *found, path=str(path))


def told(path: str | Path, revision: str = "HEAD") -> list[str]:
    """The flagged words that are told of an article."""
    checked = flagged(path)
    return [checked.document.source[slice(*found.span)] for found in Changes(revision, [Path()])(checked)]


def test_nothing_is_told_of_an_article_that_is_as_it_was(repository: Git) -> None:
    assert told("a.md") == []


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (OLD.replace("two", "three"), ["TODO three"]),
        (f"TODO zero\n\n{OLD}", ["TODO zero"]),
        (f"{OLD}TODO three\n", ["TODO three"]),
        (f"Moved.\n\n{OLD}", []),
        ("A bed.\n\nTODO one\n", []),
        (OLD.replace("\n", "\r\n"), ["TODO one", "TODO two"]),
        (OLD.replace("A bed.", "TODO\u2028bed.\x0c"), ["TODO\u2028bed.\x0c"]),  # one line to git and to us
        (OLD + "TODO without an end of line", ["TODO without an end of line"]),
    ],
)
def test_a_finding_counts_where_its_line_is_new_or_other(repository: Git, now: str, words: list[str]) -> None:
    Path("a.md").write_bytes(now.encode())
    assert told("a.md") == words


def test_a_finding_over_several_lines_counts_where_one_of_them_is_changed(repository: Git) -> None:
    Path("a.md").write_text("one\ntwo\nthree\nfour\n")
    commit(repository)
    source = "one\ntwo\nTHREE\nfour\n"
    Path("a.md").write_text(source)

    def counts(start: int, end: int) -> bool:
        found = Diagnostic("r", "f", Severity.ERROR, "m", Span(start, end))
        return bool(Changes("HEAD", [Path()])(report(source, found)))

    assert not counts(0, 8)  # up to the line's end: it does not reach into the next
    assert counts(0, 9)
    assert counts(4, 18)
    assert counts(13, 15)
    assert not counts(14, 18)


def test_lines_taken_away_bring_nothing_in(repository: Git) -> None:
    Path("a.md").write_text("one\ntwo\nthree\nfour\n")
    commit(repository)
    source = "one\ntwo\nfour\n"
    Path("a.md").write_text(source)
    for span in (Span(0, 7), Span(4, 7), Span(4, 12), Span(8, 12)):
        found = Diagnostic("r", "f", Severity.ERROR, "m", span)
        assert Changes("HEAD", [Path()])(report(source, found)) == ()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    old=st.lists(st.sampled_from("abcd")),
    new=st.lists(st.sampled_from("abcdxyz")),
    end=st.sampled_from(["", "\n"]),
)
def test_no_line_that_was_not_there_is_ever_left_silent(
    repository: Git, old: list[str], new: list[str], end: str
) -> None:
    def text(letters: list[str]) -> str:
        return "A bed.\n" + "\n".join(f"TODO {letter}" for letter in letters) + end

    Path("a.md").write_text(text(old))
    repository("add", "--all")
    repository("commit", "--quiet", "--no-verify", "--allow-empty", "--message=x")
    assert told("a.md") == []
    Path("a.md").write_text(text(new))
    left = told("a.md")
    added = Counter(new) - Counter(old)
    assert not added - Counter(words[-1] for words in left)


def test_what_is_said_of_the_whole_article_counts_where_anything_is_changed(repository: Git) -> None:
    def whole() -> tuple[Diagnostic, ...]:
        document = read(Path("a.md").read_bytes(), "a.md")
        found = Diagnostic("missing-hotline", "hotline", Severity.ERROR, "Add one.", document.headline)
        return Changes("HEAD", [Path()])(FileReport(document, diagnostics=(found,)))

    Path("a.md").write_text("# A bed\n\nCall 111.\n\nMore.\n")
    commit(repository)
    assert not whole()
    Path("a.md").write_text("# A bed\n\nMore.\n")  # only a line less
    assert len(whole()) == 1


def test_it_holds_the_working_tree_against_any_revision(repository: Git) -> None:
    repository("tag", "begin")
    Path("a.md").write_text(f"{OLD}\nTODO three\n")
    commit(repository)
    Path("a.md").write_text(f"{OLD}\nTODO three\n\nTODO four\n")
    repository("add", "a.md")
    assert told("a.md") == ["TODO four"]
    assert told("a.md", "HEAD~1") == told("a.md", "begin") == ["TODO three", "TODO four"]
    assert told("a.md", "main@{0}") == ["TODO four"]


def test_new_files_count_whole_known_to_git_or_not(repository: Git) -> None:
    Path(".gitignore").write_text("ignored.md\n")
    for name in ("untracked.md", "added.md", "ignored.md"):
        Path(name).write_text(OLD)
    repository("add", "added.md")
    for name in ("untracked.md", "added.md", "ignored.md"):
        assert told(name) == ["TODO one", "TODO two"], name
    repository("rm", "--quiet", "--cached", "a.md")
    assert told("a.md") == ["TODO one", "TODO two"]


def test_a_file_that_got_another_name_counts_by_its_lines(repository: Git) -> None:
    long = OLD + "".join(f"Line {number}.\n" for number in range(20))
    Path("a.md").write_text(long)
    commit(repository)
    Path("news").mkdir()
    repository("mv", "a.md", "news/b.md")
    assert told("news/b.md") == []
    Path("news/b.md").write_text(f"{long}TODO three\n")
    assert told("news/b.md") == ["TODO three"]


@pytest.mark.parametrize(
    "name",
    ["two words.md", "Zoë’s “house”.md", 'quo"ted\\.md', "tab\tand\nline.md", "*.md", ":(top)a.md", "-x.md"],
)
def test_a_file_may_have_any_name(repository: Git, name: str) -> None:
    path = Path("a folder", name)
    path.parent.mkdir()
    try:
        path.write_text(OLD)
    except OSError:
        pytest.skip("this file system does not take the name")
    commit(repository)
    assert told(path) == []
    path.write_text(f"{OLD}TODO three\n")
    assert told(path) == ["TODO three"]


def test_folders_and_links_on_the_way_do_not_matter(repository: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text(f"{OLD}TODO three\n")
    Path("deep/er").mkdir(parents=True)
    monkeypatch.chdir("deep/er")
    assert told("../../a.md") == told(Path("../../a.md").resolve()) == ["TODO three"]
    try:
        Path("link").symlink_to("../..", target_is_directory=True)
        Path("link.md").symlink_to("../../a.md")
    except OSError:
        pytest.skip("links are not allowed here")
    assert told("link/a.md") == told("link.md") == ["TODO three"]


def test_a_word_file_has_no_lines_and_counts_whole(repository: Git) -> None:
    Path("a.docx").write_bytes(word_file("A bed."))
    commit(repository)
    found = Diagnostic("r", "f", Severity.ERROR, "m", Span(0, 5))

    def left() -> tuple[Diagnostic, ...]:
        return Changes("HEAD", [Path()])(report("A bed.\n\nTwo.", found, path="a.docx"))

    assert left() == ()
    Path("a.docx").write_bytes(word_file("A bed.", "Two."))
    assert left() == (found,)


def test_what_the_user_has_set_for_git_does_not_matter(repository: Git) -> None:
    for setting in ("diff.external=false", "diff.context=9", "diff.interHunkContext=9", "color.ui=always"):
        repository("config", *setting.split("="))
    Path(".gitattributes").write_text("*.md diff=shout\n")
    repository("config", "diff.shout.textconv", "tr a-z A-Z <")
    Path("a.md").write_text(OLD.replace("bed", "bunk") + "TODO three\n")
    assert told("a.md") == ["TODO three"]


def test_a_hook_of_another_repository_does_not_matter(
    repository: Git, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path_factory.mktemp("other")))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=9")
    Path("a.md").write_text(f"{OLD}TODO three\n")
    assert told("a.md") == ["TODO three"]


def test_what_lies_in_a_repository_inside_the_repository_is_all_new(repository: Git) -> None:
    inner = Path("inner")
    inner.mkdir()
    other = git_in(inner.resolve())
    other("init", "--quiet")
    (inner / "b.md").write_text("B.\nTODO b\n")
    commit(other)
    assert told("inner/b.md") == ["TODO b"]


def test_what_lies_outside_the_repository_at_hand_is_refused(
    repository: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with pytest.raises(UserError, match=r"is not in the git repository .*; run factcheck in the one it is in"):
        Changes("HEAD", [elsewhere])
    (elsewhere / "b.md").write_text("TODO b\n")
    Path("link.md").symlink_to(elsewhere / "b.md")
    told_of = filtered(flagged("link.md"), [Changes("HEAD", [Path()])], lambda _: Settings())
    assert isinstance(told_of, FileError)
    assert told_of.path == "link.md" and "is not in the git repository" in told_of.message


def test_line_ends_that_git_gave_the_file_are_no_change(repository: Git) -> None:
    repository("config", "core.autocrlf", "true")
    Path("a.md").write_bytes(OLD.replace("\n", "\r\n").encode())
    assert told("a.md") == []
    Path("a.md").write_bytes(OLD.replace("two", "three").replace("\n", "\r\n").encode())
    assert told("a.md") == ["TODO three"]


def trapped(git: Git, trap: str) -> None:
    """Everything in a repository by which git can be made to run a program, with a program that lets us know."""
    for folder, worktree in (("evil", "."), (".", ".")):
        bare = Path(folder)
        bare.mkdir(exist_ok=True)
        (bare / "HEAD").write_text("ref: refs/heads/main\n")
        (bare / "config").write_text(
            f"[core]\nrepositoryformatversion = 0\nbare = false\nworktree = {worktree}\n"
            f'fsmonitor = "{trap}"\npager = "{trap}"\nsshCommand = "{trap}"\n'
            f'[filter "evil"]\nclean = "{trap}"\nsmudge = "{trap}"\nprocess = "{trap}"\n'
            f'[diff]\nexternal = "{trap}"\n[diff "evil"]\ntextconv = "{trap}"\ncommand = "{trap}"\n'
        )
        for name in ("objects", "refs/heads"):
            (bare / name).mkdir(parents=True, exist_ok=True)
            (bare / name / "keep").write_text("")
        (bare / "b.md").write_text("TODO b\n")
    Path(".gitattributes").write_text("* filter=evil diff=evil\n")
    commit(git)
    for setting in (  # as the repository's own: by an include of a committed file, say
        "core.fsmonitor", "core.pager", "pager.diff", "core.sshCommand", "diff.external", "diff.evil.textconv",
        "diff.evil.command", "filter.evil.clean", "filter.evil.process", "core.alternateRefsCommand",
        "uploadpack.packObjectsHook", "alias.diff", "alias.ls-files",
    ):  # fmt: skip
        git("config", setting, f"!{trap}" if setting.startswith("alias") else trap)
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        Path(".git/hooks").mkdir(exist_ok=True)
        Path(".git/hooks", hook).write_text(f"#!/bin/sh\n{trap}\n")
        Path(".git/hooks", hook).chmod(0o755)


@pytest.mark.parametrize("folder", ["", "evil"])
@pytest.mark.parametrize("command", [["check"], ["check", "--fix"], ["check", "--diff"]], ids=" ".join)
def test_nothing_that_lies_in_a_repository_is_run(
    repository: Git, command: list[str], folder: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    here = Path().resolve()
    sprung = tmp_path_factory.mktemp("trap") / "sprung"
    trapped(repository, f"touch '{sprung}'; cat")
    (here / "git").write_text(f"#!/bin/sh\ntouch '{sprung}'\n")
    (here / "git").chmod(0o755)
    (here / "a.md").write_text(f"{OLD}TODO three\n")
    (here / "evil/b.md").write_text("TODO b\nTODO c\n")
    files = [str(here / "a.md"), str(here / "evil/b.md"), str(here)]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "factcheck", *command, "--diff-base", "HEAD", *files],
        cwd=here / folder,
        env={**os.environ, "PATH": f".:{here}:{os.environ['PATH']}", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    assert not sprung.exists()


@pytest.mark.parametrize("revision", ["nowhere", "", "HEAD~99", "--output=x", "HEAD:a.md", "a b"])
def test_a_revision_that_git_does_not_know_is_refused(repository: Git, revision: str) -> None:
    with pytest.raises(UserError, match="git knows no revision") as caught:
        Changes(revision, [Path("a.md")])
    assert caught.value.path == str(Path().resolve())
    assert not Path("x").exists()


def test_a_repository_without_commits_has_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git_in(tmp_path)("init", "--quiet")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="git knows no revision 'HEAD'"):
        Changes("HEAD", [tmp_path])


def test_a_folder_that_is_in_no_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="in a git repository, and this is in none") as caught:
        Changes("HEAD", [tmp_path])
    assert caught.value.path == str(tmp_path)


def test_git_must_be_there(repository: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="the program git, which is not installed"):
        Changes("HEAD", [Path("a.md")])
