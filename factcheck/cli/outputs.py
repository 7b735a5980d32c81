"""Where the results of a run go: to the screen, into files, to standard error, and into the exit status."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self, TextIO

import click

from factcheck.cli.targets import targets
from factcheck.files import replacing
from factcheck.model import FileError, FileReport
from factcheck.reports import Style, Summary, reporter
from factcheck.reports.visible import visible

_MOST = 140  # cells: longer lines are hard to read however wide the window is
_PLAIN = Style()


class Outputs:
    """Gives every result to all reports.

    Args:
        given: the options of `check`: paths, format_, output, show_claims, statistics, quiet.
        screen: where the report goes that is not in a file; standard output where None.

    Raises:
        UserError: an output file has a format that is not known, cannot be written, or would overwrite something.
    """

    def __init__(self, given: Mapping[str, Any], screen: TextIO | None = None) -> None:
        self._quiet: bool = given["quiet"]
        self._claims: bool = given["show_claims"]
        self._summary = Summary()
        self._failed = False
        format = "statistics" if given["statistics"] else given["format_"]
        screen = screen or sys.stdout
        self._reporters = [reporter(format, screen, self._style(screen.isatty()))]
        with ExitStack() as files:  # one that cannot be opened closes the others
            for name, file in targets(given["output"], given["paths"]):
                self._reporters.append(reporter(name, files.enter_context(replacing(file)), self._style(False)))
            self._files = files.pop_all()

    def _style(self, terminal: bool) -> Style:
        color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = min(shutil.get_terminal_size().columns, _MOST) if terminal else _PLAIN.width
        return Style(width=width, color=color, claims=self._claims, quiet=self._quiet)

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
