"""Nothing of an article, a file's name, a rule or a corpus acts on a terminal or in the log of a build server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from factcheck.reports import FORMATS
from tests.cli.conftest import Command
from tests.hostile.commands import command_lines

ACTING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
# GitHub's runner drops the blanks before a command.
COMMAND = re.compile(r"^\s*(::|##\[)", re.MULTILINE)
TRICK = "x \x1b[31m\x07\x7f\x9b2J \u202e\u2066 \u2028\n::error file=x::y\r\n ::error::y\r##[error]z"
NAME = "::error file=a::b\n::error::c\r\x1b[2J\x9b.md"
LINES = "\n".join(
    [
        "The house in our town takes in those who have been through the worst, and it gives them what they need "
        "to begin again, which is more than a bed. It is run by people who have been there themselves.",
        "",
        "::error file=a::Studies show that over 60% of children were trafficked in our county.",
        "",
        " ::error::An estimated 40.3 million people live in modern slavery today. \x1b[31m\x9b2J\u202e",
        "",
        "##[error]Lorem ipsum dolor sit amet. [Insert name here \x1b]0;x\x07]",
        "",
        "[Insert " + "::error::aaa " * 40 + "here]",
        "",
        '"::error::Child trafficking earns $32 billion a year", it says. &amp;#8217; Share this post',
        "",
        "::error::trick trick",
        "",
    ]
)
RULE = {
    "name": "tricky",
    "family": "tricks",
    "severity": "warning",
    "summary": TRICK,
    "message": TRICK,
    "why": TRICK,
    "bad": [{"text": TRICK, "flag": "x"}],
    "good": [{"text": TRICK}],
    "phrases": ["trick"],
    "source": TRICK,
}
MEASURE = {
    "id": "tricky",
    "title": TRICK,
    "counts": TRICK,
    "population": TRICK,
    "broader": [TRICK],
    "publisher": "tricky",
    "unit": "people",
    "phrases": ["We counted {value} trickies {where} {when}."],
    "words": {"own": ["tricky"]},
    "observations": [
        {
            "place": "United States",
            "period": 2024,
            "value": 77,
            "source": {"title": TRICK, "url": "https://a.example/\x1b[31m"},
            "evidence": [{"url": "https://a.example/", "kind": "primary"}],
            "note": TRICK,
            "confidence": "high",
            "checked": "2020-11-27",
        }
    ],
}
PUBLISHER = {"id": "tricky", "name": TRICK, "aliases": [TRICK], "domains": ["a.example"]}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="its file names cannot hold such characters"),
]


def as_yaml(path: Path, value: Any) -> None:
    """JSON is YAML, and has an escape for every character."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value))


@pytest.fixture
def tricks(folder: Path) -> Path:
    """A folder where everything tries to act."""
    as_yaml(folder / "own" / "tricky.yaml", RULE)
    as_yaml(folder / "figures" / "measures" / "tricky.yaml", MEASURE)
    as_yaml(folder / "figures" / "publishers.yaml", [PUBLISHER])
    (folder / ".factcheck.yaml").write_text("rules: own\ncorpora: figures\ncountry: US\n")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "00.md").write_text(LINES)
    (folder / "drafts" / NAME).write_text(LINES)
    (folder / "drafts" / f"bad{NAME}").write_bytes(b"\0")
    (folder / NAME).write_text(LINES)
    word = docx.Document()
    for line in LINES.splitlines():
        word.add_paragraph(re.sub(r"[\x00-\x1f]", "", line))
    word.save("draft.docx")
    return folder


def harmless(text: str, *, commands: bool = True) -> None:
    assert not ACTING.search(text), ascii(text)
    assert not commands or not COMMAND.search(text), ascii(text)


RUNS = [
    *command_lines(),
    *(["check", "--format", name, ".", NAME, "./drafts", "draft.docx"] for name in FORMATS if name != "github"),
    ["check", "--statistics", NAME],
    ["check", "--diff", "--output", "x", NAME],
    ["check", "--output", f"json={NAME}", "drafts"],
    ["check", "--output", f"x={NAME}", "drafts"],
    ["check", "--baseline", NAME, "drafts"],
    ["check", "--config", NAME, "drafts"],
    ["check", "--date", TRICK, "drafts"],
    ["check", "--country", TRICK, "drafts"],
    ["check", "--select", TRICK, "drafts"],
    ["check", "--format", TRICK, "drafts"],
    ["check", "--diff-base", TRICK, "drafts"],
    ["check", f"--{TRICK}"],
    ["check", "missing" + NAME],
    ["check", "--annotate", NAME, "draft.docx"],
    ["check", "--annotate", f"{NAME}.docx", "draft.docx"],
    ["rules", "tricks"],
    ["rules", TRICK],
    ["explain", "tricky"],
    ["explain", TRICK],
    ["baseline", "create", "--output", NAME, "drafts"],
    ["baseline", "create", "--output", f"{NAME}.json", "drafts/00.md"],
    ["corpus", "show", "tricky"],
    ["corpus", "show", "--format", "json", "tricky"],
    ["corpus", "show", "--place", TRICK, "tricky"],
    ["corpus", "show", TRICK],
    ["corpus", "search", "tricky"],
    ["corpus", "search", "--format", "json", "tricky"],
    ["corpus", "search", TRICK],
    ["corpus", "validate", "figures"],
    ["corpus", "validate", NAME],
    ["corpus", "stale", "--older-than", TRICK],
    ["corpus", "new", "measure", TRICK],
    ["corpus", "new", "measure", "ours", f"{NAME}.d"],
    ["corpus", "schema", f"{NAME}.s"],
    ["corpus", "schema", NAME],
    ["corpus", TRICK],
    ["quantities", NAME],
    ["quantities", "missing" + NAME],
    ["init", "--country", TRICK, "--force"],
    ["init", "--content", f"{NAME},drafts", "--force", "--yes"],
    ["init"],
    [TRICK],
]


@pytest.mark.parametrize("arguments", RUNS, ids=lambda arguments: ascii(" ".join(arguments))[:60])
def test_no_command_passes_on_what_acts(factcheck: Command, tricks: Path, arguments: list[str]) -> None:
    ran = factcheck(*arguments)
    changes = "--diff" in arguments  # for a program to apply; a terminal gets it made harmless
    if not changes:
        harmless(ran.out)
    harmless(ran.err)
    assert "Traceback" not in ran.err
    for path in tricks.glob("found.*"):
        harmless(path.read_text())
    for path in tricks.glob("noted.*"):
        comments = [comment.text for comment in docx.Document(str(path)).comments]
        assert comments
        harmless("\n".join(comments), commands=False)


def test_what_acts_was_there(factcheck: Command, tricks: Path) -> None:
    """The tests above could not fail if nothing of all that were told."""
    assert "warning tricky" in factcheck("check", "--format", "short", NAME).out
    assert factcheck("corpus", "show", "tricky").out.count("error") > 2
    assert factcheck("explain", "tricky").out.count("error") > 2


@pytest.mark.parametrize(
    "arguments",
    [["check", NAME], ["check", "--diff", NAME], ["check", "--fix", "--unsafe-fixes", "-"]],
    ids=["check", "diff", "fix"],
)
def test_nothing_acts_on_a_terminal(tricks: Path, arguments: list[str]) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", *arguments]
    env = {**os.environ, "NO_COLOR": "1"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=theirs, stderr=theirs, env=env) as process:
        assert process.stdin
        process.stdin.write(LINES.encode())
        process.stdin.close()
        os.close(theirs)
        shown = b""
        try:
            while more := os.read(ours, 10_000):
                shown += more
        except OSError:  # so Linux tells the end
            pass
    os.close(ours)
    text = re.sub(r"\x1b\[\d*m", "", shown.decode()) if "--diff" in arguments else shown.decode()
    assert "error" in text
    harmless(text.replace("\r\n", "\n"), commands="--fix" not in arguments and "--diff" not in arguments)
