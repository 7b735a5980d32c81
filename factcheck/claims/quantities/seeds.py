"""Where a number may begin: by its first word, in one pass, so that the rest of a text is never looked at."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

from ahocorasick_rs import AhoCorasick

from factcheck.claims.quantities.phrases import words
from factcheck.words import fold


class Seed(Enum):
    """What a word may begin or tell."""

    FIGURE = 0  # a digit or a sign that stands for one
    NUMBER = 1  # a number in words
    PART = 2  # a fraction, or an ordinal of a rank
    RANK = 3
    MULTIPLE = 4
    MOVE = 5  # a rise or fall


_WORDS: Final = {
    Seed.RANK: """first second eleventh thirteenth fourteenth fifteenth rank ranks ranked ranking no. number top
    largest biggest
        highest fastest lowest smallest busiest deadliest richest poorest costliest wealthiest commonest most
        leading main worst
        greatest more capital leads led""",
    Seed.MOVE: """rise rises rising risen increase increases increasing increased upswing upward uptick upsurge
    spike spikes
        spiked spiking surge surges surged surging grow grows grew growing grown jump jumps jumped climb climbs
        climbing climbed
        soar soars soaring soared peaks skyrocket skyrockets skyrocketing skyrocketed spread spreads spreading
        worsen worsening
        worsened escalate escalating escalated explode exploding exploded explosion boom expand expanding
        ballooned mushroomed
        mount multiply multiplying multiplied accelerating record alarming staggering unprecedented exponential
        rapid decline
        declines declining declined decrease decreases decreasing decreased fall falls falling fallen drop drops
        dropping dropped
        shrink shrinking shrunk dwindle dwindling dwindled plummet plummeting plummeted plunging plunged sink
        wane downswing
        diminishing slowing receding swelling all-time""",
    Seed.MULTIPLE: """doubled doubling doubles double tripled tripling triples triple trebled treble quadrupled
    quadrupling
        quadruples quadruple quintupled sextupled halved halving halves halve twice twofold threefold fourfold
        fivefold sixfold
        sevenfold eightfold ninefold tenfold elevenfold twelvefold hundredfold thousandfold twentyfold
        thirtyfold fiftyfold""",
    Seed.PART: """third fourth fifth sixth seventh eighth ninth tenth twelfth twentieth hundredth thousandth""",
    Seed.NUMBER: """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred
        thousand million billion
        trillion quadrillion lakh lac crore dozen dozens scores tens hundreds thousands millions billions
        trillions lakhs crores
        half quarter multimillion multibillion multitrillion""",
}
SIGNS: Final = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"


_SEEDS: Final = {
    **{name: seed for seed, names in _WORDS.items() for name in words(names)},
    **dict.fromkeys(f"0123456789#{SIGNS}", Seed.FIGURE),
}
_AUTOMATON: Final = AhoCorasick(_SEEDS)
_KINDS: Final = tuple(_SEEDS.values())


def seeds(low: str) -> Iterator[tuple[int, int, Seed]]:
    """Where numbers may begin in a text in lower case: start, end and what kind of seed stands there.

    A digit is a seed each; words are whole words.
    """
    length = len(low)
    for number, start, end in _AUTOMATON.find_matches_as_indexes(low, overlapping=True):
        seed = _KINDS[number]
        if seed is Seed.FIGURE or not (
            (end < length and low[end].isalnum()) or (start and low[start - 1].isalpha())
        ):
            yield start, end, seed


def has_number_sign(text: str) -> bool:
    """Whether a text has anything that may be a quantity; False is certain, True is not."""
    return bool(_AUTOMATON.find_matches_as_indexes(fold(text)))
