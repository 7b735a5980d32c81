"""Where the results of a run go: to the screen, into files, to standard error, and into the exit status."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import click

from factcheck.errors import UserError
from factcheck.files import replacing
from factcheck.model import FileError, FileReport
from factcheck.reports import FORMATS, Reporter, Style, Summary, reporter
from factcheck.reports.visible import visible

_MOST = 140  # cells: longer lines are hard to read however wide the window is
_PLAIN = Style()


class Outputs:
    """Gives every result to all reports.

    Args:
        given: the options of `check`: format_, output, show_claims, statistics, quiet.

    Raises:
        UserError: an output file has a format that is not known, or cannot be written.
    """

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._quiet: bool = given["quiet"]
        self._claims: bool = given["show_claims"]
        self._summary = Summary()
        self._failed = False
        shown = None if given["output"] else given["format_"]
        screen = "statistics" if given["statistics"] else shown or "text"
        self._reporters = [reporter(screen, sys.stdout, self._style(sys.stdout.isatty()))]
        with ExitStack() as files:  # one that cannot be opened closes the others
            for target in given["output"]:
                self._reporters.append(self._opened(target, given["format_"], files))
            self._files = files.pop_all()

    def _style(self, terminal: bool) -> Style:
        color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = min(shutil.get_terminal_size().columns, _MOST) if terminal else _PLAIN.width
        return Style(width=width, color=color, claims=self._claims, quiet=self._quiet)

    def _opened(self, target: str, chosen: str | None, files: ExitStack) -> Reporter:
        name, equals, file = target.partition("=")
        if not equals or name not in FORMATS:
            name, file = chosen or _by_ending(target), target
        out = files.enter_context(replacing(Path(file)))
        return reporter(name, out, self._style(False))

    def add(self, result: FileReport | FileError) -> None:
        """Report one result."""
        self._summary.add(result)
        for each in self._reporters:
            each.add(result)
        if isinstance(result, FileError):
            say(result.path, result.message)
            return
        self._failed |= result.failed
        if not result.document.source.strip() and not self._quiet:
            say(result.document.path, "is empty: nothing to check")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            for each in self._reporters:
                each.close(self._summary)
        self._files.__exit__(kind, error, trace)

    @property
    def status(self) -> int:
        """The exit status of the run."""
        return 2 if self._summary.errors else int(self._failed)


def say(path: str, message: str) -> None:
    """Tell something about a file on standard error."""
    sys.stdout.flush()  # on a terminal both appear in the order they were written
    click.echo(visible(f"factcheck: {path}: {message}"), err=True)


def _by_ending(file: str) -> str:
    endings = {ending: name for name, (_, _, ending) in FORMATS.items() if ending}
    ending = Path(file).suffix.lower()
    if ending not in endings:
        known = ", ".join(sorted(endings))
        raise UserError(f"its format is not clear from its ending ({known}): write FORMAT={file}", path=file)
    return endings[ending]
