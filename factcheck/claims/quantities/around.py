"""The words around a number that bound it or tell it as a change: "more than", "rose by", "or more"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases, words
from factcheck.model import Bound, Change

_BOUNDS: Final = {
    Bound.ABOUT: """about|around|approximately|approx|approx.|roughly|nearly|almost|close to|some|circa|ca.|c.|
    an estimated|
        estimated|estimated at|estimated at about|estimates of|estimate of|an estimate of|estimated to be|near|
        nearing|perhaps|
        maybe|possibly|probably|virtually|practically|somewhere around|something like|in the region of|
        in the neighborhood of|
        in the neighbourhood of|on the order of|in the order of|in the vicinity of|not quite|or so|conservatively|
        a projected|a reported|reportedly|an approximate|somewhere between|anywhere between|an expected|just about|
        approaching|just shy of|shy of|very nearly|a rough|plus or minus|barely|an average of about|
        averaging about""",
    Bound.ABOVE: """more than|over|above|at least|at the very least|no fewer than|no less than|not less than|
    not fewer than|
        upwards of|upward of|in excess of|well over|far more than|greater than|higher than|larger than|just over|
        just more than|slightly more than|slightly over|a little over|a little more than|exceeding|exceeds|
        exceeded|exceed|
        a minimum of|minimum of|north of|well above|just above|much more than|many more than|surpassing|surpassed|
        beyond|topping|topped|far above|far over|better than|as few as|as little as|comfortably over|way more than|
        way over|not under|bigger than|older than|longer than|heavier than|minimum""",
    Bound.BELOW: """less than|fewer than|under|below|up to|as many as|as much as|as high as|no more than|
    not more than|at most|
        at the most|a maximum of|maximum of|just under|slightly less than|slightly under|slightly fewer than|
        well under|
        well below|just below|far fewer than|far less than|smaller than|lower than|anything up to|a little under|
        a little less than|not over|no greater than|a bit under|somewhat less than|short of|a little fewer than|
        south of|
        potentially up to|shorter than|as long as|as large as|maximum""",
    Bound.EXACT: """an average of|average of|averaging|a total of|a combined|exactly|precisely|a record|a mere|
        a full|a whopping|a staggering|an astonishing|a median of|an additional|another|a further""",
}  # fmt: skip
_UP: Final = """rise|rises|rose|risen|rising|increase|increases|increased|increasing|grow|grows|grew|grown|
    growing|jump|jumps|
    jumped|jumping|surge|surges|surged|surging|soar|soars|soared|soaring|climb|climbs|climbed|climbing|spike|
    spikes|spiked|
    spiking|swell|swelled|swollen|expand|expanded|expands|expanding|advance|advanced|advances|rally|rallied|up|
    gain|gained|gains|
    gaining|add|added|adding|leap|leapt|leaped|skyrocketed|skyrocket|escalated|went up|go up|goes up|gone up|
    going up|shot up|
    hike|growth|uptick|upswing|escalation|improve|improved|ballooned|accelerated|strengthened|firmed|raise|
    raised|boost|
    boosted|edged up|ticked up|crept up|inched up|rocketed|multiplied|moved up"""
_DOWN: Final = """fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|decline|declines|declined|declining|
    decrease|
    decreases|decreased|decreasing|sink|sank|sunk|slide|slid|sliding|slip|slipped|slips|slipping|plunge|plunged|
    plunges|plunging|
    plummet|plummeted|plummeting|tumble|tumbled|tumbles|down|shrink|shrank|shrunk|shrinking|contract|contracted|
    contracting|
    reduce|reduced|reduces|reducing|reduction|lower|lowered|cut|cuts|cutting|dip|dipped|dips|shed|went down|
    go down|goes down|
    gone down|going down|slump|slumped|slumping|diminished|dwindled|lost|lose|loses|losing|eased|edged down|
    ticked down|weakened|
    retreated|slashed|slash|collapse|collapsed|shaved|trimmed|moved down|sagged|skidded|stumbled"""
# Verbs of change that also say other things. These are one only with "by", "of" or before a percentage or points …
_TRANSITIVE: Final = frozenset(
    phrases("""add|added|adding|cut|cuts|cutting|shed|raise|raised|contract|contracted|contracting|advance|
    advanced|advances|lower|lowered|reduce|reduced|reduces|reducing|slash|slashed|boost|boosted|expand|expands|
    expanded|improve|
    improved|multiplied|grow|grows|growing|grew|leap|rally|hike""")
)
# … and these also before an amount of money or a measure ("up 19 cents", "lost 12 points").
_LOOSE: Final = frozenset(
    phrases("""gain|gained|gains|gaining|lost|lose|loses|losing|moved up|moved down|drop|slide|dropped|
    dropping|up|down|collapse|collapsed|fell|fall|dip""")
)
_NOUN_OF: Final = frozenset(
    phrases("""rise|increase|jump|surge|climb|spike|gain|gains|leap|growth|uptick|upswing|hike|escalation|boost|
    fall|drop|decline|decrease|slide|plunge|tumble|reduction|cut|cuts|dip|slump|loss|advance|rally|increases|
    declines""")
)


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
        (tuple(phrase.split()), bound, None) for bound, names in _BOUNDS.items() for phrase in phrases(names)
    ]
    for change, names in ((Change.UP, _UP), (Change.DOWN, _DOWN)):
        for phrase in phrases(names):
            parts = tuple(phrase.split())
            entries += [((*parts, "by"), None, change), (parts, None, change)]
            if phrase in _NOUN_OF:
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
_COMPOSING: Final = frozenset(
    ["make", "makes", "made", "making", "end", "ends", "ended", "wind", "winds", "wound"]
)
_AMPLIFIERS: Final = frozenset(
    ["an", "a", "by", "of", "even", "possibly", "staggering", "whopping", "total", "nearly"]
)


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
    return _peel(text, tokens, signed, changes=changes)


def _composes(tokens: list[tuple[str, int]]) -> bool:
    """Whether an "up" belongs to its verb: girls "make up" a share, "make up for" a loss; nothing went up."""
    return len(tokens) > 1 and tokens[-1][0] == "up" and tokens[-2][0] in _COMPOSING


_MOVED: Final = re.compile(
    rf"\b(?:(?P<up>{any_of(phrases(_UP))})|"
    rf"(?:{any_of(phrases(_DOWN))})){GAP}[^.;:!?\n]{{0,60}}?\bby{GAP}(?:[a-z]+{GAP}){{0,3}}\Z"
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


def _peel(text: Text, tokens: list[str], found: Before, *, changes: bool) -> Before:
    """Take bounding words off the end, as many as follow each other ("rose by more than")."""
    start, bound, change, needs = found.start, found.bound, found.change, ""
    for _ in range(4):
        tail = _longest(tokens, changes=changes and change is None)
        if tail is None:
            break
        parts, told_bound, told_change = tail
        for part in reversed(parts):
            start = text.low.rindex(part, 0, start)
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


_PHRASAL: Final = frozenset(
    words(
        "make makes made making take takes took taken taking set sets pick picked end ended open opened break "
        "broke broken shut"
    )
)


def _same(tokens: list[str], parts: tuple[str, ...]) -> bool:
    """Whether the last words are these; the first may have an opening mark before it."""
    size = len(parts)
    if parts[0] in ("up", "down") and size < len(tokens) and tokens[-size - 1] in _PHRASAL:
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
    rf"""(?P<above>{GAP}(?:or|and){GAP}(?:more|above|over|greater|higher|counting|upwards?|up)\b|(?:{GAP}|
    -)plus\b|\+(?!\w)|{GAP}at{GAP}(?:the{GAP})?(?:very{GAP})?least\b|{GAP}minimum\b)
       | (?P<below>{GAP}or{GAP}(?:less|fewer|under|below|lower)\b|{GAP}at{GAP}(?:the{GAP})?(?:very{GAP})?most\b|
       {GAP}maximum\b|{GAP}or{GAP}under\b)
       | (?P<about>{GAP}or{GAP}(?:so|thereabouts)\b|-ish\b|ish\b|-odd\b|-something\b|
        {GAP}give{GAP}or{GAP}take\b)""",
    re.VERBOSE,
)
_UP_NOUNS: Final = [
    "increase",
    "rise",
    "growth",
    "jump",
    "surge",
    "hike",
    "gain",
    "uptick",
    "spike",
    "climb",
    "raise",
    "boost",
    "leap",
    "upsurge",
    "upswing",
    "premium",
]
_DOWN_NOUNS: Final = [
    "drop",
    "decrease",
    "decline",
    "reduction",
    "fall",
    "cut",
    "dip",
    "slump",
    "plunge",
    "discount",
    "loss",
    "contraction",
    "slide",
    "downturn",
]
_UP_WORDS: Final = ["higher", "more", "greater", "larger", "bigger", "faster", "up", "above", "increased"]
_DOWN_WORDS: Final = [
    "fewer",
    "less",
    "lower",
    "smaller",
    "slower",
    "down",
    "below",
    "cheaper",
    "shorter",
    "reduced",
]
_CHANGED: Final = re.compile(
    rf"(?:{GAP}(?P<word>{any_of((*_UP_WORDS, *_DOWN_WORDS))})"
    rf"|{GAP}(?:[a-z-]{{3,16}}{GAP}){{0,2}}?(?P<noun>{any_of((*_UP_NOUNS, *_DOWN_NOUNS))})s?)(?!\w)"
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
    word = match["word"] or match["noun"]
    up = word in _UP_WORDS if match["word"] else word in _UP_NOUNS
    return (Change.UP if up else Change.DOWN), match.end() if match["word"] else at


def strongest(first: Bound, second: Bound) -> Bound:
    """Of two bounds of one number the one that says more: "an estimated 300 or more" is more than 300."""
    return second if _STRONGER[second] > _STRONGER[first] else first
