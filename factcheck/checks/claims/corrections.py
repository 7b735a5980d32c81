"""The fix of a wrong number: the reference's value in its place, told as the text told the other.

Only where the sentence bears it: a percentage for a percentage, a ratio for a ratio, nothing in somebody's own
words. Never safe: whether the rest of the sentence is true of the new number is the editor's to judge.
"""

from __future__ import annotations

import re

from factcheck.claims import read_quantities
from factcheck.model import Bound, Claim, Document, Edit, Fix, Quantity, Unit
from factcheck.reference.schema import Confidence, Measure, Observation
from factcheck.reference.values import agrees, amount
from factcheck.reference.wording import value_text
from factcheck.words import in_quotes

_NUMBER = re.compile(r"[$€£]?\d[\d,]*(?:\.\d+)?(?: (?:hundred|thousand|million|billion|trillion)\b)?")
_SIGNS = "$€£"
_BEHIND = re.compile(r"(?: ?%| per ?cent)?(?: (?:a|per|each|every) [a-z]+)?")
_RATIO = re.compile(r"(?P<part>\w+) (?P<between>in|out of) (?P<whole>\w+)", re.IGNORECASE)
_RATIO_VALUE = re.compile(r"(\d+) in (\d+)")
_IN_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def corrected(document: Document, claim: Claim, measure: Measure, right: Observation) -> Fix | None:
    """The fix that writes the value of an observation; None where the sentence would not bear it."""
    quantity, span = claim.quantity, claim.number
    spoken = claim.block.quoted or in_quotes(claim.block.text, quantity.start, quantity.end)
    verbatim = " ".join(document.source[slice(*span)].split()) == quantity.text  # a line may end within it
    if spoken or not verbatim or right.confidence is Confidence.LOW:
        return None
    put = _ratio(quantity, right) if quantity.ratio else _number(quantity, measure, right)
    if put is None:
        return None
    if quantity.text[0].isupper():
        put = put[0].upper() + put[1:]
    return Fix(f"Write {put}", safe=False, edits=(Edit(*span, put),)) if _is_read_as(right, put, claim) else None


def _number(quantity: Quantity, measure: Measure, right: Observation) -> str | None:
    """The number in figures, with the words around it that still hold: "an estimated 49.6 million"."""
    found = _NUMBER.search(quantity.text)
    if (
        found is None
        or quantity.unit not in (Unit.COUNT, Unit.MONEY, Unit.PERCENT)
        or isinstance(right.value, str)
    ):
        return None
    before, behind = quantity.text[: found.start()], quantity.text[found.end() :]
    if _BEHIND.fullmatch(behind) is None or (found[0][0] in _SIGNS) != (quantity.unit is Unit.MONEY):
        return None
    value = value_text(right, measure.unit).removesuffix(" percent")
    keeps = quantity.bound in (Bound.EXACT, Bound.ABOUT) and not value[0].isalpha()
    return f"{before if keeps else ''}{value}{behind}"


def _ratio(quantity: Quantity, right: Observation) -> str | None:
    """The ratio, in words where the text has words: "one in six"."""
    found, value = _RATIO.search(quantity.text), _RATIO_VALUE.fullmatch(str(right.value))
    if found is None or value is None or quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return None
    part, whole = value.groups()
    if not found["part"].isdecimal() and int(whole) < len(_IN_WORDS):
        part, whole = _IN_WORDS[int(part)], _IN_WORDS[int(whole)]
    return f"{quantity.text[: found.start()]}{part} {found['between']} {whole}{quantity.text[found.end() :]}"


def _is_read_as(right: Observation, put: str, claim: Claim) -> bool:
    """Whether a reader of the sentence with the new number takes it for the value."""
    start, end = claim.quantity.start, claim.quantity.end
    text = claim.block.text[:start] + put + claim.block.text[end:]
    read = (q for q in read_quantities(text) if (q.start, q.end) == (start, start + len(put)))
    return any(q.unit is claim.quantity.unit and agrees(q, amount(right)) for q in read)
