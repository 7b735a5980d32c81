"""The reference set in memory: every entry by its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.reference.schema import Hotline, Measure, Myth, Observation, Place, Publisher


@dataclass(frozen=True)
class Corpus:
    """Measures, myths, hotlines, publishers and places, each by id; shared word lists by name."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    myths: Mapping[str, Myth] = field(default_factory=dict)
    hotlines: Mapping[str, Hotline] = field(default_factory=dict)
    publishers: Mapping[str, Publisher] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
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
