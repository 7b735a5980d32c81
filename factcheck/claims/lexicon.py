"""The field's words, one lexicon for all components: what makes a subject the field's, and what numbers count."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from factcheck.entries import read_yaml
from factcheck.words import RECENT, WordFinder

_PATH: Final = Path(__file__).with_name("lexicon.yaml")
_WORD: Final = re.compile(r"[\w'’-]+")


class Noun(NamedTuple):
    """A counted noun: its singular and its class in `lexicon.yaml`."""

    singular: str
    kind: str


@cache
def lexicon() -> dict[str, Any]:
    """`lexicon.yaml`."""
    return dict(read_yaml(_PATH.read_text("utf-8"), str(_PATH)))


@cache
def _counted() -> dict[str, str]:
    return {noun: kind for kind, nouns in lexicon()["counted"].items() for noun in nouns.split()}


@cache
def age_words() -> frozenset[str]:
    """Words that say that a number of years is an age."""
    return frozenset(lexicon()["age"].split())


@cache
def _finder() -> WordFinder[str]:
    return WordFinder((phrase.lstrip(), "field") for phrase in lexicon()["field"].split("|"))


@lru_cache(maxsize=4096)
def noun(word: str) -> Noun | None:
    """The counted noun that a word is a form of, None where the lexicon has none."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    known = _counted()
    for ending, singular in (("", ""), ("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] + singular
            if stem in known:
                return Noun(stem, known[stem])
    return noun(word.rpartition("-")[2]) if "-" in word else None


@lru_cache(maxsize=RECENT)
def field_places(text: str) -> tuple[int, ...]:
    """Where words of the field begin in a text, in order."""
    return tuple(sorted({hit.start for hit in _finder().find(text)}))


def field_words(text: str) -> frozenset[str]:
    """The words of the field in a text, each as written but in lower case: "trafficking"."""
    return frozenset(word[0].lower() for at in field_places(text) if (word := _WORD.match(text, at)))
