"""One service's name with another's number, and numbers often taken for a service's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.checks.hotline.beside import leading_to
from factcheck.checks.hotline.names import with_article
from factcheck.checks.hotline.reading import Mention, Reading
from factcheck.checks.hotline.services import Listing, Role
from factcheck.context import Readers
from factcheck.reference.schema import Hotline
from factcheck.telephones import SHORT

_NORTH_AMERICA = ("US", "CA")


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
        named = leading_to(mention, reading)
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


def _of_another(mention: Mention, own: tuple[Listing, ...], named: Mapping[str, Hotline]) -> Iterator[Mislabelled]:
    """The name of one service with the number of another of the same country."""
    for hotline in named.values():
        other = next((held for held in own if held.hotline.country == hotline.country and held.sure), None)
        if other and len(mention.digits) > SHORT and hotline.operator != other.hotline.operator:
            yield Mislabelled(mention, hotline, f"It is the number of {with_article(other.hotline.name)}.")
            return
