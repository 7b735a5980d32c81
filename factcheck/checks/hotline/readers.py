"""Which country an article's readers are in: as configured, else what the text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from factcheck.checks.article import Article
from factcheck.checks.hotline.reading import Reading
from factcheck.checks.hotline.services import SHORT, Role
from factcheck.reference.schema import Place

DEFAULT = "US"
"""Where nothing tells: most readers of this field's publications."""

_MISSING_CHILDREN_LINE = (
    "AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO RS SE SI SK"
)
EUROPE = frozenset(_MISSING_CHILDREN_LINE.split())
"""Countries that a service of the EU serves: the members, and others where 116 000 is answered."""

_MONEY = {"£": "GB", "₹": "IN", "₦": "NG", "₱": "PH", "฿": "TH"}
_MOST_OF_ONE_PLACE = 4
_CLEAR = 4


class How(StrEnum):
    """How the readers' country was found; the cases of the messages are named for it."""

    CONFIGURED = "configured"
    TEXT = "text"
    ASSUMED = "assumed"


@dataclass(frozen=True)
class Readers:
    """The countries of an article's readers.

    Attributes:
        countries: ISO 3166 codes; where read from the text, the first is the likeliest.
        clues: what in the text tells, for the message.
        clear: whether the text speaks of one country and no other to speak of.
    """

    countries: tuple[str, ...]
    how: How
    clues: tuple[str, ...] = ()
    clear: bool = True

    def serves(self, country: str) -> bool:
        """Whether a service of a country serves them."""
        return any(covers(country, reader) for reader in self.countries)


def covers(country: str, reader: str) -> bool:
    """Whether a service of a country serves readers in another or the same."""
    return country == reader or (country == "EU" and reader in EUROPE)


def readers_of(article: Article, reading: Reading) -> Readers:
    """The readers' country of an article."""
    if article.countries:
        return Readers(article.countries, How.CONFIGURED)
    points, clues = _spoken_of(article)
    _add_services(points, reading)
    if not points:
        return Readers((DEFAULT,), How.ASSUMED)
    ranked = [country for country, _ in points.most_common(3)]
    second = points[ranked[1]] if len(ranked) > 1 else 0
    clear = points[ranked[0]] >= _CLEAR and second <= 1
    return Readers(tuple(ranked), How.TEXT, clues.get(ranked[0], ()), clear)


def _spoken_of(article: Article) -> tuple[Counter[str], dict[str, tuple[str, ...]]]:
    """Points for each country by the places and money the article speaks of, and the words that gave them."""
    corpus = article.corpus
    clues: dict[str, Counter[str]] = {}
    for block in article.document.article:
        for mention in corpus.gazetteer.find(block.text):
            countries = {country_of(place, corpus.places) for place in mention.ids}
            if len(countries) == 1 and (country := countries.pop()):
                clues.setdefault(country, Counter())[block.text[mention.start : mention.end]] += 1
        for sign, country in _MONEY.items():
            if sign in block.text:
                clues.setdefault(country, Counter())[sign] += 1
    points = Counter({c: sum(min(n, _MOST_OF_ONE_PLACE) for n in seen.values()) for c, seen in clues.items()})
    return points, {c: tuple(word for word, _ in seen.most_common(3)) for c, seen in clues.items()}


def _add_services(points: Counter[str], reading: Reading) -> None:
    """A service that is named, or whose full number is given, speaks for its country."""
    found = {name.hotline.id: name.hotline.country for naming in reading.names for name in naming.names}
    for mention in reading.known:
        if len(mention.digits) > SHORT and len({own.hotline.country for own in mention.holds(Role.OWN)}) == 1:
            own = mention.holds(Role.OWN)[0].hotline
            found[own.id] = own.country
    for country in found.values():
        if country != "EU":
            points[country] += 3


def country_of(place: str, places: Mapping[str, Place]) -> str:
    """The ISO code of the country a place lies in, empty for the world, its regions and unknown places."""
    held = places.get(place) or places.get(place.rpartition(", ")[2])
    for _ in range(8):
        code = ((held.code if held else None) or "").partition("-")[0]
        if len(code) == 2 and code != "EU":
            return code
        held = places.get((held.within if held else None) or "")
    return ""
