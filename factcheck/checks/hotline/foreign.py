"""foreign-hotline: the only numbers an article gives are those of another country than its readers'.

Where the readers' country is not configured, the text must speak plainly of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.checks.article import Finding
from factcheck.checks.hotline.fitting import contact, proposals
from factcheck.checks.hotline.missing import needs_number, suiting_services
from factcheck.checks.hotline.names import country_name, listed, with_article
from factcheck.checks.hotline.services import Role
from factcheck.checks.hotline.situation import Situation
from factcheck.context import How

RULE: Final = "foreign-hotline"


def foreign(situation: Situation) -> Iterator[Finding]:
    """One finding, at the first number that does not serve the readers."""
    suiting = suiting_services(situation)
    if not suiting or situation.given.unknown or not needs_number(situation.context):
        return
    readers = situation.readers
    if readers.how not in (How.CONFIGURED, How.TEXT):
        return
    if any(readers.serves(hotline.country) for hotline in suiting):  # or the text speaks of its country too
        return
    countries = readers.countries if readers.how is How.CONFIGURED else readers.countries[:1]
    ids = {hotline.id for hotline in suiting}
    mention = next(
        (
            m
            for m in situation.reading.known
            if not m.block.chrome and any(own.hotline.id in ids for own in m.holds(Role.OWN))
        ),
        None,
    )
    proposed = [h for c in countries for h in proposals(situation.services, c, situation.context.groups)]
    yield Finding(
        RULE,
        mention.span if mention else situation.article.document.headline,
        values={
            "given": f"{with_article(suiting[0].name)} ({country_name(suiting[0].country)})",
            "country": listed(country_name(c) for c in countries),
            "clues": listed(readers.clues),
            "service": listed((contact(h) for h in dict.fromkeys(proposed)), "; "),
        },
        case=readers.how.value if proposed else "unknown",
        references=tuple(h.id for h in dict.fromkeys((*suiting, *proposed))),
    )
