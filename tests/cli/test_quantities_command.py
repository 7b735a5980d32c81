"""`factcheck quantities`: one JSON object for each line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command


def records(out: str) -> list[Any]:
    return [json.loads(line)["quantities"] for line in out.splitlines()]


def test_each_line_gives_one_object(factcheck: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes("Nearly 40 beds\r\n\nFrom 10 to 20 percent of them".encode("utf-8-sig"))
    ran = factcheck("quantities", "a.txt", "--format", "jsonl")
    assert ran.status == 0
    beds, nothing, share = records(ran.out)
    assert [(q["start"], q["end"], q["value"], q["bound"], q["unit"]) for q in beds] == [(0, 9, 40, "~", "beds")]
    assert nothing == []
    assert [(q["low"], q["high"], q["change"]) for q in share] == [(10, 20, None)]


def test_standard_input(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"two dozen calls\n")))
    assert records(factcheck("quantities", "-").out)[0][0]["value"] == 24


def test_bad_input_is_named_with_its_line(factcheck: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"fine\nnot \xff fine\n")
    ran = factcheck("quantities", "a.txt")
    assert ran.status == 2
    assert ran.err == "factcheck: a.txt:2: not UTF-8 (byte 4 of the line)\n"
    assert factcheck("quantities", "nowhere.txt").status == 2
