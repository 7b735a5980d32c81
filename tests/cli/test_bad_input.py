"""Bad input: a message that names file and place, the right exit status, and the other files still checked."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

GOOD = "# A house for the night\n\nThe shelter opens at six.\n"


@pytest.fixture(autouse=True)
def good(folder: Path) -> None:
    (folder / "good.md").write_text(GOOD)


def refused(factcheck: Command, *arguments: str, checked: int = 1) -> str:
    """Check good.md along with something bad; give what standard error says."""
    ran = factcheck("check", "good.md", *arguments, "--format", "json")
    assert ran.status == 2
    report = json.loads(ran.out)
    assert report["summary"]["files"] == checked == len(report["files"])
    assert len(report["errors"]) == 1
    assert ran.err.count("\n") == 1, ran.err
    return ran.err


def test_a_missing_path(factcheck: Command) -> None:
    assert refused(factcheck, "nowhere.md") == "factcheck: nowhere.md: there is no such file or folder\n"


def test_an_empty_file_has_nothing_to_check(factcheck: Command, folder: Path) -> None:
    (folder / "empty.md").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b"\n  \n")
    ran = factcheck("check", "empty.md", "blank.txt")
    assert ran.status == 0
    assert "factcheck: empty.md: is empty: nothing to check\n" in ran.err
    assert "factcheck: blank.txt: is empty: nothing to check\n" in ran.err


def test_a_folder_without_articles(factcheck: Command, folder: Path) -> None:
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"")
    message = refused(factcheck, "photos")
    assert message.startswith("factcheck: photos: there are no articles here: looked for .txt, ")


def test_an_empty_folder_says_what_to_do(factcheck: Command, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert factcheck("check", "empty").out == "nothing was checked · 1 problem to mend first\n"
    message = refused(factcheck, "empty")
    assert ".md, " in message and ".docx" in message and "factcheck check draft.docx" in message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.doc", "an old Word: open it in Word or LibreOffice and save it as .docx"),
        ("A.PDF", "a PDF: check the document that it was made from"),
        ("a.pages", "in Pages, export it to Word"),
        ("a.rtf", "save it as .docx"),
    ],
)
def test_a_document_of_another_kind_says_how_to_make_it_one_of_ours(
    factcheck: Command, folder: Path, name: str, words: str
) -> None:
    (folder / name).write_bytes(b"{\\rtf1 Lorem ipsum dolor sit amet}")
    message = refused(factcheck, name)
    assert message.startswith(f"factcheck: {name}: cannot be read, it is ") and words in message


def test_a_misspelt_name_is_asked_after(factcheck: Command, folder: Path) -> None:
    (folder / "content").mkdir()
    assert 'did you mean "content"?' in refused(factcheck, "contnet")
    assert "nor a folder draft" in refused(factcheck, "draft/a.md")


def test_a_binary_file(factcheck: Command, folder: Path) -> None:
    (folder / "photo.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    assert refused(factcheck, "photo.md").startswith("factcheck: photo.md: ")


def test_a_nul_byte(factcheck: Command, folder: Path) -> None:
    (folder / "nul.md").write_bytes(b"# Title\n\nHalf a sen\0tence.\n")
    message = refused(factcheck, "nul.md")
    assert message.startswith("factcheck: nul.md: ") and "19" in message  # its byte


def test_bytes_that_are_no_text(factcheck: Command, folder: Path) -> None:
    (folder / "odd.md").write_bytes(b"\xff\xfe\x00\xd8\x00")  # UTF-16 that breaks off inside a character
    assert refused(factcheck, "odd.md").startswith("factcheck: odd.md: ")


def test_a_file_without_read_permission(factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "closed.md").write_text(GOOD)
    real = os.open

    def opened(path: Any, *rest: Any, **more: Any) -> int:  # the tests may run as root, who may read everything
        if str(path).endswith("closed.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr("factcheck.files.os.open", opened)
    assert refused(factcheck, "closed.md") == "factcheck: closed.md: cannot be read: Permission denied\n"


def test_a_file_of_20_mb(factcheck: Command, folder: Path) -> None:
    photo = "QUJD" * 5_000_000  # what makes articles so large: a photo inside the file
    (folder / "long.md").write_text(
        f"{GOOD}\n![a photo](data:image/png;base64,{photo})\n\nLorem ipsum dolor sit amet.\n"
    )
    ran = factcheck("check", "long.md", "--format", "short")
    assert ran.status == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == ["long.md:7:1"]


@pytest.mark.parametrize(
    "text",
    ["> " * 3_000 + "deep", "- " * 3_000 + "deep", "[" * 20_000, "*_" * 20_000, "![[" * 5_000 + "]()" * 5_000],
    ids=["quotes", "lists", "brackets", "emphasis", "images"],
)
def test_deeply_nested_markdown(factcheck: Command, folder: Path, text: str) -> None:
    (folder / "deep.md").write_text(text)
    ran = factcheck("check", "deep.md", "good.md")
    assert ran.status in (0, 1)
    assert ran.err == ""


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 20_000 + "deep",
        "<p>one<p>two<b>three",
        "<!-- never closed",
        "<a href='",
        "<script>var x",
        "<<<<&amp",
    ],
)
def test_html_that_never_closes_its_tags(factcheck: Command, folder: Path, text: str) -> None:
    (folder / "open.html").write_text(text)
    ran = factcheck("check", "open.html", "good.md")
    assert ran.status in (0, 1)


def test_an_invalid_configuration_costs_only_its_folder(factcheck: Command, folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.md").write_text(GOOD)
    (folder / "news" / "b.md").write_text(GOOD)
    (folder / "news" / ".factcheck.yaml").write_text("country: US\nignroe: [claims]\n")
    message = refused(factcheck, "news/a.md", "news/b.md")
    assert message.startswith(f"factcheck: {folder / 'news' / '.factcheck.yaml'}: line 2: ")
    assert 'did you mean "ignore"?' in message
    assert "line 2" in refused(factcheck, "news")


def test_a_mistake_in_the_configuration_is_not_called_a_file(factcheck: Command, folder: Path) -> None:
    (folder / ".factcheck.yaml").write_text("corpora: data/figures\n")
    ran = factcheck("check", "good.md")
    assert (ran.status, ran.out) == (2, "nothing was checked · 1 problem to mend first\n")
    assert "corpora.0: there is no folder" in ran.err
    assert "make it with `factcheck corpus new measure ID data/figures`" in ran.err


def test_front_matter_that_is_wrong(factcheck: Command, folder: Path) -> None:
    (folder / "a.md").write_text(f"---\nfactcheck:\n  country: Germny\n---\n\n{GOOD}")
    message = refused(factcheck, "a.md")
    assert message.startswith("factcheck: a.md: line 3: ") and 'did you mean "Germany"?' in message


@pytest.mark.parametrize(
    ("kind", "file", "text", "words"),
    [
        ("rules", "mine.yaml", "name: mine\nseverty: info\n", "mine.yaml: line 2: severty: "),
        ("rules", "mine.yaml", "name: [\n", "mine.yaml: line 2: not valid YAML"),
        ("rules", "mine.yaml", "name: mine\nexpressions: {}\n", "only the shipped rules have expressions"),
        ("rules", "mine.yaml", "- just\n- a list\n", "mine.yaml: a rule file is a mapping"),
        ("corpora", "measures/mine.yaml", "id: mine\ntitel: Mine\n", "measures/mine.yaml: "),
        ("corpora", "hotlines/us/mine.yaml", "\0", "hotlines/us/mine.yaml: "),
    ],
)
def test_invalid_own_rules_and_corpus_files(
    factcheck: Command, folder: Path, kind: str, file: str, text: str, words: str
) -> None:
    path = folder / "news" / "ours" / file
    path.parent.mkdir(parents=True)
    path.write_text(text)
    (folder / "news" / "a.md").write_text(GOOD)
    (folder / "news" / "b.md").write_text(GOOD)
    (folder / "news" / ".factcheck.yaml").write_text(f"{kind}: ours\n")
    assert words in refused(factcheck, "news")


def test_an_invalid_shipped_corpus_file_is_named(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.reference import loading

    (folder / "corpus" / "myths").mkdir(parents=True)
    (folder / "corpus" / "myths" / "broken.yaml").write_text("id: broken\nclaims: two\n")
    monkeypatch.setattr(loading, "data_folder", lambda name: folder / name)
    ran = factcheck("check", "--no-cache", "good.md")
    assert ran.status == 2
    assert f"{folder / 'corpus' / 'myths' / 'broken.yaml'}: line 2: claims: there is no such key" in ran.err


def test_an_invalid_shipped_rule_file_is_named(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.checks import rules

    (folder / "rules").mkdir()
    (folder / "rules" / "broken.yaml").write_text("name: broken\n")
    monkeypatch.setattr(rules, "data_folder", lambda name: folder / name)
    rules._loaded.cache_clear()
    ran = factcheck("check", "--no-cache", "good.md")
    rules._loaded.cache_clear()
    assert ran.status == 2
    assert str(folder / "rules" / "broken.yaml") in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--select", "placeholder-txt"], 'did you mean "placeholder-text"?'),
        (["--ignore", "leftover"], 'did you mean "leftovers"?'),
        (["--country", "Germny"], 'did you mean "Germany"?'),
        (["--date", "soon"], "soon"),
        (["--date", "yesterday"], "'yesterday' is no date; write it as 2026-05-01"),
        (["--select", "vague"], 'did you mean "vague-quantity" or "vague-attribution"?'),
        (["--config", "nowhere.yaml"], "nowhere.yaml"),
        (["--format", "xml"], "xml"),
        (["--fail-on", "sometimes"], "sometimes"),
        (["--no-such-option"], "--no-such-option"),
    ],
)
def test_bad_usage(factcheck: Command, arguments: list[str], words: str) -> None:
    ran = factcheck("check", "good.md", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_a_file_name_does_not_act_on_the_terminal(factcheck: Command, folder: Path) -> None:
    (folder / "a\x1b[2J.md").write_bytes(b"\0")
    assert "\x1b" not in refused(factcheck, "a\x1b[2J.md")
