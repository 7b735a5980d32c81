"""The reference in an editor's words: values, periods and places as a sentence says them, and what to cite."""

from __future__ import annotations

import re
from calendar import month_name

from factcheck.model import Period
from factcheck.reference.schema import Measure, Observation

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_BOUNDS = {"more than": "more than ", "nearly": "nearly ", "at least": "at least ", "up to": "up to "}
_THE = (
    "United ",
    "Netherlands",
    "Philippines",
    "European Union",
    "Americas",
    "Arab States",
    "Democratic Republic",
)

_COMMON_NOUN = re.compile(
    r"\b(?:Organi[sz]ation|Office|Bureau|Cent(?:er|re)|Department|Institute|Commission(?:er)?|Agency|Ministry"
    r"|Foundation|Group|Project|Collaborative|Police|Hotline|Administration)\b|\AUniversity of\b"
)


def named(publisher: str) -> str:
    """A publisher's name inside a sentence.

    >>> named("International Labour Organization"), named("Polaris"), named("Statistics Canada")
    ('the International Labour Organization', 'Polaris', 'Statistics Canada')
    """
    return f"the {publisher}" if _COMMON_NOUN.search(publisher) else publisher


def value_text(observation: Observation, unit: str) -> str:
    """The value as a sentence says it: "nearly 26,300", "1 in 6", "16.7 percent", "$236 billion"."""
    value = observation.value
    if isinstance(value, str) and ".." not in value:
        return value if int(value.split(" in ")[1]) <= 20 else value.replace(" in ", " out of ")
    parts = value.split("..") if isinstance(value, str) else [value]
    joined = " to ".join(number_text(float(part), unit, last=part is parts[-1]) for part in parts)
    return _BOUNDS.get(observation.bound, "") + joined


def number_text(number: float, unit: str, *, last: bool = True) -> str:
    """One number with its unit.

    Args:
        unit: a measure's unit; money gets its sign, percent its word.
        last: whether it ends a range ("15 to 20 percent": only the last carries the word).
    """
    kind, _, currency = unit.partition(":")
    if kind == "currency":
        return f"{_SIGNS.get(currency, currency + ' ')}{_large(number)}"
    if kind.startswith("percent"):
        return f"{_plain(abs(number))} percent" if last else _plain(abs(number))
    return _large(number)


def _large(number: float) -> str:
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if number >= size and round(number / size, 3) * size == number:
            return f"{_plain(number / size)} {word}"
    return _plain(number)


def _plain(number: float) -> str:
    return f"{number:,.6f}".rstrip("0").rstrip(".")


def when(period: Period) -> str:
    """The period in a sentence: "in 2019", "in fiscal year 2019", "between 2003 and 2014", "as of June 2014"."""
    if period.last is None:
        return ""
    if period.first is None:
        return f"as of {_end(period.last, 11)}"
    if period.fiscal:
        return f"in fiscal year {period.last // 12}"
    if period.first == period.last:
        return f"in {_month(period.first)}"
    if period.single_year and period.first % 12 == 0 and period.last % 12 == 11:
        return f"in {period.first // 12}"
    return f"between {_end(period.first, 0)} and {_end(period.last, 11)}"


def of(period: Period) -> str:
    """The period a figure is of: "for 2019", "for fiscal year 2019", "between 2003 and 2014"."""
    told = when(period)
    return f"for {told[3:]}" if told.startswith("in ") else told


def _end(month: int, whole: int) -> str:
    return str(month // 12) if month % 12 == whole else _month(month)


def _month(month: int) -> str:
    return f"{month_name[month % 12 + 1]} {month // 12}"


def where(place: str) -> str:
    """The place in a sentence: "worldwide", "in the United States", "in Georgia"."""
    if place == "World":
        return "worldwide"
    name = place.partition(" (")[0]
    return f"in the {name}" if name.startswith(_THE) else f"in {name}"


def sentence(measure: Measure, observation: Observation, phrase: str | None = None) -> str:
    """A ready sentence: the measure's first phrase (or the one given) filled with the observation."""
    filled = (phrase or measure.phrases[0]).format(
        value=value_text(observation, measure.unit),
        when=when(Period.parse(observation.period)),
        where=where(observation.place),
    )
    tidy = " ".join(filled.split()).replace(" ,", ",").replace(" .", ".").replace(",.", ".")
    return tidy[:1].upper() + tidy[1:]


def citation(observation: Observation, publisher: str) -> str:
    """What to cite: publisher, title, address, and how the value was seen."""
    kind = "primary" if any(e.kind == "primary" for e in observation.evidence) else "secondary"
    source = observation.source
    return f"{publisher}, “{source.title}”, {source.url} ({kind}, checked {observation.checked})"
