"""The one function that every engine calls: batches of pages in, batches of results out."""

from __future__ import annotations

import datetime as dt
import signal
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa

from factcheck.archive.schema import PAGES, RESULTS, VERDICTS
from factcheck.archive.versions import versions
from factcheck.documents import format_of, read
from factcheck.errors import UserError
from factcheck.linter import Linter
from factcheck.model import Diagnostic, FileReport, Format, JudgedClaim, Settings
from factcheck.model.lines import Lines

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Limits:
    """What a single page may take; one that takes more is a row in `errors`.

    Attributes:
        content: bytes.
        seconds: of the clock; only the main thread of a process can keep this.
    """

    content: int = 20_000_000
    seconds: float = 60.0


class _TooSlowError(BaseException):
    """A page has used up its time. Not an Exception, so that nothing on the way takes it for a damaged file."""


@dataclass
class Checker:
    """Checks batches of pages with one warm linter; it is sent to other processes as its settings.

    Attributes:
        settings: those of all pages.
    """

    settings: Settings = field(default_factory=Settings)
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def _linter(self) -> Linter:
        return _warm(self.settings)

    @cached_property
    def _versions(self) -> dict[str, str]:
        return versions(self.settings)

    def __call__(self, batch: pa.RecordBatch | pa.Table) -> pa.Table:
        """The results of a batch of pages, one row each, in their order.

        Args:
            batch: of the schema `PAGES`; further columns are passed over.
        """
        pages = batch.select(PAGES.names).to_pylist()
        return pa.Table.from_pylist([self.row(page) for page in pages], schema=RESULTS)

    def row(self, page: dict[str, Any]) -> dict[str, Any]:
        """The result of a page; never an exception."""
        keys = {"id": page["id"], "url": page["url"], "site": site_of(page["url"]), "path": page["path"]}
        try:
            found = _row(self._report(page), page["date"], self._linter)
        except _TooSlowError:
            found = _error("too-slow", f"took more than {self.limits.seconds:g} seconds")
        except UserError as error:
            found = _error("unreadable", error.message)
        except Exception as error:  # of the program: the other million pages are checked all the same
            found = _error("fault", f"a mistake in factcheck itself: {type(error).__name__}: {error}")
        return {**keys, **found, **self._versions}

    def _report(self, page: dict[str, Any]) -> FileReport:
        if page["problem"] is not None:
            raise UserError(page["problem"])
        content: bytes = page["content"] or b""
        if len(content) > self.limits.content:
            size = f"{len(content) / 1e6:.1f} MB, more than the {self.limits.content / 1e6:g} MB a page may have"
            raise UserError(f"is of {size}")
        with _at_most(self.limits.seconds):
            format = Format(page["format"]) if page["format"] else format_of(page["path"]) or self.settings.format
            document = read(content, page["path"], format)
            settings = replace(self.settings, date=_date(page["date"]) or self.settings.date)
            return self._linter.sharing(settings).check_document(document)


def check_batches(
    batches: Iterable[pa.RecordBatch], settings: Settings | None = None, limits: Limits | None = None
) -> Iterator[pa.RecordBatch]:
    """Check batches of pages; for `mapInArrow` of Spark, and for whatever else calls such a function.

    Args:
        batches: of the schema `PAGES`.
        settings: those of all pages.
        limits: what a single page may take.

    Yields:
        batches of the schema `RESULTS`, a row for each page.
    """
    checker = Checker(settings or Settings(), limits or Limits())
    for batch in batches:
        yield from checker(batch).to_batches()


@lru_cache(maxsize=4)
def _warm(settings: Settings) -> Linter:
    """The linter of some settings, read once in each process."""
    return Linter(settings).prepared()


def site_of(url: str | None) -> str | None:
    """The host of an address, without www."""
    with suppress(ValueError):
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    return None


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise _TooSlowError after some time.

    Raises:
        _TooSlowError: it has passed.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: object) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _date(text: str | None) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat((text or "")[:10])
    return None


def _row(report: FileReport, date: str | None, linter: Linter) -> dict[str, Any]:
    document, lines = report.document, Lines(report.document.source)
    verdicts = Counter(judged.judgement.verdict.value for judged in report.claims)
    severities = Counter(f"{diagnostic.severity.value}s" for diagnostic in report.diagnostics)
    headline = document.source[slice(*document.headline)]
    return {
        "format": document.format.value,
        "date": date,
        "title": _sound(" ".join(headline.split())[:_LONGEST_TITLE]),
        "country": _country(report, linter),
        "characters": len(document.source),
        **{name: verdicts[name] for name in VERDICTS},
        **{name: severities[name] for name in ("errors", "warnings", "infos")},
        "claims": [_claim(judged, lines) for judged in report.claims],
        "findings": [_finding(diagnostic, document.source, lines) for diagnostic in report.diagnostics],
        "error": None,
    }


def _country(report: FileReport, linter: Linter) -> str | None:
    """The readers' country where it is set, or where a finding of help lines rests on a country's service."""
    if linter.settings.countries:
        return linter.settings.countries[0]
    services = linter.corpus.hotlines
    named = (key for found in report.diagnostics if found.family == "hotline" for key in found.references)
    return next((services[key].country for key in named if key in services), None)


def _claim(judged: JudgedClaim, lines: Lines) -> dict[str, Any]:
    claim, judgement = judged.claim, judged.judgement
    return {
        "text": _sound(claim.text),
        "number": _sound(claim.quantity.text),
        **_position(claim.number.start, claim.number.end, lines),
        "low": claim.quantity.low,
        "high": claim.quantity.high,
        "unit": claim.quantity.unit.value,
        "verdict": judgement.verdict.value,
        "measure": judgement.measure,
        "myth": judgement.myth,
        "place": claim.places[0] if claim.places else None,
        "period": str(claim.period) if claim.period else None,
        "stance": claim.stance.value,
        "references": list(judgement.references),
    }


def _finding(found: Diagnostic, source: str, lines: Lines) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "family": found.family,
        "severity": found.severity.value,
        "message": _sound(found.message),
        "text": _sound(source[slice(*found.span)]),
        **_position(found.span.start, found.span.end, lines),
        "references": list(found.references),
    }


def _position(start: int, end: int, lines: Lines) -> dict[str, int]:
    place = lines.position(start)
    return {"start": start, "end": end, "line": place.line, "column": place.column}


def _sound(text: str) -> str:
    """A text without half a surrogate pair, which Arrow cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _error(kind: str, message: str) -> dict[str, Any]:
    return {"claims": [], "findings": [], "error": {"kind": kind, "message": _sound(message)}}
