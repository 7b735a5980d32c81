"""The reference set in memory: every entry by its id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.reference.schema import Hotline, Measure, Myth, Place, Publisher


@dataclass(frozen=True)
class Corpus:
    """Measures, myths, hotlines, publishers and places, each by id; shared word lists by name."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    myths: Mapping[str, Myth] = field(default_factory=dict)
    hotlines: Mapping[str, Hotline] = field(default_factory=dict)
    publishers: Mapping[str, Publisher] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
