"""From an expression of Python's to one of RE2's that occurs wherever the first matches.

RE2 looks through a text ten times as fast, and in time linear in its length whatever the pattern; so a text in
which the looser form does not occur need not be looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import re2

BLANK = r"\t-\r\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_ASCII = {"w": "0-9A-Za-z_", "d": "0-9", "s": BLANK}  # no more than Python's classes
# Unicode's classes are slow to build: whatever is neither ASCII nor punctuation may be a letter or a figure. Two
# signs stay out whose small letters are ASCII, the long s and the Kelvin sign: with them, in either case, every
# "s" and "k" would be one.
_BEYOND = r"\x{180}-\x{1fff}\x{2070}-\x{2129}\x{212b}-\x{10ffff}"
_CLASSES = {"w": rf"0-9A-Za-z_\x{{aa}}-\x{{17e}}{_BEYOND}", "d": f"0-9{_BEYOND}", "s": BLANK}  # no less
_TOKEN = re.compile(
    r"\\(?P<escape>u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|(?P<look>\(\?(?:<?[=!]))|\(\?P=(?P<back>\w+)\)"
    r"|(?P<open>\((?:\?(?:P<\w+>|[aimsx-]*:))?)|(?P<flags>\(\?[aimsx-]+\))"
    r"|\{(?P<count>\d*(?:,\d*)?)\}|(?P<set>\[\^?\]?)|(?P<other>.)",
    re.DOTALL,
)
_SET = re.compile(r"\[\^?\]?")
_REPEATED = ("*", "+", "?", "{")
_FEW = 4  # a repetition counted up to this is kept


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
                _REPEATED, group_end(self._expression, self._at)
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
        inner, self._at = self._expression[self._at : (end := group_end(self._expression, self._at)) - 1], end
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
            at = group_end(expression, at + 1) - 1
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


def set_end(expression: str, at: int) -> int:
    """Where the set that begins at `at` has its closing bracket."""
    opened = _SET.match(expression, at)
    return _set_end(expression, opened.end() if opened else at)


def _set_end(expression: str, at: int) -> int:
    while expression[at] != "]":
        at += 2 if expression[at] == "\\" else 1
    return at


def group_end(expression: str, at: int) -> int:
    """Behind the bracket that closes the group whose inside begins at `at`; in no group, behind its end by one."""
    depth = 1
    while depth and at < len(expression):
        char = expression[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = set_end(expression, at)
        depth += {"(": 1, ")": -1}.get(char, 0)
        at += 1
    return at + depth


def prefilter(*patterns: re.Pattern[str], matched: bool = False) -> re2._Regexp:
    """An RE2 pattern that occurs in every text in which one of Python's patterns is found.

    Args:
        matched: whether they are held against the beginning of a text only.
    """
    start = "^" if matched else ""
    flags = ("ism" if one.flags & re.IGNORECASE else "sm" for one in patterns)
    kinds = (f"(?{flag}:{start}(?:{loosened(one.pattern)}))" for flag, one in zip(flags, patterns, strict=True))
    return re2.compile("|".join(kinds), options())


def options() -> re2.Options:
    """How patterns are compiled of which only the place matters: no groups, and room for their automaton.

    A match stays within its line, so that looking from line to line takes no longer than one look at the whole.
    """
    chosen = re2.Options()
    chosen.never_capture = chosen.never_nl = True
    chosen.max_mem = 64 << 20
    return chosen
