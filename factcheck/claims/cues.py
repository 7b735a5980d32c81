"""Cues: the words of stance.yaml that show an article's stance to its numbers, found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

from factcheck.entries import read_yaml
from factcheck.model import Stance
from factcheck.words import WordFinder

_LISTS: Final = Path(__file__).with_name("stance.yaml")


class Reach(StrEnum):
    """Which numbers a cue reaches."""

    FORWARD = "forward"
    BACKWARD = "backward"
    NEAR = "near"
    PREVIOUS = "previous"
    STOP = "stop"  # none; it ends the reach of others
    NONE = "none"  # none; it only looks like a cue


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at `text[start:end]` that show a stance to the numbers they reach."""

    start: int
    end: int
    stance: Stance
    reach: Reach


_DOUBT: Final = "doubt"  # the list of words that an article about wrong numbers repeats
_OFTEN: Final = 2


@cache
def _lists() -> list[dict[str, Any]]:
    return list(read_yaml(_LISTS.read_text("utf-8"), str(_LISTS)))


@cache
def _doubting() -> WordFinder[str]:
    return WordFinder((p, p) for entry in _lists() if entry["stance"] == _DOUBT for p in entry["phrases"])


@cache
def _finder() -> WordFinder[tuple[Stance, Reach]]:
    phrases: list[tuple[str, tuple[Stance, Reach]]] = []
    for entry in _lists():
        kind = entry["stance"]
        if kind == _DOUBT:
            continue
        if kind in (Reach.STOP, Reach.NONE):
            key = (Stance.STATED, Reach(kind))
        else:
            key = (Stance(kind), Reach(entry["reach"]))
        phrases += [(phrase, key) for phrase in entry["phrases"]]
    return WordFinder(phrases)


def cues(text: str) -> tuple[Cue, ...]:
    """The cues of a text in order; a longer one hides those inside it."""
    return tuple(
        Cue(hit.start, hit.end, stance, reach)
        for hit in _finder().longest(text)
        for stance, reach in hit.keys
        if reach is not Reach.NONE
    )


def keeps_doubting(texts: Iterable[str]) -> bool:
    """Whether an article speaks of wrong numbers again and again.

    Args:
        texts: its blocks.
    """
    hits = (hit for text in texts for hit in _doubting().longest(text))
    return sum(1 for _ in islice(hits, _OFTEN)) == _OFTEN
