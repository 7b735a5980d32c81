"""spam-link: advertising that has nothing to do with the article, and addresses that lead nowhere good.

The subjects of this field (escort adverts, casinos, loans, pills) are facts of its cases. So nothing is told by
a topic word: only offers ("buy … online"), the fixed names of the trade, and link texts and targets made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

import re2

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.listed import Found, findings, listed, quoted, shown
from factcheck.checks.leftovers.page import Page
from factcheck.checks.loosening import prefilter
from factcheck.checks.whole import Whole
from factcheck.model import Block, Link
from factcheck.words import fold

RULE = "spam-link"

_BEFORE, _BEHIND = 160, 120  # characters around an offer in which a report on the trade would show itself


def spam_link(page: Page) -> Iterator[Finding]:
    """Spam in the text, then every link's target."""
    yield from findings(page, RULE, listed(page, RULE), _honest)
    links = [(block, link) for block in page.blocks for link in block.links]
    urls = Whole(link.url.strip() for _, link in links)
    for index in urls.having(_doubtful(page.expression(RULE, "dead"), page.expression(RULE, "target"))):
        yield from _link(page, *links[index])


@cache
def _doubtful(dead: re.Pattern[str], target: re.Pattern[str]) -> re2._Regexp:
    """A pattern that occurs in every address there may be something to say of; blanks in it hide words from it."""
    blank = re.compile(r"[\t\r]")
    return prefilter(dead, target, blank)


def _honest(page: Page, one: Found) -> bool:
    """Reporting about the trade, quotations, and parts of an address that is judged as a link."""
    if one.case == "nowhere" and _in_link(one):
        return True
    if quoted(page, one):
        return True
    before = fold(one.block.text[max(0, one.start - _BEFORE) : one.start])
    behind = fold(one.block.text[one.end : one.end + _BEHIND])
    if one.case in ("offer", "trade"):
        reporting = page.expression(RULE, "reporting")
        return reporting.search(before) is not None or reporting.search(behind) is not None
    return one.case == "nowhere" and "exercise" in before + behind


def _in_link(one: Found) -> bool:
    return any(link.start < one.end and one.start < link.end for link in one.block.links)


def _link(page: Page, block: Block, link: Link) -> Iterator[Finding]:
    words = block.text[link.start : link.end]
    url = link.url.strip()
    if url.startswith("#") and page.phrases.words(words):
        return  # the label of a button, which is furniture as a whole
    if page.expression(RULE, "dead").search(url):
        yield Finding(RULE, link.span, case="nowhere", values={"text": shown(url)})
    elif _is_spam(page, url, words):
        yield Finding(
            RULE, link.span, case="target", values={"text": shown(words or url)}, fix=cut(page.document, link.span)
        )


def _is_spam(page: Page, url: str, words: str) -> bool:
    """Whether a target is of the trade; a news page about it has the same words in its path, not in its domain."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if page.expression(RULE, "trusted").search(host):
        return False
    target, offer = page.expression(RULE, "target"), page.expression(RULE, "offer")
    return target.search(host) is not None or (target.search(url) is not None and offer.search(words) is not None)
