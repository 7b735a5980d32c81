"""By wording: which entries of the reference a claim's words are about.

Every group of words of every entry is found in one pass over the sentence; an entry is then a question about
sets of groups.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import itemgetter, or_
from typing import Final, NamedTuple

from factcheck.claims.spans import apart
from factcheck.errors import UserError
from factcheck.model import Claim
from factcheck.reference.schema import Words
from factcheck.words import Hit, WordFinder, alternatives

Groups = int  # a set of numbers of groups, as the bits of an integer
Found = tuple[Groups, list[tuple[int, Groups]]]  # all of a text, and each with its place, in the order of the text


_CAPITALS: Final = re.compile(r"\b[A-Z].* [A-Z]")  # "missing people" is nobody's name


class Match(NamedTuple):
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


NOTHING: Final = Match(own=False, whom=False, rest=False, some=False, found=0, wanted=1, borrowed=0)


class ClaimWords(NamedTuple):
    """The groups of words found in a claim's clause, in its sentence, and there or in what governs it."""

    clause: Groups
    sentence: Groups
    around: Groups


# How many groups an entry without words of its own clause may take from around the sentence: a paragraph about
# children and trafficking does not make every number in it a number of trafficked children.
_BORROWED = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of one entry."""

    own: Groups
    all: Groups
    whom: Groups
    any: Groups
    unless: Groups
    own_unless: Groups
    count: int  # of the groups it is known by; those of which any will do are one

    def touched(self, words: ClaimWords) -> bool:
        """Whether words of its own are anywhere near, if it has such."""
        return not self.own or bool(self.own & words.around)

    def match(self, words: ClaimWords) -> Match | None:
        """How far a claim's words fit the entry; None where `unless` or `own_unless` rules it out."""
        clause, sentence, around = words
        if self.unless & sentence or self.own_unless & clause:
            return None
        own, every, whom = self.own & clause, self.all & around, self.whom & around
        some = not self.any or bool(self.any & around)
        borrowed = ((every | whom) & ~sentence).bit_count()
        return Match(
            own == self.own,
            whom == self.whom,
            every == self.all and (own != 0 or borrowed <= _BORROWED),
            some,
            own.bit_count() + every.bit_count() + whom.bit_count() + (some and bool(self.any)),
            self.count,
            borrowed,
        )


class Vocabulary:
    """The groups of words of all entries, found in one pass.

    Args:
        entries: every entry's words.
        shared: the shared word lists, by name.
        names: those of publishers and hotlines.

    Raises:
        UserError: an entry names a shared list that does not exist.
    """

    def __init__(
        self, entries: Iterable[Words], shared: Mapping[str, tuple[str, ...]], names: Iterable[str] = ()
    ) -> None:
        groups = dict.fromkeys(group for words in entries for listed in _all_groups(words) for group in listed)
        self._bits = {group: 1 << number for number, group in enumerate(groups)}
        self._finder: WordFinder[Groups] = WordFinder(
            (phrase, bit) for group, bit in self._bits.items() for phrase in _phrases(group, shared)
        )
        self._names = WordFinder((name, None) for name in names if " " in name)
        self._hits = lru_cache(maxsize=1024)(self._find)  # a sentence is context to several after it
        self._unnamed_hits = lru_cache(maxsize=256)(self._find_unnamed)

    def wanted(self, words: Words) -> Wanted:
        """An entry's words, compiled."""
        own, every, whom, some, unless, own_unless = map(self._set, _all_groups(words))
        count = own.bit_count() + every.bit_count() + whom.bit_count() + bool(some)
        return Wanted(own, every, whom, some, unless, own_unless, count)

    def read(self, claim: Claim) -> ClaimWords:
        """The groups of words that a claim holds."""
        return _read(claim, self._hits)

    def read_unnamed(self, claim: Claim) -> ClaimWords:
        """Those that it holds outside names: the "Missing Children" of a centre's name are none of the claim."""
        return _read(claim, self._unnamed_hits)

    def _set(self, groups: Iterable[str]) -> Groups:
        return _joined(self._bits[group] for group in groups)

    def _find(self, text: str) -> Found:
        return _in_order(self._finder.find(text))

    def _find_unnamed(self, text: str) -> Found:
        """All but single words inside a name of several words."""
        names = [hit for hit in self._names.longest(text) if _CAPITALS.search(text, hit.start, hit.end)]
        if not names:
            return self._hits(text)
        words: list[Hit[Groups]] = []
        phrases: list[Hit[Groups]] = []
        for hit in self._finder.find(text):
            (phrases if " " in text[hit.start : hit.end] else words).append(hit)
        return _in_order((*phrases, *apart(words, names)))


def _read(claim: Claim, hits_of: Callable[[str], Found]) -> ClaimWords:
    sentence, hits = hits_of(claim.text)
    start, end = claim.clause.start - claim.sentence.start, claim.clause.end - claim.sentence.start
    clause = sentence
    if end - start < len(claim.text):
        first, after = (bisect_left(hits, at, key=itemgetter(0)) for at in (start, end))
        clause = _joined(bits for _, bits in hits[first:after])
    around = _joined(hits_of(line)[0] for line in claim.context.split("\n"))  # no phrase goes beyond a line
    return ClaimWords(clause, sentence, sentence | around)


def _in_order(found: Iterable[Hit[Groups]]) -> Found:
    hits = sorted((hit.start, _joined(hit.keys)) for hit in found)
    return _joined(bits for _, bits in hits), hits


def _joined(sets: Iterable[Groups]) -> Groups:
    return reduce(or_, sets, 0)


def _all_groups(words: Words) -> tuple[tuple[str, ...], ...]:
    """The lists of an entry in the order of `Wanted`."""
    return words.own, words.all, words.whom, words.any, words.unless, words.own_unless


def _phrases(group: str, shared: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return alternatives(group, shared)
    except KeyError as error:
        raise UserError(f"the shared word list @{error.args[0]} is not in words.yaml") from None
