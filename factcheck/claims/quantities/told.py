"""Quantities of what is told in words alone: ranks, multiples and trends."""

from __future__ import annotations

from factcheck.claims.quantities import around
from factcheck.claims.quantities.phrases import Text
from factcheck.claims.quantities.ranks import Rank
from factcheck.claims.quantities.trends import Trend
from factcheck.model import Quantity, Unit


def of_rank(text: Text, told: Rank) -> Quantity:
    """The quantity of a rank; a superlative alone is no figure and so is vague."""
    return Quantity(
        told.start,
        told.end,
        text.raw[told.start : told.end],
        float(told.low),
        float(told.high),
        unit=Unit.RANK,
        vague=not told.figure,
    )


def of_multiple(text: Text, told: Trend, floor: int) -> Quantity:
    """The quantity of "doubled" or "twice as many"; "twice a week" is a rate."""
    lead = around.before(text, floor, told.start, changes=told.change is not None)
    unit = Unit.RATE if told.per else Unit.MULTIPLE
    return Quantity(
        lead.start,
        told.end,
        text.raw[lead.start : told.end],
        told.times,
        told.times,
        bound=lead.bound,
        change=told.change,
        unit=unit,
        per=told.per,
        noun="time",
    )


def of_trend(text: Text, told: Trend) -> Quantity:
    """The quantity of a change without a number: it has a direction only."""
    return Quantity(
        told.start, told.end, text.raw[told.start : told.end], None, None, change=told.change, unit=Unit.TREND
    )
