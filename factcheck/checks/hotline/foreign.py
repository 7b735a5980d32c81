"""foreign-hotline: the only numbers an article gives are those of another country than its readers'.

Where the readers' country is not configured, the text must speak clearly of one country and of no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.article import Finding
from factcheck.checks.hotline.fitting import contact, proposals
from factcheck.checks.hotline.missing import suiting_services
from factcheck.checks.hotline.names import country_name, listed, with_article
from factcheck.checks.hotline.readers import How, covers, may_be_clear
from factcheck.checks.hotline.services import Role
from factcheck.checks.hotline.situation import Situation
from factcheck.reference.schema import Hotline

RULE = "foreign-hotline"


def foreign(situation: Situation) -> Iterator[Finding]:
    """One finding, at the first number that does not serve the readers."""
    suiting = suiting_services(situation)
    if not suiting or situation.given.unknown or not _may_be_foreign(situation, suiting):
        return
    readers = situation.readers
    if readers.how is How.ASSUMED or (readers.how is How.TEXT and not readers.clear):
        return
    if not situation.subject.needs_number:
        return
    countries = readers.countries if readers.how is How.CONFIGURED else readers.countries[:1]
    if any(covers(hotline.country, country) for hotline in suiting for country in countries):
        return
    ids = {hotline.id for hotline in suiting}
    mention = next(
        (
            m
            for m in situation.reading.known
            if not m.block.chrome and any(own.hotline.id in ids for own in m.holds(Role.OWN))
        ),
        None,
    )
    proposed = [h for c in countries for h in proposals(situation.services, c, situation.subject)]
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


def _may_be_foreign(situation: Situation, suiting: Sequence[Hotline]) -> bool:
    """Whether the readers may be where none of the services is, as far as a first look tells."""
    served = {hotline.country for hotline in suiting}
    return bool(situation.article.countries) or may_be_clear(
        situation.article, lambda country: any(covers(held, country) for held in served)
    )
