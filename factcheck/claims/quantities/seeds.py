"""Where a number may begin: by its first word, in one pass, so that the rest of a text is never looked at."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from factcheck.claims.quantities.phrases import words


class Seed(Enum):
    """What a word may begin or tell."""

    NUMBER = 1  # a number in words
    PART = 2  # a fraction, or an ordinal of a rank
    RANK = 3
    MULTIPLE = 4
    MOVE = 5  # a rise or fall


_WORDS: Final = {
    Seed.RANK: """first second eleventh thirteenth fourteenth fifteenth rank ranks ranked ranking no number top largest biggest
        highest fastest lowest smallest busiest deadliest richest poorest costliest wealthiest commonest most leading main worst
        greatest more capital""",
    Seed.MOVE: """rise rises rising risen increase increases increasing increased upswing upward uptick upsurge spike spikes
        spiked spiking surge surges surged surging grow grows grew growing grown jump jumps jumped climb climbs climbing climbed
        soar soars soaring soared peaks skyrocket skyrockets skyrocketing skyrocketed spread spreads spreading worsen worsening
        worsened escalate escalating escalated explode exploding exploded explosion boom expand expanding ballooned mushroomed
        mount multiply multiplying multiplied accelerating record alarming staggering unprecedented exponential rapid decline
        declines declining declined decrease decreases decreasing decreased fall falls falling fallen drop drops dropping dropped
        shrink shrinking shrunk dwindle dwindling dwindled plummet plummeting plummeted plunging plunged sink wane downswing
        diminishing slowing receding swelling high low""",
    Seed.MULTIPLE: """doubled doubling doubles double tripled tripling triples triple trebled treble quadrupled quadrupling
        quadruples quadruple quintupled sextupled halved halving halves halve twice twofold threefold fourfold fivefold sixfold
        sevenfold eightfold ninefold tenfold elevenfold twelvefold hundredfold thousandfold twentyfold thirtyfold fiftyfold""",
    Seed.PART: """third fourth fifth sixth seventh eighth ninth tenth twelfth twentieth hundredth thousandth""",
    Seed.NUMBER: """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand million billion
        trillion quadrillion lakh lac crore dozen dozens scores tens hundreds thousands millions billions trillions lakhs crores
        half quarter multimillion multibillion multitrillion""",
}
SEEDS: Final = {word: seed for seed, names in _WORDS.items() for word in words(names)}
SIGNS: Final = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
# A run of digits or a sign (group 1), or a run of letters.
TOKEN: Final = re.compile(rf"([0-9]+|[{SIGNS}]|#(?=[ ]?[0-9]))|[^\W\d_]+")
_DIGIT: Final = re.compile(rf"[0-9{SIGNS}]")


def has_number_sign(text: str) -> bool:
    """Whether a text has anything that may be a quantity; False is certain, True is not."""
    if _DIGIT.search(text) is not None:
        return True
    return not SEEDS.keys().isdisjoint(TOKEN_WORDS.findall(text.lower()))


TOKEN_WORDS: Final = re.compile(r"[^\W\d_]+")
