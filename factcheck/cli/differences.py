"""`--diff`: what the fixes would change, in place of a report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

import click

from factcheck.cli.telling import say
from factcheck.model import FileError, FileReport
from factcheck.reports.difference import difference
from factcheck.reports.visible import visible

Result = FileReport | FileError

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


class Differences:
    """Shows the changes in each article; takes results as `Outputs` does.

    Args:
        after: gives a result after its fixes.

    Attributes:
        status: 1 where something would change, 2 where an article could not be checked.
        teller: none, for the changes are those of whole reports.
    """

    teller: Final = None

    def __init__(self, after: Callable[[Result], Result], *, quiet: bool) -> None:
        self.status = 0
        self._after = after
        self._quiet = quiet
        self._fixes = self._articles = 0

    def add(self, result: Result) -> None:
        """Show the changes in one article."""
        after = self._after(result)
        if isinstance(after, FileError):
            self.status = 2
            say(after.path, after.message)
        elif isinstance(result, FileReport) and after.fixed:
            self.status = self.status or 1
            self._fixes += after.fixed
            self._articles += 1
            self._show(difference(result.document.path, result.document.source, after.document.source))

    @staticmethod
    def _show(lines: list[str]) -> None:
        """As they are for a program that applies them, harmless for a person."""
        terminal = sys.stdout.isatty()
        for line in lines:
            shown = click.style(visible(line.rstrip("\r\n")), fg=_COLORS.get(line[0])) + "\n" if terminal else line
            click.echo(shown, nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and not self._quiet and (self._fixes or self.status != 2):
            articles = f"{self._articles:,} article{'' if self._articles == 1 else 's'}"
            done = f"{self._fixes:,} to fix in {articles}" if self._fixes else "nothing to fix"
            click.echo(f"factcheck: {done}", err=True)
