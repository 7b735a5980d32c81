"""The options of `check` that mend articles: what becomes of each result on its way to the report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import together
from factcheck.cli.telling import tell, warn
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.cli.differences import Differences
    from factcheck.cli.outputs import Outputs
    from factcheck.config import Configuration
    from factcheck.model import FileError, FileReport

_NO_TEXT = "no fix can be written into a file of this kind; mend it in the program that made it"
_OF_REPORTS = {
    "format_": "--format",
    "output": "--output",
    "statistics": "--statistics",
    "show_claims": "--show-claims",
}


# The options that mend articles.
fixing = together(
    click.option("--fix", is_flag=True, help="Carry out the safe fixes; what is left is reported."),
    click.option(
        "--unsafe-fixes",
        is_flag=True,
        help="With --fix or --diff: also the fixes that an editor should look at.",
    ),
    click.option("--diff", is_flag=True, help="Show what would be fixed, and change nothing."),
)


class Fixing:
    """Mends results as the options say.

    Args:
        given: the options of `check`.
        standard_input: whether the article comes from there; its mended text goes to standard output.

    Raises:
        click.UsageError: the options do not go together.
    """

    def __init__(self, given: dict[str, Any], configuration: Configuration, *, standard_input: bool) -> None:
        self._given, self._configuration = given, configuration
        self._quiet: bool = given["quiet"]
        self._standard_input = standard_input
        self._changes: bool = given["fix"] and not given["diff"]
        _check_combination(given)
        if self.wanted:
            from factcheck.mending import Mender

            self._mender = Mender(configuration.settings_for, unsafe=given["unsafe_fixes"])

    @property
    def wanted(self) -> bool:
        """Whether anything is to be mended, or shown as if it were."""
        return bool(self._changes or self._given["diff"])

    def outputs(self) -> Outputs | Differences:
        """Where the results go: to the reports, or as differences to the screen."""
        if self._given["diff"]:
            from factcheck.cli.differences import Differences

            return Differences(self.after, quiet=self._quiet)
        from factcheck.cli.inputs import Inputs
        from factcheck.cli.outputs import Outputs

        inputs = Inputs(self._given, self._configuration)
        return Outputs(self._given, inputs, sys.stderr if self._changes and self._standard_input else None)

    def mended(self, result: FileReport | FileError) -> Iterator[FileReport | FileError]:
        """A result after its fixes, which are written; with what went wrong in writing, if anything did."""
        if not self._changes:
            yield result
            return
        from factcheck.mending import write
        from factcheck.model import FileReport

        after = self.after(result)
        if not isinstance(after, FileReport) or not isinstance(result, FileReport):
            yield after
        elif self._standard_input:
            yield _passed_on(after)
        else:
            error = write(result, after)
            yield result if error else after
            if error:
                yield error

    def after(self, result: FileReport | FileError) -> FileReport | FileError:
        """A result after its fixes; nothing is written."""
        from factcheck.model import FileError

        if isinstance(result, FileError):
            return result
        document = result.document
        if not document.editable:
            if self._standard_input or (self._given["diff"] and result.diagnostics):
                return FileError(document.path, _NO_TEXT)
            if result.diagnostics and not self._quiet:
                warn(f"{document.path}: {_NO_TEXT}")
            return result
        try:
            return self._mender.mend(result)
        except UserError as error:  # what a fix uncovered cannot be read
            return FileError.of(error, document.path)


def _passed_on(report: FileReport) -> FileReport | FileError:
    """The report of an article whose mended text has gone to standard output: harmless where a person sees it."""
    from factcheck.mending import as_bytes
    from factcheck.model import FileError

    try:
        data = as_bytes(report.document)
        if sys.stdout.isatty():
            tell(report.document.source.removesuffix("\n"))
        else:
            sys.stdout.buffer.write(data)
    except UserError as error:
        return FileError.of(error, report.document.path)
    return report


def _check_combination(given: dict[str, Any]) -> None:
    if given["diff"]:
        for name, option in _OF_REPORTS.items():
            if given[name] not in ((), False, "text"):
                raise click.UsageError(f"--diff shows changes instead of a report; leave out {option}")
    elif given["unsafe_fixes"] and not given["fix"] and not given["quiet"]:
        warn("--unsafe-fixes changes nothing on its own; add --fix, or --diff to look first")
