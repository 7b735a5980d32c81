"""The family `leftovers`: text that slipped in and was never meant to be published."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.checks.article import Article, Check, Finding
from factcheck.checks.leftovers.chatbot_residue import chatbot_residue
from factcheck.checks.leftovers.damaged_text import damaged_text
from factcheck.checks.leftovers.empty_field import empty_field
from factcheck.checks.leftovers.injected_anchor import injected_anchor
from factcheck.checks.leftovers.markup_residue import markup_residue
from factcheck.checks.leftovers.missing_words import missing_words
from factcheck.checks.leftovers.orphan_citation import orphan_citation
from factcheck.checks.leftovers.page import Page, Taken, lay_out
from factcheck.checks.leftovers.page_furniture import page_furniture
from factcheck.checks.leftovers.placeholder_text import placeholder_text
from factcheck.checks.leftovers.repeated_text import repeated_text
from factcheck.checks.leftovers.spam_link import spam_link
from factcheck.checks.leftovers.spun_text import spun_text
from factcheck.checks.leftovers.working_notes import working_notes

_RULES: tuple[Callable[[Page], Iterator[Finding]], ...] = (  # the surest first: it speaks where several would
    chatbot_residue,
    placeholder_text,
    page_furniture,
    injected_anchor,
    empty_field,
    markup_residue,
    spam_link,
    working_notes,
    damaged_text,
    repeated_text,
    missing_words,
    orphan_citation,
    spun_text,
)


def leftovers(article: Article) -> Iterator[Finding]:
    """Every leftover of an article; where several rules find one at the same place, the first above speaks."""
    page = lay_out(article)
    taken = Taken()
    for rule in _RULES:
        found = [finding for finding in rule(page) if not taken.covers(finding.span)]
        if found:
            taken.add(finding.span for finding in found)
            yield from found


CHECKS: tuple[Check, ...] = (leftovers,)
