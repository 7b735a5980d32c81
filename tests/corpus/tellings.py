"""Sentences made from the myths of the corpus: each as it is told, in other forms of its number, and taken back.

The true figure with its year, place and population is no myth; those sentences are made from the measures that
hold it (`sentences.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from num2words import num2words

from factcheck.reference import Corpus
from factcheck.reference.schema import Myth

_SIZES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9}
_FIGURE = re.compile(
    r"(?<![\w.,#-])(?P<money>US\$|\$)?(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?:[ ]?(?P<size>thousand|million|billion|bn|[KMB])\b)?"
    r"(?P<unit>[ ]?%|[ ]percent\b|[ ]per[ ]cent\b|[ ]dollars\b)?(?![\w%]|[.,]\d|-\w)"
)
_RATIO = re.compile(r"\b(?P<part>1|one) (?:in|of|out of) (?P<whole>\d{1,2}|three|five|six|seven)\b")
_PART_OF_A_RANGE = re.compile(r"\A ?(?:to|or|and|-|–) ?\$?\d|\A ?(?:in|of|out of) \d")
_END_OF_A_RANGE = re.compile(
    r"(?:\d[%\w]*|\$) ?(?:to|or|and|-|–|in|of) ?\$?\Z|(?:No\. ?|number |top |[Bb]etween )\Z"
)
_WORDS = {"one": 1, "three": 3, "five": 5, "six": 6, "seven": 7}

TAKEN_BACK = (
    "It is a myth that {told}.",
    "There is no evidence that {told}.",
    "The claim that {told} has been debunked.",
)
ASKED = ("Is it true that {told}?",)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells a myth, or speaks of it without telling it.

    Attributes:
        kind: "told" and "number forms" must be accused as this myth; "careful", "taken back" and "asked" must
            not be accused at all.
        of: the variant it was made from.
    """

    kind: str
    text: str
    myth: Myth
    of: str

    @property
    def accused(self) -> bool:
        """Whether it must be."""
        return self.kind in ("told", "number forms")


def tellings(corpus: Corpus) -> Iterator[Telling]:
    """Every telling of every myth."""
    for myth in corpus.myths.values():
        for text in myth.careful:
            yield Telling("careful", as_sentence(text), myth, text)
        for variant in myth.variants:
            yield Telling("told", as_sentence(variant), myth, variant)
            for text in other_forms(variant, myth):
                yield Telling("number forms", as_sentence(text), myth, variant)
            for kind, frames in (("taken back", TAKEN_BACK), ("asked", ASKED)):
                for frame in frames:
                    yield Telling(kind, as_sentence(frame.format(told=variant.rstrip("."))), myth, variant)


def as_sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def other_forms(variant: str, myth: Myth) -> Iterator[str]:
    """A variant with its first figure of the myth's in each other form that articles use."""
    ratio = _RATIO.search(variant)
    if ratio:
        part, whole = (_WORDS.get(ratio[name]) or int(ratio[name]) for name in ("part", "whole"))
        yield from _replaced(variant, ratio, _ratio_forms(part, whole))
        return
    held = {value.n for value in myth.values if value.n is not None}
    for figure in _FIGURE.finditer(variant):
        value = float(figure["digits"].replace(",", "")) * _SIZES.get((figure["size"] or "").lower(), 1)
        before, after = variant[: figure.start()], variant[figure.end() :]
        if value in held and not _PART_OF_A_RANGE.match(after) and not _END_OF_A_RANGE.search(before):
            yield from _replaced(variant, figure, _forms(figure, value))
            return


def _replaced(text: str, match: re.Match[str], forms: Iterator[str]) -> Iterator[str]:
    for form in dict.fromkeys(forms):
        if form != match.group():
            yield text[: match.start()] + form + text[match.end() :]


def _forms(figure: re.Match[str], value: float) -> Iterator[str]:
    unit = figure["unit"] or ""
    if figure["money"] or "dollar" in unit:
        for number in _numerals(value):
            yield f"${number}"
            yield f"US${number}"
            yield f"{number} dollars"
    elif unit:
        yield from (f"{value:g}%", f"{value:g} percent", f"{value:g} per cent", f"{num2words(value)} percent")
    elif value >= 1000:
        yield from _numerals(value)
        yield num2words(value if value != int(value) else int(value)) if value < 1e6 else _in_words(value)


def _numerals(value: float) -> Iterator[str]:
    """1.2 million, 1,200,000; 300,000, 300 thousand."""
    if value < 1e9 and value == int(value):
        yield f"{int(value):,}"
    for size, name in ((1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if value >= size:
            if len(f"{value / size:g}") <= 4 and float(f"{value / size:g}") * size == value:
                yield f"{value / size:g} {name}"
            return


def _in_words(value: float) -> str:
    size, name = (1e9, "billion") if value >= 1e9 else (1e6, "million")
    return f"{num2words(value / size if value % size else int(value // size))} {name}"


def _ratio_forms(part: int, whole: int) -> Iterator[str]:
    words = num2words(part), num2words(whole)
    yield from (f"{part} in {whole}", f"{part} out of {whole}")
    yield from (
        f"{words[0]} in {words[1]}",
        f"{words[0]} out of {words[1]}",
        f"{words[0]} out of every {words[1]}",
    )
