"""What in a text speaks for a country: the places and help services of the reference set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.context import Clue
from factcheck.reference.schema import Place
from factcheck.telephones import SHORT, telephones
from factcheck.words import WordFinder

if TYPE_CHECKING:
    from factcheck.reference.corpus import Corpus

_SERVICE = 3  # a help service named tells as much as three mentions of a place


class Clues:
    """Finds places and help services, each with the country it speaks for.

    Args:
        corpus: whose places and services are known.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        hotlines = corpus.hotlines.values()
        names = [(name, one) for one in hotlines for name in (one.name, *one.aliases, *one.former_names)]
        self._names = WordFinder(((name, (one.country, one.name)) for name, one in names), whole=True)

    def __call__(self, text: str) -> Iterator[Clue]:
        """The clues of a text."""
        for mention in self._corpus.gazetteer.find(text):
            countries = {country_of(place, self._corpus.places) for place in mention.ids}
            if len(countries) == 1 and (country := countries.pop()):
                yield Clue(country, text[mention.start : mention.end])
        yield from self._services(text)

    def _services(self, text: str) -> Iterator[Clue]:
        """Services named, or given by their full number, of one country."""
        for hit in self._names.longest(text):
            named = {country for country, _ in hit.keys}
            if len(named) == 1 and named != {"EU"} and not text[hit.start].islower():
                yield Clue(named.pop(), text[hit.start : hit.end], _SERVICE)
        for number in telephones(text, self._corpus.telephones):
            held = [self._corpus.hotlines[service] for service in sorted(number.services)]
            countries = {hotline.country for hotline in held}
            if len(number.digits) > SHORT and len(countries) == 1 and countries != {"EU"}:
                yield Clue(countries.pop(), held[0].name, _SERVICE)


def country_of(place: str, places: Mapping[str, Place]) -> str:
    """The ISO code of the country a place lies in, empty for the world, its regions and unknown places."""
    held = places.get(place) or places.get(place.rpartition(", ")[2])
    for _ in range(8):
        code = ((held.code if held else None) or "").partition("-")[0]
        if len(code) == 2 and code != "EU":
            return code
        held = places.get((held.within if held else None) or "")
    return ""
