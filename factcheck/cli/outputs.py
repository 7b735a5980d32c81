"""Where the results of a run go: to the screen, into files, to standard error, and into the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TextIO, cast

from factcheck.cli.targets import targets
from factcheck.cli.telling import say
from factcheck.model import FileError
from factcheck.reports import ArticleReporter, Reporter, Style, Summary, reporter
from factcheck.reports.told import Teller, Told
from factcheck.writing import replacing

if TYPE_CHECKING:
    from factcheck.cli.inputs import Inputs
    from factcheck.model import FileReport

_MOST = 140  # cells: longer lines are hard to read however wide the window is
_PLAIN = Style()


class Outputs:
    """Gives every result to all reports.

    Args:
        given: the options of `check`: format_, output, show_claims, statistics, quiet.
        inputs: what the run reads.
        screen: where the report goes that is not in a file; standard output where None.

    Raises:
        UserError: an output file has a format that is not known, cannot be written, or would overwrite something.
    """

    def __init__(self, given: Mapping[str, Any], inputs: Inputs, screen: TextIO | None = None) -> None:
        self._quiet: bool = given["quiet"]
        self._claims: bool = given["show_claims"]
        self._summary = Summary()
        self._failed = False
        format = "statistics" if given["statistics"] else given["format_"]
        screen = screen or sys.stdout
        inputs.keep_from_standard_output()
        self._reporters: list[Reporter] = []
        self._kinds: list[tuple[str, Style]] = []
        self._report(format, screen, self._style(screen.isatty()))
        with ExitStack() as files:  # one that cannot be opened closes the others
            for name, file in targets(given["output"], inputs):
                self._report(name, files.enter_context(replacing(file)), self._style(False))
            self._files = files.pop_all()

    def _report(self, format: str, out: TextIO, style: Style) -> None:
        self._reporters.append(reporter(format, out, style))
        self._kinds.append((format, style))

    @property
    def teller(self) -> Teller | None:
        """What says of an article all that the reports do; None where one of them must see every report itself."""
        return Teller(*self._kinds) if all(each.separable for each in self._reporters) else None

    def _style(self, terminal: bool) -> Style:
        color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = _width() if terminal else _PLAIN.width
        return Style(width=width, color=color, claims=self._claims, quiet=self._quiet)

    def add(self, result: FileReport | Told | FileError) -> None:
        """Report one result: a whole one, or what the teller has said of it."""
        if isinstance(result, Told):
            self._summary.count(result.counts)
            for each, part in zip(self._reporters, result.parts, strict=True):
                cast("ArticleReporter", each).take(part)
            self._note(result.path, failed=result.failed, empty=result.empty)
            return
        self._summary.add(result)
        for each in self._reporters:
            each.add(result)
        if isinstance(result, FileError):
            say(result.path, result.message)
        else:
            self._note(result.document.path, failed=result.failed, empty=not result.document.source.strip())

    def _note(self, path: str, *, failed: bool, empty: bool) -> None:
        self._failed |= failed
        if empty and not self._quiet:
            say(path, "is empty: nothing to check")

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


def _width() -> int:
    import shutil  # which only a terminal needs

    return min(shutil.get_terminal_size().columns, _MOST)
