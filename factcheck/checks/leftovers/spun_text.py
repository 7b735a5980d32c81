"""spun-text: the fixed terms of the field in a synonym engine's or a raw translation's words."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import by_hand, findings, listed, quoted
from factcheck.checks.leftovers.page import Page

RULE = "spun-text"


def spun_text(page: Page) -> Iterator[Finding]:
    """Wrong synonyms, but not in anybody's own quoted English."""
    yield from findings(page, RULE, listed(page, RULE), quoted, by_hand)
