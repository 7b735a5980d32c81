"""Sentences: where one ends in real prose, found by its stops and line ends alone.

No statistics: one pass of one expression finds every stop and line end, and a few rules say which of them end
a sentence. The time is linear in the text, whatever the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.model import Span
from factcheck.words import RECENT


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BULLETS: Final = "•‣◦▪✔✓"
# A run of stops with the quotes and brackets that close after it, a line end, or a bullet within a line. A
# footnote's number may stand glued to the stop ("the authorities.3 The agency"). Each begins with a character of
# a small set, for which the engine searches fast; the look-behinds make a run a candidate only once.
_CANDIDATE: Final = re.compile(
    rf"""[.!?…](?<![.!?…].)[.!?…]*+
        (?P<close>["'”’)\]»*_]*+)
        (?P<note>(?:\[\^?\d{{1,3}}\])++ | (?<=[^\W\d_][.?!]|[)”"’][.?!]|[.?!][”"’]) \d{{1,2}}(?=\s))?+
        (?=\s|$|["“(\[]|[A-Z])
      | \n\s*+
      | [{_BULLETS}](?<=\s.)(?=\s)""",
    re.VERBOSE,
)
_LOOK_BACK: Final = 40  # characters before a stop in which its word begins; keeps the time linear

# Never the end of a sentence: a name, a number or more of the same must follow.
_OPEN: Final = _set(
    """dr mr mrs ms messrs prof sen sens rep reps gov gen col lt sgt capt cmdr maj supt insp det hon rev fr
    st mt ft vs v e.g i.e eg ie cf viz al approx est ca c incl resp dept"""
)
# An abbreviation only before a figure ("No. 3", "Jan. 5"), a word of its own elsewhere ("He said no.").
_BEFORE_FIGURE: Final = _set(
    """no nos art arts sec secs fig figs vol vols ch p pp para paras pt ed app tel ext
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
# Ends a sentence only where a word follows that begins one.
_EITHER: Final = _set(
    """u.s u.k u.n e.u u.s.a d.c ph.d b.a m.a m.d j.d l.a n.y inc corp ltd co llc jr sr bros
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore
    pa penn tenn tex va vt wash wis wyo assn ave blvd rd univ"""
)
# Words that in capitals seldom go on after an abbreviation or an initial: they begin a sentence.
_STARTERS: Final = _set(
    """A About According After All Also Although Among An And Another Approximately Are As At Because Before
    Between But By Can Children Despite Do Does During Each Even Every Few Fewer For From He Her Here His How
    However I If In Is It Its Just Last Learn Less Like Many More Most My Nearly No Not Now Of On One Only Or
    Other Our Over People Read Researchers She Since So Some Still Such That The Their Then There These They
    This Those Though Through To Today Traffickers Trafficking Two Under Until Up Victims We What When Where
    Which While Who Why With You Your Yet"""
)
_TIME: Final = _set("a.m p.m")
# What a time of day may go on with.
_AFTER_TIME: Final = _set(
    """Eastern Central Pacific Mountain EST EDT ET CST CDT CT PST PDT PT MST MDT MT GMT UTC BST CET
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday"""
)
_DOMAIN_ENDINGS: Final = frozenset(["com", "org", "net", "gov", "edu", "info", "html", "pdf", "js", "co"])
_BULLET: Final = re.compile(r"(?:[-–—*•‣◦▪·✔✓>]|\(?\d{1,3}[.)]|\(?[a-z][.)])(?=\s)")
_PARTS_WORDS: Final = re.compile(r"[\s/–—-]")
_NEXT_WORD: Final = re.compile(r"[ \t\u00a0]*+[\"'“‘(\[*_]*+(\w*+)")
_WORD: Final = re.compile(r"[^\W_]+")
_LIST_NUMBER: Final = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})\Z")
_NARROWEST_WRAP, _WIDEST_WRAP = 50, 132


@lru_cache(maxsize=RECENT)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a block of prose, in order, without the blanks around them.

    A line end ends a sentence unless the line was wrapped; list marks and numbers stay with their item.

    Args:
        text: one block (paragraph, heading, list item, cell), or several apart by blank lines.

    Returns:
        Offsets in `text`. Every character that is not blank lies in exactly one of them.
    """
    width = _wrap_width(text)
    spans: list[Span] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        first, end = text[match.start()], match.end()
        if first in _BULLETS:
            ends, end = True, match.start()
        else:
            ends = _line_ends(text, start, match, width) if first == "\n" else _stop_ends(text, match, start)
        if ends:
            _add(spans, text, start, end)
            start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        low = start + len(piece) - len(piece.lstrip())
        spans.append(Span(low, low + len(bare)))


def _wrap_width(text: str) -> int:
    """The width to which a block's lines were wrapped, 0 where they are not."""
    if "\n" not in text:
        return 0
    longest = max(map(len, text.split("\n")))
    return longest if _NARROWEST_WRAP <= longest <= _WIDEST_WRAP else 0


def _line_ends(text: str, start: int, match: re.Match[str], width: int) -> bool:
    """Whether a line end ends a sentence."""
    blanks, at = match.group(), match.end()
    if blanks.count("\n") != 1 or _BULLET.match(text, at):
        return True
    following = _WORD.match(text, at)
    if following is not None and following.group()[0].islower():
        return False
    line_end = match.start()
    line_start = text.rfind("\n", max(start, line_end - _WIDEST_WRAP), line_end) + 1
    room = width - (line_end - max(start, line_start)) - 1
    return not width or following is None or len(following.group()) <= room


def _stop_ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a run of stops ends a sentence."""
    at, end = match.start(), match.end()
    if end == len(text) or match["note"]:
        return True
    glued = not text[end].isspace()
    if glued:
        return _glued_stop_ends(text, match)
    following = _next_word(text, end)
    if not following:
        return True
    if match.group() != "." and following[0].islower():
        return False
    if match.group()[0] != "." or match["close"]:
        return not following[0].islower()
    return _full_stop_ends(text, start, at, following)


def _next_word(text: str, at: int) -> str:
    """The word after a stop and whatever opens it, empty at the end of a line."""
    match = _NEXT_WORD.match(text, at)
    return match[1] if match else ""


def _full_stop_ends(text: str, start: int, at: int, following: str) -> bool:
    """Whether a single full stop before a blank ends a sentence; it may belong to an abbreviation."""
    if following[0].islower() or (at - start < 8 and _LIST_NUMBER.match(text[start:at])):
        return False
    word = _word_before(text, start, at)
    lower = word.lower().lstrip("(\"'“‘[")
    if lower in _OPEN:
        return False
    if lower in _BEFORE_FIGURE:
        return not following[0].isdigit()
    if lower in _TIME:
        return following not in _AFTER_TIME
    initial = len(lower) == 1 and lower.isalpha() and word[-1].isupper()
    if initial or lower in _EITHER:
        return following in _STARTERS
    return True


def _word_before(text: str, start: int, at: int) -> str:
    piece = text[max(start, at - _LOOK_BACK) : at]
    return _PARTS_WORDS.split(piece)[-1]


def _glued_stop_ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop with no blank after it ends a sentence: "trade.It" does, "example.Org" does not."""
    at, end = match.start(), match.end()
    token = text[max(0, at - 2 * _LOOK_BACK) : at].rpartition(" ")[2].rpartition("\n")[2]
    word = _WORD.match(text, end)
    if word is None:  # an opening quote or bracket
        return text[end] in '"“' and match.group()[0] in ".!?" and token[-1:].islower()
    if any(mark in token for mark in ("://", "www.", "@", "/")) or word.group().lower() in _DOMAIN_ENDINGS:
        return False
    if not (word.group()[1:].islower() or word.group() in ("A", "I")):
        return False
    # Two letters in lower case or two figures: "the trade.It", "in 2019.The", not "U.S.Attorney".
    before = token[-2:]
    sound = before.isdigit() or (before.isalpha() and before.islower())
    return sound or token[-1:] in ")%”" or bool(match["close"])
