"""Units: percent signs, currencies, times and measures that stand before or after a number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, NamedTuple

from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases, words
from factcheck.files import read_yaml
from factcheck.model import Unit

POINT: Final = "percentage point"
CENT: Final = "cent"


class UnitSign(NamedTuple):
    """A unit at `text[start:end]`.

    Attributes:
        unit: its class.
        name: its plain name ("percentage", "kilometre"); for money the currency's code.
    """

    start: int
    end: int
    unit: Unit
    name: str


_DATA: Final[dict[str, Any]] = read_yaml(
    Path(__file__).with_name("units.yaml").read_text("utf-8"), str(Path(__file__).with_name("units.yaml"))
)

# --- money ---------------------------------------------------------------------------------------------------

CURRENCY_NAMES: Final[dict[str, str]] = {code: entry["name"] for code, entry in _DATA["currencies"].items()}
_SIGNS: Final = {
    sign: code for code, entry in _DATA["currencies"].items() for sign in phrases(entry.get("before", ""))
}
_CAPITALS: Final = frozenset(phrases(_DATA["capitals"]))
_CODES: Final = frozenset(phrases(_DATA["codes"]))
_BEFORE: Final = re.compile(rf"(?<![\w$€£])(?P<sign>{any_of(_SIGNS)})[ ]{{0,2}}\Z", re.IGNORECASE)
_CURRENCY_AFTER: Final = {
    form: code
    for code, entry in _DATA["currencies"].items()
    for name in phrases(entry.get("after", ""))
    for form in ((name, f"{name}s") if name[-1].isalpha() else (name,))
}
_AFTER: Final = re.compile(rf"(?:{GAP}|-|)(?P<name>{any_of(_CURRENCY_AFTER)})(?!\w)")
_POUND_MONEY: Final = re.compile(
    r"\b(?:cost|paid|pay|paying|worth|price|fine|fined|spen[dt]|earn|rais|budget|debt|sold|charge|fee|wage|salar)"
)
# --- times and measures ---------------------------------------------------------------------------------------

FACTORS: Final = {"decade": 10.0, "century": 100.0, "fortnight": 2.0}  # of the unit they are counted in
_PERCENTS: Final = ("percent", "per cent", "per-cent", "pct", "pct.", "percents")
_CENTS: Final = ("cent", "cents", "¢", "pence", "penny", "pennies")


def _plural(name: str) -> str:
    head, per, tail = name.partition(" per ")
    first, blank, last = head.rpartition(" ")
    if first in ("degree", "part"):
        return f"{first}s {last}{per}{tail}"
    plural = _DATA["plurals"].get(last, f"{last}s")
    return f"{first}{blank}{plural}{per}{tail}"


def _forms() -> dict[str, tuple[Unit, str]]:
    """Every spelled form of a unit with its class and plain name."""
    forms = dict.fromkeys(_PERCENTS, (Unit.PERCENT, "percentage")) | dict.fromkeys(_CENTS, (Unit.MONEY, CENT))
    for name, entry in _DATA["measures"].items():
        sign = (Unit.PERCENT if name == POINT else Unit.OTHER, name)
        for form in (name, *phrases(entry.get("spelled", ""))):
            forms[form] = forms[_plural(form)] = sign
    for time, names in _DATA["times"].items():
        for form in phrases(names):
            sign = (Unit(time), form if form in FACTORS else time.removesuffix("s"))
            forms[form] = forms[_plural(form)] = sign
    return forms


_FORMS: Final = _forms()
_SYMBOLS: Final = {
    symbol: name for name, entry in _DATA["measures"].items() for symbol in phrases(entry.get("symbols", ""))
}
_GLUED_ONLY: Final = frozenset(phrases(_DATA["glued"]))
_WORD: Final = re.compile(rf"(?:{GAP}|-|)(?P<name>{any_of(_FORMS)})(?!\w|-degree)")
_SYMBOL: Final = re.compile(rf"(?P<gap>{GAP}|-|)(?P<name>{any_of(_SYMBOLS)})(?!\w|[/²³]|\.\w)")
_PERCENT: Final = re.compile(r"[ ]?[%％‰](?!\w)(?:-?points?\b)?|%")
_AMOUNT: Final = re.compile(
    r"\d{1,3},\d{3}|\d{3,}(?![\d-])|\d+(?:\.\d+)? ?(?:m|bn|k|million|billion|thousand|crore|lakh)\b",
    re.IGNORECASE,
)


def currency_before(text: Text, floor: int, at: int) -> UnitSign | None:
    """The currency sign or code right before a figure ("US$ 236", "Rs 5", "N300,000"), at `floor` or later."""
    last = text.char(at - 1)
    if last == " ":
        last = text.char(at - 2)
    if last not in _CURRENCY_ENDS and not (last.isalpha() and _ends_in_sign(text.low[max(floor, at - 8) : at])):
        return None
    window = text.plain[max(floor, at - 10) : at]
    match = _BEFORE.search(window)
    if match is None:
        return None
    sign = match["sign"]
    low = re.sub(r"\s", " ", sign.lower())
    glued = match.end("sign") == len(window)
    if low in _CAPITALS and not (sign.isupper() and glued and _AMOUNT.match(text.plain, at)):
        return None
    if low.isalpha() and not _is_code(sign):
        return None
    start = at - len(window) + match.start()
    return UnitSign(start, at, Unit.MONEY, _SIGNS[low])


def _ends_in_sign(window: str) -> bool:
    words = window.split()
    return bool(words) and words[-1].lstrip("([\"'“—-/") in _SIGNS


_CURRENCY_ENDS: Final = frozenset("$€£¥₹₦₱฿₫₩₴₽₺₪৳₵.")


def _is_code(sign: str) -> bool:
    """Whether letters are written as a currency's code: "INR", "Rs", "euro" no word of a sentence."""
    return sign.isupper() or sign in _CODES


def unit_after(text: Text, at: int, *, scaled: bool = False) -> UnitSign | None:
    """The unit right after a number that ends at `at`, None for none; a counted noun is no unit.

    Args:
        scaled: the number has a magnitude of a million or more, which tells pounds of money from pounds of weight.
    """
    if match := _PERCENT.match(text.plain, at):
        name = POINT if "point" in match.group() else "percentage"
        return UnitSign(at, match.end(), Unit.PERCENT, name)
    if match := _AFTER.match(text.low, at):
        return UnitSign(at, match.end(), Unit.MONEY, _CURRENCY_AFTER[_flat(match["name"])])
    if match := _WORD.match(text.low, at):
        return _of_word(text, at, match, scaled=scaled)
    if (match := _SYMBOL.match(text.plain, at)) and not (
        match["gap"] and match["name"] in _GLUED_ONLY and not _LONG.match(text.low, at)
    ):
        name = _SYMBOLS[_flat(match["name"])]
        return UnitSign(at, match.end(), Unit.PERCENT if name == POINT else Unit.OTHER, name)
    return None


_LONG: Final = re.compile(
    rf"{GAP}m(?:{GAP}(?:long|high|tall|wide|deep|thick|above|below|away|of{GAP}(?:rope|cable|water|fabric)|race|sprint|hurdles|freestyle)\b|[.,;)])"
)


def _of_word(text: Text, at: int, match: re.Match[str], *, scaled: bool) -> UnitSign:
    unit, name = _FORMS[_flat(match["name"])]
    if (
        name == "pound"
        and (scaled or _POUND_MONEY.search(re.split(r"[.;]", text.low[max(0, at - 40) : at])[-1]))
        and not _weighs(text, match.end())
    ):
        return UnitSign(at, match.end(), Unit.MONEY, "GBP")
    return UnitSign(at, match.end(), unit, name)


def _weighs(text: Text, end: int) -> bool:
    return text.low.startswith((" of ", " heav", " weigh"), end)


def _flat(phrase: str) -> str:
    """A matched phrase as it stands in the lists: single blanks, plain dashes and quotes."""
    return re.sub(r"\s+", " ", phrase).translate(_FLAT)


_FLAT: Final = str.maketrans({"‑": "-", "–": "-", "—": "-", "‐": "-", "−": "-", "’": "'"})

# --- per what -------------------------------------------------------------------------------------------------

_ADVERBS: Final = {
    "annually": "year", "yearly": "year", "daily": "day", "nightly": "night", "hourly": "hour", "monthly": "month",
    "weekly": "week", "quarterly": "quarter",
}  # fmt: skip
_PERIODS: Final = words(
    "year day night hour minute second month week quarter decade season century generation weekend shift"
)
_PIECES: Final = words(
    """barrel share gallon litre liter ton tonne pound ounce bushel kilo kilogram mile head person piece
        student pupil child square foot acre bottle unit gram megawatt kilometre kilometer"""
)
PER_WORDS: Final = frozenset(("per", "each", "every", "/", "out", *_ADVERBS))
ARTICLES: Final = frozenset(("a", "an"))
PERIODS: Final = frozenset((*_PERIODS, *_PIECES))
PER: Final = re.compile(
    rf"""{GAP}(?P<adverb>{any_of(_ADVERBS)})(?!\w)
       | {GAP}(?:an?|each|every|per|in{GAP}an?|in{GAP}each|for{GAP}each|in{GAP}every){GAP}
         (?:(?:single|calendar|fiscal|given){GAP})?(?P<period>{any_of(_PERIODS)})(?!\w|-)
       | {GAP}an?{GAP}(?P<piece>{any_of(_PIECES)})(?!\w|-)
       | (?:{GAP}per{GAP}|[ ]?/[ ]?)(?!cent\b|\d)(?P<noun>[a-z]{{2,16}})(?!\w)""",
    re.VERBOSE,
)


def per_after(text: Text, at: int) -> tuple[str, int] | None:
    """What a number is told per, and where that ends: "a year", "per capita", "/day", "annually"."""
    match = PER.match(text.low, at)
    if match is None:
        return None
    if match["adverb"]:
        return _ADVERBS[match["adverb"]], match.end()
    name = match["period"] or match["piece"] or match["noun"]
    return ("person" if name in ("capita", "head") else name), match.end()
