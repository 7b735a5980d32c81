"""A measure's observations made ready for comparing: parsed, sorted, the latest known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcheck.model import Period
from factcheck.reference.schema import Confidence, Measure, Observation
from factcheck.reference.values import Amount, amount


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """One observation, ready; two are the same where they are one.

    Attributes:
        key: `measure/place/period`, as reports name it.
        trusted: of high or medium confidence, so that it may accuse.
        part: it speaks for a part of the place or sample only.
        share: a share or rate, which years do not add up to.
    """

    key: str
    place: str
    period: Period
    amount: Amount
    trusted: bool
    part: bool
    observation: Observation
    share: bool = False


@dataclass(frozen=True)
class Series:
    """The observations of one measure.

    Attributes:
        points: by place, oldest first.
    """

    measure: Measure
    points: tuple[Point, ...]

    @classmethod
    def of(cls, measure: Measure) -> Series:
        """Prepare a measure; retired observations are left out."""
        points = [_point(measure, o) for o in measure.observations if not o.retired]
        return cls(measure, tuple(sorted(points, key=lambda p: (p.place, _age(p)))))

    def at(self, place: str) -> tuple[Point, ...]:
        """The observations of one place, oldest first; the European Union is one, whatever its members."""
        return self._by_place.get(_one(place), ())

    @cached_property
    def _by_place(self) -> dict[str, tuple[Point, ...]]:
        places = dict.fromkeys(_one(point.place) for point in self.points)
        return {place: tuple(p for p in self.points if _one(p.place) == place) for place in places}

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places it has observations of."""
        return tuple(dict.fromkeys(point.place for point in self.points))


def _one(place: str) -> str:
    return "European Union" if place.startswith("European Union (") else place


@lru_cache(maxsize=1024)
def latest(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Of one place's observations, those of the newest period (several where editions differ).

    An observation marked `current` is the newest; where none is, the one whose period ends last.
    """
    whole = tuple(p for p in points if not p.part) or points
    current = tuple(p for p in whole if p.observation.status == "current")
    pool = current or whole
    newest = max((_age(p) for p in pool), default=None)
    return tuple(p for p in pool if _age(p) == newest)


def _age(point: Point) -> tuple[int, int]:
    return (-1 if point.period.last is None else point.period.last, point.observation.edition or 0)


def _point(measure: Measure, observation: Observation) -> Point:
    return Point(
        key=f"{measure.id}/{observation.place}/{observation.period}",
        place=observation.place,
        period=Period.parse(observation.period),
        amount=amount(observation),
        trusted=observation.confidence is not Confidence.LOW,
        part=observation.group is not None,
        observation=observation,
        share=measure.unit.startswith("per"),
    )
