"""The shapes in which a text writes a time, each read as a period or as one told from another date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from factcheck.model import Period


@dataclass(frozen=True, slots=True)
class Relative:
    """A time told from the article's date or from another year, both ends included.

    Attributes:
        first, last: in years (or months) from the anchor; `first` None where only the end is known.
        months: counted in months rather than in years.
        named: told from the year named before it ("the previous year") rather than from the article's date.
    """

    first: int | None
    last: int
    months: bool = False
    named: bool = False

    def from_month(self, month: int) -> Period:
        """The period, told from a month counted as in `Period`."""
        if self.months:
            return Period(None if self.first is None else month + self.first, month + self.last)
        year = month // 12
        return Period(None if self.first is None else 12 * (year + self.first), 12 * (year + self.last) + 11)


class Shape(NamedTuple):
    """A time as written at `text[start:end]`.

    Attributes:
        name: which shape it has ("year", "day", "range" …).
        reading: what it says.
        month: the month of "March of that year", 0 in any other shape.
    """

    start: int
    end: int
    name: str
    reading: Period | Relative
    month: int = 0


_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_TO_TWELVE: Final = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS: Final = {word: number for number, word in enumerate(_TO_TWELVE.split(), 1)}
_NUMBERS.update(fifteen=15, twenty=20, thirty=30, few=0, several=0)

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?(?:-|–|—|to|and|through|&)\s?{_DAY})?"
_DASH = r"\s?(?:-|–|—)\s?"
_TO = rf"(?:{_DASH}|\s(?:to|and|through|thru|until|till)\s(?:the\send\sof\s)?)"
_TURN = r"(?:(?:early|mid|late|the\sbeginning\sof|the\sstart\sof|the\send\sof|the\smiddle\sof)[\s-])?"
_POINT = rf"(?:{_MONTH}\s{_DAY},?\s{_YEAR}|{_DAY}\s{_MONTH},?\s{_YEAR}|{_MONTH},?\s(?:of\s)?{_YEAR}|{_YEAR})"
_FROM = rf"(?:{_POINT}|{_MONTH}(?:\s{_DAY})?|{_DAY}\s{_MONTH})"
_SOME = rf"(?i:\d{{1,2}}|an?|{'|'.join(_NUMBERS)})"

# How every shape begins: a cheap test before the dear ones.
_BEGINS = (
    r"(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|FY|Q[1-4]|[Ff](?:is|in|rom|irst|ourth|or\s)|[Tt](?:h|o\s)|"
    r"[Ss](?:o\s|econd)|[Ll]ast|[Bb]etween|early|mid|late|[Oo]ver|[Ii]n\s|[Dd]uring|[Ww]ithin|[Cc]urrent|[Aa]n?\s|"
    rf"(?i:{'|'.join(_NUMBERS)})\s)"
)
# The shapes a time is written in, the longer first; group names say what was found.
_TIME: Final = re.compile(
    rf"""(?<![\w$€£.,/#-])(?={_BEGINS})(?:
      (?P<fiscal>(?:FYs?|[Ff]iscal(?:\s[Yy]ears?)?|[Ff]inancial\s[Yy]ears?)[\s-]?
          (?P<fy1>(?:20)?\d\d)(?:{_TO}(?P<fy2>(?:20)?\d\d)|/(?P<fy3>\d\d(?:\d\d)?))?)(?!\d)
    | (?P<half>(?:[Tt]he\s)?(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)\s
          (?P<part>half|quarter|(?:two|three|four|five|six|seven|eight|nine)\smonths)\sof\s(?P<halfyear>{_YEAR})
        |Q(?P<q>[1-4])\s(?P<qyear>{_YEAR}))\b
    | (?P<range>(?:(?:[Bb]etween|[Ff]rom)\s)?{_TURN}(?P<r1>{_FROM}){_TO}{_TURN}(?P<r2>{_POINT}))(?![\d%])
    | (?P<months>(?:[Bb]etween|[Ff]rom)\s{_MONTH}{_TO}{_MONTH})(?!\s\d|,\s(?:1[6-9]|20)\d\d)(?=\W|$)
    | (?P<short>(?P<s1>{_YEAR})(?P<mark>[-–/])(?P<s2>\d\d))(?![\d%-])
    | (?P<iso>(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])(?:-\d\d)?)(?![\d-])
    | (?P<slashes>(?P<m1>\d\d?)/(?P<m2>\d\d?)/(?P<my>{_YEAR}))(?!\d)
    | (?P<day>{_MONTH}\s{_DAYS}(?:,\s?|\s){_YEAR}|{_DAYS}(?:\sof)?\s{_MONTH},?\s{_YEAR})(?!\d)
    | (?P<month>{_MONTH},?\s(?:of\s)?{_YEAR})(?!\d)
    | (?P<decade>(?:[Tt]he\s)?(?:(?:early|mid|late)[\s-])?(?P<d1>(?:1[6-9]|20)\d)0'?s)\b
    | (?P<century>(?:[Tt]he\s)?(?:(?:early|mid|late)[\s-])?(?P<c1>1[5-9]|20)th[\s-]century)\b
    | (?P<year>(?P<y1>{_YEAR}))(?![\d%]|[.,]\d|-(?:\d|[a-z]))
    | (?P<thatyear>(?P<tm>{_MONTH})\sof\s(?:that|the\ssame)\syear
        |(?:[Tt]hat|[Tt]he\s[Ss]ame)\s(?:year|period)|[Tt]hat\ssame\syear)\b
    | (?P<other>[Tt]he\s(?P<side>previous|prior|preceding|following|next)\syear
        |[Tt]he\syear\s(?P<side2>before|after)|a\syear\s(?P<side3>earlier|later|before))\b
    | (?P<near>(?P<ago>[Ll]ast|[Tt]his|(?:[Tt]he\s)?[Cc]urrent)\s(?P<unit>fiscal\syear|year|month|decade))
        (?!\s(?:ago|old))\b
    | (?P<past>(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin|[Ff]or)\s)?(?:[Tt]he|these|those)\s
        (?:past|last|previous|recent)\s(?:(?P<n>{_SOME})\s(?:or\smore\s)?)?(?P<nunit>years?|months?|decades?))\b
    | (?P<back>(?P<bn>{_SOME})\s(?P<bunit>years?|decades?)\s(?P<way>ago|earlier|later))\b
    | (?P<todate>[Tt]o\sdate|[Ss]o\sfar(?!\s(?:as|away|from|out|apart|beyond|removed)))\b
    | (?P<lone>(?<=[Ii]n\s|or\s|ng\s|ce\s|of\s|st\s|is\s|[Bb]y\s)(?P<lm>{_MONTH}))(?=\s(?!\d)|[,.;:)]|$)
    )""",
    re.VERBOSE,
)
_MONTH_IN: Final = re.compile(_MONTH)
_YEAR_IN: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)")

# What every shape holds; only around these is a text searched for shapes.
# (Every alternative begins with a plain letter or digit, so that the search skips ahead to one of these.)
_SIGN: Final = re.compile(
    r"1[6-9]\d\d|20\d\d|FY|fiscal|Fiscal|financial|Financial|year|month|decade|century|to date|To date|"
    r"so far|So far|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
_BEFORE_SIGN: Final = 40  # characters that a shape may begin before its first sign
_AFTER_SIGN: Final = 40


def shapes(text: str) -> Iterator[Shape]:
    """The times written in a text, in order, none overlapping."""
    for low, high in _stretches(text):
        for match in _TIME.finditer(text, low, high):
            name = match.lastgroup or ""  # the outermost group, which closes last
            reading = _READERS[name](match)
            if reading is not None:
                month = match["tm"] or match["lm"]
                yield Shape(match.start(), match.end(), name, reading, _month(month) if month else 0)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that can hold a time, widened to whole words, none overlapping."""
    low, high = 0, -1
    for sign in _SIGN.finditer(text):
        if sign.start() - _BEFORE_SIGN > high:
            if high > low:
                high = _word_end(text, high)
                yield low, high
            if sign.start() < high:
                continue
            low = max(high, text.rfind(" ", 0, max(0, sign.start() - _BEFORE_SIGN)) + 1, 0)
        high = max(high, sign.end() + _AFTER_SIGN)
    if high > low:
        yield low, _word_end(text, high)


def _word_end(text: str, at: int) -> int:
    end = text.find(" ", at)
    return len(text) if end < 0 else end


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _whole(text: str) -> Period | None:
    """ "June 2021", "12 September 2022" or "2019" as whole months."""
    year, month = _YEAR_IN.search(text), _MONTH_IN.search(text)
    if year is None:
        return None
    return Period.month(int(year.group()), _month(month.group())) if month else Period.year(int(year.group()))


# "The financial year 2022-23" is one year, and none of the United States' government. From July to June, as in
# Australia, it is within a quarter of those from April to March as well.
_ONE_YEAR: Final = re.compile(r"(?:FY|(?:fiscal|financial)\syear)[\s-]?\d{4}\s?[-–—]\s?\d\d", re.IGNORECASE)
_JULY: Final = 6  # months into the year


def _fiscal(match: re.Match[str]) -> Period | None:
    first, last = _full_year(match["fy1"]), _full_year(match["fy2"] or match["fy1"])
    if match["fy3"]:
        return _split_year(first, _full_year(match["fy3"]))
    if _ONE_YEAR.fullmatch(match.group()) and last == first + 1:
        return Period(12 * first + _JULY, 12 * last + _JULY - 1)
    low, high = Period.fiscal_year(first), Period.fiscal_year(last)
    return high if first == last else _between(low, high)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _split_year(first: int, last: int) -> Period | None:
    """ "2022/23": which months it holds depends on the country; both years bound it."""
    return Period(12 * first, 12 * last + 11) if 0 <= last - first <= 1 else None


def _between(low: Period | None, high: Period | None) -> Period | None:
    if low is None or high is None or low.first is None or high.last is None or high.last < low.first:
        return None
    return Period(low.first, high.last)


def _range(match: re.Match[str]) -> Period | None:
    high = _whole(match["r2"])
    low = _whole(match["r1"])
    if low is None and high is not None and high.last is not None:
        named = _MONTH_IN.search(match["r1"])
        low = Period.month(high.last // 12, _month(named.group())) if named else None
    return _between(low, high)


def _short(match: re.Match[str]) -> Period | None:
    first = int(match["s1"])
    last = first // 100 * 100 + int(match["s2"])
    if match["mark"] == "/":
        return _split_year(first, last)
    return Period(12 * first, 12 * last + 11) if last > first else None


_PARTS: Final = {"half": 6, "quarter": 3}
_ORDER: Final = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}


def _half(match: re.Match[str]) -> Period | None:
    if match["q"]:
        length, index, year = 3, int(match["q"]) - 1, int(match["qyear"])
    else:
        length = _PARTS.get(match["part"]) or _NUMBERS[match["part"].split()[0]]
        year, which = int(match["halfyear"]), match["which"].lower()
        index = 12 // length - 1 if which == "last" else _ORDER[which]
    first = 12 * year + index * length
    return Period(first, first + length - 1) if first + length <= 12 * year + 12 else None


def _slashes(match: re.Match[str]) -> Period | None:
    first, second, year = int(match["m1"]), int(match["m2"]), int(match["my"])
    if first == second and 1 <= first <= 12:
        return Period.month(year, first)
    possible = [month for month in (first, second) if 1 <= month <= 12]
    return Period.month(year, possible[0]) if len(possible) == 1 else Period.year(year)


def _decade(match: re.Match[str]) -> Period:
    first = int(match["d1"]) * 10
    return Period(12 * first, 12 * first + 119)


def _beside(match: re.Match[str]) -> Relative:
    side = match["side"] or match["side2"] or match["side3"]
    step = 1 if side in ("following", "next", "after", "later") else -1
    return Relative(step, step, named=True)


def _near(match: re.Match[str]) -> Relative:
    step = -1 if match["ago"].lower() == "last" else 0
    if match["unit"] == "decade":
        return Relative(10 * step - 9, 0)
    return Relative(step, step, months=match["unit"] == "month")


def _count(word: str) -> int:
    """ "a", "5", "Five"; 0 for "several"."""
    return int(word) if word.isdigit() else 1 if word.lower() in ("a", "an") else _NUMBERS[word.lower()]


def _past(match: re.Match[str]) -> Relative | None:
    count = _count(match["n"] or "a")
    unit = match["nunit"].rstrip("s")
    if count == 0 or (match["n"] is None and match["nunit"].endswith("s")):
        return None
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    return Relative(1 - months, 0, months=True)


def _back(match: re.Match[str]) -> Relative | None:
    years = _count(match["bn"]) * (10 if match["bunit"].startswith("decade") else 1)
    step = years if match["way"] == "later" else -years
    return Relative(step, step, named=match["way"] != "ago") if years else None


_READERS: Final[Mapping[str, Callable[[re.Match[str]], Period | Relative | None]]] = {
    "fiscal": _fiscal,
    "half": _half,
    "range": _range,
    "months": lambda m: Relative(0, 0, named=True),
    "short": _short,
    "iso": lambda m: Period.month(int(m["iy"]), int(m["im"])),
    "slashes": _slashes,
    "day": lambda m: _whole(m["day"]),
    "month": lambda m: _whole(m["month"]),
    "decade": _decade,
    "century": lambda m: Period(1200 * (int(m["c1"]) - 1), 1200 * int(m["c1"]) - 1),
    "year": lambda m: Period.year(int(m["y1"])),
    "thatyear": lambda m: Relative(0, 0, named=True),
    "other": _beside,
    "near": _near,
    "past": _past,
    "back": _back,
    "todate": lambda m: Relative(None, 0, months=True),
    "lone": lambda m: Relative(0, 0, named=True),
}
