"""Words that an export, a scan or a replacement has broken: the part of damaged-text that is about words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.listed import Found, amid_markup, listed, verbatim
from factcheck.checks.leftovers.page import Page
from factcheck.model import Fix

_RULE = "damaged-text"

_HYPHENS = ("-", "‐", "‑")
_ADDRESS = 200  # characters in which an address would begin or end


_MENDS = (
    ("slip", re.compile(r"\A([a-z]+),([a-z]{2,})\Z"), r"\1, \2"),
    ("glued", re.compile(r"\A([a-z]{2,}[.!?])([A-Z]\w+)\Z"), r"\1 \2"),
    ("replaced", re.compile(r"\A([a-z]+)\s+\1\Z"), r"\1"),
)


def broken_words(page: Page) -> Iterator[Found]:
    """Masked addresses, words run together or split, errors of recognition and of replacing, doubled words."""
    yield from (one for one in listed(page, _RULE) if not (amid_markup(page, one) or _honest(one)))


def mended_words(page: Page, one: Found) -> Fix | None:
    """What is sure of the mend: a blank behind a comma or full stop, one of two same words."""
    if not verbatim(page, one):
        return None
    for case, pattern, put in _MENDS:
        if one.case == case and (mended := pattern.sub(put, one.text)) != one.text:
            return cut(page.document, one.block.place(one.start, one.end), mended, f"Write “{mended}”")
    return None


def _honest(one: Found) -> bool:
    """Parts of addresses, and doubled words that are two words ("In in-depth talks", "a drop-in in Leeds")."""
    text, block = one.text, one.block
    if any(link.start <= one.start < link.end for link in block.links) or _in_address(block.text, one):
        return True
    if one.case == "replaced" and " " in text:
        if block.text[max(0, one.start - 1) : one.start] in _HYPHENS:
            return True
        first, second = text.split()[:2]
        return first != second and (first.lower() != second.lower() or first.lower() in ("a", "in", "to", "act"))
    return False


def _in_address(text: str, one: Found) -> bool:
    low = text.rfind(" ", max(0, one.start - _ADDRESS), one.start) + 1
    high = text.find(" ", one.end, one.end + _ADDRESS)
    word = text[low : high if high >= 0 else one.end + _ADDRESS]
    return "://" in word or "@" in word or "/" in word or word.startswith(("www.", "#"))
