"""Units: percent signs, currencies, times and measures that stand before or after a number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final, NamedTuple

from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases, words
from factcheck.entries import read_yaml
from factcheck.model import Unit

POINT: Final = "percentage point"
CENT: Final = "cent"
PENNY: Final = "penny"
COINS: Final = {CENT: "USD", PENNY: "GBP"}  # a hundredth each of a currency's unit


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
_LONGEST_SIGN: Final = max(map(len, _SIGNS))
_POUND_MONEY: Final = re.compile(
    r"\b(?:costs?|paid|pay|paying|worth|prices?|fined?|spen[dt]|earn\w*|rais\w+|budgets?|debts?|sold|charged?|fees?|"
    r"wages?|salar\w+)\b"
)
# --- times and measures ---------------------------------------------------------------------------------------

FACTORS: Final = {"decade": 10.0, "century": 100.0, "fortnight": 2.0}  # of the unit they are counted in
_PERCENTS: Final = ("percent", "per cent", "per-cent", "pct", "pct.", "percents")
_CENTS: Final = ("cent", "cents", "¢")
_PENNIES: Final = ("pence", "penny", "pennies")


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
    forms |= dict.fromkeys(_PENNIES, (Unit.MONEY, PENNY))
    for name, entry in _DATA["measures"].items():
        sign = (Unit.PERCENT if name == POINT else Unit.OTHER, name)
        for form in (name, *phrases(entry.get("spelled", ""))):
            forms[form] = forms[_plural(form)] = sign
    for time, names in _DATA["times"].items():
        for form in phrases(names):
            sign = (Unit(time), form if form in FACTORS else time.removesuffix("s"))
            forms[form] = forms[_plural(form)] = sign
    for code, entry in _DATA["currencies"].items():
        for form in phrases(entry.get("after", "")):
            forms[form] = (Unit.MONEY, code)
            if form[-1].isalpha():
                forms[f"{form}s"] = (Unit.MONEY, code)
    return {form.replace("-", " "): sign for form, sign in forms.items()}


_FORMS: Final = _forms()
_FIRST_WORDS: Final = frozenset(form.partition(" ")[0].rstrip(".") for form in _FORMS)
_SYMBOLS: Final = {
    symbol: name for name, entry in _DATA["measures"].items() for symbol in phrases(entry.get("symbols", ""))
}
_GLUED_ONLY: Final = frozenset(phrases(_DATA["glued"]))
# Up to three words after a number, apart by blanks or dashes, looked up as one, two or three.
_WORDS: Final = re.compile(r"(?:[ ]{1,4}|-|)((?:us\$|u\.s\.|[^\W\d_]+\.?|[€£¥₹₦₱₽₺₪¢])(?:[ -][^\W\d_]+){0,2})")
_SYMBOL: Final = re.compile(rf"(?P<gap>{GAP}|-|)(?P<name>{any_of(_SYMBOLS)})(?!\w|[/²³]|\.\w)")
_PERCENT: Final = re.compile(r"[ ]?[%％‰](?!\w)(?:-?points?\b)?|%")
_AMOUNT: Final = re.compile(
    r"\d{1,3},\d{3}|\d{3,}(?![\d-])|\d+(?:\.\d+)? ?(?:m|bn|k|million|billion|thousand|crore|lakh)\b",
    re.IGNORECASE,
)


def currency_before(text: Text, floor: int, at: int) -> UnitSign | None:
    """The currency sign or code right before a figure ("US$ 236", "Rs 5", "N300,000"), at `floor` or later."""
    end = at
    while end > floor and end > at - 2 and text.plain[end - 1] == " ":
        end -= 1
    last = text.char(end - 1)
    if last not in _CURRENCY_ENDS and not last.isalpha():
        return None
    window = text.plain[max(floor, end - _LONGEST_SIGN - 1) : end]
    for size in range(min(_LONGEST_SIGN, len(window)), 0, -1):
        sign = window[-size:]
        code = _SIGNS.get(sign.lower())
        if code is not None and not _within_word(window[-size - 1 : -size]):
            found = UnitSign(end - size, at, Unit.MONEY, code)
            return found if _is_sign(text, sign, at, glued=end == at) else None
    return None


def _within_word(before: str) -> bool:
    return bool(before) and (before.isalnum() or before in "_$€£")


def _is_sign(text: Text, sign: str, at: int, *, glued: bool) -> bool:
    """Whether letters are written as a currency's sign: "INR", "Rs", "N300,000"; no word of a sentence."""
    low = sign.lower()
    if low in _CAPITALS and not (sign.isupper() and glued and _AMOUNT.match(text.plain, at)):
        return False
    return not low.isalpha() or sign.isupper() or sign in _CODES


_CURRENCY_ENDS: Final = frozenset("$€£¥₹₦₱฿₫₩₴₽₺₪৳₵.")


def unit_after(text: Text, at: int, *, scaled: bool = False) -> UnitSign | None:
    """The unit right after a number that ends at `at`, None for none; a counted noun is no unit.

    Args:
        scaled: the number has a magnitude of a million or more, which tells pounds of money from pounds of weight.
    """
    char = text.char(at)
    if (char == "%" or text.char(at + 1) in "%‰") and (match := _PERCENT.match(text.plain, at)):
        name = POINT if "point" in match.group() else "percentage"
        return UnitSign(at, match.end(), Unit.PERCENT, name)
    if char not in " -" and not char.isalpha() and char not in "€£¥₹₦₱₽₺₪¢°º":
        return None
    if (match := _WORDS.match(text.low, at)) and (found := _spelled(text, at, match, scaled=scaled)):
        return found
    match = _SYMBOL.match(text.plain, at)
    if match is None or (match["gap"] and match["name"] in _GLUED_ONLY and not _LONG.match(text.low, at)):
        return None
    name = _SYMBOLS[_flat(match["name"])]
    return UnitSign(at, match.end(), Unit.PERCENT if name == POINT else Unit.OTHER, name)


def _spelled(text: Text, at: int, match: re.Match[str], *, scaled: bool) -> UnitSign | None:
    """The longest spelled unit among the words after a number."""
    phrase = match[1]
    if phrase.partition(" ")[0].partition("-")[0].rstrip(".") not in _FIRST_WORDS:
        return None
    while phrase:
        end = match.start(1) + len(phrase)
        flat = phrase.replace("-", " ")
        sign = _FORMS.get(flat) or _FORMS.get(flat.rstrip("."))
        if sign is not None and not (text.char(end).isalnum() or text.low.startswith("-degree", end)):
            end -= flat.endswith(".") and flat not in _FORMS
            return _weighed(text, at, UnitSign(at, end, *sign), scaled=scaled)
        cut = max(phrase.rfind(" "), phrase.rfind("-"))
        phrase = phrase[:cut] if cut > 0 else ""
    return None


def _weighed(text: Text, at: int, sign: UnitSign, *, scaled: bool) -> UnitSign:
    """ "500 pounds" are money near words of money and weight elsewhere."""
    if sign.name != "pound" or text.low.startswith((" of ", " heav", " weigh"), sign.end):
        return sign
    money = scaled or _POUND_MONEY.search(_CLAUSE_END.split(text.low[max(0, at - 40) : at])[-1])
    return UnitSign(at, sign.end, Unit.MONEY, "GBP") if money else sign


_CLAUSE_END: Final = re.compile(r"[.;]")
_LONG: Final = re.compile(
    rf"{GAP}m(?:{GAP}(?:long|high|tall|wide|deep|thick|above|below|away|of{GAP}(?:rope|cable|water|fabric)|"
    rf"race|sprint|hurdles|freestyle)\b|[.,;)])"
)


def _flat(phrase: str) -> str:
    """A symbol as it stands in the list: single blanks."""
    return " ".join(phrase.split())


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
       | (?:{GAP}|-)(?:an?|each|every|per|in{GAP}an?|in{GAP}each|for{GAP}each|in{GAP}every)(?:{GAP}|-)
         (?:(?:single|calendar|fiscal|given){GAP})?(?P<period>{any_of(_PERIODS)})(?!\w|-)
       | {GAP}an?{GAP}(?P<piece>{any_of(_PIECES)})(?!\w|-)
       | (?:{GAP}per{GAP}|[ ]?/[ ]?)(?!(?:cent|every|each|the|an?)\b|\d)(?P<noun>[a-z]{{2,16}})(?!\w)""",
    re.VERBOSE,
)


_ADJECTIVE: Final = re.compile(
    rf"{GAP}(?!(?:and|or|in|from|on|by|to|for|at|as|with|while|but|when|worldwide|during|since|across|is|are|was)\b)[a-z]"
)


def per_after(text: Text, at: int) -> tuple[str, int] | None:
    """What a number is told per, and where that ends: "a year", "per capita", "/day", "annually"."""
    match = PER.match(text.low, at)
    if match is None:
        return None
    if match["adverb"]:
        if match["adverb"] != "annually" and _ADJECTIVE.match(text.low, match.end()):
            return None  # "monthly users"
        return _ADVERBS[match["adverb"]], match.end()
    name = match["period"] or match["piece"] or match["noun"]
    return ("person" if name in ("capita", "head") else name), match.end()
