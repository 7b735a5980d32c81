"""working-notes: what people and programs wrote while the article was being made, for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import (
    Found,
    by_hand,
    findings,
    listed,
    patterned,
    quoted,
    taken_out_if_wished,
)
from factcheck.checks.leftovers.page import Page
from factcheck.model import BlockKind

RULE = "working-notes"

_YOU = re.compile(r"\b(?:you|yours?|we|ours?|us)\b", re.IGNORECASE)

_ENDS_LOWER = re.compile(r"ends?\Z")


def working_notes(page: Page) -> Iterator[Finding]:
    """Notes of the desk, the mail programme, the word processor and the press office."""
    yield from findings(page, RULE, listed(page, RULE), _honest, taken_out_if_wished)
    yield from findings(page, RULE, _outline(page), mend=by_hand)


def _outline(page: Page) -> Iterator[Found]:
    """Instructions to the writer, more than one, that stand as paragraphs: a plan that was never carried out.

    What addresses the readers ("Discuss it with your children") is an author's own advice.
    """
    orders = [
        one
        for one in patterned(page, RULE, "outline")
        if one.block.kind is BlockKind.PARAGRAPH and not _YOU.search(one.block.text) and not quoted(page, one)
    ]
    if len(orders) > 1:
        yield from orders


def _honest(page: Page, one: Found) -> bool:
    """Quotations; a plain word "ends" in small letters; a label with a sentence of its own behind it."""
    if quoted(page, one):
        return True
    text = one.text
    if one.case == "release":
        return _ENDS_LOWER.match(text) is not None
    return one.case == "brief" and text.endswith(".") and len(text.split()) > 12
