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

from factcheck.checks.whole import Whole
from factcheck.model import Block

_BLANK = r"\t-\r\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_ASCII = {"w": "0-9A-Za-z_", "d": "0-9", "s": _BLANK}  # no more than Python's classes
# Unicode's classes are slow to build: whatever is neither ASCII nor punctuation may be a letter or a figure. Two
# signs stay out whose small letters are ASCII, the long s and the Kelvin sign: with them, in either case, every
# "s" and "k" would be one.
_BEYOND = r"\x{180}-\x{1fff}\x{2070}-\x{2129}\x{212b}-\x{10ffff}"
_CLASSES = {"w": rf"0-9A-Za-z_\x{{aa}}-\x{{17e}}{_BEYOND}", "d": f"0-9{_BEYOND}", "s": _BLANK}  # no less
_TOKEN = re.compile(
    r"\\(?P<escape>u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|(?P<look>\(\?(?:<?[=!]))|\(\?P=(?P<back>\w+)\)"
    r"|(?P<open>\((?:\?(?:P<\w+>|[aimsx-]*:))?)|(?P<flags>\(\?[aimsx-]+\))"
    r"|\{(?P<count>\d*(?:,\d*)?)\}|(?P<set>\[\^?\]?)|(?P<other>.)",
    re.DOTALL,
)
_REPEATED = ("*", "+", "?", "{")
_FEW = 4  # a repetition counted up to this is kept


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


def loosened(expression: str, *, first: bool = True, last: bool = True) -> str:
    """An RE2 pattern that occurs in every text in which a Python expression matches.

    What must stand right before or right behind all of a match is made part of it; other assertions are dropped.

    Args:
        first, last: whether nothing of a larger expression stands before it, or behind it.
    """
    return _Loosening(expression, first=first, last=last).pattern()


class _Loosening:
    """One walk over an expression's tokens.

    `_first` says whether nothing stands before the place in the match, `_groups` the same of where the groups
    around it began.
    """

    def __init__(self, expression: str, *, first: bool, last: bool) -> None:
        self._expression, self._at = expression, 0
        self._first, self._last, self._groups = first, last, [first]

    def pattern(self) -> str:
        out: list[str] = []
        while self._at < len(self._expression):
            token = _TOKEN.match(self._expression, self._at)
            assert token is not None
            self._at = token.end()
            if token["look"]:
                out.append(self._look(token["look"]))
            else:
                self._step(token)
                out.append(self._piece(token))
        return "".join(out)

    def _step(self, token: re.Match[str]) -> None:
        if token["open"]:
            self._first = self._first and not self._expression.startswith(
                _REPEATED, _group_end(self._expression, self._at)
            )
            self._groups.append(self._first)
        elif token[0] == "|":
            self._first = self._groups[-1]
        elif not token["flags"]:
            self._first = False
            if token[0] == ")":
                self._groups.pop()

    def _look(self, sign: str) -> str:
        """A positive assertion at the rim of the match becomes part of it."""
        inner, self._at = self._expression[self._at : (end := _group_end(self._expression, self._at)) - 1], end
        behind = sign == "(?<=" and self._first
        ahead = sign == "(?=" and self._last and _is_last(self._expression, end)
        if not behind and not ahead:
            return ""
        self._first = False
        return f"(?:{loosened(inner, first=behind, last=ahead)})"

    def _piece(self, token: re.Match[str]) -> str:
        if token["set"]:
            start, self._at = self._at, _set_end(self._expression, self._at)
            classes = _ASCII if "^" in token["set"] else _CLASSES
            return token["set"] + _set(self._expression[start : self._at], classes)
        if token["escape"] == "b":
            # RE2's \b knows ASCII only: it is kept before letters and groups, where it is never the stricter one
            return "" if self._expression[self._at : self._at + 1] in ("\\", "[") else r"\b"
        return _piece(token)


def _is_last(expression: str, at: int) -> bool:
    """Whether nothing that must match stands behind a place in an expression, in whichever alternative."""
    while at < len(expression):
        if expression[at] == "|":
            at = _group_end(expression, at + 1) - 1
        if expression[at : at + 1] not in ("", ")") or expression.startswith(_REPEATED, at + 1):
            return False
        at += 1
    return True


def _piece(token: re.Match[str]) -> str:
    escape, count = token["escape"], token["count"]
    if escape is not None:
        return _escape(escape)
    if token["back"]:
        return f"[{_CLASSES['w']}]+"
    if count is not None and count:
        low, comma, high = count.partition(",")
        least = int(low or 0)
        if least > _FEW:
            return f"{{{_FEW},}}"
        open_ended = comma and (not high or int(high) > _FEW)
        return f"{{{least},}}" if open_ended else token[0]
    return token[0]


def _escape(escape: str) -> str:
    if escape in _CLASSES:
        return f"[{_CLASSES[escape]}]"
    if escape == "B":
        return ""
    if escape in "WSD":
        return "."
    return {"A": "^", "Z": "$"}.get(escape) or _char(escape)  # a text may be one line of several


def _char(escape: str) -> str:
    return rf"\x{{{escape[1:]}}}" if escape[0] in "uU" else rf"\{escape}"


def _set(inner: str, classes: Mapping[str, str]) -> str:
    """The inside of a set; what a negated one takes away must be less than Python takes away, not more."""

    def put(match: re.Match[str]) -> str:
        return classes.get(match[1]) or _char(match[1])

    return re.sub(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", put, inner.replace("[", r"\["))


def _set_end(expression: str, at: int) -> int:
    while expression[at] != "]":
        at += 2 if expression[at] == "\\" else 1
    return at


def _group_end(expression: str, at: int) -> int:
    """Behind the bracket that closes the group whose inside begins at `at`; in no group, behind its end by one."""
    depth = 1
    while depth and at < len(expression):
        char = expression[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _set_end(expression, at + (3 if expression[at + 1 : at + 3] == "^]" else 2))
        depth += {"(": 1, ")": -1}.get(char, 0)
        at += 1
    return at + depth


_TOGETHER = 12  # patterns in one set: more share a pass, but the states of their automaton multiply


@cache
def _loose(count: int) -> tuple[re2.Set, ...]:
    return tuple(_set_of(Pattern.known[first : first + _TOGETHER]) for first in range(0, count, _TOGETHER))


def _set_of(patterns: Iterable[Pattern]) -> re2.Set:
    """What tells which of some patterns' loose forms a text has."""
    found = re2.Set.SearchSet(options())
    for pattern in patterns:
        found.Add(pattern.loose)
    found.Compile()
    return found


def options() -> re2.Options:
    """How patterns are compiled of which only the place matters: no groups, and room for their automaton."""
    chosen = re2.Options()
    chosen.never_capture = True
    chosen.max_mem = 64 << 20
    return chosen


def blocks_for(whole: Whole) -> Mapping[Pattern, Sequence[Block]]:
    """For every pattern whose loose form occurs in an article the blocks in which it does."""
    found: dict[Pattern, Sequence[Block]] = {}
    for number, loose in enumerate(_loose(len(Pattern.known))):
        for index in loose.Match(whole.encoded) or ():
            pattern = Pattern.known[_TOGETHER * number + index]
            found[pattern] = tuple(whole.having(pattern.prefilter))
    return found
