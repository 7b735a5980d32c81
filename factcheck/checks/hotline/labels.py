"""One service's name with another's number, and numbers often taken for a service's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.checks.hotline.names import with_article
from factcheck.checks.hotline.readers import Readers
from factcheck.checks.hotline.reading import Mention, Reading
from factcheck.checks.hotline.services import SHORT, Listing, Role
from factcheck.reference.schema import Hotline

_REACH = 120  # characters from a name to its number at most
_NORTH_AMERICA = ("US", "CA")
# What may stand between a service's name and its number: nothing that could bring in somebody else.
_BETWEEN = re.compile(
    r"(?:\W|\b(?:at|on|via|by|is|the|a|its|their|free|toll|freephone|call(?:ing)?|dial(?:ling|ing)?|text(?:ing)?|phone"
    r"|ring|tel|telephone|number|hotline|helpline|line|tip|confidential|national|hours?|day|anonymous(?:ly)?|24|7"
    r"|now|to|s)\b)*\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;]\s")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Z][\w'’-]+)\s\Z")
_NO_PART_OF_A_NAME = re.compile(
    r"(?:The|A|Our|Your|Call|Contact|Text|Dial|Phone|Ring|Or|And|Reach|Report|To|At|Via|See|Use|Try|US|UK)\Z"
)


@dataclass(frozen=True, slots=True)
class Mislabelled:
    """A number given as a service's that is not.

    Attributes:
        note: whose it is, or what is wrong with it; a whole sentence.
    """

    mention: Mention
    hotline: Hotline
    note: str


def mislabelled(reading: Reading, readers: Callable[[], Readers]) -> Iterator[Mislabelled]:
    """Every such number of an article. A number in any grouping of the named service's own is none.

    Args:
        readers: asked only where it depends on them.
    """
    for mention in reading.known:
        if mention.link:
            continue
        own = mention.holds(Role.OWN)
        named = _named_before(mention, reading)
        found = next(
            (held for held in mention.holds(Role.WRONG) if not own and _is_meant(held, mention, reading, readers)),
            None,
        ) or next((held for held in mention.holds(Role.OTHER) if held.hotline.id in named), None)
        if any(held.hotline.id in named for held in own):
            continue
        if found:
            yield Mislabelled(mention, found.hotline, found.note)
        else:
            yield from _of_another(mention, own, named)


def _is_meant(listing: Listing, mention: Mention, reading: Reading, readers: Callable[[], Readers]) -> bool:
    """Whether a known misprint stands for this service here: its country's readers, or its name."""
    country = listing.hotline.country
    if mention.plus or (country in _NORTH_AMERICA and len(mention.digits) >= 10):
        return True
    return listing.hotline.id in reading.named or readers().serves(country)


def _named_before(mention: Mention, reading: Reading) -> dict[str, Hotline]:
    """The services whose name leads straight to the number, by id; several may share a name."""
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


def _of_another(mention: Mention, own: tuple[Listing, ...], named: dict[str, Hotline]) -> Iterator[Mislabelled]:
    """The name of one service with the number of another of the same country."""
    for hotline in named.values():
        other = next((held for held in own if held.hotline.country == hotline.country and held.sure), None)
        if other and len(mention.digits) > SHORT and hotline.operator != other.hotline.operator:
            yield Mislabelled(mention, hotline, f"It is the number of {with_article(other.hotline.name)}.")
            return
