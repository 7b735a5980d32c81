"""Patterns of the rules, run only over the blocks that can match them.

From every expression a looser one is derived: its assertions about the surroundings are dropped and its counted
repetitions opened, so that it occurs wherever the expression matches. One pass of RE2 over a block, in time
linear in its length, tells which of the loose ones it has; most blocks have none, and Python's own engine
never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import ClassVar

import re2

from factcheck.checks.leftovers.phrases import set_options
from factcheck.model import Block

_SPACE = r"\s\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_CLASSES = {"w": r"\pL\pN_", "d": r"\pN", "s": _SPACE}  # RE2's own know ASCII only
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
        self.expression = re.compile(expression, flags)
        self.loose = ("(?is)" if flags & re.IGNORECASE else "(?s)") + loosened(expression)
        Pattern.known.append(self)


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
            out.append(token["set"] + _set(expression[at:end]))
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
        low, _, high = count.partition(",")
        most = int(high or low or 99)
        return token[0] if most <= _FEW else "+" if int(low or 0) else "*"
    return token[0]


def _escape(escape: str) -> str:
    if escape in _CLASSES:
        return f"[{_CLASSES[escape]}]"
    if escape == "B":
        return ""
    if escape in "WSD":
        return "."
    return {"Z": r"\z"}.get(escape) or _char(escape)


def _char(escape: str) -> str:
    return rf"\x{{{escape[1:]}}}" if escape[0] in "uU" else rf"\{escape}"


def _set(inner: str) -> str:
    def widened(match: re.Match[str]) -> str:
        return _CLASSES.get(match[1]) or _char(match[1])

    return re.sub(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", widened, inner.replace("[", r"\["))


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


@cache
def _loose(count: int) -> re2.Set:
    patterns = re2.Set.SearchSet(set_options())
    for pattern in Pattern.known[:count]:
        patterns.Add(pattern.loose)
    patterns.Compile()
    return patterns


def blocks_for(blocks: Iterable[Block]) -> Mapping[Pattern, list[Block]]:
    """For every pattern the blocks in which its loose form occurs."""
    loose = _loose(len(Pattern.known))
    found: dict[Pattern, list[Block]] = {pattern: [] for pattern in Pattern.known}
    for block in blocks:
        for index in loose.Match(block.text.encode("utf-8", "replace")) or ():
            found[Pattern.known[index]].append(block)
    return found
