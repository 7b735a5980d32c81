"""Claimhood: which numbers are statistics of the field, and of what kind.

A score, learned from labelled numbers (`benchmarks/claimhood/fit.py`): the words around the number, what it
counts, its unit and size, and how thick the field stands in its clause, its surroundings and its article. No
number is a claim for its value alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factcheck.claims.clauses import Clause
from factcheck.claims.learned import Weights, read_weights, stem
from factcheck.claims.lexicon import age_words, field_places, noun
from factcheck.claims.passage import WINDOW
from factcheck.claims.setting import Setting
from factcheck.model import ClaimKind, Quantity, Span, Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WEIGHTS: Final = Path(__file__).with_name("claimhood_weights.json")
_LEFT, _RIGHT = 9, 10  # words on either side of a number
_AT: Final = 4  # of these as many by their distance
_NEAR: Final = 250  # characters
_SURROUNDING: Final = 40  # words of a title or heading
_THICK: Final = (0.0, 0.4, 1.0, 2.5)  # words of the field in a hundred
_MOST: Final = 3
_LARGEST: Final = 9
_LONGEST: Final = 14  # characters of a number
_CERTAIN: Final = 1.0  # the score above which nine of ten are statistics of the field (benchmarks/claimhood)
_DURATIONS: Final = (Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that is a statistical claim of the field.

    Attributes:
        sentence, clause: offsets in the block's text.
        counts: the words for what is counted, with qualifiers; empty where the text names nothing.
        governor: the clause that says what the number is a part of, if another one does.
        certain: it is plainly one, so that a source may be asked for.
    """

    quantity: Quantity
    kind: ClaimKind
    sentence: Span
    clause: Span
    counts: str = ""
    governor: Span | None = None
    certain: bool = True


@cache
def _weights() -> Weights:
    return read_weights(_WEIGHTS)


def claims_of(doc: Doc) -> Iterator[Found]:
    """The statistical claims among the quantities of a doc, in their order."""
    weights, text = _weights(), doc.text
    for clause, features in described(doc):
        score = weights.score(features)
        if score >= weights.threshold:
            kind, spans = _kind(clause, text), (clause.sentence, clause.span)
            yield Found(clause.quantity, kind, *spans, clause.counts, clause.governor, score >= _CERTAIN)


def described(doc: Doc) -> Iterator[tuple[Clause, set[str]]]:
    """Each quantity's clause, and what the score is learned from."""
    if not doc._.clauses:
        return
    around, setting = _around(doc), doc._.setting
    places, thick = field_places(doc.text), _thickness(doc)
    words = [(token.idx, token.idx + len(token), stem(token.text)) for token in doc if not _is_mark(token)]
    starts = [start for start, _, _ in words]
    for clause in doc._.clauses:
        low = bisect_left(starts, max(clause.sentence.start, clause.quantity.start - WINDOW))
        high = bisect_left(starts, min(clause.sentence.end, clause.quantity.end + WINDOW))
        field = _of_the_field(clause, setting, places, thick)
        yield clause, {*around, *_own(clause), *_beside(clause, words[low:high]), *field}


def _is_mark(token: Any) -> bool:
    return bool(token.is_space or token.is_punct)


def _own(clause: Clause) -> Iterator[str]:
    """What the number itself and its target say."""
    quantity = clause.quantity
    known = noun(clause.head) if clause.head else None
    kind = known.kind if known else "none"
    size = "x" if quantity.low is None else str(min(int(log10(abs(quantity.low) + 1)), _LARGEST))
    yield f"head={known.singular if known else stem(clause.head)}"
    yield from (f"counted={kind}", f"counted={kind}|{clause.follows}", f"follows={clause.follows}")
    yield from (f"unit={quantity.unit}", f"unit={quantity.unit}|{kind}", f"unit={quantity.unit}|{size}")
    yield from (f"size={size}", f"bound={quantity.bound}", f"vague={quantity.vague}")
    yield from (f"per={quantity.per}", f"change={quantity.change}", f"governed={clause.governor is not None}")
    yield f"number={quantity.text.lower()[:_LONGEST]}"
    yield from (f"own={stem(word)}" for word in quantity.text.split())


def _beside(clause: Clause, words: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """The words around the number in its sentence."""
    start, end = clause.quantity.start, clause.quantity.end
    left = [word for _, stop, word in words if stop <= start]
    right = [word for at, _, word in words if at >= end]
    if not left:
        yield "first"
    if not left and not right:
        yield "alone"
    yield from (f"left{at}={word}" for at, word in enumerate(reversed(left[-_AT:])))
    yield from (f"right{at}={word}" for at, word in enumerate(right[:_AT]))
    yield from (f"left={word}" for word in left[-_LEFT:])
    yield from (f"right={word}" for word in right[:_RIGHT])
    yield from (f"word={word}" for at, _, word in words if abs(at - start) < _NEAR)


def _of_the_field(clause: Clause, setting: Setting, places: Sequence[int], thick: int) -> Iterator[str]:
    """How thick the field stands in the clause, the sentence, the block.

    Args:
        places: where words of the field stand in the block.
        thick: how thick they stand in the article.
    """
    own, sentence = _count(places, clause.span), _count(places, clause.sentence)
    known = noun(clause.head) if clause.head else None
    kind = known.kind if known else "none"
    yield from (f"clause={own}", f"sentence={sentence}", f"clause={own > 0}|{kind}")
    yield from (f"sentence={sentence > 0}|{kind}", f"sentence={sentence > 0}|{clause.quantity.unit}")
    yield from (f"thick={thick}|{sentence > 0}", f"thick={thick}|{kind}")
    around = any(map(field_places, (setting.title, setting.heads, setting.before)))
    yield f"around={around}|{sentence > 0}"


def _count(places: Sequence[int], span: Span) -> int:
    return min(bisect_left(places, span.end) - bisect_left(places, span.start), _MOST)


def _around(doc: Doc) -> list[str]:
    """What is the same for all numbers of a doc."""
    setting: Setting = doc._.setting
    found = [f"block={_count(field_places(doc.text), Span(0, len(doc.text)))}", f"kind={setting.kind}"]
    found += [f"thick={_thickness(doc)}", f"topic={setting.topic}"]
    for name, text in (("title", setting.title), ("heads", setting.heads), ("before", setting.before)):
        found.append(f"{name}={bool(field_places(text))}")
    found += [f"in title={word}" for word in _stems(setting.title)]
    found += [f"in heads={word}" for word in _stems(setting.heads)]
    return found


@lru_cache(maxsize=1024)
def _stems(text: str) -> tuple[str, ...]:
    words = [word.strip(".,:;!?()[]\"“”'’*#|") for word in text.split()[:_SURROUNDING]]
    return tuple(dict.fromkeys(stem(word) for word in words if word))


def _thickness(doc: Doc) -> int:
    thickness = doc._.setting.thickness
    if thickness is None:
        thickness = 100 * len(field_places(doc.text)) / max(len(doc), 1)
    return bisect_left(_THICK, thickness)


_KINDS: Final[Mapping[Unit, ClaimKind]] = {
    Unit.PERCENT: ClaimKind.SHARE,
    Unit.MONEY: ClaimKind.MONEY,
    Unit.RANK: ClaimKind.RANK,
    Unit.RATE: ClaimKind.RATE,
    Unit.MULTIPLE: ClaimKind.TREND,
    Unit.TREND: ClaimKind.TREND,
}


def _kind(clause: Clause, text: str) -> ClaimKind:
    quantity = clause.quantity
    if quantity.unit in _DURATIONS or clause.head == "age":
        words = text[clause.span.start : clause.span.end].lower().split()
        aged = clause.head == "age" or not age_words().isdisjoint(words)
        return ClaimKind.AGE if aged else ClaimKind.DURATION
    if quantity.change is not None and quantity.unit is not Unit.COUNT:
        return ClaimKind.TREND
    if quantity.vague and quantity.unit is Unit.COUNT:
        return ClaimKind.VAGUE
    return _KINDS.get(quantity.unit, ClaimKind.COUNT)
