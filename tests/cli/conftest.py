"""Running the command line in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.cli import run


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder at hand."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def factcheck(folder: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `factcheck` with arguments in the folder at hand."""

    def command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        return Ran(status, *capsys.readouterr())

    return command
