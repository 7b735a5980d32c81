"""Learned scores: weights that a script in `benchmarks/` has fitted, in the data file beside their reader."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

_STEM: Final = 7  # letters of a word that tell it apart


class Weights(msgspec.Struct, frozen=True):
    """A logistic regression over features that are there or not.

    Attributes:
        threshold: the score from which on the answer is yes.
        bias: the score of a thing without features.
        features: how much each adds, in log odds.
    """

    threshold: float
    bias: float
    features: dict[str, float]

    def score(self, features: Iterable[str]) -> float:
        """The log odds of yes."""
        learned = self.features
        return self.bias + sum([learned.get(feature, 0.0) for feature in features])


def read_weights(path: Path) -> Weights:
    """The weights of a data file."""
    return msgspec.json.decode(path.read_bytes(), type=Weights)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What tells a word apart: its first letters; of a number how long it is."""
    return "#" * min(len(word), 5) if word[:1].isdigit() else word[:_STEM].lower().replace("’", "'")
