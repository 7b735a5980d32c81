"""working-notes: what people and programs wrote while the article was being made, for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, quoted, taken_out_if_wished
from factcheck.checks.leftovers.page import Page

RULE = "working-notes"

_ENDS_LOWER = re.compile(r"ends?\Z")


def working_notes(page: Page) -> Iterator[Finding]:
    """Notes of the desk, the mail programme, the word processor and the press office."""
    yield from findings(page, RULE, listed(page, RULE), _honest, taken_out_if_wished)


def _honest(page: Page, one: Found) -> bool:
    """Quotations; a plain word "ends" in small letters; a label with a sentence of its own behind it."""
    if quoted(page, one):
        return True
    text = one.text
    if one.case == "release":
        return _ENDS_LOWER.match(text) is not None
    return one.case == "brief" and text.endswith(".") and len(text.split()) > 12
