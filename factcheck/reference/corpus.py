"""The reference set in memory: every entry by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.claims.attribution import Publishers
from factcheck.claims.places import Gazetteer
from factcheck.reference.clues import Clues
from factcheck.reference.schema import Hotline, Measure, Myth, Observation, Place, Publisher, SiteKind
from factcheck.telephones import Directory
from factcheck.telephones.forms import forms


@dataclass(frozen=True)
class Corpus:
    """Measures, myths, hotlines, publishers, places and kinds of sites, each by id; shared word lists by name."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    myths: Mapping[str, Myth] = field(default_factory=dict)
    hotlines: Mapping[str, Hotline] = field(default_factory=dict)
    publishers: Mapping[str, Publisher] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    sources: Mapping[str, SiteKind] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def observation(self, key: str) -> tuple[Measure, Observation]:
        """The observation of a key `measure/place/period`; of several editions, the best known.

        Raises:
            KeyError: there is none.
        """
        measure = self.measures[key.partition("/")[0]]
        place, _, period = key.partition("/")[2].rpartition("/")
        held = [o for o in measure.observations if o.place == place and o.period == period and not o.retired]
        if not held:
            raise KeyError(key)
        order = {"high": 2, "medium": 1, "low": 0}
        return measure, max(held, key=lambda o: (o.status != "superseded", order[o.confidence], o.edition or 0))

    def publisher(self, measure: Measure) -> str:
        """The name of a measure's publisher."""
        known = self.publishers.get(measure.publisher)
        return known.name if known else measure.publisher

    @property
    def names(self) -> Iterator[str]:
        """What publishers and hotlines are called."""
        for publisher in self.publishers.values():
            yield from (publisher.name, *publisher.aliases)
        for hotline in self.hotlines.values():
            yield from (hotline.name, *hotline.aliases, *hotline.former_names)

    @cached_property
    def known_publishers(self) -> Publishers:
        """Publishers' names and domains, for finding them in a text."""
        return Publishers(
            names=[(name, p.id) for p in self.publishers.values() for name in (p.name, *p.aliases)],
            domains=[(domain, p.id) for p in self.publishers.values() for domain in p.domains],
        )

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Places' names, for finding them in a text."""
        places = self.places.values()
        return Gazetteer(
            names=[(name, place.id) for place in places for name in place.names],
            demonyms=[(name, place.id) for place in places for name in place.demonyms],
            within={place.id: place.within for place in places if place.within},
        )

    @cached_property
    def telephones(self) -> Directory:
        """The numbers of all help services, those that they no longer have included."""
        return Directory(
            (form, hotline.id)
            for hotline in self.hotlines.values()
            for value in (
                *(channel.value.partition(" (")[0] for channel in hotline.channels),
                *(channel.short_code for channel in hotline.channels if channel.short_code),
                *(retired.value for retired in hotline.retired_numbers),
            )
            for form in forms(value, hotline.country)
        )

    @cached_property
    def clues(self) -> Clues:
        """What in a text speaks for a country."""
        return Clues(self)
