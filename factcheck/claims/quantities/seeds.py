"""Where a number may begin: one expression over the whole text, so that the rest is never looked at."""

from __future__ import annotations

import re
from typing import Final

from factcheck.claims.quantities.phrases import any_of, words

_NUMBERS: Final = words(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    quadrillion lakh lac crore dozen dozens scores tens hundreds thousands millions billions trillions lakhs crores half quarter
    multimillion multibillion multitrillion"""
)
_PARTS: Final = words("third fourth fifth sixth seventh eighth ninth tenth twelfth twentieth hundredth thousandth")
_RANKS: Final = words(
    """first second eleventh rank ranks ranked ranking no number top largest biggest highest fastest lowest smallest busiest
    deadliest richest poorest costliest wealthiest commonest most leading main worst greatest more capital"""
)
_MULTIPLES: Final = words(
    """doubled doubling doubles double tripled tripling triples triple trebled treble quadrupled quadrupling quadruples quadruple
    quintupled sextupled halved halving halves halve twice twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold
    tenfold elevenfold twelvefold hundredfold thousandfold twentyfold thirtyfold fiftyfold"""
)
_MOVES: Final = words(
    """rise rises rising risen increase increases increasing increased upswing upward uptick upsurge spike spikes spiked spiking
    surge surges surged surging grow grows grew growing grown jump jumps jumped climb climbs climbing climbed soar soars soaring
    soared peaks skyrocket skyrockets skyrocketing skyrocketed spread spreads spreading worsen worsening worsened escalate
    escalating escalated explode exploding exploded explosion boom expand expanding ballooned mushroomed mount multiply
    multiplying multiplied accelerating record alarming staggering unprecedented exponential rapid decline declines declining
    declined decrease decreases decreasing decreased fall falls falling fallen drop drops dropping dropped shrink shrinking
    shrunk dwindle dwindling dwindled plummet plummeting plummeted plunging plunged sink wane downswing diminishing slowing
    receding swelling high low"""
)
SEED: Final = re.compile(
    rf"(?P<figure>(?:(?<![\w.)”\"’'])\.)?[0-9]|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])"
    rf"|(?<![^\W_])(?:(?P<multiple>{any_of(_MULTIPLES)})|(?P<number>{any_of(_NUMBERS)})"
    rf"|(?P<part>{any_of(_PARTS)})|(?P<rank>{any_of(_RANKS)})|(?P<move>{any_of(_MOVES)}))(?![^\W_])"
    rf"|(?P<sign>#(?=\s?[0-9]))"
)
