"""By wording: which entries of the reference a claim's words are about.

Every group of words of every entry is found in one pass over the sentence; an entry is then a question about
sets of groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from factcheck.errors import UserError
from factcheck.model import Claim
from factcheck.reference.schema import Words
from factcheck.words import Hit, WordFinder, alternatives

Groups = frozenset[int]


@dataclass(frozen=True, slots=True)
class Match:
    """How far a claim's words fit an entry.

    Attributes:
        own: all words wanted in the number's own clause are there.
        whom: the words for the group that a share is taken of are there.
        rest: all other words wanted are there, but for those of which any one will do.
        some: one of the words of which any will do is there, or none is wanted.
        found, wanted: how many groups of words were found, in clause and context, and how many there are.
        borrowed: how many of them stand around the sentence only.
    """

    own: bool
    whom: bool
    rest: bool
    some: bool
    found: int
    wanted: int
    borrowed: int

    @property
    def full(self) -> bool:
        """Every group was found where it must stand."""
        return self.own and self.whom and self.rest and self.some


@dataclass(frozen=True, slots=True)
class _Wanted:
    own: Groups
    all: Groups
    whom: Groups
    any: Groups
    unless: Groups
    own_unless: Groups


# How many groups an entry without words of its own clause may take from around the sentence: a paragraph about
# children and trafficking does not make every number in it a number of trafficked children.
_BORROWED = 1


class ClaimWords(NamedTuple):
    """The groups of words found in a claim's clause, in its sentence, and there or in what governs it."""

    clause: Groups
    sentence: Groups
    around: Groups


class Matcher:
    """The words of all entries, compiled.

    Args:
        entries: an entry's words by its id.
        shared: the shared word lists, by name.

    Raises:
        UserError: an entry names a shared list that does not exist.
    """

    def __init__(self, entries: Mapping[str, Words], shared: Mapping[str, tuple[str, ...]]) -> None:
        numbers: dict[str, int] = {}
        self._wanted = {
            entry: _Wanted(
                *(
                    frozenset(numbers.setdefault(group, len(numbers)) for group in groups)
                    for groups in _all_groups(words)
                )
            )
            for entry, words in entries.items()
        }
        self._finder: WordFinder[int] = WordFinder(
            (phrase, number) for group, number in numbers.items() for phrase in _phrases(group, shared)
        )
        self._hits = lru_cache(maxsize=256)(self._find)
        self._by_group: dict[int, list[str]] = {}
        for entry, wanted in self._wanted.items():
            # Without its own words an entry never fits, so one of them finds it; else any other word may.
            for group in sorted(wanted.own)[:1] or (wanted.all | wanted.whom | wanted.any):
                self._by_group.setdefault(group, []).append(entry)

    def words(self, claim: Claim) -> ClaimWords:
        """The groups of words that a claim holds."""
        hits = self._hits(claim.text)
        start, end = claim.clause.start - claim.sentence.start, claim.clause.end - claim.sentence.start
        clause = frozenset(key for hit in hits if start <= hit.start < end for key in hit.keys)
        sentence = frozenset(key for hit in hits for key in hit.keys)
        context = frozenset(key for hit in self._hits(claim.context) for key in hit.keys)
        return ClaimWords(clause, sentence, sentence | context)

    def candidates(self, words: ClaimWords) -> set[str]:
        """The entries that may fit at all."""
        return {entry for group in words.around for entry in self._by_group.get(group, ())}

    def match(self, entry: str, words: ClaimWords) -> Match | None:
        """How far a claim's words fit the entry; None where `unless` or `own_unless` rules it out."""
        wanted = self._wanted[entry]
        clause, sentence, around = words
        if wanted.unless & sentence or wanted.own_unless & clause:
            return None
        own, every, whom = wanted.own & clause, wanted.all & around, wanted.whom & around
        some = not wanted.any or bool(wanted.any & around)
        borrowed = len((every | whom) - sentence)
        return Match(
            own=len(own) == len(wanted.own),
            whom=len(whom) == len(wanted.whom),
            some=some,
            rest=len(every) == len(wanted.all) and (bool(own) or borrowed <= _BORROWED),
            found=len(own) + len(every) + len(whom) + (some and bool(wanted.any)),
            borrowed=borrowed,
            wanted=len(wanted.own) + len(wanted.all) + len(wanted.whom) + bool(wanted.any),
        )

    def _find(self, text: str) -> tuple[Hit[int], ...]:
        return tuple(self._finder.find(text))


def _all_groups(words: Words) -> tuple[tuple[str, ...], ...]:
    """The lists of an entry in the order of `_Wanted`."""
    return words.own, words.all, words.whom, words.any, words.unless, words.own_unless


def _phrases(group: str, shared: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return alternatives(group, shared)
    except KeyError as error:
        raise UserError(f"the shared word list @{error.args[0]} is not in words.yaml") from None
