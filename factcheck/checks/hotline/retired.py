"""retired-hotline: a number once printed for a service that has been replaced or is no longer listed.

Silent where the text itself tells it as history ("until 2021 the number was …").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.checks.article import Finding
from factcheck.checks.hotline.fitting import contact, number_of
from factcheck.checks.hotline.names import with_article
from factcheck.checks.hotline.reading import Mention
from factcheck.checks.hotline.services import Listing, Role
from factcheck.checks.hotline.situation import Situation
from factcheck.model import Block, Edit, Fix, Severity, Span
from factcheck.words import WordFinder

RULE = "retired-hotline"
_UNSURE = ("unknown", "not confirmed")


def retired(situation: Situation) -> Iterator[Finding]:
    """A finding for each retired number in the article."""
    for mention in situation.reading.known:
        listing = _retired_listing(mention, situation)
        if listing and not _is_history(f"{mention.before} # {mention.after}", situation):
            yield _finding(listing, mention.block, mention.span, mention.text)
    for phrase in situation.reading.phrases:
        listing = next((held for held in phrase.listings if held.role is Role.RETIRED), None)
        if listing and not phrase.block.chrome and not _is_history(phrase.block.text, situation):
            span = phrase.block.place(phrase.start, phrase.end)
            yield _finding(listing, phrase.block, span, phrase.block.text[phrase.start : phrase.end])


def _retired_listing(mention: Mention, situation: Situation) -> Listing | None:
    if mention.block.chrome or mention.holds(Role.OWN):
        return None
    for listing in mention.holds(Role.RETIRED):
        hotline = listing.hotline
        if mention.plus or hotline.id in situation.reading.named or hotline.country in situation.context.spoken_of:
            return listing
    return None


def _is_history(text: str, situation: Situation) -> bool:
    finder = _finder(situation.article.rules[RULE].lists["history"])
    return next(finder.find(text), None) is not None


@lru_cache(maxsize=4)
def _finder(phrases: tuple[str, ...]) -> WordFinder[bool]:
    return WordFinder((phrase, True) for phrase in phrases)


def _finding(listing: Listing, block: Block, span: Span, text: str) -> Finding:
    hotline = listing.hotline
    channel = number_of(hotline)
    unsure = listing.since in _UNSURE
    replace = channel is not None and block.text.find(text) >= 0 and not listing.value[:1].isalpha()
    return Finding(
        RULE,
        span,
        values={
            "number": text,
            "service": with_article(hotline.name),
            "now": contact(hotline),
            "since": f", replaced {listing.since}" if listing.since[:2].isdigit() else "",
            "note": listing.note,
        },
        case="unsure" if unsure else "retired",
        references=(hotline.id,),
        severity=Severity.WARNING if unsure else None,
        fix=(
            Fix(f"Write {channel.value}", safe=False, edits=(Edit(*span, channel.value),))
            if channel and replace
            else None
        ),
    )
