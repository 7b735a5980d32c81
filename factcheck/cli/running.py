"""Commands that check many articles: their options and their results, with a bar where somebody waits for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import together
from factcheck.cli.progress import watched

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.model import FileError, FileReport


# The options of a command that checks many articles.
running = together(
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(1, 256),
        metavar="N",
        help="How many processes check many articles.  [default: one for each core]",
    ),
    click.option("--no-cache", is_flag=True, help="Check every article, also those that have not changed."),
)


def checked(
    paths: tuple[Path, ...], configuration: Configuration, given: dict[str, Any]
) -> Iterator[FileReport | FileError]:
    """The results of all articles among files and folders.

    Args:
        given: the options of the command, those of `deciding` and `running` among them.
    """
    from factcheck.run import check_all
    from factcheck.walking import articles

    found: Iterable[Path | FileError] = articles(
        paths, configuration.settings_for, force_exclude=given["force_exclude"]
    )
    progress = None
    if not given.get("quiet") and sys.stderr.isatty():
        found = list(found)  # only a person waits for a bar, and only its total makes it one
        progress = watched(len(found))
    for result in check_all(found, configuration, **_jobs_and_cache(given)):
        if progress:
            progress.clear()
        yield result
        if progress:
            progress.step()
    if progress:
        progress.clear()


def _jobs_and_cache(given: dict[str, Any]) -> dict[str, Any]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {"jobs": given["jobs"] or cores, "cached": not given["no_cache"]}
