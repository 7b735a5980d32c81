"""missing-hotline: an article about exploitation gives no number that its readers can call.

Says nothing where a number that no list knows is offered as help: it may be the local line. A misprinted or
retired number counts as given, since another rule speaks of it. Numbers for other countries only are left to
foreign-hotline.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.hotline.fitting import contact, is_for_trafficking, proposals, suits
from factcheck.checks.hotline.help_block import help_block
from factcheck.checks.hotline.names import country_name, listed
from factcheck.checks.hotline.readers import How, covers
from factcheck.checks.hotline.situation import Situation
from factcheck.reference.schema import Hotline

RULE = "missing-hotline"
_UNKNOWN = {How.CONFIGURED: "unknown", How.TEXT: "unknown-text", How.ASSUMED: "unknown"}


def missing(situation: Situation) -> Iterator[Finding]:
    """The one finding of an article without a number to call, at its title."""
    if situation.given.unknown:
        return
    suiting = suiting_services(situation)
    if (suiting and not situation.article.countries) or not situation.subject.needs_number:
        return
    readers = situation.readers
    if suiting:
        countries = _left_out(readers.countries, suiting)
    else:
        countries = readers.countries if readers.how is How.CONFIGURED else readers.countries[:1]
    if countries:
        yield _finding(situation, countries, unsuited=not suiting and bool(situation.given.services))


def suiting_services(situation: Situation) -> tuple[Hotline, ...]:
    """The services given that can help somebody in the situation the article describes."""
    lists = situation.article.rules[RULE].lists
    given = (hotline for hotline, _ in situation.given.services)
    return tuple(h for h in given if is_for_trafficking(h) or suits(h, situation.subject, lists))


def _left_out(countries: tuple[str, ...], suiting: tuple[Hotline, ...]) -> tuple[str, ...]:
    """Of several countries those for which nothing is given; none where nothing is for any of them."""
    lacking = tuple(c for c in countries if not any(covers(h.country, c) for h in suiting))
    return lacking if len(lacking) < len(countries) else ()


def _finding(situation: Situation, countries: tuple[str, ...], *, unsuited: bool) -> Finding:
    readers, document = situation.readers, situation.article.document
    every = [h for c in countries for h in proposals(situation.services, c, situation.subject)]
    proposed = list(dict.fromkeys(every))
    case = "other-subject" if unsuited else readers.how.value
    return Finding(
        RULE,
        document.headline,
        values={
            "country": listed(country_name(c) for c in countries),
            "service": listed((contact(h) for h in proposed), "; "),
            "clues": listed(readers.clues),
            "given": listed(text for _, text in situation.given.services),
        },
        case=case if proposed else _UNKNOWN[readers.how],
        references=tuple(h.id for h in proposed),
        fix=help_block(document, proposed) if proposed else None,
    )
