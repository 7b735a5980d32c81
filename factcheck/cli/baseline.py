"""`factcheck baseline …`: the findings of an old archive, kept in a file so that only new ones are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import chosen, configured, deciding
from factcheck.cli.running import checked, running
from factcheck.cli.telling import say, tell
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.model import FileReport


@click.group()
def baseline() -> None:
    """Let the findings of an old archive be known, so that only new ones are told."""


@baseline.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@deciding
@running
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=".factcheck-baseline.json",
    show_default=True,
    help="Where to write it.",
)
def create(paths: tuple[Path, ...], output: Path, **given: Any) -> None:
    """Write a baseline of all that is found in PATHS now.

    `factcheck check --baseline FILE` then tells only what is new. Give the same options as for the check.
    A baseline that is there already is written anew.
    """
    from factcheck.filters.baseline import write

    configuration = configured(given, paths)
    count = write(output, _reports(chosen(paths, configuration), configuration, given))
    findings = "1 finding is" if count == 1 else f"{count:,} findings are"
    tell(f"{findings} known from now on: factcheck check --baseline {output}")


def _reports(paths: tuple[Path, ...], configuration: Configuration, given: dict[str, Any]) -> Iterator[FileReport]:
    """The reports of all articles.

    Raises:
        UserError: an article could not be checked; which, and why, is told on standard error.
    """
    from factcheck.model import FileError

    errors = 0
    for result in checked(paths, configuration, given):
        if isinstance(result, FileError):
            errors += 1
            say(result.path, result.message)
        else:
            yield result
    if errors:
        files = "a file" if errors == 1 else f"{errors:,} files"
        raise UserError(f"no baseline was written: {files} could not be checked; mend them or --exclude them")
