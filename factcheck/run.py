"""Many articles, each checked with the settings of its folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.config import Configuration
from factcheck.errors import UserError
from factcheck.linter import Linter
from factcheck.model import FileError, FileReport, Settings


def check_all(found: Iterable[Path | FileError], configuration: Configuration) -> Iterator[FileReport | FileError]:
    """Check articles in the order they are given, each as soon as it is its turn.

    A configuration that is not valid costs the articles that it is for, and no others.

    Args:
        found: what `factcheck.walking.articles` gives: articles, and what went wrong in finding them.
    """
    linters: dict[Settings, Linter | None] = {}
    told: set[FileError] = set()
    for item in found:
        result = item if isinstance(item, FileError) else _checked(item, configuration, linters)
        if isinstance(result, FileError):
            if result in told:
                continue  # one broken configuration is one error, not one an article
            told.add(result)
        if result is not None:
            yield result


def _checked(
    path: Path, configuration: Configuration, linters: dict[Settings, Linter | None]
) -> FileReport | FileError | None:
    try:
        settings = configuration.settings_for(path)
        if settings not in linters:
            linters[settings] = None  # stays so where its corpus or rules are not valid
            linters[settings] = Linter(settings).prepared()
    except UserError as error:
        return FileError.of(error, str(path))
    linter = linters[settings]
    return linter.check_file(path) if linter else None
