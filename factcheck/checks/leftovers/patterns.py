"""Patterns of the rules, run only over the blocks that can match them.

From every expression a looser one is derived: assertions that RE2 does not know are dropped and counted
repetitions opened, so that it occurs wherever the expression matches. RE2 tells, in a few passes over the whole
article and in time linear in its length, which of the loose ones it has; most articles have none, and Python's own
engine never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import ClassVar

import re2

from factcheck.checks.article import Article
from factcheck.checks.loosening import loosened, options
from factcheck.model import Block


class Pattern:
    """A regular expression whose named groups are a rule's cases.

    Args:
        expression: in the syntax of Python's re; one that can match anywhere must not begin with what every
            text has, or nothing is spared.
    """

    known: ClassVar[list[Pattern]] = []

    def __init__(self, expression: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source, self._flags = expression, flags
        self.loose = ("(?ism)" if flags & re.IGNORECASE else "(?sm)") + loosened(expression)
        Pattern.known.append(self)

    @cached_property
    def prefilter(self) -> re2._Regexp:
        """The loose form, compiled."""
        return re2.compile(self.loose, options())

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, compiled when a text first needs it: most articles need none or few of them."""
        return re.compile(self._source, self._flags)


_TOGETHER = 4  # patterns in one set: more share a pass, but the states of their automaton multiply


@cache
def _sets(count: int) -> tuple[re2.Set, ...]:
    return tuple(_set_of(Pattern.known[first : first + _TOGETHER]) for first in range(0, count, _TOGETHER))


def _set_of(patterns: Iterable[Pattern]) -> re2.Set:
    """What tells which of some patterns' loose forms a text has."""
    found = re2.Set.SearchSet(options())
    for pattern in patterns:
        found.Add(pattern.loose)
    found.Compile()
    return found


def blocks_for(article: Article) -> Mapping[Pattern, Sequence[Block]]:
    """For every pattern whose loose form occurs in an article the blocks in which it does."""
    found: dict[Pattern, Sequence[Block]] = {}
    for number, loose in enumerate(_sets(len(Pattern.known))):
        for index in loose.Match(article.whole.encoded) or ():
            pattern = Pattern.known[_TOGETHER * number + index]
            found[pattern] = tuple(article.blocks[at] for at in article.whole.having(pattern.prefilter))
    return found
