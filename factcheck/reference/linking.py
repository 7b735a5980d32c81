"""Which entry a claim is about: scores that are learned, of what speaks for an entry and against it.

The words' likeness, what they leave unexplained, what the entry wants and the text lacks; whether of another
group, form or step (`apart.yaml`); value, place, period and publisher. Each is a number between 0 and 1 or a plain
yes; the weights come from labelled claims (`benchmarks/linking/fit.py`) and are data (`linking_weights.json`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import msgspec

from factcheck.model import Claim, Quantity, Scope, Stance, Unit
from factcheck.reference.agreement import Agreement
from factcheck.reference.likeness import Known, Likeness, conflict, cosine, groups_in, terms_of
from factcheck.reference.schema import Myth
from factcheck.reference.selecting import contested, covering, governing
from factcheck.reference.series import Series
from factcheck.reference.values import agrees, tells

Features = dict[str, float]

WEIGHTS: Final = Path(__file__).with_name("linking_weights.json")
_NEAR: Final = (Scope.CLAUSE, Scope.SENTENCE)
_DIGITS: Final = 5
_LIKENESS: Final = 4  # texts of few words are seldom more than a quarter alike
_SURROUNDING: Final = 500  # characters of what stands before a sentence


class Scale(msgspec.Struct):
    """The weights of one question, and from which score on the answer is yes."""

    bias: float
    features: dict[str, float]
    thresholds: dict[str, float]

    def of(self, features: Features) -> float:
        """The score: the logarithm of the odds."""
        learned = self.features
        return self.bias + sum([learned.get(name, 0.0) * value for name, value in features.items()])


@cache
def scales() -> dict[str, Scale]:
    """The learned weights by question: `measure`, `myth`."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=dict[str, Scale])


@dataclass(frozen=True)
class Wording:
    """The words of a claim: of its clause, its sentence, and what stands around that."""

    claim: Claim

    @cached_property
    def clause(self) -> str:
        """The number's own clause."""
        return self.claim.block.text[self.claim.clause.start : self.claim.clause.end]

    @cached_property
    def around(self) -> str:
        """What governs the sentence from outside."""
        return self.claim.context[-_SURROUNDING:]

    @cached_property
    def counted(self) -> frozenset[str]:
        """The words for what is counted."""
        return frozenset(terms_of(self.claim.counts))


@dataclass(frozen=True)
class _Entry:
    known: Known
    named: frozenset[str]  # what of apart.yaml its title names
    told: frozenset[str]  # … any of its texts


class Linker:
    """What speaks for and against each entry of a reference set.

    Args:
        texts: by which each measure and myth is known (`likeness.texts_of`), by id.
    """

    def __init__(self, texts: Mapping[str, tuple[str, ...]]) -> None:
        self.likeness = Likeness(texts)
        self._entries = {
            key: _Entry(self.likeness[key], groups_in(several[0]), groups_in(" ".join(several)))
            for key, several in texts.items()
        }

    def measure(
        self, wording: Wording, series: Series, agreement: Agreement, alike: int, company: Mapping[str, str]
    ) -> Features:
        """What speaks for a claim's being about a measure.

        Args:
            agreement: of the claim with the series.
            alike: how many measures have a value that agrees with the number.
            company: the measures whose figures the article gives elsewhere, with their publishers.
        """
        claim, measure = wording.claim, series.measure
        found = self._worded(wording, measure.id)
        found |= _valued(claim, series, agreement, alike)
        named = claim.attribution.publishers
        own = bool({measure.publisher, *measure.relayed_by} & set(named))
        found["publisher"] = own
        found["another publisher"] = bool(named) and not own and claim.attribution.scope in _NEAR
        found["told elsewhere"] = measure.id in company
        found["publisher told elsewhere"] = measure.publisher in company.values()
        return found

    def alike(self, wording: Wording, key: str) -> float:
        """How alike a claim is to the example sentence of an entry that is nearest to it."""
        sentence, clause = self.likeness.vector(wording.claim.text), self.likeness.vector(wording.clause)
        examples = self._entries[key].known.examples
        return max((max(cosine(sentence, one), cosine(clause, one)) for one in examples), default=0.0)

    def conflicts(self, wording: Wording, key: str) -> bool:
        """Whether a claim's clause names another group, form or step than an entry's title."""
        return conflict(groups_in(wording.clause), self._entries[key].named)

    def myth(self, wording: Wording, myth: Myth, facts: Iterable[Series]) -> Features:
        """What speaks for a claim's telling a myth."""
        claim = wording.claim
        found = self._worded(wording, myth.id)
        found |= _number(claim.quantity)
        found["place"] = myth.place in claim.places
        found["another place"] = bool(claim.places) and myth.place not in claim.places
        found["another place|near"] = found["another place"] and claim.place_scope in _NEAR
        found["of the world"] = myth.place == "World"
        found["dated"] = claim.period is not None
        found["sourced"] = bool(claim.attribution.publishers)
        found["refuted"] = claim.stance is Stance.REFUTED
        found["valueless"] = not myth.values or claim.quantity.low is None
        found["fact"] = any(
            agrees(claim.quantity, point.amount)
            for series in facts
            for point in (covering(governing(series, claim), claim.period) if claim.period else ())
        )
        return found

    def _worded(self, wording: Wording, key: str) -> Features:
        entry, likeness = self._entries[key], self.likeness
        sentence, clause = likeness.vector(wording.claim.text), likeness.vector(wording.clause)
        around, whole = likeness.vector(wording.around), entry.known.whole
        found = {
            "like|sentence": cosine(sentence, whole),
            "like|clause": cosine(clause, whole),
            "like|around": cosine(around, whole),
            "like|title": cosine(sentence, entry.known.title),
            "like|example": self.alike(wording, key),
        }
        found = {name: _LIKENESS * alike for name, alike in found.items()}
        own, every = terms_of(wording.clause), {*terms_of(wording.claim.text)}
        found["unexplained"] = self._share(own, entry.known.vocabulary)
        found["unexplained|sentence"] = self._share(every, entry.known.vocabulary)
        found["lacking"] = self._share(entry.known.title, every)
        found["lacking|around"] = self._share(entry.known.title, every | {*terms_of(wording.around)})
        counted = wording.counted
        found["counted"] = len(counted & entry.known.vocabulary) / len(counted) if counted else 0.5
        found |= _grouped(wording, entry)
        return found

    def _share(self, of: Iterable[str], held: Collection[str]) -> float:
        """How much of some words is not among others, each weighed by how seldom it is."""
        weights = [(term, self.likeness.rare(term)) for term in of if " " not in term]
        every = sum(weight for _, weight in weights)
        return sum(weight for term, weight in weights if term not in held) / every if every else 0.0


def _grouped(wording: Wording, entry: _Entry) -> Features:
    """The groups, forms and steps that the entry wants and the text lacks, and those that the text adds."""
    clause, sentence = groups_in(wording.clause), groups_in(wording.claim.text)
    around = groups_in(wording.around)
    lacking, added, shared = entry.named - sentence - around, clause - entry.told, entry.named & clause
    found: Features = {f"lacks {name}": 1.0 for name in lacking}
    found |= {f"adds {name}": 1.0 for name in added}
    found |= {f"shares {name}": 1.0 for name in shared}
    found |= {f"borrows {name}": 1.0 for name in (entry.named & around) - sentence}
    found["lacks"], found["adds"], found["shares"] = len(lacking) / 4, len(added) / 4, len(shared) / 4
    found["adds|sentence"] = len(sentence - entry.told) / 4
    return found


def _number(quantity: Quantity) -> Features:
    """What the number itself tells."""
    value = quantity.value
    digits = len(f"{value:.6f}".replace(".", "").strip("0")) if value and quantity.ratio is None else 0
    return {
        f"unit={quantity.unit}": 1.0,
        "vague": float(quantity.vague),
        "range": float(quantity.low != quantity.high),
        "change": float(quantity.change is not None),
        "digits": min(digits, _DIGITS) / _DIGITS,
        "three digits": float(digits >= 3),
        "large": min(math.log10(abs(value) + 1), 9.0) / 9 if value and quantity.unit is Unit.COUNT else 0.0,
    }


def _valued(claim: Claim, series: Series, agreement: Agreement, alike: int) -> Features:
    """Whether value, place and period agree with the series."""
    held = covering(agreement.points, claim.period, alike=True) if claim.period else ()
    right = agreement.right
    found = _number(claim.quantity)
    found |= {
        "place": float(any(map(series.at, claim.places))),
        "no place": float(not agreement.points),
        "contested": float(contested(series, claim)),
        "contested|near": float(contested(series, claim) and claim.place_scope in _NEAR),
        "of the world": float("World" in series.places),
        "agrees": float(bool(right)),
        "period|not held": float(claim.period is not None and not held and not right),
        "period|held": float(bool(held)),
        "tells": float(any(tells(claim.quantity, point.amount) for point in right)),
        "part": float(bool(right) and all(point.part for point in right)),
        "seldom": 1 / (1 + alike),
        "long series": min(len(agreement.points), 12) / 12,
    }
    if right:
        change = "|change" if claim.quantity.change is not None else ""
        found[f"fits {agreement.fit}{change}"] = 1.0
        found["agrees|three digits"] = found["three digits"]
        found["agrees|digits"] = found["digits"]
    return found
