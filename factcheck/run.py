"""Many articles, each checked with the settings of its folder, unless an earlier run has done so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck import serial
from factcheck.config import Configuration
from factcheck.errors import UserError
from factcheck.files import cache_folder
from factcheck.model import FileError, FileReport, Settings
from factcheck.results import Results, key_of
from factcheck.walking import content
from factcheck.workers import Task, Workers, in_order

if TYPE_CHECKING:
    from factcheck.linter import Linter

_ALONE: Final = 16  # articles that are checked before other processes are worth their start

Result = FileReport | FileError
_Begun = Result | Task[Result | None] | None


def check_all(
    found: Iterable[Path | FileError], configuration: Configuration, *, jobs: int = 1, cached: bool = True
) -> Iterator[Result]:
    """Check articles in the order they are given, each as soon as it is its turn.

    A configuration that is not valid costs the articles that it is for, and no others.

    Args:
        found: what `factcheck.walking.articles` gives: articles, and what went wrong in finding them.
        configuration: gives the settings of each article.
        jobs: how many processes may work at once.
        cached: whether results of earlier runs are used, and these kept.

    Raises:
        UserError: a worker process has died.
    """
    told: set[FileError] = set()
    with closing(Results(cache_folder() if cached else None)) as results, Workers(jobs) as workers:
        run = _Run(configuration, results, workers)
        tasks: Iterator[_Begun] = (item if isinstance(item, FileError) else run.begun(item) for item in found)
        for result in in_order(tasks):
            if isinstance(result, FileError):
                if result in told:
                    continue  # one broken configuration is one error, not one an article
                told.add(result)
            if result is not None:
                yield result


class _Run:
    """What one run needs to know for each of its articles."""

    def __init__(self, configuration: Configuration, results: Results, workers: Workers) -> None:
        self._configuration, self._results, self._workers = configuration, results, workers
        self._linters: dict[Settings, Linter | None] = {}
        self._checked = 0

    def begun(self, path: Path) -> _Begun:
        """The result of an article if it is known or soon found, else what a worker does to find it.

        None where the article's settings have been found broken before.
        """
        try:
            settings = self._configuration.settings_for(path)
        except UserError as error:
            return FileError.of(error, str(path))
        data = content(path)
        if isinstance(data, FileError):
            return data
        key = key_of(data, str(path), settings)
        return self._results.get(key, str(path)) or self._check(data, str(path), settings, key)

    def _check(self, data: bytes, path: str, settings: Settings, key: str) -> _Begun:
        try:
            linter = self._linter(settings)
        except UserError as error:
            return FileError.of(error, path)
        if linter is None:
            return None

        def keep(answer: bytes | FileError | None) -> Result:
            if isinstance(answer, bytes):
                self._results.put(key, answer)
                return serial.load(answer, path)
            return answer or linter.check(data, path)  # a report that cannot be sent is made here

        self._checked += 1
        if self._workers.count > 1 and self._checked > _ALONE:
            return self._workers.task(keep, _answer, data, path, settings)
        result = linter.check(data, path)
        if isinstance(result, FileReport) and (report := _dumped(result)):
            self._results.put(key, report)
        return result

    def _linter(self, settings: Settings) -> Linter | None:
        from factcheck.linter import Linter

        if settings not in self._linters:
            self._linters[settings] = None  # stays so where its corpus or rules are not valid
            self._linters[settings] = Linter(settings).prepared()
        return self._linters[settings]


def _answer(data: bytes, path: str, settings: Settings) -> bytes | FileError | None:
    """What a worker makes of an article: its report as bytes; None where bytes cannot hold it."""
    result = _worker_linter(settings).check(data, path)
    return result if isinstance(result, FileError) else _dumped(result)


@cache
def _worker_linter(settings: Settings) -> Linter:
    from factcheck.linter import Linter

    return Linter(settings).prepared()


def _dumped(report: FileReport) -> bytes | None:
    try:
        return serial.dump(report)
    except ValueError:  # half a surrogate pair
        return None
