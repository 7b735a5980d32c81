"""`inconsistent-numbers`: a sentence told again with another number, whatever it counts.

What is no statistic of the field has no place and period read for it. So both sentences must count the same in the
same words and year, all that the shorter one says must stand in the other, and neither may name what tells two
counts apart: another group, a part of the year, a plan.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import NamedTuple

import re2

from factcheck.checks.article import Article, Finding
from factcheck.checks.loosening import prefilter
from factcheck.claims import read_quantities
from factcheck.claims.counted import counted, words
from factcheck.claims.sentences import sentences
from factcheck.claims.spans import within
from factcheck.model import Block, Bound, Quantity, Span, Stance, Unit

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# What tells two counts apart or sets one against the other: words, and beginnings of words.
_APART = re.compile(
    r"""\b(?:(?:other|another|second|third|new|different|former|first|only|alone|also|additional|further|more|rest
      | until|by|so\sfar|half|spring|summer|autumn|winter|day|may|will|would|could|should|fiscal|wrong|instead
      | of\s(?:them|these|those|whom|which)|including|not|than|from|up|down|rose|fell|said|says)\b
      | quarter|month|week|january|february|march|april|june|july|august|september|october|november|december
      | expect|plan|target|aim|hope|goal|budget|capacity|average|estimat|correct|revis|compar|increas|decreas
      | claim)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")  # a word in capitals within a sentence: whose count it is
_FUNCTION = words("a an the our we us its their they in of to for at on with and had has have were was is are")
_STEM = 6  # characters by which "welcomed" and "welcome" are one word
_LONGEST = 400  # characters of a sentence that is compared; keeps the time linear
_FEWEST = 2  # words that two sentences share beside what they count
_KEPT = 8  # tellings of one thing that a later one is held against; keeps the time linear


class _Telling(NamedTuple):
    block: Block
    quantity: Quantity
    words: frozenset[str]
    names: frozenset[str]


def retold(article: Article) -> Iterator[Finding]:
    """One finding for each number of a sentence that an earlier sentence tells with another number."""
    refuted = {judged.claim.number for judged in article.claims if judged.claim.stance is not Stance.STATED}
    told: dict[tuple[str, str], list[_Telling]] = defaultdict(list)
    for block, spans in _alike(article):
        for thing, year, telling in _tellings(block, spans):
            place = block.place(telling.quantity.start, telling.quantity.end)
            earlier = told[thing, year]
            other = next((one for one in earlier if _disagree(one, telling)), None)
            if other is not None and place not in refuted:
                values = {"number": telling.quantity.text, "other": other.quantity.text, "thing": thing}
                yield Finding("inconsistent-numbers", place, values, "two-values")
            if len(earlier) < _KEPT and place not in refuted:
                earlier.append(telling)


def _alike(article: Article) -> Iterator[tuple[Block, dict[Span, str]]]:
    """The sentences that can tell the same, by their blocks: with one year, which another sentence names too."""
    dated = [article.blocks[index] for index in article.whole.having(_year())]
    named = [(block, _YEAR.findall(block.text)) for block in dated if not block.quoted]
    times = Counter(year for _, years in named for year in years)
    may_repeat = [block for block, years in named if any(times[year] > 1 for year in years)]
    found = [(block, span, year) for block in may_repeat for span, year in _dated(block)]
    times = Counter(year for _, _, year in found)
    found = [(block, span, year) for block, span, year in found if times[year] > 1]
    plain = [(block, span, year) for block, span, year in found if not _APART.search(block.text[slice(*span)])]
    for _, several in groupby(plain, key=lambda one: id(one[0])):
        told = list(several)
        yield told[0][0], {span: year for _, span, year in told}


@cache
def _year() -> re2._Regexp:
    return prefilter(_YEAR)


def _dated(block: Block) -> Iterator[tuple[Span, str]]:
    """The sentences of a block that name one year, with it."""
    for span in sentences(block.text):
        sentence = block.text[slice(*span)]
        years = set(_YEAR.findall(sentence)) if len(sentence) <= _LONGEST else set()
        if len(years) == 1:
            yield span, years.pop()


def _tellings(block: Block, spans: Mapping[Span, str]) -> Iterator[tuple[str, str, _Telling]]:
    """The sentences with one plain count: what is counted, the year, and the telling."""
    text = block.text
    plain = [q for q in read_quantities(text) if q.unit is Unit.COUNT]
    for span, year in spans.items():
        sentence = text[slice(*span)]
        numbers = within(plain, span)
        thing = _thing(text, span, numbers[0]) if len(numbers) == 1 else ""
        if thing:
            told = {word.lower()[:_STEM] for word in _WORD.findall(sentence) if word.lower() not in _FUNCTION}
            yield thing, year, _Telling(block, numbers[0], frozenset(told), frozenset(_NAME.findall(sentence)))


def _thing(text: str, sentence: Span, number: Quantity) -> str:
    """The words right after a plain number for what it counts, empty where there are none."""
    if number.bound is not Bound.EXACT or number.value is None or number.change or number.per or number.vague:
        return ""
    phrase = counted(text, Span(number.start, sentence.end), number.start, number.end)
    return phrase.words.lower() if phrase is not None and phrase.span.start == number.end + 1 else ""


def _disagree(one: _Telling, other: _Telling) -> bool:
    shorter, longer = sorted((one.words, other.words), key=len)
    same = shorter <= longer and len(shorter) >= 1 + _FEWEST and one.names == other.names
    a, b = one.quantity, other.quantity
    return same and abs((a.value or 0) - (b.value or 0)) > max(a.step, b.step)
