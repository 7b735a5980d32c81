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

T_co = TypeVar("T_co", covariant=True)
_DAMAGED = (msgspec.MsgspecError, UnicodeDecodeError)


class Form(Protocol[T_co]):
    """What a run gives. It may be sent to another process."""

    def known(self, results: Results, key: str, path: str) -> T_co | None:
        """What an earlier run has kept of an article, None where that is nothing.

        Args:
            key: that of the article's report.
            path: where the article lies now.
        """

    def made(self, report: FileReport, key: str) -> tuple[list[Row], T_co]:
        """What is kept of a report, and what is given."""

    def loaded(self, rows: Sequence[Row], path: str) -> T_co | None:
        """What is given, from what is kept; None where it could not be kept."""


class Reports:
    """Whole reports. They are kept without their paths: the same article may lie in several places."""

    def known(self, results: Results, key: str, path: str) -> FileReport | None:
        from factcheck import serial

        data = results.get(key)
        with suppress(*_DAMAGED):
            return None if data is None else serial.load(data, path)
        return None

    def made(self, report: FileReport, key: str) -> tuple[list[Row], FileReport]:
        from factcheck import serial

        try:
            return [packed(key, serial.dump(report))], report
        except ValueError:  # half a surrogate pair
            return [], report

    def loaded(self, rows: Sequence[Row], path: str) -> FileReport | None:
        from factcheck import serial

        return serial.load(unpacked(rows[0]), path) if rows else None


class Tellings:
    """What is said of the articles, kept besides the reports: another run may want to say something else.

    Args:
        teller: says it.
    """

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

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

    def made(self, report: FileReport, key: str) -> tuple[list[Row], Told]:
        told = self._teller(report)
        rows, _ = Reports().made(report, key)
        return [*rows, packed(self._key(key, report.document.path), self._teller.dump(told))], told

    def loaded(self, rows: Sequence[Row], path: str) -> Told:
        return self._teller.load(unpacked(rows[-1]), path)

    def _key(self, key: str, path: str) -> str:
        return digest(key, path, self._teller.key)
