"""Patterns of the rules, run only over the blocks that can match them.

From every expression a looser one is derived: its assertions about the surroundings are dropped and its counted
repetitions opened, so that it occurs wherever the expression matches. RE2 tells, in time linear in a block's
length, which of the loose ones it has; most blocks have none, and Python's own engine never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import ClassVar

import re2

from factcheck.checks.leftovers.phrases import set_options
from factcheck.model import Block

_ASCII = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\s"}  # less than Python's classes
# Unicode's classes are slow to build: all that is not ASCII may be of any. Two signs stay out whose small letters
# are ASCII, the long s and the Kelvin sign: with them, in either case, every "s" and "k" would be a blank.
_BEYOND = r"\x{80}-\x{17e}\x{180}-\x{2129}\x{212b}-\x{10ffff}"
_CLASSES = {name: members + _BEYOND for name, members in _ASCII.items()}  # more than Python's classes
_TOKEN = re.compile(
    r"\\(?P<escape>u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|(?P<look>\(\?(?:<?[=!]))|\(\?P=(?P<back>\w+)\)"
    r"|\{(?P<count>\d*(?:,\d*)?)\}|(?P<set>\[\^?\]?)|(?P<other>.)",
    re.DOTALL,
)
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
    def _alone(self) -> re2.Set:
        return _set_of([self])

    def may_match(self, text: bytes) -> bool:
        """Whether the loose form occurs in a text."""
        return bool(self._alone.Match(text))

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, compiled when a text first needs it: most articles need none or few of them."""
        return re.compile(self._source, self._flags)


def loosened(expression: str) -> str:
    """An RE2 pattern that occurs in every text in which a Python expression matches."""
    out: list[str] = []
    at = 0
    while at < len(expression):
        token = _TOKEN.match(expression, at)
        assert token is not None
        at = token.end()
        if token["look"]:
            at = _group_end(expression, at)
        elif token["set"]:
            end = _set_end(expression, at)
            out.append(token["set"] + _set(expression[at:end], _ASCII if "^" in token["set"] else _CLASSES))
            at = end
        elif token["escape"] == "b":
            # RE2's \b knows ASCII only: it is kept before letters and groups, where it is never the stricter one
            out.append("" if expression[at : at + 1] in ("\\", "[") else r"\b")
        else:
            out.append(_piece(token))
    return "".join(out)


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
    """Behind the bracket that closes the group whose inside begins at `at`."""
    depth = 1
    while depth:
        char = expression[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _set_end(expression, at + (3 if expression[at + 1 : at + 3] == "^]" else 2))
        depth += {"(": 1, ")": -1}.get(char, 0)
        at += 1
    return at


_AT_ONCE = 8_000  # bytes of blocks that are looked at in one go
_TOGETHER = 6  # patterns in one set: more share a pass, but the states of their automaton multiply


@cache
def _loose(count: int) -> tuple[re2.Set, ...]:
    return tuple(_set_of(Pattern.known[first : first + _TOGETHER]) for first in range(0, count, _TOGETHER))


def _set_of(patterns: Iterable[Pattern]) -> re2.Set:
    """What tells which of some patterns' loose forms a text has."""
    found = re2.Set.SearchSet(set_options())
    for pattern in patterns:
        found.Add(pattern.loose)
    found.Compile()
    return found


def blocks_for(blocks: Iterable[Block]) -> Mapping[Pattern, list[Block]]:
    """For every pattern the blocks in which its loose form occurs.

    Several blocks are looked at in one go, as lines of one text, and singly only where something occurs in it.
    """
    found: dict[Pattern, list[Block]] = {pattern: [] for pattern in Pattern.known}
    texts = [(block, block.text.encode("utf-8", "replace")) for block in blocks]
    for some in _chunks(texts):
        whole = b"\n".join(text for _, text in some)
        for number, loose in enumerate(_loose(len(Pattern.known))):
            for index in loose.Match(whole) or ():
                pattern = Pattern.known[_TOGETHER * number + index]
                found[pattern] += [block for block, text in some if pattern.may_match(text)]
    return found


def _chunks(texts: list[tuple[Block, bytes]]) -> Iterator[list[tuple[Block, bytes]]]:
    """The texts in lots of a good length."""
    first = length = 0
    for index, (_, text) in enumerate(texts):
        length += len(text)
        if length > _AT_ONCE:
            yield texts[first : index + 1]
            first, length = index + 1, 0
    yield texts[first:]
