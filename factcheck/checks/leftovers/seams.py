"""A phrase between its neighbours: what a sentence is like where something was put into it."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.checks.leftovers.grammar import Word, classes, impossible, is_plural, listed
from factcheck.words import fold

_LEFT = re.compile(r"(\w[\w'’-]*) \Z")
_RIGHT = re.compile(r" ([\w'’-]+)")
_SENTENCE = re.compile(r"[.!?:;]['\"”’)\]]*\s+")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_WINDOW = 300  # characters looked at before a phrase
_AFTER = 80
_ENOUGH = 4  # words of the sentence before a phrase, from which on it is no heading of its own


class Seam(NamedTuple):
    """A phrase between its neighbours; "" where a sentence begins or ends, or punctuation stands between.

    Attributes:
        left, right: the neighbours in lower case.
        next: the word behind the right neighbour, as written.
        before: the sentence up to the phrase, in lower case.
        opening: its first word.
        capital: whether the phrase begins with a capital between two words in small letters.
    """

    left: str
    right: str
    next: str
    before: str
    opening: str
    capital: bool

    @property
    def inside(self) -> bool:
        """Whether words of the sentence stand directly on both sides."""
        return bool(self.left and self.right)

    @property
    def heals(self) -> bool:
        """Whether the neighbours can stand side by side once the phrase is gone."""
        return not impossible(self.left, self.right)

    @property
    def commands(self) -> bool:
        """Whether the sentence is one that leads up to a command ("If you need help click here …")."""
        return listed(self.opening, "leads-to-command")

    @property
    def takes_command(self) -> bool:
        """Whether a command can follow the left neighbour."""
        left = self.left
        fits = listed(left, "before-command") or is_plural(left) or left.endswith("n't")
        return fits or bool(classes(left) & (Word.ADVERB | Word.CLAUSE))

    @property
    def goes_on(self) -> bool:
        """Whether the right neighbour can follow a command that lacks nothing."""
        kinds = classes(self.right)
        if listed(self.right, "after-command") or kinds & Word.ADVERB:
            return True
        if kinds & (Word.MODAL | Word.BE | Word.SUBJECT) or self.right in ("you", "your", "it"):
            return listed(self.left, "relative") or self.commands
        return False

    @property
    def spliced(self) -> bool:
        """Of a command its left neighbour does not take: whether nothing in the sentence leads up to it."""
        if self.right == "to" and self.next[:1].isupper():
            return True
        if impossible(self.left, "see") or classes(self.left) & (Word.VERB | Word.VERBS | Word.BE):
            return True
        before = self.before.split()
        return len(before) >= _ENOUGH and not any(listed(word, "reader") for word in before)

    @property
    def parts_pair(self) -> bool:
        """Whether an auxiliary stands on the left and the verb it waits for on the right."""
        left, right = self.left, self.right
        if classes(left) & Word.ADVERB:
            left = (["", *self.before.split()][:-1] or [""])[-1]  # "are still link punished"
        if left == self.opening or self._asks:
            return False  # in a question the subject stands between them by right
        if left in ("have", "has", "had"):
            return right == "been"
        if left in ("is", "are", "was", "were", "be", "been", "being"):
            return right.endswith(("ing", "ed"))
        if left == "to" and is_plural((["", *self.before.split()[:-1]])[-1]):
            return False  # "contributors to this post agree"
        if left == "to":
            return bool(classes(right) & Word.VERB) or right in ("be", "have")
        return bool(classes(left) & Word.MODAL) and (
            bool(classes(right) & Word.VERB) or right in ("be", "have", "not")
        )

    @property
    def _asks(self) -> bool:
        before = self.before.split()[-2:-1]
        return bool(before) and (bool(classes(before[0]) & Word.CLAUSE) or before[0] in ("how", "why", "what"))


def seam(text: str, start: int, end: int) -> Seam:
    """What stands around `text[start:end]` in its sentence."""
    before = text[max(0, start - _WINDOW) : start]
    ends = list(_SENTENCE.finditer(before))
    sentence = before[ends[-1].end() :] if ends else before
    left = _LEFT.search(sentence)
    after = text[end : end + _AFTER]
    right = _RIGHT.match(after)
    following = _RIGHT.match(after, right.end()) if right else None
    opening = _WORD.search(sentence)
    return Seam(
        left=fold(left[1]) if left else "",
        right=fold(right[1]) if right else "",
        next=following[1] if following else "",
        before=fold(sentence),
        opening=fold(opening[0]) if opening else "",
        capital=bool(left and right and text[start].isupper() and left[1][0].islower() and right[1][0].islower()),
    )


def first_word(text: str) -> str:
    """A phrase's first word in lower case."""
    match = _WORD.search(text)
    return fold(match[0]) if match else ""
