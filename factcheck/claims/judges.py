"""One judge for each unit: what makes a count, a share, a sum of money, a rank … a statistic of the field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from factcheck.claims.evidence import LARGE, OF_THE_CRIME, Evidence
from factcheck.claims.topic import Cue
from factcheck.model import Unit

_HAPPENS: Final = frozenset(["person", "offender", "case", "work", "material"])
_SMALL: Final = 10  # up to here a count is as likely one case's as a statistic
_TIMES: Final = frozenset(["year", "month", "week", "day"])
_VICTIMS: Final = frozenset(["victim", "survivor", "minor", "slave", "runaway"])
# Superlatives that measure nothing.
_PRAISE: Final = re.compile(
    r"\b(?:best|(?:great|poor|rich|young|old|new|lat|earli|easi|hard|simpl|clos|near|safe|brave|fine|kind)est)\b"
    r"|\bmost (?:vulnerab|important|power|effective|useful|popular|recent|famous|trusted|respected|beautiful"
    r"|talented|basic|critical|likely)",
    re.IGNORECASE,
)
_YEARLY: Final = re.compile(r"\b(?:every|each|years?|annual|yearly|decades?|since|record)\b")
_PLACED: Final = re.compile(r"\brank|\bno\.|#|number", re.IGNORECASE)  # a rank by its number
_MILLION: Final = 1_000_000
_HUGE: Final = 100_000_000  # money beyond one case


def _share(e: Evidence) -> bool:
    """A percentage, a fraction, "1 in 6"."""
    if Cue.ASIDE in e.own or (Cue.PRICE in e.own and not e.near_field):
        return False
    if e.clause.follows and not e.kind and not e.says(*OF_THE_CRIME):
        return False  # "69 percent of the cocoa"
    return not (e.size == 100 and not e.kind) and not _beside(e)


def _money(e: Evidence) -> bool:
    """What the trade makes, costs or has had taken from it; not a price, a gift or a fine."""
    against = e.own.get(Cue.PRICE, 0) + e.own.get(Cue.PENALTY, 0)
    if e.size >= _MILLION:
        sure = e.size >= _HUGE or (not e.told_as_story and (Cue.MONEY in e.own or Cue.JUSTICE in e.own))
        return sure and (e.near_field or Cue.MONEY in e.own) and e.own.get(Cue.MONEY, 0) >= against
    if e.told_as_story or not e.near_field or not e.says(Cue.STATISTIC, Cue.TYPICAL, Cue.OFTEN):
        return False
    against = e.sentence.get(Cue.PRICE, 0) + e.sentence.get(Cue.PENALTY, 0)
    return e.sentence.get(Cue.MONEY, 0) > against or (not against and e.around(Cue.MONEY))


def _rank(e: Evidence) -> bool:
    """A place in an order: of industries, states, forms of the crime; not "one of the best ways"."""
    if _of_something_else(e) or _PRAISE.search(e.quantity.text):
        return False
    return bool(e.kind) or _PLACED.search(e.quantity.text) is not None or e.says(Cue.FIELD, Cue.SCOPE, Cue.PEOPLE)


def _change(e: Evidence) -> bool:
    """A rise, a fall, a multiple; without any number only of what can be counted, or from year to year."""
    bare = e.quantity.low is None and e.kind not in (*_HAPPENS, "measure") and not _YEARLY.search(e.words)
    return not bare and not _of_something_else(e) and not e.told_as_story


def _of_something_else(e: Evidence) -> bool:
    """Of a programme, of a part of a text; a "record year" is of neither."""
    return e.kind in ("text", "service") and e.noun not in _TIMES


def _rate(e: Evidence) -> bool:
    """So many per thousand, or in so much time."""
    return e.kind not in ("service", "text") and Cue.INSTRUCTION not in e.own and not e.told_as_story


def _duration(e: Evidence) -> bool:
    """A typical span of time or age."""
    typical = Cue.TYPICAL in e.sentence or (Cue.TAKES in e.sentence and e.says(Cue.FIELD, Cue.PEOPLE))
    return typical and not e.says(Cue.PENALTY, Cue.DUTY) and not e.told_as_story


def _count(e: Evidence) -> bool:
    """How many: of people, cases, images, places; neither one case's own nor a programme's."""
    if e.noun == "age":
        return Cue.TYPICAL in e.sentence and not e.told_as_story
    if e.kind in ("text", "service") or e.of_an_instruction or _beside(e) or e.told_as_story:
        return False
    if e.kind in _HAPPENS:
        return _counts_cases(e)
    if e.noun in ("rate", "prevalence"):
        return e.near_field
    if e.kind in ("place", "industry"):
        return _counts_places(e)
    return e.kind != "sort" and _counts_the_unnamed(e)


def _counts_cases(e: Evidence) -> bool:
    if e.bare:
        return True  # the cell of a table whose head names them
    if e.size <= _SMALL:
        told = e.says(Cue.STATISTIC, Cue.JUSTICE) or e.around(Cue.OPERATION)
        return told and e.kind != "work" and not e.says(Cue.STORY, Cue.PENALTY)
    if e.size >= LARGE or e.kind != "person" or e.noun in _VICTIMS or e.clause.governor is not None:
        return True
    return e.says(Cue.FIELD, Cue.OPERATION, Cue.JUSTICE, Cue.STATISTIC)


def _counts_places(e: Evidence) -> bool:
    """In how many countries, hotels, trades it was found; not where a programme works."""
    return (
        e.size > _SMALL
        and any(cue in e.own for cue in (*OF_THE_CRIME, Cue.STATISTIC))
        and Cue.PRICE not in e.sentence
    )


def _counts_the_unnamed(e: Evidence) -> bool:
    """A count of nothing that is known: of victims by country ("India (11 million)"), of cases in a table."""
    if e.named or e.bare or e.size <= _SMALL or Cue.PRICE in e.own or e.elliptic:
        return False
    if any(cue in e.own for cue in (Cue.FIELD, Cue.PEOPLE, Cue.POINTER)):
        return True
    near = e.near_field and not e.clause.follows
    return e.size >= LARGE and (near or e.says(Cue.STATISTIC, Cue.OPERATION, Cue.JUSTICE))


def _beside(e: Evidence) -> bool:
    """The number is one of the place or the people, not of the crime."""
    if e.of_something_else:
        return True
    of_the_field = e.sentence if e.quantity.unit is Unit.PERCENT else e.own
    of_a_place = Cue.BACKGROUND in e.own or Cue.ELSEWHERE in e.own
    return e.inhabitants or (of_a_place and Cue.FIELD not in of_the_field)


def _never(e: Evidence) -> bool:
    return False


def part_of_a_total(e: Evidence) -> bool:
    """A number in one sentence with a statistic: "51 victims, and 4 of those were children"."""
    if e.quantity.unit is not Unit.COUNT or Cue.INSTRUCTION in e.own or e.told_as_story:
        return False
    if e.size > _SMALL:
        unnamed = not e.kind and not e.clause.follows
        return (unnamed or e.size >= LARGE) and e.kind not in ("text", "service", "sort") and not _beside(e)
    return e.kind in ("person", "offender", "case") or (not e.kind and e.clause.governor is not None)


DURATIONS: Final = (Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS)
_JUDGES: Final[Mapping[Unit, Callable[[Evidence], bool]]] = {
    Unit.COUNT: _count,
    Unit.PERCENT: _share,
    Unit.MONEY: _money,
    Unit.RANK: _rank,
    Unit.RATE: _rate,
    Unit.MULTIPLE: _change,
    Unit.TREND: _change,
    Unit.OTHER: _never,
    **dict.fromkeys(DURATIONS, _duration),
}


def is_statistic(e: Evidence) -> bool:
    """Whether the number is a statistic of the field."""
    judge = _money if e.is_money else _JUDGES[e.quantity.unit]
    return e.topical and judge(e)
