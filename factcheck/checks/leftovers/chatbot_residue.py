"""chatbot-residue: what a chat assistant says to the person who asked, and its machine tokens."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, quoted
from factcheck.checks.leftovers.page import Page
from factcheck.model import Link, Span

RULE = "chatbot-residue"


def chatbot_residue(page: Page) -> Iterator[Finding]:
    """Talk, disclaimers and tokens in the text, and addresses that a chatbot handed out."""
    yield from findings(page, RULE, listed(page, RULE), _honest)
    for block in page.blocks:
        for link in block.links:
            if "=" in link.url:
                yield from _address(page, link)


def _address(page: Page, link: Link) -> Iterator[Finding]:
    """The parameter with which a chatbot signs the addresses it hands out."""
    signature = page.expression(RULE, "address")
    if signature.search(link.url):
        match = signature.search(page.document.source, link.span.start, link.span.end)
        span = Span(*match.span()) if match else link.span
        yield Finding(RULE, span, case="address", values={"text": link.url})


def _honest(page: Page, one: Found) -> bool:
    """Somebody's own words; a machine's tokens are nobody's."""
    return one.case in ("talk", "disclaimer") and quoted(page, one)
