"""Numbers of a thing on a shelf or a table, which are no count of the field: a book's pages, a review's stars, a
recipe's cups."""

from __future__ import annotations

import re
from typing import Final

from factcheck.claims.quantities.numerals import Numeral
from factcheck.claims.quantities.phrases import GAP, Text, any_of, words

_STARS: Final = frozenset("★☆⭐✩✪✭✮🌟*")
# A book's length stands between two marks ("Leeds, 2019, 240 pages."); pages in a sentence may be evidence.
_APART_BEFORE: Final = re.compile(r"(?:\A|[\n,;:(–—])\s*\Z")
_PAGES: Final = re.compile(rf"(?:{GAP}|-)(?:pages?|pp)(?=\s*(?:[,.;:)\n–—]|\Z))")
_LONGEST_BOOK: Final = 3000
_KITCHEN: Final = words(
    "cup cups tablespoon tablespoons tbsp tbsps teaspoon teaspoons tsp tsps pinch pinches clove cloves pint pints"
)
_INGREDIENT: Final = re.compile(
    rf"{GAP}?(?:heaped{GAP}|level{GAP}|large{GAP}|small{GAP})?(?:{any_of(_KITCHEN)})\b"
)
_LARGEST_DISH: Final = 200
_SERVES: Final = re.compile(rf"\b(?:serves|makes|yields|feeds)(?:{GAP}(?:about|up{GAP}to))?{GAP}\Z")
_CLOSED: Final = re.compile(r"\s*[).;:\n]|\s*\Z")
_LONGEST: Final = 24  # characters before a number that are looked at


def of_goods(text: Text, number: Numeral, end: int) -> bool:
    """Whether a number is one of a book, a review or a recipe.

    Args:
        end: of the figures.
    """
    if number.scale != 1.0 or number.vague or number.value > _LONGEST_BOOK:
        return False
    if text.char(number.start - 1) in _STARS and number.ratio is not None:
        return True
    before = text.low[max(0, number.start - _LONGEST) : number.start]
    if _PAGES.match(text.low, end):
        return _APART_BEFORE.search(before) is not None
    if number.value > _LARGEST_DISH:
        return False
    served = _SERVES.search(before) is not None and _CLOSED.match(text.low, end) is not None
    return served or _INGREDIENT.match(text.low, end) is not None
