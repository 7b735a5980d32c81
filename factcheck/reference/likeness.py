"""How alike a text is to the words by which an entry is known: its title, what it counts, example sentences.

Words are weighed by how seldom they are in the set (tf-idf), so that no list of common words is needed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.entries import read_yaml
from factcheck.reference.schema import Measure, Myth
from factcheck.words import RECENT, WordFinder, fold

Vector = dict[str, float]

_WORD: Final = re.compile(r"[^\W\d_]+")
_HOLE: Final = re.compile(r"\{\w+\}")
_APART: Final = Path(__file__).with_name("apart.yaml")
_OTHERS: Final = "others"  # the names of it that rule nothing out
_STEM: Final = 6  # letters of a word that tell it apart
_SEEN: Final = 0.5  # times that a word which no entry has is taken to be there


class Known(NamedTuple):
    """An entry's words: those of all its texts, those of its title, and each example sentence."""

    vocabulary: frozenset[str]
    whole: Vector
    title: Vector
    examples: tuple[Vector, ...]


class Likeness:
    """The words of every entry.

    Args:
        entries: their texts by id, the title first, the example sentences from the third on.
    """

    def __init__(self, entries: Mapping[str, tuple[str, ...]]) -> None:
        terms = {key: [terms_of(text) for text in texts] for key, texts in entries.items()}
        held = Counter(term for several in terms.values() for term in set().union(*several))
        self._most = math.log(1 + len(entries) / _SEEN)
        self._rare = {term: math.log(1 + len(entries) / number) for term, number in held.items()}
        self._known = {key: self._read(several) for key, several in terms.items()}

    def __getitem__(self, key: str) -> Known:
        return self._known[key]

    def rare(self, term: str) -> float:
        """How seldom a word is in the set."""
        return self._rare.get(term, self._most)

    @lru_cache(maxsize=RECENT)  # noqa: B019 (there is one for each corpus)
    def vector(self, text: str) -> Vector:
        """A text's words as a vector of length 1, without those that no entry has."""
        return self._vector(Counter(terms_of(text)))

    def _read(self, several: list[tuple[str, ...]]) -> Known:
        whole = Counter(term for terms in (*several, several[0]) for term in terms)
        examples = tuple(self._vector(Counter(terms)) for terms in several[2:])
        return Known(frozenset(whole), self._vector(whole), self._vector(Counter(several[0])), examples)

    def _vector(self, terms: Counter[str]) -> Vector:
        weights = {
            term: (1 + math.log(number)) * self._rare[term] for term, number in terms.items() if term in self._rare
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}


def texts_of(entry: Measure | Myth) -> tuple[str, ...]:
    """The texts by which an entry is known: title, what it counts, example sentences."""
    if isinstance(entry, Measure):
        return entry.title, f"{entry.counts} {entry.population}", *entry.phrases
    return entry.claim, entry.claim, *entry.variants


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors are, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


@lru_cache(maxsize=RECENT)
def terms_of(text: str) -> tuple[str, ...]:
    """A text's words by their beginnings, each two that stand together, and what of `apart.yaml` they name."""
    text = _HOLE.sub(" ", text)
    stems = [word[:_STEM] for word in _WORD.findall(fold(text))]
    return (*stems, *map(" ".join, pairwise(stems)), *(f"@{name}" for name in sorted(groups_in(text))))


@lru_cache(maxsize=RECENT)
def groups_in(text: str) -> frozenset[str]:
    """What of `apart.yaml` a text names."""
    return frozenset(name for hit in _finder().find(text) for name in hit.keys)


def conflict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts name different groups, forms or steps: both of a family, and none the same."""
    return any(one & family and other & family and not one & other & family for family in _families())


@cache
def _apart() -> Mapping[str, Mapping[str, list[str]]]:
    return dict(read_yaml(_APART.read_text("utf-8"), str(_APART)))


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names) for family, names in _apart().items() if family != _OTHERS)


@cache
def _finder() -> WordFinder[str]:
    named = (
        (phrase, name) for names in _apart().values() for name, phrases in names.items() for phrase in phrases
    )
    return WordFinder(named)
