"""The service whose name leads straight to a number, or follows it as its name."""

from __future__ import annotations

import re

from factcheck.checks.hotline.reading import Mention, Reading
from factcheck.reference.schema import Hotline

_REACH = 120  # characters from a name to its number at most
# What may stand between a service's name and its number: nothing that could bring in somebody else.
_BETWEEN = re.compile(
    r"(?:\W|\b(?:at|on|via|by|is|the|a|its|their|free|toll|freephone|call(?:ing)?|dial(?:ling|ing)?|text(?:ing)?|phone"
    r"|ring|tel|telephone|number|hotline|helpline|line|tip|confidential|national|hours?|day|anonymous(?:ly)?|24|7"
    r"|now|to|s)\b)*\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"(?:,|:|\s?[–—(-])?\s?(?:the\s)?\Z", re.IGNORECASE)
_LONGEST_APPOSED = 8  # characters between a number and its name
_SENTENCE_END = re.compile(r"[.!?;]\s")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z][\w'’-]+)\s\Z")
_NO_PART_OF_A_NAME = re.compile(
    r"(?:The|A|Our|Your|Call|Contact|Text|Dial|Phone|Ring|Or|And|Reach|Report|To|At|Via|See|Use|Try|US|UK)\Z"
)


def leading_to(mention: Mention, reading: Reading) -> dict[str, Hotline]:
    """The services whose name leads straight to a number, by id; several may share a name."""
    before = reading.names_in(mention.block, max(0, mention.start - _REACH), mention.start)
    if not before or before[-1].end > mention.start:
        return {}
    best = before[-1]
    text = best.block.text
    part = _WORD_BEFORE.search(text[max(0, best.start - 40) : best.start])
    longer = part is not None and not _NO_PART_OF_A_NAME.match(part["word"])
    between = text[best.end : mention.start]
    if longer or _SENTENCE_END.search(between) or not _BETWEEN.match(between):
        return {}
    return {name.hotline.id: name.hotline for name in best.names}


def apposed_to(mention: Mention, reading: Reading) -> dict[str, Hotline]:
    """The services whose name follows right on a number, by id: "1343, the Actionline"."""
    behind = reading.names_in(mention.block, mention.end, mention.end + _LONGEST_APPOSED)
    if not behind or not _APPOSED.match(mention.block.text[mention.end : behind[0].start]):
        return {}
    return {name.hotline.id: name.hotline for name in behind[0].names}
