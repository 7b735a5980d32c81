"""Which files of a folder are articles."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.model import FileError, Settings
from factcheck.walking import articles, content_of

Tree = Callable[..., Path]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    def make(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path

    return lambda *names, **files: make(**dict.fromkeys(names, "Text."), **files)


def found(top: Path, *paths: Path, exclude: tuple[str, ...] = ()) -> list[str]:
    settings = Settings(exclude=exclude, root=top)
    results = articles(paths or (top,), lambda _: settings)
    return [os.path.relpath(item, top) if isinstance(item, Path) else f"! {item.message}" for item in results]


def test_articles_are_found_by_their_endings_in_the_order_of_their_names(tree: Tree) -> None:
    top = tree("b.md", "a.txt", "C.MD", "news/z.html", "news/2024/y.markdown", "photo.jpg", "code.py", "a/x.docx")
    assert found(top) == ["C.MD", "a/x.docx", "a.txt", "b.md", "news/2024/y.markdown", "news/z.html"]


def test_a_file_named_outright_is_taken_whatever_it_is_called(tree: Tree) -> None:
    top = tree("notes", "a.md", **{".gitignore": "notes\na.md\n"})
    assert found(top, top / "notes", top / "a.md") == ["notes", "a.md"]


def test_each_article_once(tree: Tree) -> None:
    top = tree("a.md", "news/b.md")
    assert found(top, top / "news" / "b.md", top, top / "a.md") == ["news/b.md", "a.md"]


def test_hidden_folders_and_packages_are_passed_over(tree: Tree) -> None:
    top = tree("a.md", ".git/description.md", ".venv/lib/readme.md", ".draft.md", "node_modules/x/readme.md")
    assert found(top) == ["a.md"]


def test_ignore_files_count_as_in_git(tree: Tree) -> None:
    top = tree(
        "a.md",
        "old/b.md",
        "news/c.md",
        "news/keep.md",
        "news/drafts/d.md",
        **{".gitignore": "/old/\nnews/*.md\n", "news/.factcheckignore": "!keep.md\ndrafts/\n"},
    )
    assert found(top) == ["a.md", "news/keep.md"]


def test_ignore_files_above_count_up_to_the_root_of_the_repository(tree: Tree) -> None:
    top = tree("site/posts/a.md", "site/posts/old/b.md", **{".gitignore": "*.md\n", "site/.gitignore": "old/\n"})
    (top / "site" / ".git").mkdir()
    assert found(top, top / "site" / "posts") == ["site/posts/a.md"]


def test_exclude_is_relative_to_the_configuration(tree: Tree) -> None:
    top = tree("a.md", "archive/b.md", "news/archive/c.md", "news/x.txt")
    assert found(top, exclude=("/archive/", "*.txt")) == ["a.md", "news/archive/c.md"]
    assert found(top, top / "news", exclude=("archive",)) == ["news/x.txt"]


def test_links_to_folders_are_followed_and_loops_end(tree: Tree) -> None:
    top = tree("a.md", "news/b.md")
    (top / "news" / "up").symlink_to(top)
    (top / "news" / "self").symlink_to("self")
    (top / "also-news").symlink_to(top / "news")
    (top / "gone.md").symlink_to("nowhere.md")
    assert found(top) == ["a.md", "also-news/b.md"]


def test_a_folder_without_articles_says_what_was_looked_for(tree: Tree) -> None:
    top = tree("photo.jpg", "news/a.md")
    (top / "empty").mkdir()
    (error,) = articles([top / "empty"], lambda _: Settings())
    assert isinstance(error, FileError)
    assert error.path == str(top / "empty")
    assert ".md" in error.message and ".docx" in error.message
    assert found(top, top / "empty", top)[1:] == ["news/a.md"]  # the others are still checked


def test_a_folder_that_cannot_be_read_costs_only_itself(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    top = tree("a.md", "closed/b.md", "z.md")
    real = os.scandir

    def scandir(path: str | Path) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert found(top) == ["a.md", "! the folder cannot be read: Permission denied", "z.md"]


def test_the_first_article_is_given_before_later_folders_are_looked_into(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    top, real, listed = tree("a/b/1.md", "a/c/2.md", "d/3.md"), os.scandir, list[str]()

    def scandir(path: str | Path) -> object:
        listed.append(os.path.relpath(path, top))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    results = articles([top], lambda _: Settings())
    assert next(results) == top / "a" / "b" / "1.md"
    assert listed == [".", "a", "a/b"]
    assert len(list(results)) == 2
    assert listed == [".", "a", "a/b", "a/c", "d"]


def test_a_broken_configuration_costs_only_its_folder(tree: Tree) -> None:
    top = tree("a.md", "news/b.md", "z.md")

    def settings_for(path: Path) -> Settings:
        if path.name == "news":
            raise UserError("not valid", path="news/.factcheck.yaml", line=3)
        return Settings()

    assert list(articles([top], settings_for)) == [
        top / "a.md",
        FileError("news/.factcheck.yaml", "line 3: not valid"),
        top / "z.md",
    ]


def test_a_very_deep_folder_is_no_problem(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "d"
        folder.mkdir()
    (folder / "a.md").write_text("Text.")
    (only,) = articles([tmp_path], lambda _: replace(Settings()))
    assert isinstance(only, Path) and only.name == "a.md"


@pytest.mark.parametrize(
    ("here", "checked"),
    [(".", ["posts", "about.md"]), ("docs", ["../posts", "../about.md"]), ("posts", ["."]), ("posts/2024", ["."])],
)
def test_without_paths_the_content_is_checked(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, here: str, checked: list[str]
) -> None:
    top = tree("about.md", "posts/2024/a.md", "docs/b.md")
    monkeypatch.chdir(top / here)
    settings = Settings(content=("posts/", "about.md"), root=top)
    assert [path.as_posix() for path in content_of(settings)] == checked


def test_without_content_the_folder_at_hand_is_checked(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree("docs/a.md") / "docs")
    assert content_of(Settings()) == content_of(Settings(root=Path("..").resolve())) == (Path(),)


def test_what_is_excluded_can_be_passed_over_even_where_it_is_named(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tree(
        "README.md", "posts/a.md", "posts/old/b.md", "posts/draft.md", "posts/.hidden/c.md", "posts/news/d.md",
        **{".git/HEAD": "", ".factcheckignore": "draft.*", "posts/news/.gitignore": "d.md"},
    )  # fmt: skip
    monkeypatch.chdir(top)
    named = list(Path().rglob("*.md"))
    settings = Settings(content=("posts",), exclude=("posts/old/",), root=top)

    def found(force: bool, settings: Settings = settings) -> set[str]:
        results = articles(named, lambda _: settings, force_exclude=force)
        return {item.as_posix() for item in results if isinstance(item, Path)}

    assert len(found(force=False)) == 6
    assert found(force=True) == {"posts/a.md"}
    assert found(force=True, settings=Settings()) == {"README.md", "posts/a.md", "posts/old/b.md"}


def test_a_folder_without_articles_says_which_file_could_become_one(tree: Tree) -> None:
    top = tree("drafts/a.pdf", "photo.jpg")
    (message,) = found(top)
    assert str(top / "drafts" / "a.pdf") in message and "save it as .docx" in message
