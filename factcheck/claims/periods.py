"""Periods: the times a text names, and which of them a figure can speak of.

"In 2019" dates a figure. "The 2022 Global Report" dates only a publication, whose figures are older; "the Act of
2000" dates neither. "Last year" waits for the article's date, "that year" for the year named before it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from factcheck.claims.spans import apart
from factcheck.claims.time_shapes import Relative, Shape, shapes
from factcheck.model import Period, Quantity
from factcheck.words import RECENT


class TimeKind(StrEnum):
    """What a named time says of the figures around it."""

    PERIOD = "period"  # they speak of it
    BASE = "base"  # they are compared with it ("up from 2018", "than in 2016")
    EDITION = "edition"  # they were published then
    DATELINE = "dateline"  # nothing; the article was published then


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


_LOOK_BACK: Final = 90
_POINTS: Final = frozenset(["year", "month", "day", "iso", "decade", "fiscal"])
_DATELINE_BEFORE: Final = re.compile(
    r"(?:\A|(?<=\n))[^\w\n]*"
    r"(?P<word>(?:date|dated|published|posted|updated|last updated|last modified|created|released|"
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
    r"\b(?:since|ever since)\s(?:(?:early|mid|late|the\s(?:end|start|beginning)\sof)[\s-])?\Z"
    r"|\bsince\s[^.;:!?\d]{0,60}\b(?:in|on|of)\s\Z",
    re.IGNORECASE,
)
_SINCE_WORK: Final = re.compile(r"\bsince\s(?:[\w'’]+\s){0,4}\Z", re.IGNORECASE)
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
    r"(?:(?:(?:the|those|that)\s)?(?:figures?|numbers?|levels?|total|count|rate|average|same\s\w+)?\s?"
    r"(?:for|in|of|from)\s)?"
    r"(?:the\s)?\Z",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\b(?:up|down|increas|decreas|ris|rose|fall|fell|grew|grow|drop|declin|more|fewer|less|higher|lower|jump|climb|"
    r"doubl|tripl|compared|against|versus|than|percent|per cent|gone)|%",
    re.IGNORECASE,
)
_RISE: Final = re.compile(
    r"(?:%|percent|per cent|\bris\w+|\brose|\bincreas\w+|\bgrowth|\bgrew).{0,20}\sover\s\Z", re.IGNORECASE
)
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
    r"started|graduated|elected|appointed|married|died|retired|came into (?:force|being)|set up|moved|joined|"
    r"inception|copyright|©)\s(?:back\s)?(?:in|on|of)?\s?(?:early[\s-]|late[\s-]|mid[\s-])?\Z",
    re.IGNORECASE,
)
_WORK: Final = (
    r"(?:report|study|index|survey|analysis|paper|review|edition|publication|fact\s?sheet|assessment|article|book|"
    r"poll|brief|briefing|research|meta-analysis|yearbook|ranking|dossier|thesis|dissertation|evaluation|"
    r"Estimates?|update|audit|press\srelease|op-ed|essay|documentary|film|speech|testimony|interview|statement)"
)
_EDITION_BEFORE: Final = re.compile(
    rf"\b(?:(?:published|released|issued|printed|unveiled|appeared|written|posted|updated)\s(?:back\s)?(?:in|on)"
    rf"|(?i:{_WORK}),?\s(?:published\s)?(?:back\s)?(?:in|of|from|dated)|(?i:{_WORK}s),?\s(?:published\s)?(?:from|dated)"
    r"|(?:[Rr]eport|[Ii]ndex|Estimates|[Ss]urvey|[Ss]tudy),?)\s(?:early[\s-]|late[\s-])?[(]?\Z"
)
_EDITION_AFTER: Final = re.compile(
    rf"(?:'s|’s)?\s(?:(?!(?:the|an?|our|its|their|it|they|we)\s|\d)[\w'’&.-]+\s){{0,6}}?{_WORK}s?\b", re.IGNORECASE
)
_DATA_AFTER: Final = re.compile(
    rf"\s(?:(?!{_WORK})\w+\s){{0,2}}(?:data|figures?|statistics|numbers|total|count|season|year)\b(?!\s\d)"
)
_DETERMINED: Final = re.compile(
    r"(?:\b(?:the|a|an|its|their|our|this|his|her|that|whose|annual|latest|new)|['’]s|s['’]|\b[A-Z][\w&-]*)\s\Z"
)
_OPENING: Final = re.compile(r"\b(?:In|By|During|Since|Until|Through|Throughout|After|Before|From|For|Around)\s\Z")
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


@lru_cache(maxsize=RECENT)
def times(text: str) -> tuple[TimeMention, ...]:
    """The times a text names, in order. Ages, counts that look like years, and years of laws are left out."""
    return tuple(_in_order(text))


def _in_order(text: str) -> Iterator[TimeMention]:
    """Mentions with "that year" and lone months read from the year named last."""
    year: int | None = None
    for shape in shapes(text):
        mention = _read(text, shape)
        if mention is None:
            continue
        if year is not None:
            mention = _from_named(mention, shape.month, year)
        if mention.period is not None and mention.period.last is not None and mention.kind is not TimeKind.EDITION:
            year = mention.period.last // 12
        yield mention


def _from_named(mention: TimeMention, month: int, year: int) -> TimeMention:
    if mention.relative is None or not mention.relative.named:
        return mention
    period = Period.month(year, month) if month else mention.relative.from_month(12 * year)
    return replace(mention, relative=None, period=period)


def _read(text: str, shape: Shape) -> TimeMention | None:
    """One time as a mention; None where it dates no figure."""
    start, end, name, reading, _ = shape
    if isinstance(reading, Relative):
        return TimeMention(start, end, _compared(text[max(0, start - _LOOK_BACK) : start]), relative=reading)
    day = name in ("day", "iso", "slashes")
    if (day or name == "month") and _is_dateline(text, start, end):
        return TimeMention(start, end, TimeKind.DATELINE, reading)
    mention = _placed(text, start, end, name, reading)
    return replace(mention, day=day) if mention else None


def _placed(text: str, start: int, end: int, shape: str, period: Period) -> TimeMention | None:
    """A dated mention with its role: what the words around it make of it."""
    before = text[max(0, start - _LOOK_BACK) : start]
    if (shape == "year" and _is_count(before, text, end)) or _LAW_BEFORE.search(before):
        return None
    if _runs_on(text, before, end, shape):
        return TimeMention(start, end, period=Period(period.first, None), open=True)
    if _EVENT_BEFORE.search(before) or (shape == "year" and _is_law(text, before, end)):
        return None
    if _is_edition(text, before, end, shape):
        return TimeMention(start, end, TimeKind.EDITION, period)
    if _AS_OF.search(before):
        return TimeMention(start, end, period=Period(None, period.last))
    return TimeMention(start, end, _compared(before), period)


def _runs_on(text: str, before: str, end: int, shape: str) -> bool:
    """ "since 2007", "from 2007 onwards", "since the agency's 2007 report": it runs to today."""
    if _ONWARDS.match(text, end) or (shape in _POINTS and _SINCE.search(before)):
        return True
    return bool(_SINCE_WORK.search(before)) and _is_edition(text, before, end, shape)


def _is_law(text: str, before: str, end: int) -> bool:
    return bool(_LAW_AFTER.match(text, end) and _DETERMINED.search(before))


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date stands alone in its line or after "Published": it dates the article."""
    before = _DATELINE_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    return before is not None and bool(before["word"] or _DATELINE_AFTER.match(text, end))


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
    if _names_a_work(text, before, end) and _EDITION_AFTER.match(text, end):
        return True
    return bool(_CITED_BEFORE.search(before) and text[end : end + 1] in (")", "]"))


def _names_a_work(text: str, before: str, end: int) -> bool:
    """Whether the words before a year may lead up to a work: "its 2019 report", not "In 2019 we had reports"."""
    opening = _OPENING.search(before) and not text.startswith(("'", "’"), end)
    return bool(_DETERMINED.search(before)) and not opening


def times_beside(text: str, quantities: Iterable[Quantity]) -> tuple[TimeMention, ...]:
    """The times a text names; a year that was read as a quantity is none."""
    found = times(text)
    dated = set(apart(found, quantities))
    return tuple(mention for mention in found if mention in dated or mention.relative is not None)
