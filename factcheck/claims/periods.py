"""Periods: the times a text names, and which of them a figure can speak of.

"In 2019" dates a figure. "The 2022 Global Report" dates only a publication, whose figures are older; "the Act of
2000" dates neither. "Last year" waits for the article's date, "that year" for the year named before it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.model import Period

COMPONENT: Final = "factcheck_periods"


class TimeKind(StrEnum):
    """What a named time says of the figures around it."""

    PERIOD = "period"  # they speak of it
    BASE = "base"  # they are compared with it ("up from 2018", "than in 2016")
    EDITION = "edition"  # they were published then
    DATELINE = "dateline"  # nothing; the article was published then


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


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time named at `text[start:end]`: a period, or a reading that waits for a date.

    Attributes:
        open: it runs from `period` to the article's date ("since 2007").
        day: one day is named, as in a dateline.
    """

    start: int
    end: int
    kind: TimeKind = TimeKind.PERIOD
    period: Period | None = None
    relative: Relative | None = None
    open: bool = False
    day: bool = False

    def on(self, date: dt.date | None) -> Period:
        """The period, in an article of this date; undated where it cannot be told without one."""
        now = None if date is None else 12 * date.year + date.month - 1
        if self.relative is not None:
            return Period.undated() if now is None or self.relative.named else self.relative.from_month(now)
        assert self.period is not None
        if self.open and now is not None and self.period.first is not None and now >= self.period.first:
            return Period(self.period.first, now)
        return self.period


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
_SOME = rf"(?:\d{{1,2}}|an?|{'|'.join(_NUMBERS)})"

# The shapes a time is written in, the longer first; group names say what was found.
_TIME: Final = re.compile(
    rf"""(?<![\w$€£.,/#-])(?:
      (?P<fiscal>(?:FYs?|[Ff]iscal(?:\s[Yy]ears?)?|[Ff]inancial\s[Yy]ears?)[\s-]?
          (?P<fy1>(?:20)?\d\d)(?:{_TO}(?P<fy2>(?:20)?\d\d)|/(?P<fy3>\d\d(?:\d\d)?))?)(?!\d)
    | (?P<half>(?:[Tt]he\s)?(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)\s
          (?P<part>half|quarter|(?:two|three|four|five|six|seven|eight|nine)\smonths)\sof\s(?P<halfyear>{_YEAR})
        |Q(?P<q>[1-4])\s(?P<qyear>{_YEAR}))\b
    | (?P<range>(?:(?:[Bb]etween|[Ff]rom)\s)?{_TURN}(?P<r1>{_FROM}){_TO}{_TURN}(?P<r2>{_POINT}))(?![\d%])
    | (?P<short>(?P<s1>{_YEAR})(?P<mark>[-–/])(?P<s2>\d\d))(?![\d%-])
    | (?P<iso>(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])(?:-\d\d)?)(?![\d-])
    | (?P<slashes>(?P<m1>\d\d?)/(?P<m2>\d\d?)/(?P<my>{_YEAR}))(?!\d)
    | (?P<day>{_MONTH}\s{_DAYS}(?:,\s?|\s){_YEAR}|{_DAYS}(?:\sof)?\s{_MONTH},?\s{_YEAR})(?!\d)
    | (?P<month>{_MONTH},?\s(?:of\s)?{_YEAR})(?!\d)
    | (?P<decade>(?:[Tt]he\s)?(?:(?:early|mid|late)[\s-])?(?P<d1>(?:1[6-9]|20)\d)0'?s)\b
    | (?P<year>(?P<y1>{_YEAR}))(?![\d%]|[.,]\d|-(?:\d|[a-z]))
    | (?P<thatyear>(?P<tm>{_MONTH})\sof\s(?:that|the\ssame)\syear
        |(?:[Tt]hat|[Tt]he\s[Ss]ame)\s(?:year|period)|[Tt]hat\ssame\syear)\b
    | (?P<other>[Tt]he\s(?P<side>previous|prior|preceding|following|next)\syear|[Tt]he\syear\s(?P<side2>before|after)
        |a\syear\s(?P<side3>earlier|later|before))\b
    | (?P<near>(?P<ago>[Ll]ast|[Tt]his|(?:[Tt]he\s)?[Cc]urrent)\s(?P<unit>fiscal\syear|year|month|decade))
        (?!\s(?:ago|old))\b
    | (?P<past>(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin|[Ff]or)\s)?(?:[Tt]he|these|those)\s(?:past|last|previous|recent)\s
        (?:(?P<n>{_SOME})\s(?:or\smore\s)?)?(?P<nunit>years?|months?|decades?))\b
    | (?P<back>(?P<bn>{_SOME})\s(?P<bunit>years?|decades?)\s(?:ago|earlier))\b
    | (?P<todate>[Tt]o\sdate|[Ss]o\sfar(?!\s(?:as|away|from|out|apart|beyond|removed)))\b
    | (?P<lone>(?<=[Ii]n\s|or\s|ng\s|ce\s|of\s|st\s|is\s|[Bb]y\s)(?P<lm>{_MONTH}))(?=\s(?!\d)|[,.;:)]|$)
    )""",
    re.VERBOSE,
)
_MONTH_IN: Final = re.compile(_MONTH)
_YEAR_IN: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)")

_LOOK_BACK: Final = 90
_POINTS: Final = frozenset(["year", "month", "day", "iso", "decade", "fiscal"])
_DATELINE_BEFORE: Final = re.compile(
    r"(?:\A|(?<=\n))[^\w\n]*(?P<word>(?:date|dated|published|posted|updated|last updated|last modified|created|released|"
    r"publication date|pub(?:lished)? date|post date)\b[^\w\n]*(?:on\b[^\w\n]*)?)?(?:by\s[\w.' -]{3,40}[^\w\n]+)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?\Z",
    re.IGNORECASE,
)
_DATELINE_AFTER: Final = re.compile(
    r"[^\w\n]*(?:(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?)?[^\w\n]*"
    r"(?:\d{1,2} min(?:ute)?s? read|by\s[\w.' -]{3,40})?[^\w\n]*(?:\n|\Z)",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"\b(?:since|ever since|from)\s(?:(?:early|mid|late|the\s(?:end|start|beginning)\sof)[\s-])?\Z"
    r"|\bsince\s[^.;:!?\d]{0,60}\b(?:in|on|of)\s\Z",
    re.IGNORECASE,
)
_ONWARDS: Final = re.compile(
    r"\s(?:onwards?|on\b(?!\s(?:the|a|an|\w+day)\b)|to\s(?:the\s)?(?:present|date|today|now)|and\s(?:later|after))"
    r"|\s?[-–]\s?(?:present|today|now)\b"
)
_AS_OF: Final = re.compile(
    r"\b(?:as of|as at|by|up to|until|till|through)\s(?:the\s)?"
    r"(?:(?:end|middle|close|beginning|start)\sof\s|early[\s-]|mid[\s-]?|late[\s-])?\Z",
    re.IGNORECASE,
)
_BASE: Final = re.compile(
    r"\b(?:than|over|against|from|compared\s(?:with|to)|versus|vs\.?|relative\sto|on|above|below)\s"
    r"(?:(?:(?:the|those|that)\s)?(?:figures?|numbers?|levels?|total|count|rate|average|same\s\w+)?\s?(?:for|in|of|from)\s)?"
    r"(?:the\s)?\Z",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\b(?:up|down|increas|decreas|ris|rose|fall|fell|grew|grow|drop|declin|more|fewer|less|higher|lower|jump|climb|"
    r"doubl|tripl|compared|against|versus|than|percent|per cent|gone)|%",
    re.IGNORECASE,
)
_RISE: Final = re.compile(r"(?:%|percent|per cent|\bris\w+|\brose|\bincreas\w+|\bgrowth|\bgrew).{0,20}\sover\s\Z", re.IGNORECASE)
_LAW_BEFORE: Final = re.compile(
    r"\b(?:Act|Law|Code|Bill|Statute|Protocol|Convention|Directive|Regulation|Resolution|Amendments?|Treaty|"
    r"Constitution|Order|Ordinance|Section|Sec\.|No\.|Decree|Charter)"
    r"(?:\s(?:\([\w\s-]{1,12}\)\s)?(?:of|in|from|,|passed in|enacted in))?\s\(?\Z"
)
_LAW_AFTER: Final = re.compile(
    r"\s(?:[\w'’&-]+\s){0,6}?(?:Act|Law|Protocol|Convention|Directive|Resolution|Treaty|Constitution|law|"
    r"[Rr]eauthorization)\b"
)
_EVENT_BEFORE: Final = re.compile(
    r"\b(?:founded|established|launched|born|created|formed|incorporated|opened|enacted|passed|signed|ratified|adopted|"
    r"started|graduated|elected|appointed|married|died|retired|came into (?:force|being)|set up|moved|joined|inception|"
    r"copyright|©)\s(?:back\s)?(?:in|on|of)?\s?(?:early[\s-]|late[\s-]|mid[\s-])?\Z",
    re.IGNORECASE,
)
_WORK: Final = (
    r"(?:report|study|index|survey|analysis|paper|review|edition|publication|fact\s?sheet|assessment|article|book|"
    r"poll|brief|briefing|research|meta-analysis|yearbook|ranking|dossier|thesis|dissertation|evaluation|"
    r"Estimates?|update|audit|press\srelease|op-ed|essay|documentary|film|speech|testimony|interview|statement)"
)
_EDITION_BEFORE: Final = re.compile(
    rf"\b(?:(?:published|released|issued|printed|unveiled|appeared|written|posted|updated)\s(?:back\s)?(?:in|on)"
    rf"|(?i:{_WORK}s?),?\s(?:published\s)?(?:back\s)?(?:in|from|dated)"
    r"|(?:[Rr]eport|[Ii]ndex|Estimates|[Ss]urvey|[Ss]tudy),?)\s(?:early[\s-]|late[\s-])?[(]?\Z"
)
_EDITION_AFTER: Final = re.compile(rf"(?:'s|’s)?\s(?:[\w'’&.-]+\s){{0,6}}?{_WORK}s?\b", re.IGNORECASE)
_DATA_AFTER: Final = re.compile(
    rf"\s(?:(?!{_WORK})\w+\s){{0,2}}(?:data|figures?|statistics|numbers|total|count|season|year)\b(?!\s\d)"
)
_DETERMINED: Final = re.compile(
    r"(?:\b(?:the|a|an|its|their|our|this|his|her|that|whose|annual|latest|new)|['’]s|s['’]|\b[A-Z][\w&-]*)\s\Z"
)
_CITED_BEFORE: Final = re.compile(r"(?:[A-Z][\w.&'’-]*(?:\sal\.)?|[A-Z][^\s(]*[”\"])(?:,?\s\(|,\s)\Z")
_COUNT_BEFORE: Final = re.compile(
    r"\b(?:about|around|nearly|almost|some|over|than|least|roughly|approximately|estimated|identified|rescued|arrested|"
    r"total of|up to|only|just|another|additional)\s\Z",
    re.IGNORECASE,
)
_COUNT_AFTER: Final = re.compile(
    r"\s(?:[a-z-]+\s)?(?:people|persons?|victims?|survivors?|children|kids|women|men|girls|boys|cases|calls|tips|"
    r"reports?\sof|arrests|adults|minors|youth|workers|traffickers|convictions|prosecutions|investigations|incidents|"
    r"dollars|euros|pounds|miles|kilomet\w+|hours|times|words|families|students|members|volunteers|countries|slaves|"
    r"migrants|refugees|per)\b"
)
_IN_BEFORE: Final = re.compile(
    r"\b(?:in|during|for|of|since|by|from|until|throughout|and|the|fiscal|to|early|late|mid|between|through)[\s-]\Z",
    re.IGNORECASE,
)


def times(text: str) -> tuple[TimeMention, ...]:
    """The times a text names, in order. Ages, counts that look like years, and years of laws are left out."""
    return tuple(_in_order(text))


def _in_order(text: str) -> Iterator[TimeMention]:
    """Mentions with "that year" and lone months read from the year named last."""
    year: int | None = None
    for match in _TIME.finditer(text):
        mention = _read(text, match)
        if mention is None:
            continue
        mention = _from_named(mention, match, year)
        if mention.period is not None and mention.period.last is not None and mention.kind is not TimeKind.EDITION:
            year = mention.period.last // 12
        yield mention


def _from_named(mention: TimeMention, match: re.Match[str], year: int | None) -> TimeMention:
    if mention.relative is None or not mention.relative.named or year is None:
        return mention
    month = match["tm"] or match["lm"]
    if month:
        return replace(mention, relative=None, period=Period.month(year, _month(month)))
    return replace(mention, relative=None, period=mention.relative.from_month(12 * year))


def _read(text: str, match: re.Match[str]) -> TimeMention | None:
    """One time as a mention; None where it dates no figure."""
    shape = next(name for name in _READERS if match[name])
    reading = _READERS[shape](match)
    if reading is None:
        return None
    start, end = match.span()
    if isinstance(reading, Relative):
        kind = _compared(text[max(0, start - _LOOK_BACK) : start])
        return TimeMention(start, end, kind, relative=reading)
    day = shape in ("day", "iso", "slashes")
    if (day or shape == "month") and _is_dateline(text, start, end):
        return TimeMention(start, end, TimeKind.DATELINE, reading)
    mention = _placed(text, start, end, shape, reading)
    return replace(mention, day=day) if mention else None


def _placed(text: str, start: int, end: int, shape: str, period: Period) -> TimeMention | None:
    """A dated mention with its role: what the words around it make of it."""
    before = text[max(0, start - _LOOK_BACK) : start]
    if shape == "year" and _is_count(before, text, end) or _LAW_BEFORE.search(before):
        return None
    if _SINCE.search(before) and shape in _POINTS:
        return _since(text, start, end, before, period)
    if _ONWARDS.match(text, end):
        return TimeMention(start, end, period=Period(period.first, None), open=True)
    if shape == "year" and (_LAW_AFTER.match(text, end) and _DETERMINED.search(before)):
        return None
    if _EVENT_BEFORE.search(before):
        return None
    if _is_edition(text, before, end, shape):
        return TimeMention(start, end, TimeKind.EDITION, period)
    if _AS_OF.search(before):
        return TimeMention(start, end, period=Period(None, period.last))
    return TimeMention(start, end, _compared(before), period)


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date stands alone in its line or after "Published": it dates the article."""
    before = _DATELINE_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    return before is not None and bool(before["word"] or _DATELINE_AFTER.match(text, end))


def _since(text: str, start: int, end: int, before: str, period: Period) -> TimeMention | None:
    """ "since 2007" runs to today; "up from 2018" compares; "from June 2021" alone only dates."""
    word = _SINCE.search(before)
    assert word is not None
    if word.group().lower().startswith("from"):
        if _ONWARDS.match(text, end):
            return TimeMention(start, end, period=Period(period.first, None), open=True)
        if _EDITION_BEFORE.search(before):
            return TimeMention(start, end, TimeKind.EDITION, period)
        return TimeMention(start, end, _compared(before), period)
    return TimeMention(start, end, period=Period(period.first, None), open=True)


def _compared(before: str) -> TimeKind:
    base = _BASE.search(before)
    return TimeKind.BASE if base and _CHANGE.search(before) else TimeKind.PERIOD


def _is_count(before: str, text: str, end: int) -> bool:
    """Whether four digits that look like a year count something: "2000 victims"."""
    if _COUNT_BEFORE.search(before):
        return not _RISE.search(before)
    return bool(_COUNT_AFTER.match(text, end)) and not _IN_BEFORE.search(before)


def _is_edition(text: str, before: str, end: int, shape: str) -> bool:
    """Whether the year is that of a publication."""
    if _DATA_AFTER.match(text, end):
        return False
    if _EDITION_BEFORE.search(before):
        return True
    if shape not in ("year", "month", "day"):
        return False
    if _DETERMINED.search(before) and _EDITION_AFTER.match(text, end):
        return True
    return bool(_CITED_BEFORE.search(before) and text[end : end + 1] in (")", "]"))


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _whole(text: str) -> Period | None:
    """ "June 2021", "12 September 2022" or "2019" as whole months."""
    year, month = _YEAR_IN.search(text), _MONTH_IN.search(text)
    if year is None:
        return None
    return Period.month(int(year.group()), _month(month.group())) if month else Period.year(int(year.group()))


def _fiscal(match: re.Match[str]) -> Period | None:
    first, last = _full_year(match["fy1"]), _full_year(match["fy2"] or match["fy1"])
    if match["fy3"]:
        return _split_year(first, _full_year(match["fy3"]))
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


def _past(match: re.Match[str]) -> Relative | None:
    word = match["n"]
    count = 1 if word is None else int(word) if word.isdigit() else _NUMBERS[word]
    unit = match["nunit"].rstrip("s")
    if count == 0 or (word is None and match["nunit"].endswith("s")):
        return None
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    return Relative(1 - months, 0, months=True)


def _back(match: re.Match[str]) -> Relative | None:
    word = match["bn"]
    count = 1 if word in ("a", "an") else int(word) if word.isdigit() else _NUMBERS[word]
    years = count * (10 if match["bunit"].startswith("decade") else 1)
    return Relative(-years, -years, named=match["back"].endswith("earlier")) if years else None


_READERS: Final = {
    "fiscal": _fiscal,
    "half": _half,
    "range": _range,
    "short": _short,
    "iso": lambda m: Period.month(int(m["iy"]), int(m["im"])),
    "slashes": _slashes,
    "day": lambda m: _whole(m["day"]),
    "month": lambda m: _whole(m["month"]),
    "decade": _decade,
    "year": lambda m: Period.year(int(m["y1"])),
    "thatyear": lambda m: Relative(0, 0, named=True),
    "other": _beside,
    "near": _near,
    "past": _past,
    "back": _back,
    "todate": lambda m: Relative(None, 0, months=True),
    "lone": lambda m: Relative(0, 0, named=True),
}


@Language.component(COMPONENT, assigns=["doc._.periods"])
def read_periods(doc: Doc) -> Doc:
    """Put the times of a doc on `doc._.periods`; a bare year that was read as a quantity is none."""
    counted = [(quantity.start, quantity.end) for quantity in doc._.quantities]
    doc._.periods = tuple(
        mention
        for mention in times(doc.text)
        if not any(low < mention.end and mention.start < high for low, high in counted)
    )
    return doc


if not Doc.has_extension("periods"):
    Doc.set_extension("periods", default=())
