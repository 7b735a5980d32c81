"""`factcheck check`: the articles of a run through the linter into its reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.annotating import Annotating
from factcheck.cli.filtering import Silencing, silencing
from factcheck.cli.fixing import Fixing, fixing
from factcheck.cli.options import chosen, configured, deciding
from factcheck.cli.running import checked, running, told_of
from factcheck.errors import UserError
from factcheck.reports import FORMATS

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.model import FileError, FileReport

_STDIN = Path("-")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@deciding
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The least severity that makes the exit status 1.  [default: warning]",
)
@silencing
@fixing
@running
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="What to show on standard output.  [default: text]",
)
@click.option(
    "--output",
    multiple=True,
    metavar="[FORMAT=]FILE",
    help="Write a report to a file as well, in the format that its ending means; may be repeated.",
)
@click.option(
    "--annotate",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a copy of a Word file with the findings as comments.",
)
@click.option("--stdin-filename", metavar="FILE", help="What to call the article on standard input.")
@click.option(
    "--input-format",
    type=click.Choice(["text", "markdown", "html"]),
    help="The format of standard input, and of articles whose name tells none.  [default for -: markdown]",
)
@click.option("--show-claims", is_flag=True, help="List every statistic with its verdict, also the good ones.")
@click.option("--statistics", is_flag=True, help="Show how often each rule spoke instead of each finding.")
@click.option("-q", "--quiet", is_flag=True, help="Only the findings: no summary, no progress.")
def check(paths: tuple[Path, ...], **given: Any) -> int:
    """Check articles: files, folders, or - for standard input. Without PATHS: the content
    that the configuration names, or the folder at hand.

    \b
    Exit status: 0  nothing at or above --fail-on
                 1  something
                 2  the check could not be run; the reason is on standard error
    """
    from factcheck.filters import filtered

    if _STDIN in paths and len(paths) > 1:
        raise click.UsageError("standard input (-) is checked on its own, not together with files")
    if _STDIN in paths and given["diff_base"] is not None:
        raise click.UsageError("standard input (-) has no revisions; give --diff-base with files or folders")
    configuration = configured(given, paths)
    paths = chosen(paths, configuration)
    given["paths"] = paths
    silent, fixes = Silencing(given, paths), Fixing(given, configuration, standard_input=_STDIN in paths)
    copy = Annotating(given, paths)
    with fixes.outputs() as outputs:
        if _STDIN in paths or silent.wanted or copy.wanted or fixes.wanted or outputs.teller is None:
            for result in _results(paths, configuration, given):
                left = filtered(result, silent.filters, configuration.settings_for)
                copy.take(left)
                for mended in fixes.mended(left):
                    outputs.add(mended)
        else:  # nobody needs the reports themselves
            for told in told_of(paths, configuration, given, outputs.teller):
                outputs.add(told)
    copy.close()
    if not given["quiet"]:
        silent.close()
    return outputs.status


def _results(
    paths: tuple[Path, ...], configuration: Configuration, given: dict[str, Any]
) -> Iterator[FileReport | FileError]:
    if _STDIN in paths:
        return iter([_standard_input(configuration, given["stdin_filename"])])
    return checked(paths, configuration, given)


def _standard_input(configuration: Configuration, name: str | None) -> FileReport | FileError:
    from factcheck.documents import format_of
    from factcheck.linter import Linter
    from factcheck.model import FileError, Format

    path = name or str(_STDIN)
    try:
        settings = configuration.settings_for(Path(name or "article"))
        format = settings.format or (format_of(name) if name else Format.MARKDOWN)
        return Linter(settings).check_bytes(sys.stdin.buffer.read(), path, format)
    except UserError as error:
        return FileError.of(error, path)
