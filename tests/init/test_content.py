"""Which folders seem to hold articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.init import propose_content


@pytest.mark.parametrize(
    ("files", "folders"),
    [
        (["README.md"], ()),
        (["content/a.md", "content/en/b.md", "README.md"], ("content/",)),
        (["src/content/en/a.md", "src/content/fr/b.md"], ("src/content/",)),
        (["_posts/a.md", "_includes/b.html", "_layouts/c.html"], ("_posts/",)),
        (["news/a.docx", "blog/2024/a.txt", "blog/2025/a.txt", "public/a.html"], ("blog/", "news/")),
        (["a b/Zoë.md"], ("a b/",)),
        (["node_modules/x/a.md", ".github/b.md", "photos/c.jpg"], ()),
        (["site/themes/x/a.md", "site/posts/b.md"], ("site/posts/",)),
    ],
)
def test_folders_that_hold_articles_are_proposed(
    tmp_path: Path, files: list[str], folders: tuple[str, ...]
) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Text.")
    assert propose_content(tmp_path) == folders
