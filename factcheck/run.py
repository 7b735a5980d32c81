"""Many articles, each checked with the settings of its folder, unless an earlier run has done so."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from factcheck.collector import collector_paused
from factcheck.config import Configuration
from factcheck.errors import UserError
from factcheck.forms import Form, Reports, Tellings
from factcheck.model import FileError, Settings
from factcheck.results import Results, Row, key_of
from factcheck.store import private_folder
from factcheck.walking import content
from factcheck.workers import Task, Workers, in_order

if TYPE_CHECKING:
    from factcheck.linter import Linter
    from factcheck.model import FileReport
    from factcheck.reports.told import Teller, Told

_ALONE: Final = 16  # articles that are checked before other processes are worth their start

T = TypeVar("T")
_Answer = list[Row] | FileError

# The linters of the run at hand by their own corpora and rules: there may be as many settings as folders.
# A process forked from this one has them too, and need not read the corpus.
_linters: Final[dict[tuple[tuple[Path, ...], ...], Linter]] = {}


def check_all(
    found: Iterable[Path | FileError], configuration: Configuration, *, jobs: int = 1, cached: bool = True
) -> Iterator[FileReport | FileError]:
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
    return _all(found, configuration, Reports(), jobs, cached)


def tell_all(
    found: Iterable[Path | FileError],
    configuration: Configuration,
    teller: Teller,
    *,
    jobs: int = 1,
    cached: bool = True,
) -> Iterator[Told | FileError]:
    """Check articles as `check_all` does, and give of each only what is said of it.

    Args:
        teller: says it, in whichever process checks the article.

    Raises:
        UserError: a worker process has died.
    """
    return _all(found, configuration, Tellings(teller, cached=cached), jobs, cached)


def _all(
    found: Iterable[Path | FileError], configuration: Configuration, form: Form[T], jobs: int, cached: bool
) -> Iterator[T | FileError]:
    workers = Workers(jobs, partial(_answer, form))
    with closing(Results(private_folder() if cached else None)) as results, workers:
        run = _Run(configuration, form, results, workers)
        try:
            for result in in_order(map(run.begun, found), workers.ahead):
                if result is not None:
                    yield result
        finally:
            _linters.clear()
            gc.unfreeze()


class _Article(NamedTuple):
    """What a check needs, and the key of its result."""

    data: bytes
    path: str
    settings: Settings
    key: str


class _Run(Generic[T]):
    """What one run needs to know for each of its articles."""

    def __init__(
        self, configuration: Configuration, form: Form[T], results: Results, workers: Workers[_Article, _Answer]
    ) -> None:
        self._configuration, self._form = configuration, form
        self._results, self._workers = results, workers
        self._broken: dict[Settings, FileError] = {}
        self._told: set[FileError] = set()
        self._checked = 0

    def begun(self, found: Path | FileError) -> T | FileError | Task[T | FileError | None] | None:
        """The result of an article if it is known or soon found, else what a worker does to find it.

        None for an error that has been told: one broken configuration is one error, not one an article.
        """
        if isinstance(found, FileError):
            return self._once(found)
        path = str(found)
        try:
            settings = self._configuration.settings_in(found.parent)
        except UserError as error:
            return self._once(FileError.of(error, path))
        data = content(found)
        if isinstance(data, FileError):
            return data
        article = _Article(data, path, settings, key_of(data, path, settings))
        known = self._form.known(self._results, article.key, path)
        return self._check(article) if known is None else known

    def _once(self, error: FileError) -> FileError | None:
        if error in self._told:
            return None
        self._told.add(error)
        return error

    def _check(self, article: _Article) -> T | FileError | Task[T | FileError | None] | None:
        if (error := self._error_of(article)) is not None:
            return self._once(error)
        self._checked += 1
        if self._workers.count > 1 and self._checked > _ALONE:
            return self._workers.task(article, partial(self._finished, article))
        return self._here(article)

    def _here(self, article: _Article) -> T | FileError:
        report = _linter(article.settings).check(article.data, article.path)
        if isinstance(report, FileError):
            return report
        given = self._form.given(report)
        if self._results.kept:
            self._results.put(self._form.rows(report, given, article.key))
        return given

    def _finished(self, article: _Article, answer: _Answer) -> T | FileError | None:
        if isinstance(answer, FileError):
            return answer
        self._results.put(answer)
        result = self._form.loaded(answer, article.path)
        return self._here(article) if result is None else result  # bytes cannot hold it

    def _error_of(self, article: _Article) -> FileError | None:
        """What is wrong with the settings' own corpus or rules, None where nothing is."""
        if article.settings not in self._broken:
            try:
                _linter(article.settings)
            except UserError as error:
                self._broken[article.settings] = FileError.of(error, article.path)
        return self._broken.get(article.settings)


def _answer(form: Form[T], article: _Article) -> _Answer:
    """What a worker makes of an article: rows that are ready to be kept, the result among them."""
    report = _linter(article.settings).check(article.data, article.path)
    if isinstance(report, FileError):
        return report
    return form.rows(report, form.given(report), article.key)


def _linter(settings: Settings) -> Linter:
    own = (settings.corpora, settings.rules)
    if own not in _linters:
        with collector_paused():
            from factcheck.linter import Linter

            _linters[own] = Linter(settings).prepared()
        gc.freeze()  # it stays: nobody need look through it for garbage, nor copy it into a forked process
    return _linters[own].sharing(settings)
