"""A number with all that belongs to it: its other end, its unit, what it is told per, its bound and change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.claims.quantities import around, goods, left_out, trends
from factcheck.claims.quantities.numerals import SCALES, Numeral, numeral
from factcheck.claims.quantities.phrases import GAP, Text, any_of, words
from factcheck.claims.quantities.units import (
    ARTICLES,
    COINS,
    FACTORS,
    PER_WORDS,
    PERIODS,
    UnitSign,
    currency_before,
    per_after,
    unit_after,
)
from factcheck.model import Bound, Change, Quantity, Unit


@dataclass(slots=True)
class Reading:
    """A number on the way to a quantity, filled in step by step; the fields are those of `Quantity`.

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
    figures_start: int
    figures_end: int
    unit: Unit = Unit.COUNT
    currency: str | None = None
    per: str | None = None
    ratio: tuple[int, int] | None = None
    noun: str = ""
    bound: Bound = Bound.EXACT
    change: Change | None = None
    ranged: bool = False

    @property
    def bare(self) -> bool:
        """A single number without a unit."""
        return self.unit is Unit.COUNT and not self.noun and self.ratio is None and not self.ranged

    def counted_in(self, sign: UnitSign) -> None:
        """Take a unit; decades are counted in years, cents in dollars."""
        self.unit, self.noun, self.end = sign.unit, sign.name, sign.end
        if sign.name in COINS:
            self.currency = COINS[sign.name]
            self._multiply(0.01)
        elif sign.unit is Unit.MONEY:
            self.currency = sign.name
        elif sign.name in FACTORS:
            self._multiply(FACTORS[sign.name])

    def _multiply(self, factor: float) -> None:
        self.low, self.high, self.step = self.low * factor, self.high * factor, self.step * factor


def read_number(text: Text, at: int, floor: int) -> tuple[Quantity | None, int]:
    """The quantity of the number that begins at an offset.

    Args:
        at: of its first digit, fraction sign or number word.
        floor: where the quantity before it ends; nothing before belongs to this one.

    Returns:
        The quantity, or None where the number is none, and where to read on.
    """
    if text.plain[at].isdigit() and (end := left_out.passed_over(text, at)) is not None:
        return None, max(end, at + 1)
    number = numeral(text, at)
    if number is None:
        return None, at + 1
    reading = _measured(text, floor, number)
    if reading is None or _glued(text, reading):
        return None, _after_word(text, number.end)
    _bound(text, floor, reading)
    if _of_a_person(text, reading):
        return None, left_out.ages_end(text, max(reading.figures_end, at + 1))
    if _no_quantity(text, reading):
        return None, max(reading.figures_end, at + 1)
    _name_age(text, reading)
    return _quantity(text, reading), reading.end


def _after_word(text: Text, end: int) -> int:
    match = _REST_OF_WORD.match(text.plain, end)
    return match.end() if match else end


_REST_OF_WORD: Final = re.compile(r"\w*")


def _glued(text: Text, reading: Reading) -> bool:
    """Letters right after the figures that are no unit: "3D", "2SLGBTQI"."""
    char = text.char(reading.end)
    return (char.isalpha() or char == "_") and text.char(reading.end - 1).isdigit()


# --- what is measured ------------------------------------------------------------------------------------------


def _measured(text: Text, floor: int, number: Numeral) -> Reading | None:
    """The number with its unit, as a share, a range, a rate or a multiple; None where it is none after all."""
    currency = currency_before(text, floor, number.start) if number.figures else None
    articled = (number, number.start) if number.figures else _with_article(text, floor, number)
    if articled is None:
        return None
    number, start = articled
    start = currency.start if currency else start
    high = number.value if number.high is None else number.high
    reading = Reading(number, start, number.end, number.value, high, number.step, start, number.end)
    if currency is None and _read_ratio(text, reading):
        return reading
    if number.ratio is not None:
        return reading if _read_fraction(text, floor, reading) else None
    if not _read_range(text, floor, reading, currency):
        _read_unit(text, reading, currency)
    _read_times(text, reading)
    _read_per(text, floor, reading)
    return reading


_ARTICLE: Final = re.compile(
    rf"(?:(?<!\w)(?:a{GAP})?(?P<few>few|several|couple|couple{GAP}of|many|some{GAP}few)|(?<!\w)(?P<article>an?|"
    rf"one{GAP}half)|(?P<multi>multi-?)){GAP}?\Z"
)
_FEW: Final = {"few": (2.0, 10.0), "several": (2.0, 10.0), "many": (2.0, 10.0), "couple": (2.0, 2.0)}
_DOLLAR_ADJECTIVE: Final = re.compile(r"-(?:dollar|euro|pound|rupee|peso)(?!\w)")
_SCALE_START: Final = re.compile(rf"(?:{any_of(SCALES)})(?!\w)")


def _with_article(text: Text, floor: int, number: Numeral) -> tuple[Numeral, int] | None:
    """A spelled number with the word before a bare magnitude or part: "a million", "several hundred", "a third".

    A bare magnitude without such a word is no number. "A billion-dollar industry" makes billions, "several
    hundred"
    is two hundred to a thousand.
    """
    bare_scale = not number.vague and _SCALE_START.match(text.low, number.start) is not None
    if number.vague or not (bare_scale or number.ratio or number.scale > 1):
        return number, number.start
    match = _ARTICLE.search(text.low[max(floor, number.start - 12) : number.start])
    if match is None:
        return None if bare_scale else (number, number.start)
    start = number.start - len(match.group())
    if not bare_scale:
        parted = match["article"] and text.low[number.start] in "hqtfsen"
        return number, start if parted and not _COUNTED_PARTS.match(text.low, number.start) else number.start
    if match["few"]:
        low, high = _FEW[match["few"].split()[0]]
        few = number._replace(value=low * number.value, high=high * number.value if high > low else None)
        return few, start
    if match["multi"] or _DOLLAR_ADJECTIVE.match(text.low, number.end):
        return number._replace(high=1000 * number.value), start
    return number, start


_COUNTED_PARTS: Final = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|t[hw]\w+teen|s\w+teen)\b"
)


_IN: Final = re.compile(
    rf"(?:{GAP}(?P<word>in|out{GAP}of|of(?={GAP}every))(?P<every>{GAP}(?:every|each))?{GAP}|-(?P<dashed>in|"
    rf"out-of)-(?:every-)?)"
    rf"(?P<article>a{GAP}(?=hundred|thousand|million|dozen))?(?=[a-z\d])"
)
_WHOLES: Final = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 500))


def _read_ratio(text: Text, reading: Reading) -> bool:
    """ "1 in 6", "one out of every seven", "four out of five", "one-in-six"."""
    part = reading.number
    if not part.whole or part.vague or not 1 <= part.value <= 1000:
        return False
    match = _IN.match(text.low, part.end)
    whole = numeral(text, match.end()) if match else None
    if match is None or whole is None or not whole.whole or whole.vague or text.char(whole.end).isalnum():
        return False
    if not _is_ratio(text, part, whole, match):
        return False
    reading.ratio = (int(part.value), int(whole.value))
    reading.low = reading.high = 100 * part.value / whole.value
    reading.step, reading.unit = 0.0, Unit.PERCENT
    reading.end = reading.figures_end = whole.end
    return True


def _is_ratio(text: Text, part: Numeral, whole: Numeral, joined: re.Match[str]) -> bool:
    if whole.value < 2 or part.value > whole.value:
        return False
    sure = bool(joined["every"] or joined["dashed"] or (joined["word"] or "").startswith("out"))
    if not sure and (part.value == whole.value or left_out.is_year(text, whole, bound="")):
        return False
    unit = unit_after(text, whole.end)
    if unit is not None and not sure:
        return False
    return (
        sure
        or part.value == 1
        or (int(whole.value) in _WHOLES and part.value < 10)
        or (whole.value >= 1000 and part.value < 100)
    )


_TO: Final = re.compile(
    rf"(?:-(?:to|or)-|[ ]?[-‐‑–−—][ ]?|{GAP}(?P<word>to|through|or|and|and/or){GAP}|{GAP}(?:to|"
    rf"or)-)(?P<sign>[$€£¥₹₦]|us\$)?(?=[\da-z½¼¾.])"
)
_BETWEEN: Final = re.compile(
    rf"(?<!\w)(?:(?:anywhere|somewhere){GAP})?between(?:{GAP}(?:the{GAP}ages{GAP}of|ages|about|around|roughly|approximately|an{GAP}estimated|some|nearly|just|a))?{GAP}\Z"
)
_FROM: Final = re.compile(
    rf"(?<!\w)(?:anywhere{GAP}|ranging{GAP}|ranged{GAP}|ranges{GAP}|range{GAP})?from(?:{GAP}(?:about|around|"
    rf"roughly|approximately|some|nearly|just|a))?{GAP}\Z"
)
_MOVED: Final = re.compile(
    r"(?<!\w)(?:rise|rises|rose|risen|rising|increas\w+|grow\w*|grew|jump\w*|surg\w+|soar\w*|climb\w*|spik\w+|"
    r"up|went|go|goes|going|gone|moved|chang\w+|"
    r"doubl\w+|tripl\w+|quadrupl\w+|halv\w+|fall\w*|fell|drop\w*|declin\w+|decreas\w+|sank|slid|slipped|"
    r"plung\w+|plummet\w*|tumbl\w+|down|shr[aiu]nk\w*|cut|lowered|"
    r"raised|reduc\w+|compared|swell\w*|swelled|expand\w*|leap\w*|leapt|shift\w*|\w+fold|percent|%|improv\w*|"
    r"edged|dipped|eased|extended|widened|narrowed)(?!\w)[^.;!?]{0,40}\Z"
)


def _read_range(text: Text, floor: int, reading: Reading, currency: UnitSign | None) -> bool:
    """A range: both its numbers, and the unit that stands at either."""
    first = reading.number
    if first.vague:
        return False
    own = None if _dashed_number(text, first.end) else unit_after(text, first.end, scaled=first.value >= 1e6)
    match = _TO.match(text.low, own.end if own else first.end)
    other = numeral(text, match.end()) if match else None
    if match is None or other is None or other.vague or other.ratio or (currency and not other.figures):
        return False
    if text.plain[match.end()].isdigit() and _other_passed(text, match.end()):
        return False
    low = _scaled_alike(text, first, other, own)
    if not _joins(text, reading, match, low, other):
        _take_from_outcome(text, reading, match, low, other, own or currency)
        return False
    if _apart(text, reading, match, other, own or currency):
        return False
    sign = currency or unit_after(text, other.end, scaled=other.value >= 1e6)
    if own is not None and (sign is None or sign.name != own.name):
        return False
    reading.step = min(reading.step * low / first.value if first.value else 1.0, other.step)
    reading.low, reading.high = low, other.value
    reading.end = reading.figures_end = other.end
    reading.ranged = True
    _read_unit(text, reading, currency)
    reading.start = _opened(text, floor, reading.start)
    return True


def _dashed_number(text: Text, at: int) -> bool:
    return text.char(at) in "-–‑" and text.char(at + 1).isdigit()


def _other_passed(text: Text, at: int) -> bool:
    """Whether the second number is none: "in 3 to 8:30", "2-2022-09"."""
    end = left_out.passed_over(text, at)
    return end is not None and text.char(at - 1) not in "-–−"


def _scaled_alike(text: Text, first: Numeral, other: Numeral, own: UnitSign | None) -> float:
    """ "2 to 3 million", "50-60,000": the first number has the second one's magnitude."""
    if own is not None or first.scale != 1.0 or first.grouped or first.value >= 1000:
        return first.value
    dashed = other.grouped and other.scale == 1.0 and text.char(first.end) == "-" and other.start == first.end + 1
    scaled = first.value * (1000.0 if dashed else other.scale)
    return scaled if scaled < other.value else first.value


def _joins(text: Text, first: Reading, joined: re.Match[str], low: float, other: Numeral) -> bool:
    """Whether two numbers are the ends of one range."""
    if not low < other.value or _from_a_year(text, first.number, other):
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


def _take_from_outcome(
    text: Text, reading: Reading, joined: re.Match[str], low: float, other: Numeral, sign: UnitSign | None
) -> None:
    """ "Fell from 30 to 12 degrees", "rose from 5 to 10 million": the first shares what follows the second."""
    before_it = text.low[max(0, reading.start - 32) : reading.start]
    if joined["word"] != "to" or sign is not None or not _FROM.search(before_it):
        return
    if low != reading.low:
        reading.step *= low / reading.low
        reading.low = reading.high = low
    if (unit := unit_after(text, other.end, scaled=other.value >= 1e6)) is not None:
        end = reading.end
        reading.counted_in(unit)
        reading.end = end


def _from_a_year(text: Text, first: Numeral, other: Numeral) -> bool:
    """ "Between 2003 and 2014", "from 5,000 in 2010 to 8,000"; not "2000 to 3000 people"."""
    if not left_out.is_year(text, first, bound=""):
        return False
    return other.grouped or other.value <= 2100 or left_out.is_dated(text, first.start)


def _apart(text: Text, reading: Reading, joined: re.Match[str], other: Numeral, sign: UnitSign | None) -> bool:
    """Whether "to" leads from a change to its outcome or from a gift to those who get it, and joins no range.

    "Rose 1.9 points to 102.4", "fell $1.20 to $78.55", "gave $5 to 300 people"; but "rose 2 to 3 percent".
    """
    if joined["word"] != "to" or sign is None:
        return False
    if around.before(text, 0, reading.start).change is not None:
        return True
    given = joined["sign"] is None and other.scale == 1.0 and reading.end == joined.start()
    return given and left_out.counts_something(text, other.end) and unit_after(text, other.end) is None


def _opened(text: Text, floor: int, start: int) -> int:
    """Where a range begins with its "between" or "from"."""
    window = text.low[max(floor, start - 32) : start]
    match = _BETWEEN.search(window) or _FROM.search(window)
    return start - len(match.group()) if match else start


_OF: Final = re.compile(rf"{GAP}of(?={GAP})")


def _read_unit(text: Text, reading: Reading, currency: UnitSign | None) -> None:
    """The unit of a number, from the sign before it or the word after it."""
    if currency is not None:
        reading.unit, reading.currency, reading.noun = Unit.MONEY, currency.name, currency.name
        reading.end = _repeated_currency(text, reading.end)
        return
    sign = unit_after(text, reading.end, scaled=reading.low >= 1e6)
    if sign is None and reading.number.vague and (of := _OF.match(text.low, reading.end)):
        sign = unit_after(text, of.end(), scaled=reading.low >= 1e6)
    if sign is not None:
        reading.counted_in(sign)


def _repeated_currency(text: Text, end: int) -> int:
    """ "$32 billion USD", "US$5 dollars"."""
    again = unit_after(text, end)
    return again.end if again is not None and again.unit is Unit.MONEY and again.name not in COINS else end


# --- shares told as fractions ----------------------------------------------------------------------------------

_OF_A_UNIT: Final = re.compile(rf"(?:{GAP}of)?{GAP}an?(?={GAP})|(?=-)|(?:{GAP}of)?{GAP}(?:one{GAP})?(?=per)")
_NO_HALF: Final = re.compile(
    rf"\b(?:first|second|other|better|latter|last|final|top|bottom|lower|upper|opening|closing|early|late|"
    rf"northern|southern|eastern|western|back|front|my|the{GAP}two){GAP}\Z"
)
_HALF_FOLLOWS: Final = re.compile(
    rf"{GAP}(?:of|the|their|its|our|his|her|those|these|all|that|what|were|are|have|had|said|say|was|is|who|"
    rf"will|would|could|do|did|or|believe|came|come|live|lived|went)\b|{GAP}?\("
)
_SHARE_FOLLOWS: Final = re.compile(
    rf"{GAP}(?:of|more|less|fewer|higher|lower|were|are|is|was|have|had|has|said|say|who|from|since|in|to|over|"
    rf"between|compared|will|would|came|come|as)\b|{GAP}?[(,.;:)!?]|{GAP}?\Z|\s*\Z|[.,;:)!?]"
)
_BY: Final = re.compile(
    rf"\b(?:by|in|than|nearly|almost|about|over|around|roughly|least|approximately|only|just|under|up|down|to|"
    rf"every|close{GAP}to|an?|least{GAP}an?|estimated){GAP}\Z"
)


def _read_fraction(text: Text, floor: int, reading: Reading) -> bool:
    """ "two-thirds", "a third of", "half of", "half an hour", "½"; False where it is an ordinal or no share."""
    number = reading.number
    assert number.ratio is not None
    part, whole = number.ratio
    sign = _part_of_unit(text, number)
    if sign is not None:
        reading.low = reading.high = reading.step = part / whole
        reading.counted_in(sign)
        _read_per(text, floor, reading)
        return True
    reading.low = reading.high = 100 * part / whole
    reading.unit, reading.ratio = Unit.PERCENT, number.ratio
    if number.figures or part > 1 or text.low.startswith("one", number.start):
        return True
    return _is_part(text, floor, reading)


def _part_of_unit(text: Text, number: Numeral) -> UnitSign | None:
    """The unit that a fraction is a part of: "half an hour", "three quarters of a mile", "1/2 inch"."""
    match = _OF_A_UNIT.match(text.low, number.end)
    if match is None and not number.figures:
        return None
    sign = unit_after(text, match.end() if match else number.end)
    plain_percent = sign is not None and sign.name == "percentage" and number.figures and match is None
    return None if plain_percent else sign


_PLURAL_VERB: Final = re.compile(rf"{GAP}(?:are|were|have|say|do|live|believe)\b")


def _is_part(text: Text, floor: int, share: Reading) -> bool:
    """Whether "half" or "a third" is a share here, no ordinal and no half of a match."""
    window = text.low[max(floor, share.start - 16) : share.start]
    word = share.number.start
    if text.low.startswith("half", word):
        if _NO_HALF.search(window) or text.char(share.end) == "-":
            return False
        return bool(_HALF_FOLLOWS.match(text.low, share.end) or _BY.search(window))
    if share.start == word and not (text.low.startswith("quarter", word) and _BY.search(window)):
        return False  # without "a": an ordinal
    if text.low.startswith(" of", share.end) or _PLURAL_VERB.match(text.low, share.end):
        return True
    return bool(_SHARE_FOLLOWS.match(text.low, share.end) and _BY.search(window))


# --- times and rates -------------------------------------------------------------------------------------------

_TIMES: Final = re.compile(rf"(?:{GAP}|-)times(?![\w-])")
_FOLD: Final = re.compile(rf"(?:{GAP}|-|)fold(?!\w)")
_CROSS: Final = re.compile(r"(?:[ ]?×|x)(?![\w\d])(?![ ]?\d)")
_COMPARES: Final = re.compile(
    rf"{GAP}(?:as|more|less|fewer|higher|greater|larger|bigger|faster|lower|worse|smaller|longer|likelier|"
    rf"richer|older|heavier|stronger|better|cheaper|"
    rf"over|above|that|what|those|its|their|his|her|the{GAP}(?:number|rate|size|amount|average|national|risk|"
    rf"population|total|figure|price|cost|level|share|value|state|u\.?s|usual|global|world|legal|normal|"
    rf"minimum|going|market|current|regular|previous))\b"
)


def _read_times(text: Text, reading: Reading) -> None:
    """ "three times more likely", "ten-fold", "3x"; "20-30 times a day" keeps its times as what is counted."""
    if reading.unit is not Unit.COUNT or reading.number.vague or text.char(reading.end) not in " -xf×":
        return
    if match := _FOLD.match(text.low, reading.end) or _CROSS.match(text.low, reading.end):
        reading.change = trends.fold_change(text, reading.start, match.end())
        reading.unit = Unit.MULTIPLE
    elif match := _TIMES.match(text.low, reading.end):
        reading.unit = Unit.MULTIPLE if _COMPARES.match(text.low, match.end()) else Unit.COUNT
    else:
        return
    reading.end, reading.noun = match.end(), "time"


_PER_MANY: Final = re.compile(
    rf"(?P<noun>(?:{GAP}[a-z][a-z'’-]{{1,20}}){{0,4}}?){GAP}(?P<joined>per|for{GAP}every|for{GAP}each|"
    rf"in{GAP}every|out{GAP}of{GAP}every|in|out{GAP}of)"
    rf"{GAP}(?P<article>a{GAP})?(?=\d|hundred|thousand|million|one|ten)"
)
_OF_WHAT: Final = re.compile(rf"{GAP}(?P<what>[a-z-]{{3,20}})(?!\w)")
_NO_WHAT: Final = frozenset(
    words(
        "and in are were was is for from with who have had has that which among worldwide each every per the "
        "compared according as or by on at to of during when while"
    )
)
_FAR_PER: Final = re.compile(
    rf"(?:{GAP}(?!(?:and|or|but|in|from|ago|who|for|over|within|after|during|than|once|twice|with|at|by|to|half|about|nearly|almost|before|since|into|until|under)\b)[a-z][a-z'’-]{{1,20}}){{1,4}}?(?={GAP}(?:an?|"
    rf"per|each|every|annually|yearly|daily|hourly|monthly|weekly)\b)"
)
_NOT_PER: Final = re.compile(
    rf"{GAP}(?:ago|later|earlier|before|after|prior|old|from{GAP}now|into|apart|and{GAP}a{GAP}half|"
    rf"or{GAP}(?:so|two))\b"
)
_EVERY: Final = re.compile(
    rf"(?<!\w)every(?:{GAP}(?:about|around|roughly|approximately|nearly|almost|few))?{GAP}\Z"
)
_DURATIONS: Final = frozenset(
    (Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS)
)


def _read_per(text: Text, floor: int, reading: Reading) -> None:
    """What the number is told per: "every 30 seconds", "5.4 per 1,000", "$150 billion a year"."""
    every = (
        _EVERY.search(text.low[max(floor, reading.start - 24) : reading.start])
        if reading.unit in _DURATIONS
        else None
    )
    if every is not None:
        reading.start -= len(every.group())
        reading.per = f"every {reading.noun}"
        reading.unit = Unit.RATE
        return
    ahead = text.low[reading.end : reading.end + _PER_REACH]
    if not _may_be_rate(ahead, reading.low) or (reading.unit is Unit.COUNT and _read_per_many(text, reading)):
        return
    per = per_after(text, reading.end)
    if per is not None and not _NOT_PER.match(text.low, per[1]):
        reading.per, reading.end = per
        if reading.noun == "time" and reading.unit is Unit.COUNT:
            reading.unit = Unit.RATE
    elif reading.unit in (Unit.COUNT, Unit.MONEY, Unit.OTHER):
        reading.per = _far_per(text, reading.end)


_PER_REACH: Final = 100  # characters after a number in which it may be told per something
_WORD: Final = re.compile(r"[a-z]+|/|\d")


def _may_be_rate(ahead: str, value: float) -> bool:
    """Whether the words after a number may tell what it is told per; most numbers are spared the closer look."""
    near = set(_WORD.findall(ahead)[:9])
    if not near.isdisjoint(PER_WORDS):
        return True
    if not near.isdisjoint(ARTICLES) and not near.isdisjoint(PERIODS):
        return True
    return "in" in near and value % 1 > 0


def _far_per(text: Text, end: int) -> str | None:
    """ "80 cases a day", "100,000 children are sold each year": the time is named, it is no part of the number."""
    match = _FAR_PER.match(text.low, end)
    per = per_after(text, match.end()) if match else None
    return None if per is None or _NOT_PER.match(text.low, per[1]) else per[0]


def _read_per_many(text: Text, reading: Reading) -> bool:
    """ "5.4 per 1,000", "2.1 victims for every thousand people"."""
    match = _PER_MANY.match(text.low, reading.end)
    many = numeral(text, match.end()) if match else None
    if match is None or many is None or not many.whole or many.value < 100 or text.char(many.end).isalpha():
        return False
    if match["joined"] in ("in", "out of") and not _in_many(text, reading, match, many):
        return False
    what = _OF_WHAT.match(text.low, many.end)
    of_what = what["what"] if what and what["what"] not in _NO_WHAT else "population"
    reading.per = f"{int(many.value)} {of_what}"
    reading.noun = match["noun"].split()[-1] if match["noun"].strip() else ""
    reading.end = reading.figures_end = many.end
    reading.unit = Unit.RATE
    return True


def _in_many(text: Text, reading: Reading, joined: re.Match[str], many: Numeral) -> bool:
    """Whether "in" tells a rate: "5.4 in 100,000", neither "5.4 in 2019" nor "5.4 in 100 days"."""
    if joined["noun"] or reading.low % 1 == 0 or left_out.is_year(text, many, bound=""):
        return False
    return unit_after(text, many.end) is None


# --- bounds and changes ----------------------------------------------------------------------------------------

_PERCENT_POINTS: Final = frozenset(("percentage", "percentage point", "point", "basis point"))
_LENGTHS: Final = frozenset(("metre", "foot", "mile", "kilometre", "yard", "inch", "centimetre"))  # "fell 20 feet"
_AMOUNTS: Final = frozenset((Unit.OTHER, Unit.MONEY))
_COMPARED: Final = re.compile(rf"{GAP}(?:from|since|on{GAP}the|compared|versus)\b")
_HOW_LONG: Final = re.compile(
    r"\b(?:for|lasted|lasting|lasts|took|takes|take|taken|spent|spend|spending|well|just|of|is|was|are|were|"
    r"after|with|has|have|had|served|serve|than|to|been|a)\s\Z"
)


def _bound(text: Text, floor: int, reading: Reading) -> None:
    """Add the words around a number that bound it or tell it as a change."""
    lead = around.before(text, floor, reading.start)
    if lead.change is not None and not _measures(text, reading, lead.needs):
        lead = around.before(text, floor, reading.start, changes=False)
    if lead.bound is Bound.ABOVE and reading.unit in _DURATIONS and _during(text, lead.start):
        lead = around.Before(reading.start)
    change = reading.change or lead.change or around.moved_by(text, floor, reading.start)
    reading.start, reading.bound, reading.change = lead.start, lead.bound, change
    if (tail := around.after(text, reading.end)) is not None:
        reading.bound = around.strongest(reading.bound, tail[0])
        reading.end = tail[1]
        if reading.bare and (sign := unit_after(text, reading.end)) is not None:  # "5-plus years"
            reading.counted_in(sign)
    _read_change_after(text, reading)


def _measures(text: Text, found: Reading, needs: str) -> bool:
    """Whether a number can be the amount of a change told by "cut" (a share, points) or "up" (money, too)."""
    if found.noun in _LENGTHS:
        return text.low.startswith(("by ", "of "), found.start - 3)
    if found.ratio is not None or found.unit is Unit.PERCENT or found.noun in _PERCENT_POINTS:
        return True
    if not needs:
        return True
    return needs == "amount" and (found.unit in _AMOUNTS or _COMPARED.match(text.low, found.end) is not None)


def _during(text: Text, start: int) -> bool:
    """ "over three weeks" says when, "for over three weeks" how long."""
    if not text.low.startswith("over", start):
        return False
    return _HOW_LONG.search(text.low[max(0, start - 16) : start]) is None


def _read_change_after(text: Text, reading: Reading) -> None:
    """ "a 35% increase", "25% fewer", "six points higher", "300 fewer"."""
    if reading.change is not None or reading.unit is Unit.MULTIPLE:
        return
    told = around.changed_after(text, reading.end)
    if told is None:
        return
    share = reading.unit is Unit.PERCENT or reading.noun in _PERCENT_POINTS
    if share or text.low[reading.end : told[1]].strip() == "fewer":
        reading.change = told[0]
        reading.end = max(told[1], reading.end)


# --- what is none ----------------------------------------------------------------------------------------------

_AGO: Final = re.compile(rf"{GAP}(?:ago|earlier|later)(?!\w)")
_OPEN_ALL_DAY: Final = re.compile(r"24-hours?")
_ONE_LEAD: Final = re.compile(r"\b(?:least|most|than|only|nearly|almost|about|over)\s\Z")


def _no_quantity(text: Text, found: Reading) -> bool:
    number = found.number
    if found.unit in _DURATIONS and (
        _AGO.match(text.low, found.end) or _OPEN_ALL_DAY.match(text.low, found.figures_start)
    ):
        return True
    if left_out.is_idiom(text, number) or goods.of_goods(text, number, found.figures_end):
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
    if (following == "-" and text.char(found.figures_end + 1).isdigit()) or following == "/":
        return True
    plain = number.figures and not number.grouped and number.scale == 1.0
    if plain and number.value >= 1e7 and found.bound is Bound.EXACT:
        return text.char(found.end) != " "
    return (
        number.value == 0
        and not number.figures
        and text.low[max(0, number.start - 5) : number.start] in ("from ",)
    )


def _years(text: Text, found: Reading) -> bool:
    """A range of years without a hyphen: "between 2003 and 2014"."""
    if found.unit is not Unit.COUNT or found.number.grouped:
        return False
    return left_out.is_year(text, found.number, bound="") and 1400 <= found.high <= 2100


_AMONG_NUMBERS: Final = re.compile(
    r"\d[^.;!?\n]{0,40}(?:,|\band|\bbut|\bonly|\bjust)\s(?:and\s)?(?:only\s|just\s)?\Z"
)


def _lonely_one(text: Text, found: Reading) -> bool:
    """ "one" is a number only with a magnitude or unit, as a share, or listed with others in figures."""
    if (
        found.number.figures
        or found.low != 1
        or found.high != 1
        or found.number.scale != 1.0
        or found.ratio is not None
    ):
        return False
    if found.unit in _DURATIONS:
        return found.bound is Bound.EXACT
    if found.unit is not Unit.COUNT:
        return False
    listed = _AMONG_NUMBERS.search(text.low[max(0, found.start - 60) : found.start])
    return listed is None or text.low.startswith((" of ", "-"), found.end)


_AGE_UNITS: Final = frozenset((Unit.COUNT, Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS))


def _of_a_person(text: Text, found: Reading) -> bool:
    """Someone's age, unless it is told as an average."""
    aged = left_out.is_age(text, found.figures_start, found.figures_end, found.high)
    if not aged or found.unit not in _AGE_UNITS:
        return False
    return not left_out.is_typical(text, found.figures_start, found.end)


def _quantity(text: Text, found: Reading) -> Quantity:
    return Quantity(
        found.start,
        found.end,
        text.raw[found.start : found.end],
        _clean(found.low),
        _clean(found.high),
        _clean(found.step),
        found.bound,
        found.change,
        found.unit,
        found.currency,
        found.per,
        found.ratio,
        found.number.vague,
        found.noun,
    )


_OLD: Final = re.compile(rf"(?P<years>(?:{GAP}|-)(?:years?|yrs?))?(?:{GAP}|-)(?:olds?|of{GAP}age)(?!\w)")


def _name_age(text: Text, found: Reading) -> None:
    """ "The average age of entry is 13" counts years."""
    if (
        found.high > 110
        or found.number.scale != 1.0
        or found.unit not in (Unit.COUNT, Unit.YEARS)
        or found.noun == "time"
    ):
        return
    old = _OLD.match(text.low, found.end)
    if found.unit is Unit.COUNT:
        if found.low < 5 or not left_out.is_typical(text, found.figures_start, found.end):
            return
        named = left_out.names_age(text, found.figures_start) and not left_out.counts_something(text, found.end)
        if not named and not (old and old["years"]):
            return
        found.unit, found.noun = Unit.YEARS, "year"
    if old:
        found.end = old.end()


def _clean(value: float) -> float:
    """Without the noise of binary arithmetic."""
    return value if value % 1 == 0 else float(f"{value:.12g}")
