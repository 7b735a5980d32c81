"""Changes told without a figure beside them: "doubled", "twice as many", "on the rise", "spikes every year"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.claims.quantities.phrases import GAP, Text, any_of, words
from factcheck.model import Change


@dataclass(frozen=True, slots=True)
class Trend:
    """A change at `text[start:end]`.

    Attributes:
        times: by how much, None where no number is told.
        comparing: it compares two things rather than two times ("twice as many").
        per: "twice a week".
    """

    start: int
    end: int
    change: Change | None
    times: float | None = None
    per: str | None = None


_DOUBLING: Final = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 2.0, "sextupl": 6.0,
}  # fmt: skip
_DOUBLED: Final = re.compile(rf"(?P<stem>{any_of(_DOUBLING)})(?:ed|ing|e[sd]?)(?!\w|-)")
_TO_DOUBLE: Final = re.compile(
    rf"\b(?:to|will|would|could|may|might|can|should|nearly|almost|than|already|had|has|have|about|roughly|"
    rf"did){GAP}\Z"
)
_DOUBLE_THE: Final = re.compile(
    rf"(?:double|triple|treble|quadruple){GAP}(?:the|that|what|those|its|their|his|her|last)(?!\w)"
)
_TWICE: Final = re.compile(
    rf"twice{GAP}(?:as{GAP}(?:many|much|likely|often)|as{GAP}[a-z-]+{GAP}(?:[a-z-]+{GAP}){{0,3}}?as|the|that|"
    rf"what|more|its|their|those|last)(?!\w)"
)
_TWICE_PER: Final = re.compile(
    rf"twice{GAP}(?:an?|per|each|"
    rf"every){GAP}(?P<per>{any_of(words('day week month year hour night minute'))})(?!\w)|"
    rf"twice-(?P<adverb>daily|weekly|monthly|yearly)|twice{GAP}(?P<ad2>daily|weekly|monthly|yearly|annually)"
)
_FOLDS: Final = {
    word: float(number)
    for number, word in enumerate(words("two three four five six seven eight nine ten eleven twelve"), start=2)
} | {"hundred": 100.0, "thousand": 1000.0, "twenty": 20.0, "thirty": 30.0, "fifty": 50.0}
_FOLD: Final = re.compile(rf"(?P<fold>{any_of(_FOLDS)})fold(?!\w)")
_HALF_AS: Final = re.compile(rf"half{GAP}as{GAP}(?:many|much|likely|often|large|big|high)\b")
_ADVERBS: Final = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}

_UP_STEM: Final = (
    r"(?:increas|ris|grow|climb|soar|surg|spik|escalat|expand|skyrocket|swell|multiply|accelerat|worsen|"
    r"spread|explod)"
)
_DOWN_STEM: Final = r"(?:declin|decreas|fall|dropp|shrink|dwindl|plummet|plung|diminish|reced|slow)"
_ADVERB: Final = rf"(?:(?:[a-z]+ly|only|still|just|also|now|fast|ever){GAP})"
_UPWARD: Final = re.compile(
    rf"""(?<!\w)(?:on{GAP}the{GAP}(?:rise|increase|upswing|upward|uptick)
       | (?:has|have|had)(?:{GAP}also)?{GAP}been{GAP}{_ADVERB}?{_UP_STEM}ing
       | (?:is|are|was|were|keeps?|kept|'s){GAP}{_ADVERB}?{_UP_STEM}ing{GAP}?(?:{_ADVERB}(?=\S))?
       | (?:spikes?|rises?|increases?|surges?|grows?|jumps?|doubles?|climbs?|soars?|peaks?|
       skyrockets?){GAP}(?:every|each){GAP}(?:year|day|month|week|single{GAP}year|summer|time)
       | continu(?:es?|ed|ing){GAP}to{GAP}{_ADVERB}?(?:rise|grow|increase|climb|soar|spread|worsen|surge|expand|
       escalate|skyrocket|mount)
       | (?:has|have|had)(?:{GAP}also)?{GAP}{_ADVERB}?(?:skyrocketed|soared|surged|spiked|exploded|ballooned|
       escalated|mushroomed|multiplied|risen|grown|increased|climbed|jumped|worsened)
       | (?:skyrocketed|soared|surged|spiked|ballooned|mushroomed)
       | record-?{GAP}?(?:breaking|setting|high|highs|number|numbers|year|levels?)
       | all-time{GAP}(?:high|record)
       | (?:an?|the){GAP}(?:[a-z]+{GAP})?(?:surge|spike|uptick|upsurge|explosion|boom){GAP}in(?={GAP}[a-z])
       | (?:at|with){GAP}an?{GAP}(?:alarming|staggering|unprecedented|exponential|rapid){GAP}(?:rate|pace|
       speed))""",
    re.VERBOSE,
)
_DOWNWARD: Final = re.compile(
    rf"""(?<!\w)(?:on{GAP}the{GAP}(?:decline|decrease|wane|downswing)
       | (?:has|have|had)(?:{GAP}also)?{GAP}been{GAP}{_ADVERB}?{_DOWN_STEM}ing
       | (?:is|are|was|were|keeps?){GAP}{_ADVERB}?{_DOWN_STEM}ing
       | continu(?:es?|ed|ing){GAP}to{GAP}{_ADVERB}?(?:fall|decline|decrease|drop|shrink|dwindle|plummet|sink)
       | (?:has|have|had)(?:{GAP}also)?{GAP}{_ADVERB}?(?:plummeted|plunged|dwindled|declined|decreased|fallen|
       dropped|shrunk)
       | (?:falls?|declines?|drops?|decreases?){GAP}(?:every|each){GAP}(?:year|day|month|week)
       | all-time{GAP}low | record{GAP}lows?)""",
    re.VERBOSE,
)
_FIGURE_NEAR: Final = re.compile(
    r"[^.;!?\n]{0,28}?(?:(?<!\d)(?!(?:19|20)\d\d(?!\d))\d|(?<!\w)(?:half|third|quarter|two|three|four|five|six|"
    r"seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|"
    r"millions?|double|twice|dozens?|twofold|threefold|fourfold|fivefold|tenfold)(?!\w))"
)
_NOT_A_TREND: Final = re.compile(
    rf"{GAP}(?:up\b|out\b|into\b|apart\b|asleep\b|in{GAP}love|for{GAP}it\b|through\b|prey\b|victim\b|behind\b|"
    rf"short\b|back\b|own\b|old\b|awareness|concern|alarm|evidence|body|list|food|crops|attention|calls|"
    rf"the{GAP}word)"
)


def multiple(text: Text, at: int, floor: int) -> Trend | None:
    """A multiple told in one word: "doubled", "twice as likely", "tenfold"."""
    if match := _FOLD.match(text.low, at):
        return Trend(at, match.end(), _around(text, match.end(), at), _FOLDS[match["fold"]])
    if match := _DOUBLED.match(text.low, at):
        bare = match.group().endswith("e")
        if bare and not _TO_DOUBLE.search(text.low[max(floor, at - 12) : at]):
            return _doubled_thing(text, at)
        down = match["stem"] == "halv"
        return Trend(at, match.end(), Change.DOWN if down else Change.UP, _DOUBLING[match["stem"]])
    return _twice(text, at)


def _doubled_thing(text: Text, at: int) -> Trend | None:
    match = _DOUBLE_THE.match(text.low, at)
    if match is None:
        return None
    stem = next(stem for stem in _DOUBLING if text.low.startswith(stem, at))
    return Trend(at, text.low.index("e", at + len(stem)) + 1, None, _DOUBLING[stem])


def _twice(text: Text, at: int) -> Trend | None:
    if match := _TWICE_PER.match(text.low, at):
        adverb = match["adverb"] or match["ad2"]
        return Trend(at, match.end(), None, 2.0, match["per"] or _ADVERBS[adverb])
    if _TWICE.match(text.low, at):
        return Trend(at, at + len("twice"), None, 2.0)
    if match := _HALF_AS.match(text.low, at):
        return Trend(at, match.end(), None, 0.5)
    return None


_RISE_NEAR: Final = re.compile(
    r"\b(?:increas\w*|ris\w*|rose|grow\w*|grew|jump\w*|surg\w*|growth|up|soar\w*|gain\w*|climb\w*|"
    r"spik\w*)\W+(?:by\W+|an?\W+|\w+ly\W+){0,2}\Z"
)
_RISE_AFTER: Final = re.compile(rf"{GAP}(?:increase|rise|growth|jump|surge|gain|spike|leap)\b")
_FALL_AFTER: Final = re.compile(rf"{GAP}(?:decrease|decline|drop|fall|reduction)\b")


def _around(text: Text, end: int, at: int) -> Change | None:
    if _FALL_AFTER.match(text.low, end):
        return Change.DOWN
    if _RISE_AFTER.match(text.low, end) or _RISE_NEAR.search(text.low[max(0, at - 40) : at]):
        return Change.UP
    return None


def fold_change(text: Text, start: int, end: int) -> Change | None:
    """The change told around a "-fold": "increased three-fold", "a ten-fold rise"."""
    return _around(text, end, start)


_REACH: Final = 36  # characters around the telling word that a trend's words may take


def trend(text: Text, at: int, floor: int) -> Trend | None:
    """A rise or fall without any number near it.

    Args:
        at: of the word that tells it ("rise", "increasing", "record").
        floor: where the quantity before it ends.
    """
    for pattern, change in ((_UPWARD, Change.UP), (_DOWNWARD, Change.DOWN)):
        match = pattern.search(text.low, max(floor, at - _REACH), at + _REACH)
        while match is not None and match.end() <= at:
            match = pattern.search(text.low, match.end(), at + _REACH)
        if match is None or match.start() > at:
            continue
        end = match.start() + len(match.group().rstrip())
        if text.char(end).isalnum() or _NOT_A_TREND.match(text.low, end) or _FIGURE_NEAR.match(text.low, end):
            return None
        return Trend(match.start(), end, change)
    return None
