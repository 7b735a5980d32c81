"""A period of time: what an observation speaks for and what a claim speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHAPE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?\Z")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole months, both ends included.

    Months are counted as `12 * year + month - 1`, so that periods compare and overlap as integers.

    Attributes:
        first: first month, or None where only the end is known ("as of June 2021").
        last: last month, or None where it is open ("since 2007") or no date is known at all.
        fiscal: a US federal fiscal year (October to September).
    """

    first: int | None
    last: int | None
    fiscal: bool = False

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(12 * year, 12 * year + 11)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """One month, counted from 1."""
        return cls(12 * year + month - 1, 12 * year + month - 1)

    @classmethod
    def fiscal_year(cls, year: int) -> Period:
        """The US federal fiscal year that ends in September of `year`."""
        return cls(12 * (year - 1) + 9, 12 * year + 8, fiscal=True)

    @classmethod
    def undated(cls) -> Period:
        """No date known."""
        return cls(None, None)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `2019`, `2019-06`, `FY 2019`, `2003..2014`, `2023-07..2024-06`, `2007..`, `<=2021-06` or `undated`.

        Raises:
            ValueError: the text has none of these shapes, or ends before it begins.
        """
        text = text.strip()
        if text == "undated":
            return cls.undated()
        if text.startswith("FY "):
            return cls.fiscal_year(cls._ends(text[3:])[1] // 12)
        if text.startswith("<="):
            return cls(None, cls._ends(text[2:])[1])
        low, dots, high = text.partition("..")
        first, last = cls._ends(low)
        if dots and not high.strip():
            return cls(first, None)
        if dots:
            last = cls._ends(high)[1]
        if last < first:
            raise ValueError(f"the period {text!r} ends before it begins")
        return cls(first, last)

    @staticmethod
    def _ends(text: str) -> tuple[int, int]:
        match = _SHAPE.match(text.strip())
        if match is None:
            raise ValueError(
                f"{text!r} is no period; write 2019, 2019-06, FY 2019, 2003..2014, <=2021-06 or undated"
            )
        year = 12 * int(match["year"])
        if match["month"]:
            month = year + int(match["month"]) - 1
            return month, month
        return year, year + 11

    @property
    def end_year(self) -> int | None:
        """The calendar year in which it ends."""
        return None if self.last is None else self.last // 12

    @property
    def single_year(self) -> bool:
        """One calendar or fiscal year or a part of one."""
        return self.first is not None and self.last is not None and self.last - self.first < 12

    def covers(self, other: Period) -> bool:
        """Whether `other` lies within this period."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a month."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        """The corpus's own form, which `parse` reads back."""
        if self.last is None:
            return "undated" if self.first is None else f"{_month(self.first, end=False)}.."
        if self.first is None:
            return f"<={_month(self.last, end=True)}"
        if self.fiscal:
            return f"FY {self.last // 12}"
        if self.first % 12 == 0 and self.last == self.first + 11:
            return str(self.first // 12)
        if self.first == self.last:
            return f"{self.first // 12}-{self.first % 12 + 1:02}"
        return f"{_month(self.first, end=False)}..{_month(self.last, end=True)}"


def _month(month: int, *, end: bool) -> str:
    year, rest = divmod(month, 12)
    return str(year) if rest == (11 if end else 0) else f"{year}-{rest + 1:02}"
