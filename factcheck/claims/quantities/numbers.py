"""A number with everything that belongs to it: its other end, its unit, what it is told per, its bound and change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from factcheck.claims.quantities import around, left_out, trends
from factcheck.claims.quantities.numerals import SCALES, Numeral, numeral
from factcheck.claims.quantities.phrases import BLANK, DASH, GAP, Text, any_of, words
from factcheck.claims.quantities.units import (
    FACTORS,
    UnitSign,
    currency_before,
    per_after,
    unit_after,
)
from factcheck.model import Bound, Change, Quantity, Unit


@dataclass(frozen=True, slots=True)
class Reading:
    """A number on the way to a quantity; the fields are those of `Quantity`.

    Attributes:
        number: its first numeral.
        figures_start, figures_end: where the figures stand, with a currency sign but without bound and unit.
        ranged: it has two ends.
    """

    number: Numeral
    start: int
    end: int
    low: float
    high: float
    step: float
    unit: Unit = Unit.COUNT
    currency: str | None = None
    per: str | None = None
    ratio: tuple[int, int] | None = None
    noun: str = ""
    bound: Bound = Bound.EXACT
    change: Change | None = None
    figures_start: int = 0
    figures_end: int = 0
    ranged: bool = False

    @property
    def bare(self) -> bool:
        """A single number without a unit."""
        return self.unit is Unit.COUNT and not self.noun and self.ratio is None and not self.ranged



def read_number(text: Text, at: int, floor: int) -> tuple[Quantity | None, int]:
    """The quantity of the number that begins at an offset.

    Args:
        at: of its first digit, fraction sign or number word.
        floor: where the quantity before it ends; nothing before belongs to this one.

    Returns:
        The quantity, or None where the number is none, and where to read on.
    """
    if text.raw[at].isdigit() and (end := left_out.passed_over(text, at)) is not None:
        return None, max(end, at + 1)
    number = numeral(text, at)
    if number is None:
        return None, at + 1
    reading = _measured(text, floor, number)
    if reading is None or _glued(text, reading):
        return None, _after_word(text, number.end)
    reading = _bounded(text, floor, reading)
    if _no_quantity(text, reading):
        return None, max(reading.figures_end, at + 1)
    return _quantity(text, reading), reading.end


def _after_word(text: Text, end: int) -> int:
    while end < len(text.raw) and (text.raw[end].isalnum() or text.raw[end] == "_"):
        end += 1
    return end


def _glued(text: Text, reading: Reading) -> bool:
    """Letters right after the figures that are no unit: "3D", "2SLGBTQI"."""
    char = text.char(reading.end)
    return (char.isalpha() or char == "_") and text.char(reading.end - 1).isdigit()


# --- what is measured ------------------------------------------------------------------------------------------


def _measured(text: Text, floor: int, number: Numeral) -> Reading | None:
    """The number with its unit, as a share, a range, a rate or a multiple."""
    currency = currency_before(text, floor, number.start) if number.figures else None
    number, start = _with_article(text, floor, number)
    if number is None:
        return None
    start = currency.start if currency else start
    first = Reading(
        number, start, number.end, number.value, number.high or number.value, number.step,
        figures_start=start, figures_end=number.end,
    )  # fmt: skip
    if currency is None and (share := _ratio(text, first)) is not None:
        return share
    if number.ratio is not None:
        return _fraction(text, floor, first)
    found = _range(text, first, currency) or _with_unit(text, first, currency)
    found = _times(text, found)
    return _per(text, found)


_ARTICLE: Final = re.compile(rf"(?:(?<!\w)(?:a{GAP})?(?P<few>few|several|couple|couple{GAP}of|many|some{GAP}few)|(?<!\w)(?P<article>an?|one{GAP}half)|(?P<multi>multi{DASH}?)){GAP}?\Z")
_FEW: Final = {"few": (2.0, 10.0), "several": (2.0, 10.0), "many": (2.0, 10.0), "couple": (2.0, 2.0)}
_DOLLAR_ADJECTIVE: Final = re.compile(rf"{DASH}(?:dollar|euro|pound|rupee|peso)(?!\w)")
_SCALE_START: Final = re.compile(rf"(?:{any_of(SCALES)})(?!\w)")


def _with_article(text: Text, floor: int, number: Numeral) -> tuple[Numeral | None, int]:
    """The word before a bare magnitude or part: "a million", "several hundred", "a third"; without one it is none.

    "A billion-dollar industry" makes billions, "several hundred" is two hundred to a thousand.
    """
    bare_scale = not number.figures and not number.vague and _SCALE_START.match(text.low, number.start)
    part = number.ratio is not None and number.ratio[0] == 1 and not number.figures
    if not bare_scale and not part and number.scale == 1.0:
        return number, number.start
    match = _ARTICLE.search(text.low[max(floor, number.start - 12) : number.start])
    start = number.start if match is None else number.start - len(match.group())
    if not bare_scale:
        article = match is not None and match["article"] is not None
        return number, start if article and not number.figures and not number.vague else number.start
    if match is None:
        return None, start
    if match["few"]:
        low, high = _FEW[match["few"].split()[0]]
        vague = low != high
        return replace(number, value=low * number.value, high=high * number.value if vague else None, vague=vague), start
    if match["multi"] or _DOLLAR_ADJECTIVE.match(text.low, number.end):
        return replace(number, vague=True, high=1000 * number.value), start
    return number, start


_IN: Final = re.compile(
    rf"(?:{GAP}(?P<word>in|out{GAP}of|of(?={GAP}every))(?P<every>{GAP}(?:every|each))?{GAP}|{DASH}(?P<dashed>in|out{DASH}of){DASH}(?:every{DASH})?)"
    rf"(?P<article>a{GAP}(?=hundred|thousand|million|dozen))?(?=[a-z\d])"
)
_WHOLES: Final = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 500))


def _ratio(text: Text, first: Reading) -> Reading | None:
    """ "1 in 6", "one out of every seven", "four out of five", "one-in-six"."""
    part = first.number
    if part.ratio is not None or part.vague or part.value != int(part.value) or not 1 <= part.value <= 1000:
        return None
    match = _IN.match(text.low, part.end)
    if match is None:
        return None
    whole = numeral(text, match.end())
    if whole is None or whole.ratio is not None or whole.value != int(whole.value) or whole.vague:
        return None
    if not _is_ratio(text, part, whole, match) or text.char(whole.end).isalnum():
        return None
    numbers = (int(part.value), int(whole.value))
    percent = 100 * part.value / whole.value
    return replace(
        first, end=whole.end, figures_end=whole.end, low=percent, high=percent, step=0.0, ratio=numbers, unit=Unit.PERCENT
    )


def _is_ratio(text: Text, part: Numeral, whole: Numeral, joined: re.Match[str]) -> bool:
    if whole.value < 2 or part.value > whole.value:
        return False
    sure = bool(joined["every"] or joined["dashed"] or (joined["word"] or "").startswith("out"))
    if not sure and (part.value == whole.value or left_out.is_year(text, whole, bound="")):
        return False
    unit = unit_after(text, whole.end)
    if unit is not None and not sure:
        return False
    return sure or part.value == 1 or int(whole.value) in _WHOLES and part.value < 10 or whole.value >= 1000 and part.value < 100


_TO: Final = re.compile(
    rf"(?:{DASH}(?:to|or){DASH}|{BLANK}?[-‐‑–−—]{BLANK}?|{GAP}(?P<word>to|through|or|and|and/or){GAP}|{GAP}(?:to|or){DASH})(?P<sign>[$€£¥₹₦]|us\$)?(?=[\da-z½¼¾.])"
)
_BETWEEN: Final = re.compile(rf"(?<!\w)between(?:{GAP}(?:about|around|roughly|approximately|an{GAP}estimated|some|nearly|just|a))?{GAP}\Z")
_FROM: Final = re.compile(rf"(?<!\w)(?:anywhere{GAP}|ranging{GAP}|ranged{GAP}|ranges{GAP}|range{GAP})?from(?:{GAP}(?:about|around|roughly|approximately|some|nearly|just|a))?{GAP}\Z")
_MOVED: Final = re.compile(
    r"(?<!\w)(?:rise|rises|rose|risen|rising|increas\w+|grow\w*|grew|jump\w*|surg\w+|soar\w*|climb\w*|spik\w+|up|went|go|goes|going|gone|moved|chang\w+|"
    r"doubl\w+|tripl\w+|quadrupl\w+|halv\w+|fall\w*|fell|drop\w*|declin\w+|decreas\w+|sank|slid|slipped|plung\w+|plummet\w*|tumbl\w+|down|shr[aiu]nk\w*|cut|lowered|"
    r"raised|reduc\w+|compared|swell\w*|swelled|expand\w*|leap\w*|leapt|shift\w*|\w+fold|percent|%|improv\w*|edged|dipped|eased|extended|widened|narrowed)(?!\w)[^.;!?]{0,40}\Z"
)


def _range(text: Text, first: Reading, currency: UnitSign | None) -> Reading | None:
    """A range: both its numbers, the unit that stands at either."""
    if first.number.vague:
        return None
    own = unit_after(text, first.end, scaled=first.low >= 1e6) if not _dashed_number(text, first.end) else None
    match = _TO.match(text.low, own.end if own else first.end)
    if match is None:
        return None
    other = numeral(text, match.end())
    if other is None or other.vague or other.ratio is not None or not other.figures and currency:
        return None
    if text.raw[match.end()].isdigit() and _other_passed(text, match.end()):
        return None
    low = _scaled_alike(first.number, other, own)
    if not _joins(text, first, match, low, other) or _apart(text, first, match, other, bool(own or currency)):
        return None
    both = replace(
        first, end=other.end, figures_end=other.end, low=low, high=other.value, step=min(first.step * low / first.low if first.low else 1.0, other.step),
        ranged=True,
    )  # fmt: skip
    found = _with_unit(text, both, currency)
    return _opened(text, found) if own is None or found.noun == own.name else None


def _dashed_number(text: Text, at: int) -> bool:
    return text.char(at) in "-–‑" and text.char(at + 1).isdigit()


def _other_passed(text: Text, at: int) -> bool:
    """Whether the second number is none: "in 3 to 8:30", "2-2022-09"."""
    end = left_out.passed_over(text, at)
    return end is not None and text.char(at - 1) not in "-–−"


def _scaled_alike(first: Numeral, other: Numeral, own: UnitSign | None) -> float:
    """ "2 to 3 million": the first number has the second one's magnitude."""
    if own is None and first.scale == 1.0 and other.scale > 1.0 and not first.grouped:
        mantissa = other.value / other.scale
        if first.value < 1000 and first.value < max(mantissa, 1.0) * 10 and first.value * other.scale < other.value * 1.0001:
            return first.value * other.scale
    return first.value


def _joins(text: Text, first: Reading, joined: re.Match[str], low: float, other: Numeral) -> bool:
    """Whether two numbers are the ends of one range."""
    if not low < other.value or left_out.is_year(text, first.number, bound="") and left_out.is_year(text, other, bound=""):
        return False
    window = text.low[max(0, first.start - 32) : first.start]
    word = joined["word"]
    if word == "and":
        return _BETWEEN.search(window) is not None
    if word == "to" and (opened := _FROM.search(window)):
        moved = text.low[max(0, first.start - 72) : first.start - len(opened.group())]
        return _MOVED.search(moved) is None
    if word == "or" or " or" in joined.group():
        return other.value <= 20 * low
    spaced = word is None and joined.group()[:1].isspace()
    return not spaced or other.value <= 100 * max(low, 1.0)


def _apart(text: Text, first: Reading, joined: re.Match[str], other: Numeral, united: bool) -> bool:
    """Whether "to" leads from a change to its outcome or from a gift to those who get it, and joins no range.

    "Rose 1.9 points to 102.4", "fell $1.20 to $78.55", "gave $5 to 300 people"; but "rose 2 to 3 percent".
    """
    if joined["word"] != "to" or not united:
        return False
    if around.before(text, 0, first.start).change is not None:
        return True
    return joined["sign"] is None and other.scale == 1.0 and left_out.counts_something(text, other.end) and first.end == first.number.end and unit_after(text, other.end) is None


def _opened(text: Text, found: Reading) -> Reading:
    """With "between" or "from" before it."""
    window = text.low[max(0, found.start - 32) : found.start]
    match = _BETWEEN.search(window) or _FROM.search(window)
    if match is None:
        return found
    return replace(found, start=found.start - len(match.group()))


_OF: Final = re.compile(rf"{GAP}of(?={GAP})")


def _with_unit(text: Text, found: Reading, currency: UnitSign | None) -> Reading:
    if currency is not None:
        end = _repeated_currency(text, found.end, currency)
        return replace(found, end=end, unit=Unit.MONEY, currency=currency.name, noun=currency.name)
    sign = unit_after(text, found.end, scaled=found.low >= 1e6)
    if sign is None and found.number.vague and (of := _OF.match(text.low, found.end)):
        sign = unit_after(text, of.end(), scaled=found.low >= 1e6)
    if sign is None:
        return found
    return _in_unit(replace(found, end=sign.end), sign)


def _repeated_currency(text: Text, end: int, currency: UnitSign) -> int:
    """ "$32 billion USD", "US$5 dollars"."""
    again = unit_after(text, end)
    return again.end if again is not None and again.unit is Unit.MONEY and again.name != "cent" else end


def _in_unit(found: Reading, sign: UnitSign) -> Reading:
    """The reading in a unit; decades are counted in years, cents in dollars."""
    if sign.name == "cent":
        return replace(_scaled(found, 0.01), unit=Unit.MONEY, currency="USD", noun="cent")
    if sign.unit is Unit.MONEY:
        return replace(found, unit=Unit.MONEY, currency=sign.name, noun=sign.name)
    return replace(_scaled(found, FACTORS.get(sign.name, 1.0)), unit=sign.unit, noun=sign.name)


def _scaled(found: Reading, factor: float) -> Reading:
    return replace(found, low=found.low * factor, high=found.high * factor, step=found.step * factor)


# --- shares told as fractions ----------------------------------------------------------------------------------

_OF_A_UNIT: Final = re.compile(rf"(?:{GAP}of)?{GAP}an?(?={GAP})|(?={DASH})|(?:{GAP}of)?{GAP}(?:one{GAP})?(?=per)")
_NO_HALF: Final = re.compile(
    rf"\b(?:first|second|other|better|latter|last|final|top|bottom|lower|upper|opening|closing|early|late|northern|southern|eastern|western|back|front|my|the{GAP}two){GAP}\Z"
)
_HALF_FOLLOWS: Final = re.compile(
    rf"{GAP}(?:of|the|their|its|our|his|her|those|these|all|that|what|were|are|have|had|said|say|was|is|who|will|would|could|do|did|or|believe|came|come|live|lived|went)\b|{GAP}?\("
)
_SHARE_FOLLOWS: Final = re.compile(
    rf"{GAP}(?:of|more|less|fewer|higher|lower|were|are|is|was|have|had|has|said|say|who|from|since|in|to|over|between|compared|will|would|came|come|as)\b|{GAP}?[(,.;:)!?]|{GAP}?\Z|\s*\Z|[.,;:)!?]"
)
_BY: Final = re.compile(rf"\b(?:by|in|than|nearly|almost|about|over|around|roughly|least|approximately|only|just|under|up|down|to|every|close{GAP}to|an?|least{GAP}an?|estimated){GAP}\Z")


def _fraction(text: Text, floor: int, first: Reading) -> Reading | None:
    """ "two-thirds", "a third of", "half of", "half an hour", "½"."""
    number = first.number
    assert number.ratio is not None
    if (measured := _part_of_unit(text, first)) is not None:
        return _per(text, measured)
    part, whole = number.ratio
    percent = 100 * part / whole
    share = replace(first, low=percent, high=percent, step=0.0, ratio=number.ratio, unit=Unit.PERCENT)
    if number.figures or part > 1 or text.low.startswith("one", number.start):
        return share
    return share if _is_part(text, floor, share) else None


def _part_of_unit(text: Text, first: Reading) -> Reading | None:
    """ "half an hour", "three quarters of a mile", "1/2 inch"."""
    assert first.number.ratio is not None
    match = _OF_A_UNIT.match(text.low, first.end)
    at = match.end() if match else first.end
    if match is None and not first.number.figures:
        return None
    sign = unit_after(text, at)
    if sign is None or sign.unit is Unit.PERCENT and sign.name == "percentage" and first.number.figures and match is None:
        return None
    part, whole = first.number.ratio
    value = part / whole
    found = replace(first, end=sign.end, low=value, high=value, step=value)
    return _in_unit(found, sign)


def _is_part(text: Text, floor: int, share: Reading) -> bool:
    """Whether "half" or "a third" is a share here, no ordinal and no half of a match."""
    window = text.low[max(floor, share.start - 16) : share.start]
    word = share.number.start
    if text.low.startswith("half", word):
        if _NO_HALF.search(window) or text.char(share.end) in "-‑":
            return False
        return bool(_HALF_FOLLOWS.match(text.low, share.end) or _BY.search(window))
    if share.start == word and not (text.low.startswith("quarter", word) and _BY.search(window)):
        return False  # without "a": an ordinal
    if text.low.startswith(" of", share.end):
        return True
    return bool(_SHARE_FOLLOWS.match(text.low, share.end) and _BY.search(window))


# --- times and rates -------------------------------------------------------------------------------------------

_TIMES: Final = re.compile(rf"(?:{GAP}|{DASH})times(?![\w-])")
_FOLD: Final = re.compile(rf"(?:{GAP}|{DASH}|)fold(?!\w)")
_CROSS: Final = re.compile(rf"(?:{BLANK}?×|x)(?![\w\d])(?!{BLANK}?\d)")
_COMPARES: Final = re.compile(
    rf"{GAP}(?:as|more|less|fewer|higher|greater|larger|bigger|faster|lower|worse|smaller|longer|likelier|richer|older|heavier|stronger|better|cheaper|"
    rf"over|above|that|what|those|its|their|his|her|the{GAP}(?:number|rate|size|amount|average|national|risk|population|total|figure|price|cost|level|share|value|state|u\.?s|usual|global|world|legal|normal|minimum|going|market|current|regular|previous))\b"
)


def _times(text: Text, found: Reading) -> Reading:
    """ "three times more likely", "ten-fold", "3x"; "20-30 times a day" keeps its times as what is counted."""
    if found.unit is not Unit.COUNT or found.number.vague:
        return found
    if match := _FOLD.match(text.low, found.end) or _CROSS.match(text.low, found.end):
        change = trends.fold_change(text, found.start, match.end())
        return replace(found, end=match.end(), unit=Unit.MULTIPLE, noun="time", change=change)
    match = _TIMES.match(text.low, found.end)
    if match is None:
        return found
    unit = Unit.MULTIPLE if _COMPARES.match(text.low, match.end()) else Unit.COUNT
    return replace(found, end=match.end(), unit=unit, noun="time")


_PER_MANY: Final = re.compile(
    rf"(?P<noun>(?:{GAP}[a-z][a-z'’-]{{1,20}}){{0,4}}?){GAP}(?P<joined>per|for{GAP}every|for{GAP}each|in{GAP}every|out{GAP}of{GAP}every|in|out{GAP}of)"
    rf"{GAP}(?P<article>a{GAP})?(?=\d|hundred|thousand|million|one|ten)"
)
_OF_WHAT: Final = re.compile(rf"{GAP}(?P<what>[a-z-]{{3,20}})(?!\w)")
_NO_WHAT: Final = frozenset(words("and in are were was is for from with who have had has that which among worldwide each every per the compared according as or by on at to of during when while"))
_FAR_PER: Final = re.compile(
    rf"(?:{GAP}(?!and\b|or\b|but\b|in\b|from\b|ago\b|who\b|for\b)[a-z][a-z'’-]{{1,20}}){{1,4}}?(?={GAP}(?:an?|per|each|every|annually|yearly|daily|hourly|monthly|weekly)\b)"
)
_NOT_PER: Final = re.compile(rf"{GAP}(?:ago|later|earlier|before|after|prior|old|from{GAP}now|into|apart|and{GAP}a{GAP}half|or{GAP}(?:so|two))\b")
_EVERY: Final = re.compile(rf"(?<!\w)every(?:{GAP}(?:about|around|roughly|approximately|nearly|almost|few))?{GAP}\Z")
_DURATIONS: Final = frozenset((Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS))


def _per(text: Text, found: Reading) -> Reading:
    if found.unit in _DURATIONS and (every := _EVERY.search(text.low[max(0, found.start - 24) : found.start])):
        seconds = found.noun or found.unit.value.removesuffix("s")
        return replace(found, start=found.start - len(every.group()), unit=Unit.RATE, per=f"every {seconds}")
    if found.unit is Unit.COUNT and (many := _per_many(text, found)) is not None:
        return many
    if (per := per_after(text, found.end)) is not None and not _NOT_PER.match(text.low, per[1]):
        unit = Unit.RATE if found.noun == "time" and found.unit is Unit.COUNT else found.unit
        return replace(found, end=per[1], per=per[0], unit=unit)
    if found.unit in (Unit.COUNT, Unit.MONEY, Unit.OTHER):
        return _far_per(text, found)
    return found


def _far_per(text: Text, found: Reading) -> Reading:
    """ "80 cases a day", "100,000 children are sold each year": the time is named, it is no part of the number."""
    match = _FAR_PER.match(text.low, found.end)
    per = per_after(text, match.end()) if match else None
    if per is None or _NOT_PER.match(text.low, per[1]):
        return found
    return replace(found, per=per[0])


def _per_many(text: Text, found: Reading) -> Reading | None:
    """ "5.4 per 1,000", "2.1 victims for every thousand people"."""
    match = _PER_MANY.match(text.low, found.end)
    if match is None:
        return None
    many = numeral(text, match.end())
    if many is None or many.value < 100 or many.value != int(many.value) or many.ratio or text.char(many.end).isalpha():
        return None
    plain_in = match["joined"] in ("in", "out of")
    if plain_in and (match["noun"] or found.low == int(found.low) or left_out.is_year(text, many, bound="")):
        return None
    if unit_after(text, many.end) is not None and plain_in:
        return None
    what = _OF_WHAT.match(text.low, many.end)
    of_what = what["what"] if what and what["what"] not in _NO_WHAT else "population"
    noun = match["noun"].split()[-1] if match["noun"].strip() else ""
    return replace(found, end=many.end, figures_end=many.end, unit=Unit.RATE, per=f"{int(many.value)} {of_what}", noun=noun)


# --- bounds and changes ----------------------------------------------------------------------------------------

_PERCENT_POINTS: Final = frozenset(("percentage", "percentage point", "point", "basis point"))
_AMOUNTS: Final = frozenset((Unit.OTHER, Unit.MONEY))
_COMPARED: Final = re.compile(rf"{GAP}(?:from|since|on{GAP}the|compared|versus)\b")
_HOW_LONG: Final = re.compile(
    r"\b(?:for|lasted|lasting|lasts|took|takes|take|taken|spent|spend|spending|well|just|of|is|was|are|were|after|with|has|have|had|served|serve|than|to|been|a)\s\Z"
)


def _bounded(text: Text, floor: int, found: Reading) -> Reading:
    """The reading with the words around it that bound it or tell it as a change."""
    lead = around.before(text, floor, found.start)
    change = lead.change
    if change is not None and lead.needs and not _measures(text, found, lead.needs):
        lead, change = around.before(text, floor, found.start, changes=False), None
    if lead.bound is Bound.ABOVE and found.unit in _DURATIONS and _during(text, lead.start):
        lead = replace(lead, start=found.start, bound=Bound.EXACT)
    if change is None and found.change is None:
        change = around.moved_by(text, floor, found.start)
    found = replace(found, start=lead.start, bound=lead.bound, change=found.change or change)
    if (tail := around.after(text, found.end)) is not None:
        found = replace(found, bound=around.strongest(found.bound, tail[0]), end=tail[1])
        found = _unit_after_bound(text, found)
    return _changed_after(text, found)


def _measures(text: Text, found: Reading, needs: str) -> bool:
    """Whether a number can be the amount of a change told by "cut" or "up": a share, points; money, "up 300 from"."""
    if found.ratio is not None or found.unit is Unit.PERCENT or found.noun in _PERCENT_POINTS:
        return True
    return needs == "amount" and (found.unit in _AMOUNTS or _COMPARED.match(text.low, found.end) is not None)


def _during(text: Text, start: int) -> bool:
    """ "over three weeks" says when, "for over three weeks" how long."""
    if not text.low.startswith("over", start):
        return False
    return _HOW_LONG.search(text.low[max(0, start - 16) : start]) is None


def _unit_after_bound(text: Text, found: Reading) -> Reading:
    """ "10 or more percent", "5-plus years"."""
    if not found.bare:
        return found
    sign = unit_after(text, found.end)
    return found if sign is None else _in_unit(replace(found, end=sign.end), sign)


def _changed_after(text: Text, found: Reading) -> Reading:
    if found.change is not None or found.unit is Unit.MULTIPLE:
        return found
    told = around.changed_after(text, found.end)
    if told is None:
        return found
    change, end = told
    share = found.unit is Unit.PERCENT or found.noun in _PERCENT_POINTS
    fewer = end > found.end and text.low[found.end : end].strip() == "fewer"
    if not share and not fewer:
        return found
    return replace(found, change=change, end=max(end, found.end))


# --- what is none ----------------------------------------------------------------------------------------------

_AGO: Final = re.compile(rf"{GAP}(?:ago|earlier|later)(?!\w)")
_OPEN_ALL_DAY: Final = re.compile(rf"24{DASH}hours?")
_ONE_LEAD: Final = re.compile(r"\b(?:least|most|than|only|nearly|almost|about|over)\s\Z")


def _no_quantity(text: Text, found: Reading) -> bool:
    number = found.number
    if found.unit in _DURATIONS and (_AGO.match(text.low, found.end) or _OPEN_ALL_DAY.match(text.low, found.figures_start)):
        return True
    if _of_a_person(text, found) or left_out.is_idiom(text, number):
        return True
    if found.ranged:
        return _years(text, found)
    if not found.bare and found.unit is not Unit.MONEY:
        return _lonely_one(text, found)
    return _bare_no_quantity(text, found)


def _bare_no_quantity(text: Text, found: Reading) -> bool:
    number = found.number
    bound = text.low[found.start : found.figures_start].strip()
    if found.unit is Unit.MONEY:
        return found.low == 0
    if left_out.is_year(text, number, bound=bound) or _lonely_one(text, found):
        return True
    if found.bound is Bound.EXACT and found.per is None and left_out.is_name(text, number):
        return True
    return _senseless(text, found)


def _senseless(text: Text, found: Reading) -> bool:
    """A bare decimal that is a version or a score, a long number that is an identifier, a zero."""
    number = found.number
    following = text.char(found.figures_end)
    if following == "-" and text.char(found.figures_end + 1).isdigit() or following == "/":
        return True
    plain = number.figures and not number.grouped and number.scale == 1.0
    if plain and number.value >= 1e7 and found.bound is Bound.EXACT:
        return text.char(found.end) != " "
    return number.value == 0 and not number.figures and text.low[max(0, number.start - 5) : number.start] in ("from ",)


def _years(text: Text, found: Reading) -> bool:
    """A range of years without a hyphen: "between 2003 and 2014"."""
    if found.unit is not Unit.COUNT or found.number.grouped:
        return False
    return left_out.is_year(text, found.number, bound="") and 1400 <= found.high <= 2100


_AMONG_NUMBERS: Final = re.compile(
    r"\d[^.;!?\n]{0,40}(?:,|\band|\bbut|\bonly|\bjust)\s(?:and\s)?(?:only\s|just\s)?\Z"
)


def _lonely_one(text: Text, found: Reading) -> bool:
    """ "one" is a number only with a magnitude, a unit of measure, as a share, or listed with others in figures."""
    if found.number.figures or found.low != 1 or found.high != 1 or found.number.scale != 1.0 or found.ratio is not None:
        return False
    if found.unit in _DURATIONS:
        return found.bound is Bound.EXACT
    if found.unit is not Unit.COUNT:
        return False
    listed = _AMONG_NUMBERS.search(text.low[max(0, found.start - 60) : found.start])
    return listed is None or text.low.startswith((" of ", "-"), found.end)


def _of_a_person(text: Text, found: Reading) -> bool:
    """Someone's age, unless it is told as an average."""
    aged = left_out.is_age(text, found.figures_start, found.figures_end, found.high)
    if not aged or found.unit not in (Unit.COUNT, Unit.YEARS, Unit.MONTHS):
        return False
    return not left_out.is_typical(text, found.figures_start, found.end)


def _quantity(text: Text, found: Reading) -> Quantity:
    found = _typical_age(text, found)
    return Quantity(
        found.start, found.end, text.raw[found.start : found.end], _clean(found.low), _clean(found.high), _clean(found.step),
        bound=found.bound, change=found.change, unit=found.unit, currency=found.currency, per=found.per, ratio=found.ratio,
        vague=found.number.vague, noun=found.noun,
    )  # fmt: skip


_OLD_AFTER: Final = re.compile(rf"(?:{GAP}|{DASH})(?:olds?|of{GAP}age)(?!\w)")
_OLD: Final = re.compile(rf"(?:{GAP}|{DASH})(?:years?|yrs?)(?:{GAP}|{DASH})(?:olds?|of{GAP}age)(?!\w)")


def _typical_age(text: Text, found: Reading) -> Reading:
    """ "the average age of entry is 13" counts years."""
    if found.unit is Unit.YEARS and (old := _OLD_AFTER.match(text.low, found.end)):
        return replace(found, end=old.end())
    if not (found.unit is Unit.COUNT and not found.noun and 5 <= found.low <= 100 and found.high <= 100):
        return found
    if not left_out.is_typical(text, found.figures_start, found.end) or found.number.scale != 1.0:
        return found
    if old := _OLD.match(text.low, found.end):
        return replace(found, unit=Unit.YEARS, noun="year", end=old.end())
    named = left_out.names_age(text, found.figures_start)
    return replace(found, unit=Unit.YEARS, noun="year") if named and not left_out.counts_something(text, found.end) else found


def _clean(value: float) -> float:
    return float(f"{value:.12g}")
