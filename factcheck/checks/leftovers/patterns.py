"""The expressions of the rules, run only over the blocks that can match them.

From every expression a looser one is derived: assertions that RE2 does not know are dropped and counted
repetitions opened, so that it occurs wherever the expression matches. RE2 tells, in a few passes over the whole
article and in time linear in its length, which of the loose ones it has; most articles have none, and Python's own
engine never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import re2

from factcheck.checks.article import Article
from factcheck.checks.loosening import loosened, options
from factcheck.checks.rule import Expression, Rule
from factcheck.model import Block

_PART = re.compile(r"(?<!\\)\{([a-z]+(?:-[a-z]+)*)\}")
_TOGETHER = 4  # patterns in one set: more share a pass, but the states of their automaton multiply


class Pattern:
    """One of a rule's expressions; the words it finds are its group `found`.

    Attributes:
        case: which of the rule's messages its finds have.
        where: what it is held against, as its entry says.
    """

    def __init__(self, name: str, entry: Expression, parts: Mapping[str, Sequence[str]]) -> None:
        self.case, self.where = entry.case or name, entry.where
        self._source = _spelled(f"{entry.before}(?P<found>{'|'.join(entry.any)})", parts)
        self._flags = re.NOFLAG if entry.cased else re.IGNORECASE

    @cached_property
    def loose(self) -> str:
        """The looser form, in RE2's syntax."""
        return ("(?sm)" if self._flags == re.NOFLAG else "(?ism)") + loosened(self._source)

    @cached_property
    def prefilter(self) -> re2._Regexp:
        """The loose form, compiled."""
        return re2.compile(self.loose, options())

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, compiled when a text first needs it: most articles need none or few of them."""
        return re.compile(self._source, self._flags)


def _spelled(source: str, parts: Mapping[str, Sequence[str]]) -> str:
    """An expression with its parts in their places."""

    def spelled(match: re.Match[str]) -> str:
        part = parts.get(match[1])
        return match[0] if part is None else _spelled(f"(?:{'|'.join(part)})", parts)

    return _PART.sub(spelled, source)


class Patterns:
    """The expressions of all rules, by rule and name."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._of = {
            rule.name: {name: Pattern(name, entry, rule.parts) for name, entry in rule.expressions.items()}
            for rule in rules
        }
        every = (pattern for named in self._of.values() for pattern in named.values())
        self.searched = tuple(pattern for pattern in every if pattern.where in ("text", "check"))

    def named(self, rule: str, name: str) -> Pattern:
        """One expression of a rule."""
        return self._of[rule][name]

    def where(self, rule: str, where: str) -> Sequence[Pattern]:
        """Those of a rule's expressions that are held against one thing."""
        return [pattern for pattern in self._of.get(rule, {}).values() if pattern.where == where]

    @cached_property
    def _sets(self) -> tuple[re2.Set, ...]:
        """What tells which of the loose forms a text has, a few in each."""
        firsts = range(0, len(self.searched), _TOGETHER)
        return tuple(_set_of(self.searched[first : first + _TOGETHER]) for first in firsts)

    def blocks_for(self, article: Article) -> Mapping[Pattern, Sequence[Block]]:
        """For every pattern whose loose form occurs in an article the blocks in which it does."""
        found: dict[Pattern, Sequence[Block]] = {}
        for number, loose in enumerate(self._sets):
            for index in loose.Match(article.whole.encoded) or ():
                pattern = self.searched[_TOGETHER * number + index]
                found[pattern] = tuple(article.blocks[at] for at in article.whole.having(pattern.prefilter))
        return found


def _set_of(patterns: Iterable[Pattern]) -> re2.Set:
    found = re2.Set.SearchSet(options())
    for pattern in patterns:
        found.Add(pattern.loose)
    found.Compile()
    return found


_compiled: list[tuple[Mapping[str, Rule], Patterns]] = []  # the last rules seen, and their expressions


def patterns_of(rules: Mapping[str, Rule]) -> Patterns:
    """The expressions of a linter's rules, made ready once for all its articles."""
    if not _compiled or _compiled[0][0] is not rules:
        _compiled[:] = [(rules, Patterns(rules.values()))]
    return _compiled[0][1]
