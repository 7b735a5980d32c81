"""Comparing a number as written with a value of the reference, as a careful reader does.

"Nearly 26,300", "more than 26,000" and "26,300" agree with 26,288; "more than 23,500" does not agree with
26,300 though it is arithmetically true: a bound reaches as far as the number's own rounding.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.model import Bound, Change, Quantity, Unit
from factcheck.reference.schema import MythValue, Observation

# A bare number may be a rounding, but 50,000 is no rounding of 46,570: the share of the value it may miss.
_ROUNDING = 0.05
_APPROXIMATE = 0.08
_REACH = 0.5  # "more than 100,000" may stand for up to 150,000
_FINER = 0.01  # what a number of an estimate, printed finer than the reference knows it, may be off
_RATIO_POINTS = 5.0  # "one in three" may stand for 28.6 to 38.3 percent
_WIDE = 10.0  # a range so many times its lower end is borne out by its ends only: nearly every number lies within
_SAME = 0.025
_SAME_POINTS = 1.0
_SAME_RATIO = 0.5
_SMALL = 1e-9

# Units of the reference that are no plain counts, and what a text may give them as.
_UNITS: dict[str, tuple[Unit, ...]] = {
    "percent": (Unit.PERCENT,),
    "rank": (Unit.RANK,),
    "ratio": (Unit.MULTIPLE,),
    "times": (Unit.MULTIPLE, Unit.RATE, Unit.COUNT),
    **{unit.value: (unit, Unit.RATE) for unit in (Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS)},
    "years": (Unit.YEARS, Unit.COUNT),
}

_TIMES = ("year", "month", "week", "day", "night", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Amount:
    """A value of the reference: one number (low == high) or a range, and how finely it is known.

    Attributes:
        slack: half of its own rounding; a text may print the finer number.
        ratio: it was given as "1 in 6", to which another such ratio is another value however near it is.
    """

    low: float
    high: float
    slack: float = 0.0
    ratio: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def amount(observation: Observation) -> Amount:
    """The value of an observation; "1 in 6" as percent, with the rounding such a ratio implies."""
    value = observation.value
    if isinstance(value, str):
        if ".." in value:
            low, high = (float(part) for part in value.split(".."))
            return Amount(low, high)
        part, whole = (int(number) for number in value.split(" in "))
        return Amount(100 * part / whole, 100 * part / whole, ratio_slack(part, whole), ratio=True)
    rounded = observation.bound != "exact" or observation.derived
    return Amount(float(value), float(value), step_of(float(value)) / 2 if rounded else 0.0)


def of_myth(value: MythValue) -> Amount:
    """The figure of a myth."""
    if value.n is not None:
        return Amount(value.n, value.n)
    assert value.min is not None and value.max is not None  # the schema says so
    return Amount(value.min, value.max)


def ratio_slack(part: int, whole: int) -> float:
    """How many percent points a small ratio may stand off: 1 in 6 covers 15.4 to 18.2 percent."""
    if whole > 100:
        return 0.05
    spread = 100 / (whole - 0.5) - 100 / whole if part == 1 else 25 / whole
    return min(spread, _RATIO_POINTS)


def step_of(value: float) -> float:
    """The value of the last digit that is not zero: 100 for 26,300; 0.1 for 16.7."""
    if value == 0:
        return 1.0
    if value != int(value):
        return float(10 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2]))
    step = 1
    while int(value) % (step * 10) == 0:
        step *= 10
    return float(step)


class Kind(NamedTuple):
    """What of a quantity tells in whose unit it is; numbers of one kind share one answer."""

    unit: Unit
    change: Change | None
    currency: str | None
    per: str | None

    @classmethod
    def of(cls, quantity: Quantity) -> Kind:
        """The kind of a quantity."""
        return cls(quantity.unit, quantity.change, quantity.currency, quantity.per)


def comparable(quantity: Quantity | Kind, unit: str) -> bool:
    """Whether a quantity is in the unit of a measure or myth.

    Args:
        unit: "people", "percent", "currency:USD", "rank", "per 1,000 population" …; a myth's may name a rate
            ("children/year"), whose time must not differ from the quantity's where both give one.
    """
    kind, _, per = unit.partition("/")
    if per and quantity.per in _TIMES and per.split("/")[-1] not in quantity.per:
        return False
    if kind == "percent change":
        return quantity.unit is Unit.PERCENT and quantity.change is not None
    if quantity.change is not None and quantity.unit is not Unit.MULTIPLE:
        return False
    if kind.startswith("currency:") or kind == "USD":
        return quantity.unit is Unit.MONEY and quantity.currency == kind.removeprefix("currency:")
    if kind.startswith("per "):
        return quantity.unit is Unit.RATE
    return quantity.unit in _UNITS.get(kind, (Unit.COUNT,))


def said_in(quantity: Quantity | Kind, unit: str) -> bool:
    """Whether a quantity is in a unit by its own words: "aged 12", not "12", which may be an age or count girls.

    Args:
        unit: as for `comparable`.
    """
    counted = quantity.unit is Unit.COUNT and unit.partition("/")[0] in _UNITS
    return comparable(quantity, unit) and not counted


def agrees(quantity: Quantity, value: Amount) -> bool:
    """Whether the number as written is compatible with the value.

    Args:
        quantity: read from the article; of the value's unit (see `comparable`).
        value: of the reference; the sign of a percent change is compared with the quantity's direction.
    """
    if quantity.low is None or quantity.high is None:
        return False
    if quantity.change is not None:
        if (value.low < 0) != (quantity.change is Change.DOWN):
            return False
        if value.low < 0:
            value = Amount(-value.high, -value.low, value.slack)
    if quantity.unit is Unit.RANK:  # "the top ten" is the rank 10
        return quantity.high == value.low
    if quantity.vague:
        return quantity.low <= value.low and (value.high < quantity.high or tells(quantity, value))
    if quantity.low != quantity.high:
        return _range_agrees(quantity, value)
    return _single_agrees(quantity, value) if value.single else _within(quantity, value)


def reach(quantity: Quantity) -> tuple[float, float]:
    """From where to where the values lie that a number may agree with.

    A quick look before `agrees`: no value that agrees lies outside, its slack added, its sign left out.
    """
    if quantity.low is None or quantity.high is None:
        return math.inf, -math.inf
    low, high = _tolerated(quantity)
    near = _SAME_RATIO + _SAME * quantity.high
    return min(low, quantity.low - near), max(high, quantity.high + near)


def _single_agrees(quantity: Quantity, value: Amount) -> bool:
    assert quantity.low is not None
    if value.ratio and quantity.ratio is not None and quantity.bound is not Bound.ABOVE:
        return abs(quantity.low - value.low) <= _SAME_RATIO
    low, high = _tolerated(quantity)
    slack = value.slack
    if slack and quantity.step < slack:  # "16,554" where the reference knows of some 16,700
        slack = max(slack, _FINER * abs(value.low))
    return low - slack - _SMALL <= value.low <= high + slack + _SMALL


def tells(quantity: Quantity, value: Amount) -> bool:
    """Whether the number is that very value and not merely near it, so that it may be called that year's.

    "1 in 4" is not the 27 percent of 2010, nor "20 million" the 20.9 million of 2012. A vague number is told by
    a value that is just as wide only ("thousands" by 1,000 to 1,000,000).
    """
    if quantity.low is None or quantity.high is None:
        return False
    if quantity.unit is Unit.RANK:  # "the top ten" is the rank 10
        return quantity.high == value.high
    if quantity.vague:
        return _close(quantity.low, value.low) and _close(quantity.high, value.high)
    if quantity.unit is Unit.PERCENT:
        return abs(quantity.low - abs(value.low)) <= _SAME_POINTS
    return max(abs(quantity.low - abs(value.low)), abs(quantity.high - abs(value.high))) <= _SAME * abs(value.high)


def _range_agrees(quantity: Quantity, value: Amount) -> bool:
    assert quantity.low is not None and quantity.high is not None
    if value.single:
        narrow = quantity.high <= 1.5 * quantity.low
        return narrow and quantity.low - value.slack <= value.low <= quantity.high + value.slack
    return _close(quantity.low, value.low) and _close(quantity.high, value.high)


def _within(quantity: Quantity, value: Amount) -> bool:
    assert quantity.low is not None
    if quantity.bound is Bound.BELOW:
        return _close(quantity.low, value.high)
    if quantity.bound is Bound.ABOVE:
        return _close(quantity.low, value.low)
    if value.high > _WIDE * value.low:
        return _close(quantity.low, value.low) or _close(quantity.low, value.high)
    return value.low <= quantity.low <= value.high


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.02 * max(abs(a), abs(b)) + _SMALL


def _tolerated(quantity: Quantity) -> tuple[float, float]:
    """The values that the single number as written may stand for."""
    assert quantity.low is not None
    number = quantity.low
    if quantity.ratio is not None:
        half = ratio_slack(*quantity.ratio)
        step = 2 * half
    else:
        step = min(quantity.step, 1.0) if quantity.unit is Unit.PERCENT else quantity.step
        half = min(step / 2, _ROUNDING * abs(number))
    if quantity.bound is Bound.ABOVE:
        return number, number + max(min(step, _REACH * abs(number)), half)
    if quantity.bound is Bound.BELOW:
        return number - max(min(step, _REACH * abs(number)), half), number
    if quantity.bound is Bound.ABOUT:
        half = max(half, min(step, _APPROXIMATE * abs(number)))
    return number - half, number + half
