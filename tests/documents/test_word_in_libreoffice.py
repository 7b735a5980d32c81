"""LibreOffice, which did not write it, finds each comment of an annotated copy on the very words."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from factcheck.cli import run
from factcheck.documents import read
from tests.documents.test_word_comments import everything
from tests.documents.word_files import add_footnote

SOFFICE = shutil.which("soffice") if shutil.which("pdftoppm") else None
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not SOFFICE and not os.environ.get("CI"),
        reason="needs LibreOffice: apt-get install libreoffice-writer-nogui poppler-utils",
    ),
]


def converted(path: Path, to: str, ending: str) -> Path:
    """The file as LibreOffice saves it in another format."""
    assert SOFFICE, "where the build runs, LibreOffice is installed: see .ci/run"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return path.with_suffix(ending)


def covered(document: Path) -> dict[str, str]:
    """The first line of each comment, with the words it stands on."""
    on: dict[str, str] = {}
    first: dict[str, str] = {}

    def walk(element: ElementTree.Element) -> None:
        if element.tag == f"{OFFICE}annotation":
            lines = ["".join(child.itertext()) for child in element if child.tag.endswith("}p")]
            name = element.get(f"{OFFICE}name", "")
            first[name], on[name] = lines[0], ""
        elif element.tag == f"{OFFICE}annotation-end":
            ended.add(element.get(f"{OFFICE}name", ""))
        else:
            say(element.text)
            for child in element:
                walk(child)
                say(child.tail)

    def say(text: str | None) -> None:
        for name in on.keys() - ended:
            on[name] += text or ""

    ended: set[str] = set()
    body = ElementTree.parse(document).getroot().find(f"{OFFICE}body")
    assert body is not None
    walk(body)
    return {first[name]: words for name, words in on.items()}


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A draft with text in every place that can hold some, annotated by the command."""
    word = everything()
    word.add_paragraph("Share this post")
    paragraph = word.add_paragraph("Coaches see more than parents do.")
    add_footnote(word, paragraph, " Studies show that it helps.")
    word.save(str(tmp_path / "draft.docx"))
    copy = tmp_path / "reviewed.docx"
    assert run(["check", str(tmp_path / "draft.docx"), "--annotate", str(copy), "--quiet"]) == 1
    return copy


def test_comments_stand_on_the_words(reviewed: Path) -> None:
    on = covered(converted(reviewed, "fodt", ".fodt"))
    words = set(on.values())
    assert {"an estimated 40.3 million", "one in seven", "over 60%", "Share this post"} <= words
    (note,) = (told for told in on if told.startswith("“Studies show”"))
    assert note == "“Studies show”:"


def test_comments_can_be_seen_on_the_page(reviewed: Path) -> None:
    """The picture of the copy has every letter where the draft has it, and notes over some of them."""
    without, with_notes = (picture(reviewed.with_name(name)) for name in ("draft.docx", "reviewed.docx"))
    assert len(without) == len(with_notes)
    changed = sum(one != other for one, other in zip(without, with_notes, strict=True))
    assert 0 < changed < len(without) / 20


def picture(path: Path) -> bytes:
    """The first page, with its comments, as pixels."""
    notes = '{"ExportNotes":{"type":"boolean","value":"true"}}'
    pdf = converted(path, f"pdf:writer_pdf_Export:{notes}", ".pdf")
    command = ["pdftoppm", "-r", "50", "-singlefile", str(pdf)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_the_same_article_as_open_document_is_read_alike(reviewed: Path) -> None:
    word = reviewed.with_name("draft.docx")
    other = converted(word, "odt", ".odt")
    read_alike = [
        [(block.kind, block.text, block.labels) for block in read(path.read_bytes(), path.name).blocks]
        for path in (word, other)
    ]
    assert read_alike[0] == read_alike[1]
