"""missing-hotline: an article about exploitation gives no number that its readers can call.

Asks only articles that address people who may need help or may meet victims. Reports of figures, statements of
companies and news of one case are told as an info; fact-checks, research, catalogues and the like not at all. Says
nothing where a number that no list knows is offered as help: it may be the local line. A misprinted or retired
number counts as given, since another rule speaks of it; one for another country is left to foreign-hotline.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.checks.article import Finding
from factcheck.checks.hotline.fitting import contact, is_for_trafficking, proposals, suits
from factcheck.checks.hotline.help_block import help_block
from factcheck.checks.hotline.names import country_name, listed
from factcheck.checks.hotline.situation import Situation
from factcheck.context import Context, How, Kind, Topic
from factcheck.context.readers import UNION, reaches
from factcheck.model import Severity
from factcheck.reference.schema import Hotline

RULE: Final = "missing-hotline"
_ASKED: Final = (Kind.APPEAL, Kind.NEWS)
_ASKED_MILDLY: Final = (Kind.REPORT, Kind.STATEMENT, Kind.CASE)


def needs_number(context: Context) -> bool:
    """Whether a number to call belongs in an article."""
    return context.topic is Topic.TRAFFICKING and context.kind in (*_ASKED, *_ASKED_MILDLY)


def missing(situation: Situation) -> Iterator[Finding]:
    """The one finding of an article without a number to call, at its title."""
    if not needs_number(situation.context) or situation.given.unknown:
        return
    suiting = suiting_services(situation)
    readers = situation.readers
    if suiting and readers.how is not How.CONFIGURED:
        return
    countries = _left_out(readers.countries, suiting) if suiting else _addressed(situation)
    if countries or not suiting:
        yield _finding(situation, countries, unsuited=not suiting and bool(situation.given.services))


def suiting_services(situation: Situation) -> tuple[Hotline, ...]:
    """The services given that can help somebody in the situation the article describes."""
    lists = situation.article.rules[RULE].lists
    given = (hotline for hotline, _ in situation.given.services)
    return tuple(h for h in given if is_for_trafficking(h) or suits(h, situation.context.groups, lists))


def _addressed(situation: Situation) -> tuple[str, ...]:
    """The countries to propose a number for: all configured, one that is plain, none where none is."""
    readers = situation.readers
    if readers.how is How.CONFIGURED:
        return readers.countries
    return readers.countries[:1] if readers.plain else ()


def _left_out(countries: tuple[str, ...], suiting: tuple[Hotline, ...]) -> tuple[str, ...]:
    """Of several countries those for which nothing is given; none where nothing is for any of them."""
    lacking = tuple(c for c in countries if not any(reaches(h.country, c) for h in suiting))
    return lacking if len(lacking) < len(countries) else ()


def _finding(situation: Situation, countries: tuple[str, ...], *, unsuited: bool) -> Finding:
    readers, document = situation.readers, situation.article.document
    every = [h for c in countries for h in proposals(situation.services, c, situation.context.groups)]
    proposed = list(dict.fromkeys(every))
    case = "other-subject" if unsuited and proposed else readers.how.value
    if countries == (UNION,):
        case = "union"
    elif countries and not proposed:
        case = "unknown-text" if readers.how is How.TEXT else "unknown"
    return Finding(
        RULE,
        document.headline,
        values={
            "country": listed(country_name(c) for c in countries),
            "service": listed((contact(h) for h in proposed), "; "),
            "clues": listed(readers.clues),
            "given": listed(text for _, text in situation.given.services),
        },
        case=case,
        references=tuple(h.id for h in proposed),
        severity=Severity.INFO if situation.context.kind in _ASKED_MILDLY else None,
        fix=help_block(document, proposed) if proposed else None,
    )
