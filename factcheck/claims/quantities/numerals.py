"""Numerals: a number in figures, in words or in both ("26,300", "twenty-seven million", "27.6m", "1.2 lakh
    crore").

Each is read forward from where it begins, in time bounded by a constant; nothing is said here of what it counts.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.claims.quantities.phrases import GAP, Text, any_of, words


class Numeral(NamedTuple):
    """A number as written.

    Attributes:
        start, end: offsets.
        value: what it says; of a vague number the low end.
        step: the value of its last written digit that says something: 100 for "26,300", 100,000 for "27.6
        million";
            0 for a fraction.
        figures: written with digits.
        scale: what a magnitude word or letter multiplies it by, 1 without one.
        grouped: its thousands are set apart, so that it is no year.
        ratio: numerator and denominator of a fraction ("two-thirds").
        high: where the range of a vague number ends ("thousands").
    """

    start: int
    end: int
    value: float
    step: float
    figures: bool = False
    scale: float = 1.0
    grouped: bool = False
    ratio: tuple[int, int] | None = None
    high: float | None = None

    @property
    def vague(self) -> bool:
        """A magnitude without a number: "thousands"."""
        return self.high is not None

    @property
    def whole(self) -> bool:
        """No part of a unit: 3, not 3.5."""
        return self.ratio is None and self.value % 1 == 0


_SMALL: Final = {
    word: float(number)
    for number, word in enumerate(
        words(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen
            seventeen eighteen nineteen"""
        )
    )
}
_TENS: Final = {
    word: 10.0 * number
    for number, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
} | {"fourty": 40.0}
_UNITS: Final = _SMALL | _TENS
SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12, "quadrillion": 1e15, "dozen": 12.0,
}  # fmt: skip
_LETTERS: Final = {
    "k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "bil": 1e9, "tn": 1e12, "trn": 1e12, "tr": 1e12, "t": 1e12, "cr": 1e7,
}  # fmt: skip
VULGAR: Final = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
# "thousands" of anything: at least one thousand, fewer than a million.
_VAGUE: Final = {
    "dozens": (24.0, 120.0), "scores": (40.0, 200.0), "hundreds": (1e2, 1e3), "thousands": (1e3, 1e6),
    "lakhs": (1e5, 1e7), "millions": (1e6, 1e9), "crores": (1e7, 1e9), "billions": (1e9, 1e12),
    "trillions": (1e12, 1e15), "multimillion": (1e6, 1e9), "multibillion": (1e9, 1e12),
    "multitrillion": (1e12, 1e15),
}  # fmt: skip
_TENS_OF: Final = {"dozens": 12.0, "tens": 10.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1000.0}
LONGEST_FIGURE: Final = 24  # digits; what is longer is no number that anyone reads

_FIGURES: Final = re.compile(
    r"""(?P<comma>\d{1,3}(?:,\d{3}){1,7}|\d{1,2}(?:,\d{2}){1,5},\d{3}|\d{1,3},[ ]000)(?:\.\d{1,6})?(?!,?\d)
      | (?P<spaced>[1-9]\d{0,2}(?:[ ]\d{3}){1,6}(?![\d.,]?\d|-\d(?!\d{0,2}[ ]\d{3})))
      | (?P<dotted>\d{1,3}(?:\.\d{3}){2,6}(?:,\d{1,2})?|\d{1,3}(?:'\d{3}){1,6})(?!\d)
      | (?P<plain>\d{0,24}\.\d{1,12}|\d{1,24})(?!\d)""",
    re.VERBOSE | re.ASCII,
)
_FRACTION: Final = re.compile(r"(?:1/(?:[2-9]|10)|2/[35]|3/[458]|4/5|5/[68]|7/8)(?![\d/])", re.ASCII)
_MIXED: Final = re.compile(rf"[ -]?(?:([{''.join(VULGAR)}])|(?<=[ -])((?:1/[2-9]|2/3|3/[48]|[57]/8))(?![\d/]))")
_LETTER: Final = re.compile(r"(?:k|K|mm|m|MM|M|mn|mln|bn|b|BN|Bn|B|T|tn|trn|tr)(?![\w²³]|-[a-z])")
_APART: Final = re.compile(r"[ ]?(?:mln|mn|bn|bln|tn|trn|mio|Mio|m|M|MM|K|B|cr|Cr|mil|bil)\.?(?![\w²³]|-[a-z])")
_MONEY_BEFORE: Final = re.compile(r"[$€£¥₹₦][\d., -]{1,16}\Z")
_METRES: Final = re.compile(
    rf"{GAP}(?:long|tall|high|wide|deep|thick|above|below|away|race|sprint|hurdles|relay|freestyle|"
    rf"butterfly|pool|track|dash|radius|of{GAP}(?:rope|cable|water|fabric))\b"
)
_MILLIONS_BEFORE: Final = re.compile(r"\bmillions?\b|\d(?:m|bn)\b|\bpopulation of\b|\bpeople\b|\busers\b")
_NO_METRES: Final = re.compile(
    rf"{GAP}(?!(?:long|tall|high|wide|deep|of|from|above|below|away|race|sprint|and|or|by|to|in|at)\b)[a-z]"
)
_SCALE_WORD: Final = re.compile(rf"(?:{GAP}|-|)({any_of(SCALES)})s?(?!\w)")
_AND_PART: Final = re.compile(
    rf"(?:{GAP}|-)and(?:{GAP}|-)(?:(?:a|one)(?:{GAP}|-)(?P<part>half|quarter)|three{GAP}quarters)(?!\w)"
)
_NUMBER_WORD: Final = any_of((*_UNITS, *SCALES))
_FIRST_WORD: Final = re.compile(rf"(?P<word>{_NUMBER_WORD})(?!\w)")
_NEXT_WORD: Final = re.compile(
    rf"(?:{GAP}(?P<and>and{GAP})?|-(?:and-)?|(?<=thousand|.million),{GAP}(?=[a-z]+{GAP}hundred\b))"
    rf"(?P<word>{_NUMBER_WORD})(?!\w)"
)
_DIGIT_WORDS: Final = ("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_POINT: Final = re.compile(
    rf"{GAP}point(?P<digits>(?:{GAP}(?:{any_of(_DIGIT_WORDS)})\b){{1,4}})"
    rf"(?={GAP}(?:{any_of(SCALES)}|percent|per{GAP}cent)\b)"
)
_PART_WORD: Final = any_of((*PARTS, *(f"{part}s" for part in PARTS if part != "half"), "halves"))
_PART: Final = re.compile(rf"(?:{GAP}|-)(?P<part>{_PART_WORD})(?!\w|-(?!of|a|million))")
_PART_ALONE: Final = re.compile(rf"(?P<part>{_PART_WORD})(?!\w)")
_PART_OF_SCALE: Final = re.compile(
    rf"(?P<part>half|quarter|third)(?:{GAP}(?:of{GAP})?an?{GAP}|(?<=half){GAP}|"
    rf"-(?:a-)?)(?P<scale>{any_of(SCALES)})(?!\w)"
)
_OF_A_SCALE: Final = re.compile(rf"{GAP}of{GAP}a{GAP}({any_of(SCALES)})(?!\w)")
_VAGUE_WORDS: Final = re.compile(
    rf"(?:(?P<tens>{any_of(_TENS_OF)}){GAP}(?:of|upon|and){GAP})?(?P<scale>{any_of(_VAGUE)}|"
    rf"hundred{GAP}thousands)(?!\w)"
)
_TWICE_VAGUE: Final = re.compile(
    rf"{GAP}(?:upon|and|on){GAP}(?:(?:tens|hundreds){GAP}of{GAP})?({any_of(_VAGUE)})(?!\w)"
)


def numeral(text: Text, at: int) -> Numeral | None:
    """The number that begins at an offset, None where none does.

    Args:
        at: of a digit, a fraction sign, a decimal point before a digit, or a number word's first letter.
    """
    if text.low[at : at + 1].isalpha():
        return _spelled(text, at)
    return _in_figures(text, at)


# --- figures -------------------------------------------------------------------------------------------------


def _in_figures(text: Text, at: int) -> Numeral | None:
    if (vulgar := VULGAR.get(text.plain[at])) is not None:
        return _fraction(text, at, at + 1, *vulgar)
    match = _FIGURES.match(text.plain, at)
    if match is not None and match["spaced"] and (line_end := text.raw.find("\n", at, match.end())) > 0:
        match = _FIGURES.match(text.plain, at, line_end)  # two lines' numbers
    if match is None or match.end() == at:
        return None
    end = match.end()
    following = text.plain[end : end + 2]
    if following[:1] == "/" and (fraction := _FRACTION.match(text.plain, at)):
        part, whole = fraction.group().split("/")
        return _fraction(text, at, fraction.end(), int(part), int(whole))
    value, step = _value_of(match)
    if following.strip()[:1] in VULGAR or following[1:].isdigit():
        end, extra = _mixed(text, end)
        value, step = value + extra, min(extra, 0.5) if extra else step
    return _with_scale(text, Numeral(at, end, value, step, figures=True, grouped=not match["plain"]))


def _with_scale(text: Text, number: Numeral) -> Numeral:
    scale, end = _scale_after(text, number.end)
    if scale == 1.0:
        return number
    # Before a magnitude every written digit counts: "50 million" is no rounding to tens of millions.
    step = _clean(min(number.step, 1.0) * scale)
    return number._replace(end=end, value=_clean(number.value * scale), step=step, scale=scale)


def _fraction(text: Text, at: int, end: int, part: int, whole: int) -> Numeral:
    scale, end = _scale_after(text, end)
    if scale != 1.0:
        value = part * scale / whole
        return Numeral(at, end, value, step_of(value), figures=True, scale=scale)
    return Numeral(at, end, part / whole, 0.0, figures=True, ratio=(part, whole))


def _value_of(match: re.Match[str]) -> tuple[float, float]:
    """The value of a figure and the value of its last significant digit."""
    digits = match.group()
    if match["dotted"]:
        digits = digits.replace(".", "").replace("'", "").replace(",", ".")
    elif not match["plain"]:
        digits = digits.replace(",", "").replace(" ", "")
    decimals = len(digits.partition(".")[2])
    value = float(digits)
    return value, 10.0**-decimals if decimals else step_of(value)


def _mixed(text: Text, end: int) -> tuple[int, float]:
    """The fraction after a whole number ("2½", "3 1/2") and where it ends."""
    match = _MIXED.match(text.plain, end)
    if match is None:
        return end, 0.0
    part, whole = VULGAR[match[1]] if match[1] else (int(p) for p in match[2].split("/"))
    return match.end(), part / whole


def _scale_after(text: Text, end: int) -> tuple[float, int]:
    """What the magnitude words or letters after a figure multiply it by, and where they end."""
    following = text.low[end : end + 2]
    if following[:1].isalpha():
        match = _LETTER.match(text.plain, end)
    elif following[1:].isalpha() and following[1] in "mbtkc":
        match = _APART.match(text.plain, end)
    else:
        match = None
    if match is not None and _is_magnitude(text, match):
        return _LETTERS[match.group().strip(" .").lower()], match.end() - match.group().endswith(".")
    scale = 1.0
    for _ in range(3):  # "5 hundred thousand million" is as long as they get
        word = _SCALE_WORD.match(text.low, end)
        if word is None:
            break
        scale, end = scale * SCALES[word[1]], word.end()
    return scale, end


def _is_magnitude(text: Text, match: re.Match[str]) -> bool:
    """Whether "m" or "b" is a magnitude: "5 m" of rope is not, "$5 m" and "5m people" are."""
    letters = match.group().strip(" .")
    if letters not in ("m", "b"):
        return True
    start = match.start()
    if _MONEY_BEFORE.search(text.plain[max(0, start - 20) : start]):
        return True
    if match.group()[0] == " " or letters == "b":
        return False
    if _METRES.match(text.low, match.end()):
        return False
    tenths = "." in text.plain[max(0, start - 3) : start]
    return tenths or bool(
        _NO_METRES.match(text.low, match.end()) or _MILLIONS_BEFORE.search(text.low, max(0, start - 80), start)
    )


# --- words ---------------------------------------------------------------------------------------------------


def _spelled(text: Text, at: int) -> Numeral | None:
    first = text.low[at]
    if first in "hqt" and (part := _part_of_scale(text, at)):
        return part
    return _vague(text, at) or _cardinal(text, at) or _part_alone(text, at)


def _part_of_scale(text: Text, at: int) -> Numeral | None:
    """ "half a million", "a quarter of a million", "quarter-trillion"."""
    match = _PART_OF_SCALE.match(text.low, at)
    if match is None:
        return None
    scale, end = _scale_after(text, match.end())
    value = SCALES[match["scale"]] * scale / PARTS[match["part"]]
    whole = SCALES[match["scale"]] * scale
    return Numeral(at, end, value, min(whole / 10, value / 2), scale=value)  # "almost a quarter-trillion"


def _vague(text: Text, at: int) -> Numeral | None:
    match = _VAGUE_WORDS.match(text.low, at)
    if match is None:
        return None
    tens, scale, end = match["tens"], match["scale"], match.end()
    low, high = _VAGUE.get(scale, (1e5, 1e6))
    if tens is not None and tens != scale:
        low, high = low * _TENS_OF[tens], low * _TENS_OF[tens] * 10
    elif tens is None and (more := _TWICE_VAGUE.match(text.low, end)) and more[1] == scale:
        end = more.end()
    return Numeral(at, end, low, low, scale=low, high=high)


def _part_alone(text: Text, at: int) -> Numeral | None:
    """A part named without a number before it: "half", "a third" (from its "third")."""
    match = _PART_ALONE.match(text.low, at)
    if match is None:
        return None
    whole = _whole(match["part"])
    return Numeral(at, match.end(), 1 / whole, 0.0, ratio=(1, whole))


def _whole(part: str) -> int:
    return 2 if part in ("half", "halves") else PARTS[part.removesuffix("s")]


def _cardinal(text: Text, at: int) -> Numeral | None:
    match = _FIRST_WORD.match(text.low, at)
    if match is None:
        return None
    count, end = _Count(match["word"]), match.end()
    for _ in range(_LONGEST_COUNT):
        following = _NEXT_WORD.match(text.low, end)
        if following is None or not count.add(following["word"], after_and=bool(following["and"])):
            break
        end = following.end()
    part = _PART.match(text.low, end)
    if part is not None and _plural_fits(count.value, part["part"]):
        return _of_parts(text, at, part.end(), int(count.value), _whole(part["part"]))
    plain = Numeral(at, end, count.value, count.step, scale=count.scale)
    if point := _POINT.match(text.low, end):
        return _with_decimals(text, plain, point)
    half = _AND_PART.match(text.low, end)
    return plain if half is None else _and_a_half(text, plain, half)


_LONGEST_COUNT: Final = 16  # number words in one number


def _plural_fits(count: float, part: str) -> bool:
    """ "one third" and "two thirds" are fractions, "two third" and "one thirds" are not."""
    return 0 < count < 20 and (part.endswith("s") == (count > 1))


def _of_parts(text: Text, at: int, end: int, part: int, whole: int) -> Numeral:
    scale = _OF_A_SCALE.match(text.low, end) or _SCALE_WORD.match(text.low, end)
    if scale is not None:
        value = part * SCALES[scale[1]] / whole
        return Numeral(at, scale.end(), value, step_of(value), scale=value)
    return Numeral(at, end, part / whole, 0.0, ratio=(part, whole))


def _with_decimals(text: Text, number: Numeral, match: re.Match[str]) -> Numeral:
    """ "one point two million", as it is read out."""
    digits = "".join(f"{_SMALL.get(word, 0.0):g}" for word in match["digits"].split())
    value, step = float(f"{number.value:g}.{digits}"), 10.0 ** -len(digits)
    return _with_scale(text, number._replace(end=match.end(), value=value, step=step, scale=1.0))


def _and_a_half(text: Text, number: Numeral, match: re.Match[str]) -> Numeral:
    """ "one and a half (million)", "a million and a half"."""
    part = 1 / PARTS[match["part"]] if match["part"] else 0.75
    value = number.value + part * number.scale
    scale, end = _scale_after(text, match.end())
    return number._replace(
        end=end, value=value * scale, step=step_of(value * scale), scale=max(number.scale, scale)
    )


class _Count:
    """Adds up number words as they are read: "two hundred and fifty thousand"."""

    __slots__ = ("_current", "_last", "_smallest", "_total", "scale", "step")

    def __init__(self, word: str) -> None:
        self._total = 0.0  # what stands before the last thousand, million …
        self._current = 0.0  # what has been read since
        self._last = 0.0  # the last word's own value
        self._smallest = float("inf")  # the last magnitude above a hundred; the next must be smaller
        self.step = 1.0
        self.scale = 1.0
        if word in SCALES:
            self._current = 1.0
            self._multiply(SCALES[word])
        else:
            self._current = self._last = _UNITS[word]
            self.step = step_of(self._current)

    @property
    def value(self) -> float:
        """What the words so far say."""
        return self._total + self._current

    def add(self, word: str, *, after_and: bool) -> bool:
        """Read one more word; False where it does not belong to this number."""
        if word in SCALES:
            return not after_and and self._multiply(SCALES[word])
        number = _UNITS[word]
        if number == 0 or not self._fits(number, after_and=after_and):
            return False
        self._current, self._last = self._current + number, number
        self.step = step_of(number)
        return True

    def _fits(self, number: float, *, after_and: bool) -> bool:
        if self._last >= 100:
            return True
        return not after_and and self._last != 12 and self._last % 10 == 0 and self._last >= 20 and number < 10

    def _multiply(self, scale: float) -> bool:
        if self.value == 0 or (scale == 100 and not 1 <= self._current < 100):
            return False
        if scale == 100:
            self._current *= 100
        elif scale == 12 and self._smallest != float("inf"):
            return False
        elif self._current and scale < self._smallest:
            self._total, self._current, self._smallest = self._total + self._current * scale, 0.0, scale
        elif self._smallest in (1e2, 1e3, 1e5) and not self._current:  # "thousand million", "lakh crore"
            self._total, self._smallest = self._total * scale, scale
        else:
            return False
        self._last = self.scale = self.step = scale
        return True


def step_of(value: float) -> float:
    """The value of the last digit of a number that is not zero: 100 for 26,300; 0.1 for 16.7; 1 for 0."""
    if value == 0 or value > 1e30:
        return 1.0
    if value % 1:
        return float(10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2]))
    number, step = int(value), 1
    while number % (step * 10) == 0:
        step *= 10
    return float(step)


def _clean(value: float) -> float:
    """Without the noise of binary arithmetic: 27.6 million is 27,600,000."""
    return value if value % 1 == 0 else float(f"{value:.15g}")
