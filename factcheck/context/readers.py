"""Which country an article's readers are in: as configured, else what the text speaks of plainly; else unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from factcheck.context.counts import table
from factcheck.model import Block, Document
from factcheck.words import WordFinder

HOME: Final = "US"
"""Where English is written as in the United States and nothing else tells, readers are taken to be there."""

UNION: Final = "EU"
"""Readers in the European Union, in whichever of its members."""

_MOST_OF_ONE: Final = 4  # mentions of one place that count
_PLAIN: Final = 3  # mentions of a country, by which it is plainly the readers'
_LEAD: Final = 2  # times the weight of any other country
_OPENING: Final = 3000  # characters
_AMERICAN: Final = 2  # different words of American English, and none of British
_DECLARED: Final = 3  # what a language that names its country weighs ("en-GB")
_REGION: Final = re.compile(r"\Aen[-_]([A-Za-z]{2})\b")
_SERVICE: Final = 3


class Clue(NamedTuple):
    """Words of a text that speak for a country.

    Attributes:
        country: ISO 3166 code.
        words: as a message names them.
        weight: 1 for a place; more for what tells more, such as a help service.
    """

    country: str
    words: str
    weight: int = 1


Atlas = Callable[[str], Iterable[Clue]]
"""Finds what in a text speaks for a country."""


class How(StrEnum):
    """How the readers' country was found; the cases of the messages are named for it."""

    CONFIGURED = "configured"
    TEXT = "text"  # the text speaks of it plainly
    ASSUMED = "assumed"  # the text is in English as one writes it there
    UNKNOWN = "unplain"  # no country, or several


@dataclass(frozen=True)
class Readers:
    """The countries of an article's readers.

    Attributes:
        countries: ISO 3166 codes or EU; where they are not plain, those that the text speaks of, likeliest first.
        clues: what in the text tells, for the message.
    """

    countries: tuple[str, ...]
    how: How
    clues: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it is plain where they are."""
        return self.how is not How.UNKNOWN

    def serves(self, country: str) -> bool:
        """Whether a service of a country serves them."""
        return any(reaches(country, reader) for reader in self.countries)


def nothing_known(_: str) -> Iterable[Clue]:
    """An atlas of no countries."""
    return ()


def covers(country: str, reader: str) -> bool:
    """Whether a service of a country is there for readers in another or the same."""
    return country == reader or (country == UNION and reader in _europe())


def reaches(country: str, reader: str) -> bool:
    """Whether a service of a country helps some readers in another: of the Union, those in that member."""
    return covers(country, reader) or (reader == UNION and country in _europe())


@cache
def _europe() -> frozenset[str]:
    readers = table("readers")
    return frozenset((*readers["union"], *readers["neighbours"]))


def readers_of(document: Document, atlas: Atlas, configured: tuple[str, ...] = ()) -> Readers:
    """The readers' country of an article."""
    if configured:
        return Readers(configured, How.CONFIGURED)
    clues = (*_clues(document, atlas), *_declared(document))
    places = _Spoken(clue for clue in clues if clue.weight < _SERVICE)
    every = _Spoken(clues)
    for spoken in (places, every):  # a foreign service named does not make a page about home one about abroad
        if spoken.plain:
            return Readers(spoken.ranked, How.TEXT, spoken.clues)
    american = _is_american(document)
    if every.ranked[:1] == (HOME,) and american and every.leads:
        return Readers(every.ranked, How.TEXT, every.clues)
    if not every.ranked and american:
        return Readers((HOME,), How.ASSUMED)
    return Readers(every.ranked, How.UNKNOWN, every.clues)


class _Spoken:
    """The countries that clues speak for."""

    def __init__(self, clues: Iterable[Clue]) -> None:
        seen: dict[str, Counter[str]] = {}
        for clue in clues:
            seen.setdefault(clue.country, Counter())[clue.words] += clue.weight
        points = Counter({country: _weight(words) for country, words in seen.items()})
        self.ranked = tuple(country for country, _ in points.most_common(4))
        self.clues = _named(seen[self.ranked[0]]) if self.ranked else ()
        self._first, self._second = [*(points[country] for country in self.ranked[:2]), 0, 0][:2]

    @property
    def leads(self) -> bool:
        """Whether one is spoken of more than any other."""
        return self._first > self._second

    @property
    def plain(self) -> bool:
        """Whether one is spoken of often, and far more than any other."""
        return self._first >= _PLAIN and self._first >= _LEAD * self._second


def _weight(words: Counter[str]) -> int:
    return sum(min(times, _MOST_OF_ONE) for times in words.values())


def _named(seen: Counter[str]) -> tuple[str, ...]:
    """The three most frequent clues, each once ("The US" is "the US")."""
    once = {word.lower().removeprefix("the "): word for word, _ in reversed(seen.most_common())}
    words = {word.lower().removeprefix("the ") for word, _ in seen.most_common(3)}
    return tuple(once[word] for word in once if word in words)[::-1]


def spoken_of(document: Document, atlas: Atlas) -> frozenset[str]:
    """Every country of whose places or money an article speaks, were it only once."""
    return frozenset(clue.country for clue in _clues(document, atlas) if clue.weight < _SERVICE)


def _clues(document: Document, atlas: Atlas) -> Iterator[Clue]:
    """What the opening of an article speaks of, and the help services named anywhere on its page."""
    opening = {id(block) for block in _opening(document.article)}
    services: dict[tuple[str, str], Clue] = {}
    for block in document.blocks:
        for clue in atlas(block.text):
            if clue.weight >= _SERVICE:
                services.setdefault((clue.country, clue.words), clue)
            elif id(block) in opening:
                yield clue
        if id(block) in opening:
            money = table("readers")["money"]
            yield from (Clue(country, sign) for sign, country in money.items() if sign in block.text)
    yield from services.values()


def _declared(document: Document) -> Iterator[Clue]:
    """The country of the language that the source declares; en-US, which most programs write, tells nothing."""
    match = _REGION.match(document.language)
    if match and (country := match[1].upper()) != HOME:
        yield Clue(country, f"“{document.language}” as its language", _DECLARED)


def _opening(blocks: Iterable[Block]) -> Iterator[Block]:
    """As many blocks as it takes to tell where an article is at home."""
    length = 0
    for block in blocks:
        yield block
        length += len(block.text)
        if length > _OPENING:
            return


@cache
def _english() -> WordFinder[str]:
    readers = table("readers")
    return WordFinder((word, name) for name in ("american-words", "british-words") for word in readers[name])


def _is_american(document: Document) -> bool:
    """Whether a text is in English as it is written in the United States."""
    found: dict[str, set[str]] = {"american-words": set(), "british-words": set()}
    for block in document.article:
        for hit in _english().find(block.text):
            for name in hit.keys:
                found[name].add(block.text[hit.start : hit.end].lower())
    return len(found["american-words"]) >= _AMERICAN and not found["british-words"]
