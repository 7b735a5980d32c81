"""What a run gives of each article: its whole report, or only what is said of it; and how that is kept."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from factcheck.results import Results, Row, packed, unpacked
from factcheck.store import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import FileReport
    from factcheck.reports.told import Teller, Told

T = TypeVar("T")
_DAMAGED = (msgspec.MsgspecError, UnicodeDecodeError)


class Form(Protocol[T]):
    """What a run gives. It may be sent to another process."""

    def known(self, results: Results, key: str, path: str) -> T | None:
        """What an earlier run has kept of an article, None where that is nothing.

        Args:
            key: that of the article's report.
            path: where the article lies now.
        """

    def given(self, report: FileReport) -> T:
        """What is given of a report."""

    def rows(self, report: FileReport, given: T, key: str) -> list[Row]:
        """A report and what is given of it, ready to be kept and to be sent; the last row holds what is given."""

    def loaded(self, rows: Sequence[Row], path: str) -> T | None:
        """What is given, from such rows; None where it could not be put into them."""


class Reports:
    """Whole reports. They are kept without their paths: the same article may lie in several places."""

    def known(self, results: Results, key: str, path: str) -> FileReport | None:
        from factcheck import serial

        data = results.get(key)
        with suppress(*_DAMAGED):
            return None if data is None else serial.load(data, path)
        return None

    def given(self, report: FileReport) -> FileReport:
        return report

    def rows(self, report: FileReport, given: FileReport, key: str) -> list[Row]:
        from factcheck import serial

        try:
            return [packed(key, serial.dump(report))]
        except ValueError:  # half a surrogate pair
            return []

    def loaded(self, rows: Sequence[Row], path: str) -> FileReport | None:
        from factcheck import serial

        return serial.load(unpacked(rows[0]), path) if rows else None


class Tellings:
    """What is said of the articles, kept besides the reports: another run may want to say something else.

    Args:
        teller: says it.
        cached: whether anything is kept.
    """

    def __init__(self, teller: Teller, *, cached: bool) -> None:
        self._teller, self._cached = teller, cached

    def known(self, results: Results, key: str, path: str) -> Told | None:
        own = self._key(key, path)
        data = results.get(own)
        with suppress(*_DAMAGED):
            if data is not None:
                return self._teller.load(data, path)
        report = Reports().known(results, key, path)
        if report is None:
            return None
        told = self._teller(report)
        results.put([packed(own, self._teller.dump(told))])
        return told

    def given(self, report: FileReport) -> Told:
        return self._teller(report)

    def rows(self, report: FileReport, given: Told, key: str) -> list[Row]:
        whole = Reports().rows(report, report, key) if self._cached else []
        return [*whole, packed(self._key(key, given.path), self._teller.dump(given))]

    def loaded(self, rows: Sequence[Row], path: str) -> Told:
        return self._teller.load(unpacked(rows[-1]), path)

    def _key(self, key: str, path: str) -> str:
        return digest(key, path, self._teller.key)
