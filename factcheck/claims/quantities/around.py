"""The words around a number that bound it or tell it as a change: "more than", "rose by", "or more"."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases
from factcheck.entries import read_yaml
from factcheck.model import Bound, Change

_PATH: Final = Path(__file__).with_name("around.yaml")
_WORDS: Final = {key: phrases(text) for key, text in read_yaml(_PATH.read_text("utf-8"), str(_PATH)).items()}
_BOUNDS: Final = {
    Bound.ABOUT: _WORDS["about"],
    Bound.ABOVE: _WORDS["above"],
    Bound.BELOW: _WORDS["below"],
    Bound.EXACT: _WORDS["exact"],
}
_TRANSITIVE: Final = frozenset(_WORDS["transitive"])
_LOOSE: Final = frozenset(_WORDS["loose"])
_NOUNS: Final = frozenset(_WORDS["nouns"])
_COMPARATIVES: Final = frozenset((*_WORDS["comparatives_up"], *_WORDS["comparatives_down"]))
_PHRASAL: Final = frozenset(_WORDS["phrasal"])


class Before(NamedTuple):
    """What stands before a number.

    Attributes:
        start: where the number's stretch begins with these words.
        needs: what the number must be for the verb to tell a change: "share" for a percentage or points ("cut 5
            percent"), "amount" for money and measures too ("lost $5"), empty for anything ("rose 300").
    """

    start: int
    bound: Bound = Bound.EXACT
    change: Change | None = None
    needs: str = ""


_Tail = tuple[tuple[str, ...], Bound | None, Change | None]


def _tails() -> dict[str, list[_Tail]]:
    """The phrases by their last word, longest first."""
    entries: list[_Tail] = [
        (tuple(phrase.split()), bound, None) for bound, names in _BOUNDS.items() for phrase in names
    ]
    for change, names in ((Change.UP, _WORDS["up"]), (Change.DOWN, _WORDS["down"])):
        for phrase in names:
            parts = tuple(phrase.split())
            entries += [((*parts, "by"), None, change), (parts, None, change)]
            if phrase in _NOUNS:
                entries.append(((*parts, "of"), None, change))
    tails: dict[str, list[_Tail]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry[0])):
        tails.setdefault(entry[0][-1], []).append(entry)
    return tails


_TAILS: Final = _tails()
_MOST_WORDS: Final = 9  # words before a number that are looked at
_OPENING: Final = "([\"'“*_—-"
_WINDOW: Final = 72  # characters before a number in which words bound it
_SIGN: Final = re.compile(r"(?:(?P<about>[~≈∼])|(?P<above>[>≥]=?)|(?P<below>[<≤]=?)|(?P<plus>[+]))[ ]?\Z")
_SIGNS: Final = frozenset("~≈∼>≥<≤=+")
_STRONGER: Final = {Bound.EXACT: 0, Bound.ABOUT: 1, Bound.ABOVE: 2, Bound.BELOW: 2}


def before(text: Text, floor: int, at: int, *, changes: bool = True) -> Before:
    """The bound and the change that the words before a number say.

    Args:
        floor: the end of the number before; the words do not reach beyond it.
        at: where the number (or its currency sign) begins.
        changes: whether words of change are looked for.
    """
    signed = _sign(text, floor, at)
    at = signed.start
    low = max(floor, at - _WINDOW)
    window = text.low[low:at]
    tokens = window.rsplit(None, _MOST_WORDS)
    if (
        not tokens
        or not window[-1].isspace()
        or (tokens[-1] not in _TAILS and tokens[-1].lstrip(_OPENING) not in _TAILS)
    ):
        return signed
    if low > floor or len(tokens) > _MOST_WORDS:  # the first may be half a word or several
        del tokens[0]
    return _peel(text, floor, tokens, signed, changes=changes)


_MOVED: Final = re.compile(
    rf"\b(?:(?P<up>{any_of(_WORDS['up'])})|"
    rf"(?:{any_of(_WORDS['down'])})){GAP}[^.;:!?\n]{{0,60}}?\bby{GAP}(?:[a-z]+{GAP}){{0,3}}\Z"
)


def moved_by(text: Text, floor: int, at: int) -> Change | None:
    """The change of a number after "by", told by a verb that stands before what it changes: "cut costs by 10%"."""
    window = text.low[max(floor, at - 80) : at]
    if "by " not in window[-24:]:
        return None
    match = _MOVED.search(window)
    if match is None:
        return None
    return Change.UP if match["up"] else Change.DOWN


def _peel(text: Text, floor: int, tokens: list[str], found: Before, *, changes: bool) -> Before:
    """Take bounding words off the end, as many as follow each other ("rose by more than")."""
    start, bound, change, needs = found.start, found.bound, found.change, ""
    for _ in range(4):
        tail = _longest(tokens, changes=changes and change is None)
        if tail is None:
            break
        parts, told_bound, told_change = tail
        begins = start
        for part in reversed(parts):
            begins = text.low.rindex(part, 0, begins)
        if (
            parts[0] in _COMPARATIVES and begins == floor + 1 > 1
        ):  # "ten times higher than 0.5", "25% more than 300"
            break
        start = begins
        if told_bound is not None and _STRONGER[told_bound] > _STRONGER[bound]:
            bound = told_bound
        if told_change is not None:
            change, needs = told_change, _needs(parts)
        opened = tokens[-len(parts)] != parts[0]
        del tokens[-len(parts) :]
        if opened:
            break
    return Before(start, bound, change, needs)


def _longest(tokens: list[str], *, changes: bool) -> _Tail | None:
    if not tokens:
        return None
    last = tokens[-1]
    for tail in _TAILS.get(last, ()) or _TAILS.get(last.lstrip(_OPENING), ()):
        if (changes or tail[2] is None) and _same(tokens, tail[0]):
            return tail
    return None


def _needs(parts: tuple[str, ...]) -> str:
    verb = " ".join(parts)
    return "share" if verb in _TRANSITIVE else "amount" if verb in _LOOSE else ""


def _same(tokens: list[str], parts: tuple[str, ...]) -> bool:
    """Whether the last words are these; the first may have an opening mark before it."""
    size = len(parts)
    if parts in (("up",), ("down",)) and size < len(tokens) and tokens[-2] in _PHRASAL:  # not "take up to"
        return False
    if size > len(tokens) or tokens[-size].lstrip(_OPENING) != parts[0]:
        return False
    return size == 1 or tuple(tokens[1 - size :]) == parts[1:]


def _sign(text: Text, floor: int, at: int) -> Before:
    if _SIGNS.isdisjoint(text.plain[max(floor, at - 2) : at]):
        return Before(at)
    match = _SIGN.search(text.plain[max(floor, at - 3) : at])
    if match is None:
        return Before(at)
    start = max(floor, at - 3) + match.start()
    for name, bound in (("about", Bound.ABOUT), ("above", Bound.ABOVE), ("below", Bound.BELOW)):
        if match[name]:
            return Before(start, bound)
    alone = start == 0 or text.plain[start - 1] in " \n([“\"'"
    return Before(start, change=Change.UP) if alone and text.plain[at - 1] == "+" else Before(at)


_AFTER: Final = re.compile(
    rf"""(?P<above>{GAP}(?:or|and){GAP}(?:more|above|over|greater|higher|counting|upwards?|up)\b|
         (?:{GAP}|-)plus\b|\+(?!\w)|{GAP}at{GAP}(?:the{GAP})?(?:very{GAP})?least\b|{GAP}minimum\b)
       | (?P<below>{GAP}or{GAP}(?:less|fewer|under|below|lower)\b|{GAP}at{GAP}(?:the{GAP})?(?:very{GAP})?most\b|
       {GAP}maximum\b|{GAP}or{GAP}under\b)
       | (?P<about>{GAP}or{GAP}(?:so|thereabouts)\b|-?ish\b|-odd\b|-something\b|
       {GAP}give{GAP}or{GAP}take\b)""",
    re.VERBOSE,
)
_UP_AFTER: Final = frozenset((*_WORDS["comparatives_up"], *_WORDS["nouns_up"]))
_COMPARATIVE: Final = any_of((*_WORDS["comparatives_up"], *_WORDS["comparatives_down"]))
_NOUN: Final = any_of((*_WORDS["nouns_up"], *_WORDS["nouns_down"]))
_CHANGED: Final = re.compile(
    rf"{GAP}(?:(?P<word>{_COMPARATIVE})|(?:[a-z-]{{3,16}}{GAP}){{0,2}}?(?P<noun>{_NOUN})s?)(?!\w)"
)
_IN_HAND: Final = re.compile(
    rf"{GAP}(?:of|are|were|is|was|said|have|had|in|to|who|which|that|and|or|by|for|from)\b"
)


def after(text: Text, at: int) -> tuple[Bound, int] | None:
    """A bound that follows a number ("or more", "plus", "+"), and where it ends."""
    if text.char(at) not in " +-i":
        return None
    match = _AFTER.match(text.low, at)
    if match is None:
        return None
    bound = Bound.ABOVE if match["above"] else Bound.BELOW if match["below"] else Bound.ABOUT
    return bound, match.end()


def changed_after(text: Text, at: int) -> tuple[Change, int] | None:
    """A change told after its number ("25% fewer", "a 35 percent annual increase"), and where that ends."""
    match = _CHANGED.match(text.low, at)
    if match is None or (match["noun"] and _IN_HAND.match(text.low, at)):
        return None
    change = Change.UP if (match["word"] or match["noun"]) in _UP_AFTER else Change.DOWN
    return change, match.end() if match["word"] else at


def strongest(first: Bound, second: Bound) -> Bound:
    """Of two bounds of one number the one that says more: "an estimated 300 or more" is more than 300."""
    return second if _STRONGER[second] > _STRONGER[first] else first
