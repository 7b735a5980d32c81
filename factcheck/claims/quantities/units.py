"""Units: percent signs, currencies, times and measures that stand before or after a number."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases, words
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


# --- money ---------------------------------------------------------------------------------------------------

_SIGNS: Final = {
    "us$": "USD", "u.s.$": "USD", "usd$": "USD", "us $": "USD", "u.s. $": "USD", "$": "USD", "usd": "USD",
    "c$": "CAD", "ca$": "CAD", "can$": "CAD", "cad": "CAD", "cdn$": "CAD", "cad$": "CAD",
    "a$": "AUD", "au$": "AUD", "aus$": "AUD", "aud": "AUD", "aud$": "AUD", "nz$": "NZD", "nzd": "NZD",
    "hk$": "HKD", "hkd": "HKD", "s$": "SGD", "sg$": "SGD", "sgd": "SGD", "nt$": "TWD", "ntd": "TWD", "twd": "TWD",
    "r$": "BRL", "brl": "BRL", "mx$": "MXN", "mxn": "MXN", "mex$": "MXN", "j$": "JMD", "tt$": "TTD", "us": "USD",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "uk£": "GBP", "¥": "JPY", "jpy": "JPY",
    "cn¥": "CNY", "rmb": "CNY", "cny": "CNY", "yuan": "CNY", "₹": "INR", "rs": "INR", "rs.": "INR", "inr": "INR",
    "re.": "INR", "pkr": "PKR", "npr": "NPR", "lkr": "LKR", "bdt": "BDT", "tk": "BDT", "tk.": "BDT", "৳": "BDT",
    "₦": "NGN", "n": "NGN", "ngn": "NGN", "ghs": "GHS", "gh₵": "GHS", "₵": "GHS", "ksh": "KES", "kes": "KES",
    "kshs": "KES", "sh": "KES", "ugx": "UGX", "ush": "UGX", "tsh": "TZS", "tzs": "TZS", "r": "ZAR", "zar": "ZAR",
    "₱": "PHP", "php": "PHP", "p": "PHP", "฿": "THB", "thb": "THB", "₫": "VND", "vnd": "VND", "rm": "MYR",
    "myr": "MYR", "idr": "IDR", "rp": "IDR", "₩": "KRW", "krw": "KRW", "won": "KRW", "chf": "CHF", "sek": "SEK",
    "nok": "NOK", "dkk": "DKK", "pln": "PLN", "zł": "PLN", "czk": "CZK", "huf": "HUF", "ron": "RON", "₴": "UAH",
    "uah": "UAH", "₽": "RUB", "rub": "RUB", "₺": "TRY", "try": "TRY", "tl": "TRY", "₪": "ILS", "nis": "ILS",
    "ils": "ILS", "aed": "AED", "dh": "AED", "dhs": "AED", "sar": "SAR", "qar": "QAR", "kwd": "KWD", "bhd": "BHD",
    "omr": "OMR", "egp": "EGP", "birr": "ETB", "etb": "ETB", "xaf": "XAF", "xof": "XOF", "cfa": "XOF",
    "clp": "CLP", "cop": "COP", "ars": "ARS", "pen": "PEN", "mad": "MAD", "jod": "JOD", "lbp": "LBP", "irr": "IRR",
    "btc": "BTC", "eth": "ETH",
}  # fmt: skip
# One letter is a currency only in capitals and glued to the figure; so are the codes that are also words.
_CAPITALS: Final = frozenset(["us", "n", "r", "p", "sh", "rm", "rp", "tk", "tl", "try", "won", "pen", "mad", "all", "dh", "nis", "cop"])
_BEFORE: Final = re.compile(rf"(?<![\w$€£])(?P<sign>{any_of(_SIGNS)})[ ]{{0,2}}\Z", re.IGNORECASE)
_AFTER_WORDS: Final = {
    "USD": "us dollar|u.s. dollar|american dollar|united states dollar|dollar|buck|usd|us$",
    "CAD": "canadian dollar|cad", "AUD": "australian dollar|aud", "NZD": "new zealand dollar|nzd",
    "HKD": "hong kong dollar|hkd", "SGD": "singapore dollar|singaporean dollar|sgd", "TWD": "taiwan dollar|taiwanese dollar",
    "EUR": "euro|eur|€", "GBP": "pounds sterling|british pound|gbp|quid|pound sterling|£", "JPY": "japanese yen|yen|jpy|¥",
    "CNY": "chinese yuan|yuan|renminbi|rmb|cny", "INR": "indian rupee|rupee|inr|₹", "PKR": "pakistani rupee|pkr",
    "NPR": "nepali rupee|nepalese rupee|npr", "LKR": "sri lankan rupee|lkr", "IDR": "indonesian rupiah|rupiah|idr",
    "BDT": "bangladeshi taka|taka|bdt", "NGN": "nigerian naira|naira|ngn|₦", "GHS": "cedi|ghanaian cedi|ghs",
    "KES": "kenyan shilling|kenya shilling|shilling|kes", "UGX": "ugandan shilling|uganda shilling|ugx",
    "TZS": "tanzanian shilling|tzs", "ZAR": "south african rand|rand|zar", "PHP": "philippine peso|php|₱",
    "MXN": "mexican peso|peso|mxn", "COP": "colombian peso", "ARS": "argentine peso|argentinian peso", "CLP": "chilean peso",
    "THB": "thai baht|baht|thb", "VND": "vietnamese dong|vnd", "MYR": "ringgit|malaysian ringgit|myr",
    "KRW": "south korean won|korean won|won|krw", "CHF": "swiss franc|franc|chf", "SEK": "swedish krona|swedish kronor|krona|kronor|sek",
    "NOK": "norwegian krone|norwegian kroner|nok", "DKK": "danish krone|danish kroner|kroner|krone|dkk", "PLN": "zloty|złoty|zlotys|pln",
    "CZK": "czech koruna|koruna|czk", "HUF": "forint|huf", "RON": "romanian leu|romanian lei|ron", "UAH": "hryvnia|hryvnias|uah",
    "RUB": "russian ruble|ruble|rouble|rub|₽", "TRY": "turkish lira|lira|₺", "ILS": "israeli shekel|shekel|nis|ils|₪",
    "AED": "dirham|aed", "SAR": "saudi riyal|riyal|sar", "QAR": "qatari riyal|qar", "KWD": "kuwaiti dinar|kwd",
    "IQD": "iraqi dinar", "JOD": "jordanian dinar|dinar", "EGP": "egyptian pound|egp", "ETB": "birr", "BRL": "brazilian real|reais|brl",
    "IRR": "iranian rial|rial", "XOF": "cfa franc|cfa", "BTC": "bitcoin|btc", "ETH": "ether",
}  # fmt: skip
_CURRENCY_AFTER: Final = {
    form: code
    for code, names in _AFTER_WORDS.items()
    for name in phrases(names)
    for form in ((name, f"{name}s") if name.isalpha() or " " in name else (name,))
}
_POUND_MONEY: Final = re.compile(
    r"\b(?:cost|paid|pay|paying|worth|price|fine|fined|spen[dt]|earn|rais|budget|debt|sold|charge|fee|wage|salar)"
)
_AFTER: Final = re.compile(rf"(?:{GAP}|-|)(?P<name>{any_of(_CURRENCY_AFTER)})(?!\w)")

# --- times and measures ---------------------------------------------------------------------------------------

_TIMES: Final = {
    Unit.YEARS: "year|yr|decade|century", Unit.MONTHS: "month|mo", Unit.WEEKS: "week|wk|fortnight",
    Unit.DAYS: "day|night", Unit.HOURS: "hour|hr", Unit.MINUTES: "minute|min|mins", Unit.SECONDS: "second|sec",
}  # fmt: skip
FACTORS: Final = {"decade": 10.0, "century": 100.0, "fortnight": 2.0}  # of the unit they are counted in
_PLURALS: Final = {
    "century": "centuries",
    "foot": "feet",
    "inch": "inches",
    "bushel": "bushels",
    "henry": "henries",
}
_MEASURES: Final = phrases(
    """kilometre|kilometer|metre|meter|centimetre|centimeter|millimetre|millimeter|micrometre|nanometre|nanometer|micron|
    mile|yard|foot|inch|nautical mile|light-year|light year|square kilometre|square kilometer|square metre|square meter|
    square mile|square foot|square yard|cubic metre|cubic meter|cubic foot|hectare|acre|
    tonne|ton|metric ton|metric tonne|kilogram|kilogramme|kilo|gram|gramme|milligram|microgram|ounce|troy ounce|stone|pound|
    litre|liter|millilitre|milliliter|gallon|pint|quart|barrel|bushel|teaspoon|tablespoon|cubic centimetre|
    mile per hour|kilometre per hour|kilometer per hour|knot|metre per second|meter per second|
    degree|degree celsius|degree fahrenheit|celsius|fahrenheit|kelvin|
    watt|kilowatt|megawatt|gigawatt|terawatt|kilowatt hour|kilowatt-hour|megawatt hour|megawatt-hour|gigawatt hour|
    gigawatt-hour|terawatt hour|terawatt-hour|volt|amp|ampere|joule|kilojoule|calorie|kilocalorie|horsepower|
    hertz|kilohertz|megahertz|gigahertz|decibel|byte|kilobyte|megabyte|gigabyte|terabyte|petabyte|bit|megabit|gigabit|pixel|
    megapixel|carat|basis point|percentage point|percent point|per cent point|point|pascal|millibar|newton|millisecond|
    microsecond|nanosecond|light-second|part per million|part per billion|magnitude"""
)
_ALIASES: Final = {
    "kilometer": "kilometre", "meter": "metre", "centimeter": "centimetre", "millimeter": "millimetre",
    "square kilometer": "square kilometre", "square meter": "square metre", "cubic meter": "cubic metre",
    "kilometer per hour": "kilometre per hour", "meter per second": "metre per second", "liter": "litre",
    "milliliter": "millilitre", "kilo": "kilogram", "kilogramme": "kilogram", "gramme": "gram", "metric ton": "tonne",
    "metric tonne": "tonne", "light year": "light-year", "celsius": "degree celsius", "fahrenheit": "degree fahrenheit",
    "kilowatt hour": "kilowatt-hour", "megawatt hour": "megawatt-hour", "gigawatt hour": "gigawatt-hour",
    "terawatt hour": "terawatt-hour", "amp": "ampere", "percent point": POINT, "per cent point": POINT,
    "nanometer": "nanometre",
}  # fmt: skip
_SYMBOLS: Final = {  # as written, capitals and all
    "km": "kilometre", "kms": "kilometre", "cm": "centimetre", "mm": "millimetre", "nm": "nanometre", "m": "metre",
    "ft": "foot", "ft.": "foot", "in.": "inch", "yd": "yard", "yds": "yard", "mi": "mile", "sq km": "square kilometre",
    "sq ft": "square foot", "sq. ft.": "square foot", "sq m": "square metre", "sq mi": "square mile", "km2": "square kilometre",
    "km²": "square kilometre", "m²": "square metre", "m2": "square metre", "m³": "cubic metre", "ha": "hectare",
    "kg": "kilogram", "kgs": "kilogram", "g": "gram", "mg": "milligram", "µg": "microgram", "mcg": "microgram", "lb": "pound",
    "lbs": "pound", "lbs.": "pound", "oz": "ounce", "oz.": "ounce", "l": "litre", "L": "litre", "ml": "millilitre",
    "mL": "millilitre", "cc": "cubic centimetre", "gal": "gallon", "bbl": "barrel", "mph": "mile per hour",
    "km/h": "kilometre per hour", "kph": "kilometre per hour", "kmh": "kilometre per hour", "m/s": "metre per second",
    "mpg": "mile per gallon", "°C": "degree celsius", "°F": "degree fahrenheit", "ºC": "degree celsius", "ºF": "degree fahrenheit",
    "° C": "degree celsius", "° F": "degree fahrenheit", "°": "degree", "C": "degree celsius", "F": "degree fahrenheit",
    "W": "watt", "kW": "kilowatt", "KW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "kWh": "kilowatt-hour",
    "MWh": "megawatt-hour", "GWh": "gigawatt-hour", "TWh": "terawatt-hour", "V": "volt", "mAh": "milliampere-hour",
    "kJ": "kilojoule", "kcal": "kilocalorie", "hp": "horsepower", "bhp": "horsepower", "Hz": "hertz", "kHz": "kilohertz",
    "MHz": "megahertz", "GHz": "gigahertz", "dB": "decibel", "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte",
    "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte", "Mbps": "megabit per second", "Gbps": "gigabit per second",
    "MP": "megapixel", "bps": "basis point", "bp": "basis point", "pp": POINT, "ppt": POINT, "pts": "point", "pts.": "point",
    "ppm": "part per million", "ppb": "part per billion", "Nm": "newton metre", "fps": "frame per second", "ms": "millisecond",
    "b/d": "barrel per day", "bpd": "barrel per day", "mmBTU": "million british thermal units", "rpm": "revolution per minute",
}  # fmt: skip
_GLUED_ONLY: Final = frozenset(["m", "C", "F", "W", "V", "in.", "ms", "bp", "MP"])  # a letter apart is seldom a unit


def _plural(name: str) -> str:
    head, per, tail = name.partition(" per ")
    if head in _PLURALS:
        return _PLURALS[head] + per + tail
    first, blank, last = head.rpartition(" ")
    if first == "degree" or first == "part":
        return f"{first}s {last}{per}{tail}"
    plural = _PLURALS.get(
        last, last if last in ("celsius", "fahrenheit", "horsepower", "hertz") else f"{last}s"
    )
    return f"{first}{blank}{plural}{per}{tail}"


def _forms() -> dict[str, tuple[Unit, str]]:
    forms: dict[str, tuple[Unit, str]] = {}
    for unit, names in _TIMES.items():
        for name in phrases(names):
            forms[name] = forms[_plural(name)] = (
                unit,
                name if name in FACTORS else unit.value.removesuffix("s"),
            )
    for name in _MEASURES:
        plain = _ALIASES.get(name, name)
        unit = Unit.PERCENT if plain == POINT else Unit.OTHER
        forms[name] = forms[_plural(name)] = (unit, plain)
    for form in ("percent", "per cent", "per-cent", "pct", "pct.", "percents"):
        forms[form] = (Unit.PERCENT, "percentage")
    for form in ("cent", "cents", "¢", "pence", "penny", "pennies"):
        forms[form] = (Unit.MONEY, CENT)
    return forms


_FORMS: Final = _forms()
_WORD: Final = re.compile(rf"(?:{GAP}|-|)(?P<name>{any_of(_FORMS)})(?!\w|-degree)")
_SYMBOL: Final = re.compile(rf"(?P<gap>{GAP}|-|)(?P<name>{any_of(_SYMBOLS)})(?!\w|[/²³]|\.\w)")
_PERCENT: Final = re.compile(r"[ ]?[%％‰](?!\w)(?:-?points?\b)?|%")

TIME_WORDS: Final = {
    form: unit.value.removesuffix("s")
    for form, (unit, name) in _FORMS.items()
    if unit in _TIMES and name not in FACTORS
} | {"decade": "decade", "decades": "decade", "century": "century"}


_AMOUNT: Final = re.compile(
    r"\d{1,3},\d{3}|\d{3,}(?![\d-])|\d+(?:\.\d+)? ?(?:m|bn|k|million|billion|thousand|crore|lakh)\b",
    re.IGNORECASE,
)


def currency_before(text: Text, floor: int, at: int) -> UnitSign | None:
    """The currency sign or code right before a figure ("US$ 236", "Rs 5", "N300,000"), not reaching before `floor`."""
    last = text.char(at - 1)
    if last == " ":
        last = text.char(at - 2)
    if last not in _CURRENCY_ENDS and not (
        last.isalpha() and _ends_in_sign(text.low[max(floor, at - 8) : at])
    ):
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
    return window.split()[-1].lstrip("([\"'“—-/") in _SIGNS


_CURRENCY_ENDS: Final = frozenset("$€£¥₹₦₱฿₫₩₴₽₺₪৳₵.")


def _is_code(sign: str) -> bool:
    """Whether letters are written as a currency's code: "INR", "Rs", "euro" no word of a sentence."""
    return sign.isupper() or sign in (
        "Rs",
        "Re",
        "Ksh",
        "KSh",
        "Kshs",
        "KShs",
        "Tk",
        "Rp",
        "Dh",
        "Dhs",
        "Sh",
        "USh",
        "TSh",
        "Birr",
    )


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
    "barrel share gallon litre liter ton tonne pound ounce bushel kilo kilogram mile head person piece student pupil child "
    "square foot acre bottle unit gram megawatt kilometre kilometer"
)
PER_WORDS: Final = frozenset(("per", "each", "every", "/", "out", *_ADVERBS))
ARTICLES: Final = frozenset(("a", "an"))
PERIODS: Final = frozenset((*_PERIODS, *_PIECES))
_ADVERB: Final = any_of(_ADVERBS)
PER: Final = re.compile(
    rf"""{GAP}(?P<adverb>{_ADVERB})(?!\w)
       | {GAP}(?:an?|each|every|per|in{GAP}an?|in{GAP}each|for{GAP}each|in{GAP}every){GAP}(?:single{GAP}|calendar{GAP}|fiscal{GAP}|given{GAP})?(?P<period>{any_of(_PERIODS)})(?!\w|-)
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
