"""Ranks: a place in an order, told by an ordinal ("the second-largest"), a number ("No. 3") or a superlative."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from factcheck.claims.quantities.numerals import numeral
from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases, words


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank at `text[start:end]`: from the `low`-th to the `high`-th place.

    Attributes:
        figure: a number or an ordinal is written, not a superlative alone.
    """

    start: int
    end: int
    low: int
    high: int
    figure: bool


_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth"
        ),
        start=1,
    )
} | {"twentieth": 20}
_ORDINAL: Final = rf"(?:(?P<word>{any_of(_ORDINALS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))(?!\w)"
_MOST: Final = """common|commonly|frequent|frequently|prevalent|profitable|lucrative|populous|populated|
    widespread|prolific|numerous|
    reported|trafficked|affected|visited|prosperous|expensive|corrupt|violent|cited|identified|deadly|dangerous|
    traded|produced|sold|used|
    commonly reported|frequently reported|often reported|active|valuable|powerful|indebted|polluted|murderous|
    lucrative criminal|human trafficking|sex trafficking|trafficking cases|trafficking victims"""
_SUPERLATIVES: Final = words(
    "largest biggest highest greatest fastest lowest smallest busiest deadliest richest poorest worst leading "
    "longest heaviest "
    "tallest strongest wealthiest costliest commonest oldest youngest best"
)
_PLAIN: Final = words(
    "largest biggest highest fastest lowest smallest busiest deadliest richest poorest costliest wealthiest "
    "commonest"
)
_SUPERLATIVE: Final = (
    rf"(?:(?:{any_of(_SUPERLATIVES)})(?:-[a-z]{{3,12}})?|most{GAP}(?:{any_of(phrases(_MOST))}))(?!\w)"
)
_ORDINAL_RANK: Final = re.compile(rf"{_ORDINAL}(?:{GAP}|-)(?:single{GAP})?{_SUPERLATIVE}(?:{GAP}growing)?")
_AREA: Final = (
    rf"(?:(?:the{GAP})?(?:entire{GAP}|whole{GAP})?(?:nation|world|country|us|u\.s\.?|usa|united{GAP}states|"
    rf"region|continent|state|list|"
    rf"rankings?|league|province|union|uk|united{GAP}kingdom|eu|globe|africa|asia|europe|america|"
    rf"north{GAP}america|latin{GAP}america)\b)"
)
_PLACED: Final = re.compile(
    rf"{_ORDINAL}(?=,?{GAP}(?:(?:in|across|of){GAP}{_AREA}|nationally|nationwide|worldwide|globally|statewide|"
    rf"only{GAP}to\b|"
    rf"among{GAP}(?:all{GAP}|the{GAP})?(?:[\d\w]+{GAP})?(?:states|countries|cities|nations|counties)|"
    rf"by{GAP}(?:number|volume|total|active|size|value)|"
    rf"in{GAP}(?:terms|number|volume)|with{GAP}[\d]|behind\b|overall\b)|{GAP}place\b)"
)
_VERB: Final = r"(?:rank(?:s|ed|ing)?|place[sd]?|placing|came|comes|coming|finish(?:ed|es)?|stands?|stood)"
_PLACING: Final = re.compile(rf"\b{_VERB}(?:{GAP}(?:as|in|at|the|a|high|close))*{GAP}\Z")
_BEING: Final = re.compile(
    rf"\b(?:(?:is|are|was|were|be|been)(?:{GAP}in)?|now|still|put|puts|[a-z]+{GAP}as|{_VERB}(?:{GAP}[a-z’']+){{0,3}}){GAP}\Z"
)
_THE: Final = re.compile(rf"\b(?:the|its|his|her|their|my|our|a|an|this|that){GAP}\Z")
_RANKED: Final = re.compile(
    rf"rank(?:s|ed|ing)?(?:{GAP}(?:as{GAP}high{GAP}as|as|in|at|a|the|number|no\.?|among|close|only|just|"
    rf"overall))*{GAP}(?:#|no\.{GAP}?)?"
    rf"(?:{_ORDINAL}|(?P<number>\d{{1,3}})(?![\d,.%]*\d))"
)
_NUMBERED: Final = re.compile(rf"(?:(?:no\.|number|nr\.){GAP}|#|no\.)(?=[a-z\d])")
_NUMBERED_AFTER: Final = re.compile(
    rf"{GAP}(?:in|for|on|of|among|state|country|city|cause|source|spot|position|place|ranked|ranking|worldwide|"
    rf"globally|nationally|nationwide|"
    rf"destination|crime|industry|hub|market|consumer|producer|exporter|killer|priority|reason|rank|spot|form|"
    rf"seller|team|seed)\b"
)
_NUMBERED_BEFORE: Final = re.compile(
    rf"(?:\b(?:the|is|are|was|were|at|as|ranked|ranks|rank|ranking|world's|nation's|country's|state's|our|its|"
    rf"a){GAP}|\A|[(]){GAP}?\Z"
)
_TOP: Final = re.compile(rf"top(?:{GAP}|-)")
_TOP_NOUN: Final = re.compile(
    rf"(?:(?:[a-z-]{{2,16}}){GAP}){{0,2}}?(?:destinations?|states?|countr(?:y|ies)|cit(?:y|ies)|spots?|"
    rf"sources?|markets?|causes?|hubs?|locations?|places?|"
    rf"origins?|producers?|exporters?|importers?|suppliers?|nationalit(?:y|ies)|industr(?:y|ies)|crimes?|"
    rf"forms?|venues?|consumers?|regions?|counties|"
    rf"offenders?|purchasers?|recruiters?|nations?|areas|platforms?|buyers?|traffickers?|sites?|killers?|"
    rf"employers?|earners?)\b"
)
_TOP_BEFORE: Final = re.compile(rf"(?:\b(?:the|a|in|among|our|its|their|of|as|is|are|was)|'s){GAP}\Z")
_NEAR_TOP: Final = re.compile(rf"(?:\bnear|\bat|\bto|\btowards?|\batop){GAP}the{GAP}\Z")
_TOP_OF: Final = re.compile(
    rf"top{GAP}of{GAP}(?:the|its|all|our){GAP}(?:nation|country|world|list|rankings?|states|state|class|table|"
    rf"league|chart)\b"
)
_BARE: Final = re.compile(
    rf"(?:{any_of(_PLAIN)})(?:(?:{GAP}|-)(?:growing|rising|ever|paid|selling|grossing|spreading|moving)|"
    rf"-[a-z]{{3,12}})?(?!\w)"
    rf"|most{GAP}(?:{any_of(phrases(_MOST))})(?!\w)|(?:leading|main){GAP}(?:causes?|sources?|destinations?|"
    rf"producers?|exporters?|suppliers?|hubs?|forms?)(?!\w)"
    rf"|most{GAP}of{GAP}all(?!\w)|(?:worst|greatest){GAP}(?:number|rate|share|state|states|countr|city|cities|"
    rf"total|concentration|volume|offender)s?(?!\w)"
)
_BARE_BEFORE: Final = re.compile(
    rf"(?:\b(?:(?:one|some|two|three|four|five){GAP}of{GAP}|among{GAP}|by{GAP}far{GAP}|remains{GAP}|"
    rf"is{GAP}now{GAP})?(?:the{GAP}(?:[\w.-]+'s?{GAP})?|[a-z.-]+'s?{GAP}|its{GAP}|their{GAP}|our{GAP})"
    rf"(?:(?:single|very|by{GAP}far{GAP}the|nation's|world's|second|two|three){GAP})?|\b(?:single|among|"
    rf"by{GAP}far){GAP})\Z"
)
_NO_RANK: Final = re.compile(
    rf"{GAP}(?:[a-z]+{GAP})?(?:challenges?|problems?|issues?|mistakes?|thing|things|steps?|concerns?|fears?|"
    rf"questions?|reasons?|barriers?|obstacles?|"
    rf"difference|impact|gifts?|joys?|honou?rs?|strengths?|weakness|priority|priorities|court|courts|quality|"
    rf"standards?|possible|bidders?|hopes?|"
    rf"lessons?|myths?|misconceptions?|surprise|regret|fan|supporters?|commandment|love|level|levels|degree|"
    rf"extent|care|order|need|needs|way|good|common|point)\b"
)
_FASTER: Final = re.compile(
    rf"(?:grow(?:s|n|ing)?|grew|spreading|spreads|rising|rises|expanding){GAP}(?:much{GAP}|"
    rf"any{GAP})?faster(?:{GAP}than{GAP}(?:any|every|all|"
    rf"other)\b[^.,;!?\n]{{0,24}}?(?:other\b)?)?(?!{GAP}(?:than{GAP}(?!any|every|all|other)|in\b))"
)
_EVER: Final = re.compile(
    rf"more{GAP}(?:(?!than\b)[a-z]+{GAP}){{0,6}}?than{GAP}(?:at{GAP}any{GAP}(?:other{GAP})?(?:time|point|"
    rf"period|moment)(?:{GAP}in{GAP}(?:human{GAP}|our{GAP}|world{GAP}|all{GAP}of{GAP}|recorded{GAP})?history)?|"
    rf"ever(?:{GAP}before)?(?:{GAP}in{GAP}(?:human{GAP})?history)?(?!\w)|at{GAP}the{GAP}height{GAP}of\b|"
    rf"in{GAP}all{GAP}(?:[a-z\d]+{GAP}){{0,3}}(?:centuries|years){GAP}of\b|any{GAP}other{GAP}(?:[a-z.]+{GAP}){{0,2}}?(?:state|country|"
    rf"nation|crime|city|time|year|county|region|industry|form|place)\b)"
)
_LEADS: Final = re.compile(rf"(?:leads|led|leading){GAP}(?:the{GAP}){_AREA}(?={GAP}(?:in|for|with)\b)")
_CAPITAL: Final = re.compile(
    rf"capital(?:{GAP}of{GAP}(?:the{GAP}(?:entire{GAP}|whole{GAP})?(?:world|usa|us\b|u\.s\.|country|nation|"
    rf"united{GAP}states|state|west|south|north|east|midwest|universe)|america|europe|asia|africa))?"
)
_CAPITAL_BEFORE: Final = re.compile(
    rf"\b(?P<what>[a-z]+ing|murder|crime|drugs?|sex|rape|slavery|theft|slave|meth|overdose|fraud|porn){GAP}\Z"
)
_OTHER_CAPITAL: Final = frozenset(
    words(
        "working starting remaining raising existing sourcing investing building banking seeking supporting "
        "acting governing including operating being king bring growing"
    )
)


def rank(text: Text, at: int, floor: int) -> Rank | None:
    """The rank that a word at an offset tells, None where it tells none.

    Args:
        at: of an ordinal, a superlative, "ranked", "No.", "top" or another of the reader's rank words.
        floor: how far back the words that belong to it may reach.
    """
    match = _FIRST.match(text.low, at)
    word = match.group() if match else text.low[at]
    return _READERS.get(word, _by_superlative if match else _by_ordinal)(text, at, floor)


def _window(text: Text, floor: int, at: int) -> str:
    return text.low[max(floor, at - 40) : at]


def _order(match: re.Match[str]) -> int:
    return _ORDINALS[match["word"]] if match["word"] else int(match["digits"])


def _by_ordinal(text: Text, at: int, floor: int) -> Rank | None:
    if match := _ORDINAL_RANK.match(text.low, at):
        order = _order(match)
        return Rank(_with_article(text, floor, at), match.end(), order, order, True) if order else None
    match = _PLACED.match(text.low, at)
    window = _window(text, floor, at)
    if match is None or _THE.search(window):
        return None
    order = _order(match)
    placed = _PLACING.search(window)
    if placed is None and (order == 1 or not _BEING.search(window)):
        return None
    start = at - len(window) + placed.start() if placed else at
    return Rank(start, match.end(), order, order, True)


def _with_article(text: Text, floor: int, at: int) -> int:
    match = _BARE_BEFORE.search(_window(text, floor, at))
    return at if match is None else at - len(match.group().lstrip())


def _by_verb(text: Text, at: int, floor: int) -> Rank | None:
    match = _RANKED.match(text.low, at)
    if match is None:
        return None
    order = int(match["number"]) if match["number"] else _order(match)
    return Rank(at, match.end(), order, order, True) if 0 < order <= 300 else None


def _by_number(text: Text, at: int, floor: int) -> Rank | None:
    """ "No. 3 in the nation", "the number one source", "#1"."""
    match = _NUMBERED.match(text.low, at)
    if match is None:
        return None
    number = numeral(text, match.end())
    if number is None or number.scale != 1.0 or not 1 <= number.value <= 200 or number.value % 1 or number.ratio:
        return None
    if text.char(number.end).isalnum() or (
        text.char(number.end) in "-.:/" and text.char(number.end + 1).isdigit()
    ):
        return None
    window = _window(text, floor, at)
    if not (
        text.plain[at] == "#" or _NUMBERED_BEFORE.search(window) or _NUMBERED_AFTER.match(text.low, number.end)
    ):
        return None
    if text.plain[at] == "#" and text.char(number.end) in ".)" and not window.strip():
        return None
    return Rank(at, number.end, int(number.value), int(number.value), True)


def _by_top(text: Text, at: int, floor: int) -> Rank | None:
    window = _window(text, floor, at)
    if _TOP_OF.match(text.low, at) and (near := _NEAR_TOP.search(window)):
        return Rank(at - len(window) + near.start(), at + 3, 1, 1, False)
    match = _TOP.match(text.low, at)
    if match is None or not (_TOP_BEFORE.search(window) or not window.strip()):
        return None
    number = numeral(text, match.end()) if text.char(match.end()).isalnum() else None
    if number is not None and number.ratio is None and 2 <= number.value <= 1000 and number.value % 1 == 0:
        follows = _percent_follows(text, number.end)
        return None if follows else Rank(_with_article(text, floor, at), number.end, 1, int(number.value), True)
    if _TOP_NOUN.match(text.low, match.end()):
        return Rank(_with_article(text, floor, at), at + 3, 1, 1, False)
    return None


_PERCENT: Final = re.compile(rf"[ ]?%|{GAP}per[ ]?cent")


def _percent_follows(text: Text, at: int) -> bool:
    """Whether a percentage follows: "the top 10 percent" is a share."""
    return _PERCENT.match(text.low, at) is not None


def _by_superlative(text: Text, at: int, floor: int) -> Rank | None:
    match = _BARE.match(text.low, at)
    if match is None or _NO_RANK.match(text.low, match.end()):
        return None
    before = _BARE_BEFORE.search(_window(text, floor, at))
    if before is None and not match.group().startswith(("most of", "fastest")):
        return None
    start = at - len(before.group().lstrip()) if before else at
    return Rank(start, match.end(), 1, 1, False)


def _by_comparison(text: Text, at: int, floor: int) -> Rank | None:
    for pattern in (_FASTER, _EVER, _LEADS):
        if match := pattern.match(text.low, at):
            return Rank(at, match.end(), 1, 1, False)
    match = _CAPITAL.match(text.low, at)
    window = _window(text, floor, at)
    if match is None or text.char(match.end()).isalnum() or not (what := _CAPITAL_BEFORE.search(window)):
        return None
    if what["what"] in _OTHER_CAPITAL:
        return None
    return Rank(at - len(window) + what.start(), match.end(), 1, 1, False)


_FIRST: Final = re.compile(r"no\.|[a-z]+")
_READERS: Final[Mapping[str, Callable[[Text, int, int], Rank | None]]] = {
    **dict.fromkeys(_ORDINALS, _by_ordinal),
    **dict.fromkeys(words("rank ranks ranked ranking"), _by_verb),
    **dict.fromkeys(("no.", "number", "#"), _by_number),
    "top": _by_top,
    **dict.fromkeys(
        words("more capital leads led grow grows grew grown growing spreading spreads rising rises expanding"),
        _by_comparison,
    ),
}
