"""The words around a number that tell what it is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from factcheck.checks.rule import Rule
from factcheck.words import WordFinder

Lists = tuple[tuple[str, tuple[str, ...]], ...]

_COUNTED = re.compile(
    r"\s*(?:%|,\d|[-–]\s?\d|(?:per ?cent|million|thousand|billion|people|children|women|men|more|other)\b"
    r"|(?!hotlines|helplines|lines|is\b|as\b|us\b|this\b|this\b|plus\b|always\b|across\b|days\b|hours\b)[a-z]+s\b)"
)
_ALONE = 3  # words of a clause that says itself what its number is for
_CLAUSE_END = re.compile(r"[.!?;][\"”’)]?\s|[•|]")


class Cues:
    """Finds the words of a rule's lists.

    Args:
        lists: `line-words` name a help line, `call-words` ask the reader to call, `help-words` say why,
            `business-words` say that the number is for something else, `label-words` that it is no telephone
            number at all, `tty-words` that it is for the deaf.
    """

    def __init__(self, lists: Lists) -> None:
        self._finders = {name: WordFinder((phrase, name) for phrase in phrases) for name, phrases in lists}

    def has(self, name: str, text: str) -> bool:
        """Whether a word of the list stands in the text."""
        return next(self._finders[name].find(text), None) is not None

    def speaks_of_help(self, text: str) -> bool:
        """Whether the text speaks of a help line, or of calling somebody about a person in danger."""
        return self.has("line-words", text) or (self.has("call-words", text) and self.has("help-words", text))

    def offers_help(self, before: str, after: str) -> bool:
        """Whether the clause around a number, or what leads to a number that stands alone, speaks of a help line.

        Args:
            before: reaches into the text above, from which " / " parts it.
        """
        clauses = _CLAUSE_END.split(before.replace(" / ", ". "))
        own = clauses.pop()
        while clauses and len(own.split()) < _ALONE:
            own = f"{clauses.pop()} {own}"
        return self.speaks_of_help(f"{own} # {_CLAUSE_END.split(after)[0]}")

    def is_other_business(self, before: str, after: str) -> bool:
        """Whether the clause around a number is about tickets, the press, a fax, a case number …"""
        return self.has("business-words", clause(before, after)) or self.has("label-words", before[-24:])

    def is_for_another_need(self, before: str, after: str) -> bool:
        """Whether the clause around a number says that an advocate or line for another need answers there."""
        around = clause(before, after)
        return self.has("other-needs", around) and not self.has("field-words", around)

    def is_count(self, after: str) -> bool:
        """Whether what follows a number is what it counts: "627 calls"."""
        return _COUNTED.match(after) is not None

    def is_dialled(self, before: str, after: str) -> bool:
        """Whether a short number is one to call: named so close by, and not followed by what it counts."""
        if self.is_count(after):
            return False
        near = _CLAUSE_END.split(before[-36:])[-1]
        return any(self.has(name, near) for name in ("line-words", "dial-words", "tty-words")) or self.has(
            "line-words", _CLAUSE_END.split(after[:24])[0]
        )


def clause(before: str, after: str) -> str:
    """The clause around a number, with a mark in the number's place."""
    return f"{_CLAUSE_END.split(before)[-1]} # {_CLAUSE_END.split(after)[0]}"


def cues_of(rules: Mapping[str, Rule]) -> Cues:
    """The cues that the rules in use list."""
    return _cues(tuple(sorted(rules["wrong-hotline-number"].lists.items())))


@lru_cache(maxsize=4)
def _cues(lists: Lists) -> Cues:
    return Cues(lists)
