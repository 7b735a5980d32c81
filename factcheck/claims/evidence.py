"""What speaks for and against a number's being a statistic of the field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from factcheck.claims.clauses import Clause
from factcheck.claims.counted import noun, words
from factcheck.claims.topic import Cue, Cues
from factcheck.model import Span

# A person named with an age ("Anna Kovacs, 34,"): one case's story.
_NAMED: Final = re.compile(r"[A-Z][\w'’-]+\s[A-Z][\w'’-]+,\s(?:\d\d,\s|of\s[A-Z])")
_NAME: Final = re.compile(r"\b([A-Z][\w'’]*)[ -]\Z")  # a word in capitals right before a number: "Love 146"
_NO_NAMES: Final = words(
    """About Above Adult Adults Age All Almost Among An Another Around As At Below Between Boys By Calls Cases
    Children During Each Every Exactly Fewer For From Girls In Just Less Minors More Nearly Of On Only Over Roughly
    Since Some That The These This Those To Total Up Victims We With Women"""
)
# Nouns of these classes name what a number counts only after it ("five types"), not before ("types: sex, 51").
_UNSURE: Final = words("sort text service place")
_PLACE_OF: Final = re.compile(
    r"\b(?:city|town|county|country|nation|state|village|province|island) of\s\Z", re.IGNORECASE
)
_LONGEST_NAME: Final = 30
LARGE: Final = 100  # from here on a count seldom is one case's
_PENALTIES: Final = frozenset(["term", "sentence"])  # counted, they are no story's penalty
_CURRENCIES: Final = words("dollar cent euro pound rupee peso baht naira dong")
_SUM_AFTER: Final = re.compile(r"\s\((?:about |roughly )?(?:US|U\.S\.)?\s?[$€£]")
_CLEARLY: Final = 3  # more cues of a story than of statistics in a block that make all of it one
_HAS: Final = re.compile(r"\b(?:has|have|had|to) \Z")
_MORE: Final = re.compile(r"\s(?:more|others)\b(?! than\b)")
_MARK: Final = re.compile(r"\s*[).,;]")
OF_THE_CRIME: Final = (Cue.FIELD, Cue.PEOPLE, Cue.OPERATION, Cue.JUSTICE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_LONGEST: Final = 400  # characters around a number that are looked at; keeps the time linear


class Setting:
    """A block with its cues and with what stands around it.

    Args:
        around: the cues of its headings, labels and the paragraph before.
        in_field: whether the article as a whole is about the field.
    """

    def __init__(self, text: str, around: frozenset[Cue] = frozenset(), in_field: bool = False) -> None:
        self.text, self.around, self.in_field = text, around, in_field
        self._cues = Cues(text)

    def within(self, span: Span) -> Mapping[Cue, int]:
        """The cues of a stretch."""
        return self._cues.within(span)

    @cached_property
    def whole(self) -> Mapping[Cue, int]:
        """The cues of the whole block."""
        return self.within(Span(0, len(self.text)))


class Evidence:
    """One number's evidence.

    Args:
        alone: no other number stands in the sentence.

    Attributes:
        noun, kind: the singular of the noun it counts and its class in `nouns.yaml`; both empty where unknown.
        own: the cues of its clause.
        sentence: the cues of its sentence.
    """

    def __init__(self, clause: Clause, setting: Setting, *, alone: bool = True) -> None:
        self.clause, self.quantity, self._setting, self._alone = clause, clause.quantity, setting, alone
        known = noun(clause.head) if clause.head else None
        if known is not None and not clause.follows and known.kind in _UNSURE and self.size >= LARGE:
            known = None
        self.noun, self.kind = known or ("", "")
        self.own = setting.within(self._near(clause.span))
        whole = clause.span == clause.sentence
        self.sentence = self.own if whole else setting.within(self._near(clause.sentence))

    def _near(self, span: Span) -> Span:
        at = self.quantity.start
        return Span(max(span.start, at - _LONGEST), min(span.end, at + _LONGEST))

    @property
    def size(self) -> float:
        """The number's value, the higher one of a range."""
        return self.quantity.high or 0.0

    @property
    def near_field(self) -> bool:
        """The field is named in the sentence, the block or what stands around it."""
        return self.around(Cue.FIELD)

    @property
    def topical(self) -> bool:
        """The number can be one of the field at all."""
        return self._setting.in_field or self.near_field

    def around(self, cue: Cue) -> bool:
        """Whether the sentence, the block or what stands around it holds a cue."""
        return cue in self.sentence or cue in self._setting.whole or cue in self._setting.around

    def says(self, *cues: Cue) -> bool:
        """Whether the sentence holds one of these cues."""
        return any(cue in self.sentence for cue in cues)

    @property
    def bare(self) -> bool:
        """Nothing but numbers stands in the sentence: a cell of a table, a counter of a page."""
        sentence = self._setting.text[slice(*self._near(self.clause.sentence))]
        return _LETTER.search(sentence) is None

    @property
    def of_something_else(self) -> bool:
        """It names nothing, and the whole block tells of a place or an event and not of the crime."""
        whole = self._setting.whole
        named = self.clause.follows or any(cue in whole for cue in OF_THE_CRIME)
        return not named and Cue.ELSEWHERE in whole

    @property
    def of_an_instruction(self) -> bool:
        """Its clause is of one, or it adds to one's numbers: "we taught 600 pupils, 40 more this week"."""
        adds = _MORE.match(self._setting.text, self.quantity.end) is not None
        return Cue.INSTRUCTION in (self.sentence if adds else self.own)

    @property
    def elliptic(self) -> bool:
        """A vague number of what its clause leaves out: "(the shelf has hundreds)", "from six towns to dozens"."""
        left_out = self.quantity.vague and _HAS.search(self._before) is not None
        return left_out and _MARK.match(self._setting.text, self.quantity.end) is not None

    @property
    def inhabitants(self) -> bool:
        """The number tells the size of a place ("a city of 600,000 people")."""
        return _PLACE_OF.search(self._before) is not None

    @property
    def _before(self) -> str:
        return self._setting.text[max(0, self.quantity.start - _LONGEST_NAME) : self.quantity.start]

    @property
    def named(self) -> bool:
        """The number belongs to a name ("Love 146"); several in one sentence are a list ("Peru 940, Chile 60")."""
        if not self._alone or "," in self.quantity.text:
            return False
        name = _NAME.search(self._before)
        return name is not None and name[1] not in _NO_NAMES

    @cached_property
    def words(self) -> str:
        """The clause, in lower case."""
        return self._setting.text[slice(*self._near(self.clause.span))].lower()

    @property
    def _balance(self) -> int:
        """How many more cues of a story than of statistics its sentence holds, its own words left out."""
        own = self.noun in _PENALTIES, "old" in self.quantity.text
        return _balance(self.sentence) - sum(own)

    @property
    def is_money(self) -> bool:
        """The number is a sum of money though nothing at it says so ("35,000 ($408)", "millions of dollars")."""
        return self.noun in _CURRENCIES or _SUM_AFTER.match(self._setting.text, self.quantity.end) is not None

    @cached_property
    def told_as_story(self) -> bool:
        """The sentence, or clearly the whole block, tells of one case rather than of how things are."""
        sentence = self._setting.text[slice(*self._near(self.clause.sentence))]
        return (
            self._balance > (self.size >= LARGE)
            or _balance(self._setting.whole) >= _CLEARLY
            or _NAMED.search(sentence) is not None
        )


def _balance(cues: Mapping[Cue, int]) -> int:
    """How many more cues of a story than of statistics; "what breaks my heart" tells none."""
    story = max(0, cues.get(Cue.STORY, 0) - cues.get(Cue.FEELING, 0))
    return story + cues.get(Cue.PENALTY, 0) - cues.get(Cue.STATISTIC, 0) - cues.get(Cue.OPERATION, 0)
