"""Commands that check many articles: their options and their results, with a bar where somebody waits for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.options import together
from factcheck.cli.progress import Progress, watched

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.model import FileError, FileReport
    from factcheck.reports.told import Teller, Told

T = TypeVar("T")
_COUNTED = 5_000  # articles; of more, nobody waits to be told how many there are

# The options of a command that checks many articles.
running = together(
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(1, 256),
        metavar="N",
        help="How many processes check many articles.  [default: one for each core]",
    ),
    click.option("--no-cache", is_flag=True, help="Use and keep nothing of other runs."),
)


def checked(
    paths: tuple[Path, ...], configuration: Configuration, given: dict[str, Any]
) -> Iterator[FileReport | FileError]:
    """The results of all articles among files and folders.

    Args:
        given: the options of the command, those of `deciding` and `running` among them.
    """
    from factcheck.run import check_all

    found, progress = _found(paths, configuration, given)
    return _shown(check_all(found, configuration, **_jobs_and_cache(given)), progress)


def told_of(
    paths: tuple[Path, ...], configuration: Configuration, given: dict[str, Any], teller: Teller
) -> Iterator[Told | FileError]:
    """What is said of all articles among files and folders.

    Args:
        given: the options of the command, those of `deciding` and `running` among them.
    """
    from factcheck.run import tell_all

    found, progress = _found(paths, configuration, given)
    return _shown(tell_all(found, configuration, teller, **_jobs_and_cache(given)), progress)


def _found(
    paths: tuple[Path, ...], configuration: Configuration, given: dict[str, Any]
) -> tuple[Iterable[Path | FileError], Progress | None]:
    """What is to be checked, and the bar where somebody waits for it."""
    from factcheck.walking import articles

    found = articles(paths, configuration.settings_for, force_exclude=given["force_exclude"])
    if given.get("quiet") or not sys.stderr.isatty():
        return found, None
    first = list(islice(found, _COUNTED + 1))  # only a person waits for a bar, and only its total makes it one
    return chain(first, found), watched(len(first) if len(first) <= _COUNTED else None)


def _shown(results: Iterable[T], progress: Progress | None) -> Iterator[T]:
    if progress is None:
        yield from results
        return
    for result in results:
        progress.clear()
        yield result
        progress.step()
    progress.clear()


def _jobs_and_cache(given: dict[str, Any]) -> dict[str, Any]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {"jobs": given["jobs"] or cores, "cached": not given["no_cache"]}
