"""Workflow commands: read back as GitHub's runner reads them."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import given

from factcheck.model import FileError, FileReport, Severity
from factcheck.reports.visible import visible_lines
from tests.reports.builders import finding, report, written
from tests.reports.hostile import reports

SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def commands(text: str) -> list[Command]:
    """Every line as a command; the runner parts lines at CR and LF and takes escapes back in this order."""
    lines = re.split(r"\r\n|\r|\n", text)
    assert lines.pop() == ""
    return [command(line) for line in lines]


def command(line: str) -> Command:
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line, re.DOTALL)
    assert match, line
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return Command(match[1], {key: taken_back(value) for key, value in properties.items()}, taken_back(match[3]))


def taken_back(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_a_finding_is_an_annotation() -> None:
    text = written("github", report(SOURCE, finding(SOURCE, "7 beds", "100% wrong.\nWrite: 8."), path="a,b:c.md"))
    assert text == (
        "::error file=a%2Cb%3Ac.md,line=2,endLine=2,col=8,endColumn=14,title=invented-rule (factcheck)"
        "::100%25 wrong.%0AWrite: 8.\n"
    )


def test_over_several_lines_it_has_no_columns() -> None:
    (told,) = commands(written("github", report(SOURCE, finding(SOURCE, "7 beds\nor"))))
    assert told.properties == {"file": "a.md", "line": "2", "endLine": "3", "title": "invented-rule (factcheck)"}


def test_severities_have_their_commands() -> None:
    found = [finding(SOURCE, "7 beds", severity=severity) for severity in Severity]
    assert [told.name for told in commands(written("github", report(SOURCE, *found)))] == [
        "error",
        "warning",
        "notice",
    ]


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    (told,) = commands(written("github", FileError("b.md", "is not text")))
    assert told == Command("error", {"file": "b.md", "title": "factcheck"}, "is not text")


def test_the_examples(checked: list[FileReport]) -> None:
    assert len(commands(written("github", *checked))) == sum(len(one.diagnostics) for one in checked) > 5


@given(reports())
def test_nothing_hostile_begins_a_command_of_its_own(hostile: FileReport) -> None:
    text = written("github", hostile)
    assert "\x1b" not in text
    told = commands(text)
    assert [one.message for one in told] == [visible_lines(found.message) for found in hostile.diagnostics]
    assert {one.properties["title"] for one in told} <= {"invented-rule (factcheck)"}
