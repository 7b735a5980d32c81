"""Every output format over drafts and file names that try to write into the report."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from factcheck.reports import FORMATS
from tests.cli.conftest import Command

HOSTILE = """# Closes #12 @editor

Lorem ipsum dolor sit amet, <script>alert(1)</script> ]]> [x](javascript:y).

[Insert {0} {{name}} here @editor http://a.example \x1b[31m \u202e \u2028 ::error::x]

In our county, over 60% of the victims were trafficked ![a](b) `c` </testcase>.

An estimated 40.3 million people live in modern slavery today.
"""
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e\ufffe\uffff]")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its file names cannot hold such characters")


@pytest.fixture
def drafts(folder: Path) -> Path:
    (folder / "a\n::error file=x::y,b%0A<b>@editor \x1b[1m.md").write_text(HOSTILE, "utf-8")
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("Lorem ipsum dolor sit amet.\n")
    (folder / "b\r\n.md").write_bytes(bytes(range(256)))  # cannot be read
    return folder


def test_no_format_lets_a_control_character_through(factcheck: Command, drafts: Path) -> None:
    assert factcheck("check", *[f"--output={name}={drafts / name}" for name in FORMATS]).status == 2
    for name in FORMATS:
        text = (drafts / name).read_bytes().decode()
        assert text and not CONTROLS.search(text), name
        assert name == "github" or not re.search("^::", text, re.MULTILINE), name


@pytest.mark.parametrize("name", FORMATS)
def test_the_screen_and_a_file_get_the_same_bytes(factcheck: Command, drafts: Path, name: str) -> None:
    shown = factcheck("check", "--format", name, f"--output={name}=report").out
    assert shown == Path("report").read_bytes().decode()


def test_every_format_and_its_ending_is_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "report.md").read_text("utf-8")
    for name, (_, _, ending) in FORMATS.items():
        assert f"| `{name}` | {f'`{ending}`' if ending else ''}" in page
