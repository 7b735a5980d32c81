"""Quantities as plain records, one object a line of text: what `factcheck quantities` prints.

Values are in the unit as written: percentages as percent numbers, fractions and "1 in 6" as parts of one, cents as
cents. Nothing is printed that has no number: not a trend ("on the rise") and not a bare superlative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from factcheck.claims.quantities import read_quantities
from factcheck.claims.quantities.phrases import words
from factcheck.claims.quantities.units import COINS, CURRENCY_NAMES
from factcheck.model import Quantity, Unit

_TOKEN: Final = re.compile(r"[ \u00a0\n-]{1,2}([^\W\d_][^\W_]*(?:['’&/-][^\W_]+)*)")
_COMPOUND: Final = re.compile(r"[-‑]([^\W\d_][^\W_]+)")
_OF: Final = re.compile(
    r"(?:\s(?:more|other|additional|new|of|out of|(?:of )?(?:the|all|its|their|our|those|these)))*(?=[ \u00a0\n-])"
)
_SMALL_WORDS: Final = frozenset(
    words(
        """a an the and or but nor in on at to for from by with of as is are was were be been being has have
            had do does did will would can could may might must shall should that which who whom whose when
            where while if than then so because since before after during until between among against per each
            every this these those it its he she they we you i his her their our my your him them us not no also
            only just now today yesterday last next said says say told tells according including up down out
            over under about into ago more less fewer gave became got"""
    )
)
_PLURALS: Final = frozenset(
    words("people children women men police feet teeth mice geese lives cattle sheep fish staff youth")
)
# A sign, which no statistic of this field has; not a dash between words, a range's or a list's.
_SIGN: Final = re.compile(r"(?<=[^\W\d]\s)(?:[-−]|minus\s)\Z|(?<=\()[-−]\Z", re.IGNORECASE)
_LONGEST: Final = 5  # words in which the counted noun is looked for


def line_record(text: str) -> dict[str, list[dict[str, Any]]]:
    """The quantities of one line of text, as `factcheck quantities --format jsonl` prints them."""
    return {"quantities": [as_json(quantity, text) for quantity in read_quantities(text) if _has_number(quantity)]}


def as_json(quantity: Quantity, text: str) -> dict[str, Any]:
    """A quantity as a record: `start`, `end`, `text`, `value` or `low` and `high`, `bound`, `change`, `unit`.

    Args:
        quantity: one that has a value.
        text: what it was read from; names what a plain count counts.

    Returns:
        `unit` is "percentage", "percentage point", "fraction", a currency's name, a unit of measure in the
        singular ("kilometre", "year"), "time" for multiples, "rank", or the counted noun as written; with
        " per …" for a rate; empty where nothing says what is counted.
    """
    sign = _SIGN.search(text, max(0, quantity.start - 8), quantity.start) if quantity.change is None else None
    start = sign.start() if sign else quantity.start
    factor = -_as_written(quantity) if sign else _as_written(quantity)
    low, high = (None if end is None else _round(end * factor) for end in (quantity.low, quantity.high))
    value = {"value": low} if low == high else {"low": low, "high": high}
    return {
        "start": start,
        "end": quantity.end,
        "text": text[start : quantity.end],
        **value,
        "bound": quantity.bound.value,
        "change": quantity.change.value if quantity.change else None,
        "unit": _unit(quantity, text),
    }


def _has_number(quantity: Quantity) -> bool:
    return quantity.low is not None and not (quantity.unit is Unit.RANK and quantity.vague)


def _as_written(quantity: Quantity) -> float:
    """What turns the value into the one written: the quantity counts fractions in percent and cents in dollars."""
    if quantity.noun in COINS:
        return 100.0
    return 0.01 if quantity.ratio is not None else 1.0


def _round(value: float) -> float | int:
    rounded = float(f"{value:.6g}") if value != int(value) else value
    return int(rounded) if rounded == int(rounded) else rounded


def _unit(quantity: Quantity, text: str) -> str:
    per = quantity.per or ""
    if per.startswith("every "):
        return per.removeprefix("every ")
    name = quantity.noun if per[:1].isdigit() else _name(quantity, text)
    return f"{name} per {per}".strip() if per else name


def _name(quantity: Quantity, text: str) -> str:
    if quantity.ratio is not None:
        return "fraction"
    if quantity.unit is Unit.MONEY:
        return quantity.noun if quantity.noun in COINS else CURRENCY_NAMES.get(quantity.currency or "", "")
    if quantity.unit is Unit.RANK:
        return "rank"
    return quantity.noun or counted_noun(text, quantity.end)


def counted_noun(text: str, at: int) -> str:
    """The noun that a number ending at `at` counts: the first plural after it, else its phrase's last word."""
    if (compound := _COMPOUND.match(text, at)) is not None:
        return compound[1]
    of = _OF.match(text, at)
    phrase = list(_words(text, of.end() if of else at))
    plural = next((word for word in phrase if _is_plural(word)), None)
    return plural or (phrase[-1] if phrase else "")


def _words(text: str, at: int) -> Iterator[str]:
    for _ in range(_LONGEST):
        match = _TOKEN.match(text, at)
        if match is None or match[1].lower() in _SMALL_WORDS:
            return
        yield match[1]
        at = match.end()


def _is_plural(word: str) -> bool:
    low = word.lower()
    return low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "is", "ous", "'s", "’s")))
