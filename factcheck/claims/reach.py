"""Whether a source is in reach of a number: one that a reader would take for it, though it is not named beside it.

Only where there is none may "no source is given" be said. Whose the number is, `attribution` says. What stands
around a number is weighed by what readers have said of others (`benchmarks/reach/fit.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from factcheck.claims.governing import firm_places
from factcheck.claims.informants import CONTINUES, ELSEWHERE, OPERATES
from factcheck.claims.learned import Weights, read_weights, stem
from factcheck.claims.passage import WINDOW, Number, Passage
from factcheck.claims.quantities import read_quantities
from factcheck.claims.spans import within
from factcheck.model import BlockKind, Span
from factcheck.telephones import telephone_ends

_WEIGHTS: Final = Path(__file__).with_name("reach_weights.json")
Places = set[tuple[str, ...]]
_TIES: Final = frozenset([CONTINUES, ELSEWHERE])  # they name nobody
_CLOSES, _SOMEBODY = "closes", "somebody"
_BEHIND: Final = 4  # characters behind the last citation of a paragraph: its brackets and stop
_FAR: Final = 3  # sentences
_MOST_BESIDE: Final = 8  # sentences on either side that are read; keeps the time linear
_MOST: Final = 60  # words of a sentence
_WORD: Final = re.compile(r"\w+")
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]{3,2000})[”\"]")


@dataclass(frozen=True)
class Neighbours:
    """What stands around a block.

    Attributes:
        kind: of the block.
        before: the paragraph before it, or before its list or table.
        introduces: that paragraph introduces the list or table.
        after: the paragraph after it.
        heads: it is the article's headline or lead, whose source the next sentences name.
        lead: the head of the article.
    """

    kind: BlockKind
    before: Passage
    introduces: bool
    after: Passage
    heads: bool
    lead: Passage


@cache
def _weights() -> Weights:
    return read_weights(_WEIGHTS)


def in_reach(number: Number, passage: Passage, neighbours: Neighbours) -> bool:
    """Whether a reader finds a source for a number near it.

    Args:
        passage: the number's block.
    """
    return _weights().score(clues(number, passage, neighbours)) >= _weights().threshold


def clues(number: Number, passage: Passage, neighbours: Neighbours) -> frozenset[str]:
    """What stands where around a number, for one who looks for its source."""
    found = {
        *_of_its_sentence(number, passage),
        *_of_its_paragraph(number, passage),
        *_of_the_rest(number, passage, neighbours),
    }
    nobody = not any(_SOMEBODY in one or one == _CLOSES for one in found)
    return frozenset((*found, *_of_itself(number, passage, neighbours), f"nobody={nobody}"))


def _of_itself(number: Number, passage: Passage, neighbours: Neighbours) -> Iterator[str]:
    quantity = number.quantity
    yield from (f"unit={quantity.unit}", f"vague={quantity.vague}", f"kind={neighbours.kind}")
    yield from (f"heads={neighbours.heads}", f"introduced={neighbours.introduces}")
    low, high = max(0, quantity.start - WINDOW), quantity.end + WINDOW
    quoted = any(m.start() < quantity.start < m.end() for m in _QUOTED.finditer(passage.text, low, high))
    yield f"quoted={quoted}"


def _of_its_sentence(number: Number, passage: Passage) -> Iterator[str]:
    for one in within(passage.informants, number.near):
        yield f"own {one.label} {'before' if one.start < number.quantity.start else 'after'}"
    for name in _names(passage, number.near):
        yield f"own {name}"
    sentence = passage.text[number.near.start : number.near.end]
    yield from (f"word={stem(word)}" for word in _WORD.findall(sentence)[:_MOST])
    yield f"dated={bool(within(passage.periods, number.near))}"
    yield f"placed={any(not one.weak for one in within(passage.places, number.near))}"


def _of_its_paragraph(number: Number, passage: Passage) -> Iterator[str]:
    last = passage.sources[-1] if passage.sources else None
    if last is not None and not last.publisher and last.end >= len(passage.text.rstrip()) - _BEHIND:
        yield _CLOSES
    at = bisect_left(passage.sentences, number.sentence)
    places = _places(number, passage)
    for index in range(max(0, at - _MOST_BESIDE), min(at + _MOST_BESIDE, len(passage.sentences))):
        if index != at:
            side = "before" if index < at else "after"
            far = min(abs(index - at), _FAR)
            for name in _presents(passage, passage.sentences[index], places):
                yield from (f"{side} {name}", f"{side} {far} {name}")


def _of_the_rest(number: Number, passage: Passage, neighbours: Neighbours) -> Iterator[str]:
    places = _places(number, passage)
    for where, piece in (("above", neighbours.before), ("below", neighbours.after), ("lead", neighbours.lead)):
        for sentence in piece.sentences:
            for name in _presents(piece, sentence, places):
                yield f"{where} {name}"
                if where == "below":
                    yield f"{where} {name} heads={neighbours.heads}"
                if where == "above":
                    yield f"{where} {name} introduced={neighbours.introduces}"


def _places(number: Number, passage: Passage) -> Places:
    """The places of a number's sentence; "our region" is one that nobody else names."""
    ours = any(one.label == ELSEWHERE for one in within(passage.informants, number.near))
    return firm_places(passage, number.near) | ({()} if ours else set())


def _presents(passage: Passage, sentence: Span, places: Places) -> Iterator[str]:
    """How another sentence names who tells; whether it has a number of its own, and speaks of other places.

    Args:
        places: those that the number's own sentence names.
    """
    found = _names(passage, sentence)
    if found:
        counting = bool(read_quantities(passage.text[sentence.start : sentence.end]))
        yield from (f"{name} counting={counting}" for name in found)
        if places:
            yield f"{_SOMEBODY} counting={counting} elsewhere={not places <= firm_places(passage, sentence)}"


def _names(passage: Passage, span: Span) -> set[str]:
    """How a stretch names who tells; a telephone number is given by somebody who helps, not by a source."""
    if telephone_ends(passage.text[span.start : span.end]):
        return set()
    found = {one.label for one in within(passage.informants, span) if one.label not in _TIES}
    for one in within(passage.sources, span):
        found.add("publisher" if one.publisher else "link" if one.url else "name" if one.named else "mark")
    return found | {_SOMEBODY} if found - {OPERATES} else found
