"""Which word can follow which, for the words whose class needs no dictionary.

English marks its sentences by a few hundred closed-class words: after "must" comes a verb, after "the" never a
preposition. Two neighbours are called impossible only where both are of such a class (or a verb that is
nothing but a verb); of every other pair nothing is claimed. That finds a seam in a sentence without a tagger,
and keeps silent where it cannot know.
"""

from __future__ import annotations

from enum import Flag, auto
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from factcheck.entries import read_yaml


class Word(Flag):
    """What a word can be; several at once."""

    NONE = 0
    DETERMINER = auto()  # a noun must still come
    POINTER = auto()  # a determiner that also stands alone: "this", "some"
    SUBJECT = auto()  # "we", "they": a verb must come
    OBJECT = auto()
    PREPOSITION = auto()
    TO = auto()
    AND = auto()
    CLAUSE = auto()  # opens a clause: "because", "that"
    MODAL = auto()
    BE = auto()  # finite forms of be, have, do
    VERB = auto()  # base form of a verb that is no noun
    VERBS = auto()  # its third person
    NOT = auto()
    ADVERB = auto()
    NOUN = auto()  # a noun or adjective that is no verb


_PATH: Final = Path(__file__).with_name("grammar.yaml")
_KINDS = {kind: kind.name.lower() for kind in Word if kind is not Word.VERBS and kind.name}


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, str] = dict(read_yaml(_PATH.read_text("utf-8"), str(_PATH)))
    return {name: frozenset(words.split()) for name, words in lists.items()}


def listed(word: str, name: str) -> bool:
    """Whether a word, in lower case, is on one of the lists of grammar.yaml."""
    return word in _lists()[name]


@lru_cache(maxsize=8192)
def classes(word: str) -> Word:
    """The classes of a word, by its lower-case form."""
    found = Word.NONE
    for kind, name in _KINDS.items():
        if listed(word, name):
            found |= kind
    if _third_person(word):
        found |= Word.VERBS
    if word.endswith("ly") and len(word) > 4 and not listed(word, "no-adverb"):
        found |= Word.ADVERB
    return found


def _third_person(word: str) -> bool:
    if not word.endswith("s"):
        return False
    forms = {word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else ""}
    return any(listed(form, "verb") for form in forms)


_FINITE = Word.MODAL | Word.BE
_VERBAL = Word.VERB | Word.VERBS
_NEVER_AFTER: tuple[tuple[Word, Word], ...] = (
    (
        Word.DETERMINER,
        _FINITE
        | _VERBAL
        | Word.PREPOSITION
        | Word.AND
        | Word.SUBJECT
        | Word.OBJECT
        | Word.DETERMINER
        | Word.TO
        | Word.CLAUSE,
    ),
    (
        Word.MODAL,
        Word.DETERMINER | Word.PREPOSITION | Word.OBJECT | Word.MODAL | Word.TO | Word.NOUN | Word.VERBS,
    ),
    (Word.TO, _FINITE | Word.PREPOSITION | Word.AND | Word.SUBJECT | Word.VERBS),
    (Word.PREPOSITION, _FINITE | _VERBAL | Word.AND | Word.SUBJECT),
    (Word.SUBJECT, Word.DETERMINER | Word.SUBJECT | Word.OBJECT | Word.NOUN),
    (Word.AND, Word.AND),
    (Word.NOT, Word.MODAL | Word.SUBJECT),
)


def impossible(left: str, right: str) -> bool:
    """Whether no English sentence has these two words side by side, so far as their classes tell.

    Args:
        left, right: words in lower case; "" where a sentence begins or ends, of which nothing is claimed.
    """
    one, other = classes(left), classes(right)
    if not one or not other:
        return False
    if one & (Word.POINTER | Word.CLAUSE) and not one & Word.DETERMINER:
        return False
    return any(one & before and other & after and not _excused(other, after) for before, after in _NEVER_AFTER)


def _excused(word: Word, after: Word) -> bool:
    """Whether a word of several classes can be read as one that is allowed."""
    return bool(word & ~after & (Word.POINTER | Word.ADVERB | Word.CLAUSE))


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if listed(word, "plural"):
        return True
    shaped = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))
    return shaped and not classes(word) & ~Word.NOUN


def agrees(subject: str, verb: str) -> bool:
    """Whether a plural noun or pronoun can be the subject of a finite verb form right behind it."""
    kinds = classes(verb)
    plural = is_plural(subject) or subject in ("we", "they", "who", "you")
    return plural and (bool(kinds & (Word.MODAL | Word.VERB)) or listed(verb, "plural-verb"))
