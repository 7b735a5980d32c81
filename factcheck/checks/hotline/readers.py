"""Which country an article's readers are in: as configured, else what the text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.checks.article import Article
from factcheck.checks.hotline.names import with_article
from factcheck.checks.hotline.reading import Reading
from factcheck.checks.hotline.services import Name, Role
from factcheck.model import Block
from factcheck.reference.schema import Hotline, Place
from factcheck.telephones import SHORT

DEFAULT = "US"
"""Where nothing tells: most readers of this field's publications."""

_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EUROPE = frozenset(f"{_EU} AL CH GB RS".split())
"""Countries that a service of the EU serves: the members, and others where 116 000 is answered."""

_MONEY = {"£": "GB", "₹": "IN", "₦": "NG", "₱": "PH", "฿": "TH"}
_MOST_OF_ONE_PLACE = 4
_CLEAR, _OTHERS = 3, 1  # mentions of a country, and at most of all others, where a text speaks clearly of it
_OPENING = 3000  # characters
_SERVICE = 3  # a help service named tells as much as three mentions of a place
# Where English texts are written for readers at home: there one mention of a place tells something.
_CODES = "US GB CA AU NZ IE ZA NG GH KE UG IN PK BD PH SG MY JM GM LR ZW ZM"
_ENGLISH = frozenset(_CODES.split())


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
        clear: whether the places in the text are of one country and of no other to speak of.
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
    clues = _spoken_of(article)
    places = Counter({country: seen.total() for country, seen in clues.items()})
    _add_services(clues, reading)
    points = Counter({country: _weigh(country, seen) for country, seen in clues.items()})
    ranked = [country for country, weight in points.most_common(3) if weight]
    if not ranked:
        return Readers((DEFAULT,), How.ASSUMED)
    clear = places[ranked[0]] >= _CLEAR and places.total() - places[ranked[0]] <= _OTHERS
    return Readers(tuple(ranked), How.TEXT, _named(clues[ranked[0]]), clear)


def _weigh(country: str, seen: Counter[str]) -> int:
    weight = sum(min(times, _MOST_OF_ONE_PLACE) for times in seen.values())
    return weight if weight > 1 or country in _ENGLISH else 0


def _named(seen: Counter[str]) -> tuple[str, ...]:
    """The three most frequent clues, each once ("The US" is "the US")."""
    once = {word.lower().removeprefix("the "): word for word, _ in reversed(seen.most_common())}
    words = {word.lower().removeprefix("the ") for word, _ in seen.most_common(3)}
    return tuple(once[word] for word in once if word in words)[::-1]


def _spoken_of(article: Article) -> dict[str, Counter[str]]:
    """The places and kinds of money an article speaks of, by country."""
    clues: dict[str, Counter[str]] = {}
    for country, words in _clues(article):
        clues.setdefault(country, Counter())[words] += 1
    return clues


def _clues(article: Article) -> Iterator[tuple[str, str]]:
    """Every place and kind of money in an article's opening with its country, in reading order."""
    corpus = article.corpus
    for block in _opening(article.blocks):
        for mention in corpus.gazetteer.find(block.text):
            countries = {country_of(place, corpus.places) for place in mention.ids}
            if len(countries) == 1 and (country := countries.pop()):
                yield country, block.text[mention.start : mention.end]
        yield from ((country, sign) for sign, country in _MONEY.items() if sign in block.text)


def may_be_clear(article: Article, served: Callable[[str], bool]) -> bool:
    """Whether an article may speak clearly of one country that is not served; most tell early that they do not."""
    places: Counter[str] = Counter()
    for country, _ in _clues(article):
        places[country] += 1
        elsewhere = max((times for other, times in places.items() if not served(other)), default=0)
        if places.total() - elsewhere > _OTHERS:
            return False
    return any(times >= _CLEAR and not served(country) for country, times in places.items())


def _meant(names: Sequence[Name]) -> tuple[Hotline, ...]:
    """The services a name stands for: those that bear it as their own, before those that are also called so."""
    own = tuple(name.hotline for name in names if name.text == name.hotline.name)
    return own or tuple(name.hotline for name in names)


def _opening(blocks: Iterable[Block]) -> Iterator[Block]:
    """As many blocks as it takes to tell where an article is at home."""
    length = 0
    for block in blocks:
        yield block
        length += len(block.text)
        if length > _OPENING:
            return


def _add_services(clues: dict[str, Counter[str]], reading: Reading) -> None:
    """A service that is named, or whose full number is given, speaks for its country."""
    found = {hotline.id: hotline for naming in reading.names for hotline in _meant(naming.names)}
    for mention in reading.known:
        own = mention.holds(Role.OWN)
        if len(mention.digits) > SHORT and len({held.hotline.country for held in own}) == 1:
            found[own[0].hotline.id] = own[0].hotline
    for hotline in found.values():
        if hotline.country != "EU":
            clues.setdefault(hotline.country, Counter())[with_article(hotline.name)] += _SERVICE


def country_of(place: str, places: Mapping[str, Place]) -> str:
    """The ISO code of the country a place lies in, empty for the world, its regions and unknown places."""
    held = places.get(place) or places.get(place.rpartition(", ")[2])
    for _ in range(8):
        code = ((held.code if held else None) or "").partition("-")[0]
        if len(code) == 2 and code != "EU":
            return code
        held = places.get((held.within if held else None) or "")
    return ""
