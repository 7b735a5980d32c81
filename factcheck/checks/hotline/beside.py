"""The services beside a number: whose name leads straight to it, follows it, or stands in its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.checks.hotline.reading import Mention, Reading
from factcheck.checks.hotline.services import Services
from factcheck.reference.schema import Hotline
from factcheck.telephones import SHORT

_REACH = 120  # characters from a name to its number at most
# What may stand between a service's name and its number: nothing that could bring in somebody else.
_BETWEEN = re.compile(
    r"(?:\W|\b(?:at|on|via|by|is|the|a|its|their|free|toll|freephone|call(?:ing)?|dial(?:ling|ing)?|text(?:ing)?|phone"
    r"|ring|tel|telephone|number|short|code|shortcode|against|human|trafficking|in|persons|hotline|helpline|line|tip|confidential|national|hours?|day|anonymous(?:ly)?|24|7"
    r"|now|to|s)\b)*\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"(?:,|:|\s?[–—(-])?\s?(?:the\s)?\Z", re.IGNORECASE)
_LONGEST_APPOSED = 8  # characters between a number and its name
_SENTENCE_END = re.compile(r"[.!?;]\s")
_NAMED_BEFORE, _NAMED_AFTER = 70, 40  # characters between a short number and a name in its sentence
_SENTENCE_BEFORE = 160  # the same before a long number, which is told from others further from the name
_KEYWORD = re.compile(r"\b[A-Z]{4,}\b")
_TOLD_APART = 5  # a short code of so many digits is told from a count by the keyword beside it alone
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z][\w'’-]+)\s\Z")
_NO_PART_OF_A_NAME = re.compile(
    r"(?:The|A|Our|Your|Call|Contact|Text|Dial|Phone|Ring|Or|And|Reach|Report|To|At|Via|See|Use|Try|US|UK)\Z"
)


class Beside(NamedTuple):
    """Ids of the services beside a number.

    Attributes:
        named: named in its sentence or by a keyword.
        keyed: whose keyword stands before it.
        leading: whose name leads straight to it.
        apposed: whose name follows right on it.
    """

    named: frozenset[str]
    keyed: frozenset[str]
    leading: frozenset[str]
    apposed: frozenset[str]


def beside(mention: Mention, reading: Reading, services: Services) -> Beside:
    """The services beside a number."""
    keyed = _keyword_near(mention, services)
    leading, apposed = frozenset(leading_to(mention, reading)), frozenset(apposed_to(mention, reading))
    return Beside(_named_near(mention, reading) | keyed, keyed, leading, apposed)


def _named_near(mention: Mention, reading: Reading) -> frozenset[str]:
    """Services named in the sentence before the number or just behind it; in a link's words, for its address."""
    text, found = mention.block.text, set()
    reach = _SENTENCE_BEFORE if len(mention.digits) > SHORT else _NAMED_BEFORE
    low, high = max(0, mention.start - reach), mention.end + _NAMED_AFTER
    for naming in reading.names_in(mention.block, low, high):
        between = (naming.end, mention.start) if naming.end <= mention.start else (mention.end, naming.start)
        if not _SENTENCE_END.search(text, *between):
            found |= {name.hotline.id for name in naming.names}
    return frozenset(found)


def _keyword_near(mention: Mention, services: Services) -> frozenset[str]:
    """Services whose keyword stands before the number: text HELP to …"""
    words = set(_KEYWORD.findall(mention.before[-_NAMED_AFTER:]))
    if not words:
        return frozenset()
    return frozenset(
        listing.hotline.id
        for listing in services.own
        if listing.channel and len(listing.dialled) >= _TOLD_APART and words & set(listing.channel.keywords)
    )


def leading_to(mention: Mention, reading: Reading) -> Mapping[str, Hotline]:
    """The services whose name leads straight to a number, by id; several may share a name."""
    if mention.labels and not mention.block.text[: mention.start].strip():
        return mention.labels
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
