"""`--annotate`: a copy of a Word file with the findings as comments; the article stays as it is."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest

from factcheck.cli.annotating import Annotating
from factcheck.model import FileError, FileReport
from tests.cli.conftest import Command
from tests.documents.test_word_comments import ranges

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def draft(folder: Path) -> Path:
    word = docx.Document()
    word.add_paragraph("Yet an estimated 40.3 million people live in modern slavery today, the ILO says.")
    word.add_paragraph("Share this post")
    word.save("draft.docx")
    return folder / "draft.docx"


def test_each_finding_is_a_comment_on_its_words(factcheck: Command, draft: Path) -> None:
    before = draft.read_bytes()
    ran = factcheck("check", "draft.docx", "--annotate", "reviewed.docx", "--country", "US")
    assert ran.status == 1
    assert "outdated-number" in ran.out
    assert ran.err == "factcheck: reviewed.docx: a copy of draft.docx with 3 comments\n"
    assert draft.read_bytes() == before
    on = {words: comment.split("\n") for comment, words in ranges(docx.Document("reviewed.docx")).items()}
    number = on["an estimated 40.3 million"]
    assert number[0].startswith("“an estimated 40.3 million” is the figure for 2016; ")
    assert [line.partition(": ")[0] for line in number[1:3]] == ["Write", "Source"]
    assert number[3] == "Error (must not be published) · rule outdated-number"
    assert on["Share this post"][0].startswith('Remove "Share this post"')
    assert {comment.author for comment in docx.Document("reviewed.docx").comments} == {"factcheck"}


def test_only_what_the_report_tells_is_in_the_copy(factcheck: Command, draft: Path) -> None:
    factcheck("check", "draft.docx", "--annotate", "reviewed.docx", "--select", "leftovers")
    assert list(ranges(docx.Document("reviewed.docx")).values()) == ["Share this post"]


def test_an_article_without_findings_gets_a_copy_too(factcheck: Command, draft: Path) -> None:
    ran = factcheck("check", "draft.docx", "--annotate", "reviewed.docx", "--select", "debunked-number")
    assert (ran.status, ran.err) == (0, "factcheck: reviewed.docx: a copy of draft.docx with 0 comments\n")
    assert Path("reviewed.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["draft.md", "--annotate", "reviewed.docx"], "one Word file"),
        ([".", "--annotate", "reviewed.docx"], "one Word file"),
        (["draft.docx", "draft.docx", "--annotate", "reviewed.docx"], "one Word file"),
        (["draft.docx", "--annotate", "reviewed.doc"], "call it reviewed.docx"),
        (["draft.docx", "--annotate", "reviewed"], "call it reviewed.docx"),
        (["draft.docx", "--annotate", "draft.docx"], "the article itself"),
        (["draft.docx", "--annotate", "./x/../draft.docx"], "the article itself"),
        (["draft.docx", "--annotate", "there.docx"], "is there already"),
        (["draft.docx", "--annotate", "gone/reviewed.docx"], "cannot be written"),
        (["draft.docx", "--annotate", "reviewed.docx", "--fix"], "leave out --fix"),
        (["draft.docx", "--annotate", "reviewed.docx", "--diff"], "leave out --fix"),
        (["gone.docx", "--annotate", "reviewed.docx"], "gone.docx"),
        (
            ["torn.docx", "--annotate", "reviewed.docx"],
            "torn.docx: not readable as a Word document: it is damaged",
        ),
        (["locked.docx", "--annotate", "reviewed.docx"], "locked with a password"),
        (["old.docx", "--annotate", "reviewed.docx"], "old .doc format"),
    ],
)
def test_what_is_refused(factcheck: Command, draft: Path, arguments: list[str], words: str) -> None:
    Path("x").mkdir()
    Path("draft.md").write_text("Fine.")
    Path("there.docx").write_bytes(b"somebody's replies")
    Path("torn.docx").write_bytes(draft.read_bytes()[:2000])
    Path("locked.docx").write_bytes(OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"))
    Path("old.docx").write_bytes(OLD_OFFICE + b"\0" * 100)
    before = draft.read_bytes()
    ran = factcheck("check", *arguments)
    assert ran.status == 2
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert not Path("reviewed.docx").exists()
    assert draft.read_bytes() == before
    assert Path("there.docx").read_bytes() == b"somebody's replies"


def test_standard_input_has_no_copy(factcheck: Command, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(draft.read_bytes())))
    ran = factcheck("check", "-", "--stdin-filename", "draft.docx", "--annotate", "reviewed.docx")
    assert ran.status == 2
    assert "one Word file" in ran.err


def test_a_file_that_was_changed_meanwhile_gets_no_copy(
    factcheck: Command, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = Annotating.take

    def changing(self: Annotating, result: FileReport | FileError) -> None:
        take(self, result)
        word = docx.Document()
        word.add_paragraph("Other words.")
        word.save("draft.docx")

    monkeypatch.setattr(Annotating, "take", changing)
    ran = factcheck("check", "draft.docx", "--annotate", "reviewed.docx")
    assert ran.status == 2
    assert "changed" in ran.err
    assert not Path("reviewed.docx").exists()
