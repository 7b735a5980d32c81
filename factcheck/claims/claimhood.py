"""Claimhood: which numbers are statistics of the field, and of what kind.

A number is judged by what it counts (`nouns.yaml`), by the words around it (`claimhood.yaml`) and by whether the
sentence tells of the world or of one case. No number is a claim for its value alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.claims.evidence import Evidence, Setting
from factcheck.claims.texts import text_of
from factcheck.claims.topic import Cue, cues_in
from factcheck.model import ClaimKind, Quantity, Span, Unit

COMPONENT: Final = "factcheck_claims"


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that is a statistical claim of the field.

    Attributes:
        sentence, clause: offsets in the doc's text.
        counts: the words for what is counted, with qualifiers; empty where the text names nothing.
        governor: the clause that says what the number is a part of, if another one does.
    """

    quantity: Quantity
    kind: ClaimKind
    sentence: Span
    clause: Span
    counts: str = ""
    governor: Span | None = None


_HAPPENS: Final = frozenset(["person", "offender", "case", "work", "material"])
_OF_THE_CRIME: Final = (Cue.FIELD, Cue.PEOPLE, Cue.OPERATION, Cue.STATISTIC)
_SMALL: Final = 10  # up to here a count is as likely one case's as a statistic
_LARGE: Final = 100  # from here on it seldom is
_MILLION: Final = 1_000_000


def _share(e: Evidence) -> bool:
    """A percentage, a fraction, "1 in 6"."""
    if Cue.ASIDE in e.own or (Cue.PRICE in e.own and not e.near_field):
        return False
    return not (e.size == 100 and not e.kind) and not _beside(e)


def _money(e: Evidence) -> bool:
    """What the trade makes, costs or has had taken from it; not a price, a gift or a fine."""
    against = e.own.get(Cue.PRICE, 0) + e.own.get(Cue.PENALTY, 0)
    if e.size >= _MILLION:
        return (e.near_field or Cue.MONEY in e.own) and e.own.get(Cue.MONEY, 0) >= against
    return e.own.get(Cue.MONEY, 0) > against and e.says(Cue.STATISTIC, Cue.TYPICAL) and not e.told_as_story


def _rank(e: Evidence) -> bool:
    """A place in an order: of industries, states, forms of the crime; not "one of the best ways"."""
    if "record" in e.quantity.text.lower():
        return True
    if e.kind in ("text", "service"):
        return False
    return bool(e.kind) or e.says(Cue.FIELD, Cue.SCOPE)


def _change(e: Evidence) -> bool:
    """A rise, a fall, a multiple."""
    return e.kind not in ("service", "text") and not e.told_as_story


def _rate(e: Evidence) -> bool:
    """So many per thousand, or in so much time."""
    return e.kind not in ("service", "text") and Cue.INSTRUCTION not in e.own


def _duration(e: Evidence) -> bool:
    """A typical span of time or age."""
    return Cue.TYPICAL in e.sentence and Cue.PENALTY not in e.sentence and not e.told_as_story


def _count(e: Evidence) -> bool:
    """How many: of people, cases, images, places; neither one case's own nor a programme's."""
    if e.noun == "age":
        return Cue.TYPICAL in e.sentence and not e.told_as_story
    if e.kind in ("text", "service") or Cue.INSTRUCTION in e.own or _beside(e) or e.told_as_story:
        return False
    if e.kind in _HAPPENS:
        return _counts_cases(e)
    if e.kind in ("place", "industry"):
        return _counts_places(e)
    return e.kind != "sort" and _counts_the_unnamed(e)


def _counts_cases(e: Evidence) -> bool:
    if e.size <= _SMALL:
        return e.kind != "work" and e.says(Cue.STATISTIC, Cue.OPERATION) and not e.says(Cue.STORY, Cue.PENALTY)
    return e.near_field or e.size >= _LARGE or e.kind != "person" or Cue.OPERATION in e.sentence


def _counts_places(e: Evidence) -> bool:
    """In how many countries, hotels, trades it was found; not where a programme works."""
    return e.size > _SMALL and any(cue in e.own for cue in _OF_THE_CRIME) and Cue.PRICE not in e.sentence


def _counts_the_unnamed(e: Evidence) -> bool:
    """A count of nothing that is known: of victims by country ("India (11 million)"), of cases in a table."""
    if e.named or e.size <= _SMALL or Cue.PRICE in e.own:
        return False
    return Cue.FIELD in e.own or (e.size >= _LARGE and (e.near_field or Cue.STATISTIC in e.sentence))


def _beside(e: Evidence) -> bool:
    """The number is one of the place or the people, not of the crime."""
    return e.inhabitants or (Cue.BACKGROUND in e.own and Cue.FIELD not in e.own)


def _never(e: Evidence) -> bool:
    return False


_DURATIONS: Final = (Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS)
_JUDGES: Final[Mapping[Unit, Callable[[Evidence], bool]]] = {
    Unit.COUNT: _count,
    Unit.PERCENT: _share,
    Unit.MONEY: _money,
    Unit.RANK: _rank,
    Unit.RATE: _rate,
    Unit.MULTIPLE: _change,
    Unit.TREND: _change,
    Unit.OTHER: _never,
    **dict.fromkeys(_DURATIONS, _duration),
}


def claims_of(doc: Doc) -> Iterator[Found]:
    """The statistical claims among a doc's quantities, in their order.

    Args:
        doc: with `doc._.clauses`; `doc._.context` (what stands around the block: headings, labels, the paragraph
            before) and `doc._.in_field` (`factcheck.claims.topic.in_field` of the whole article) may be set.
    """
    if not doc._.clauses:
        return
    setting = Setting(text_of(doc), cues_in(doc._.context), doc._.in_field)
    judged = [
        (e, e.topical and _JUDGES[e.quantity.unit](e)) for e in (Evidence(c, setting) for c in doc._.clauses)
    ]
    totals = {e.clause.sentence for e, right in judged if right and e.quantity.unit in (Unit.COUNT, Unit.PERCENT)}
    for e, right in judged:
        if right or (e.clause.sentence in totals and _part_of_a_total(e)):
            yield Found(e.quantity, _kind(e), e.clause.sentence, e.clause.span, e.clause.counts, e.clause.governor)


def _part_of_a_total(e: Evidence) -> bool:
    """A small number in one sentence with a statistic: "51 victims, and 4 of those were children"."""
    if e.quantity.unit is not Unit.COUNT or e.size > _SMALL or e.told_as_story or Cue.INSTRUCTION in e.own:
        return False
    return e.kind in ("person", "offender", "case") or (not e.kind and e.clause.governor is not None)


_KINDS: Final[Mapping[Unit, ClaimKind]] = {
    Unit.PERCENT: ClaimKind.SHARE,
    Unit.MONEY: ClaimKind.MONEY,
    Unit.RANK: ClaimKind.RANK,
    Unit.RATE: ClaimKind.RATE,
    Unit.MULTIPLE: ClaimKind.TREND,
    Unit.TREND: ClaimKind.TREND,
}


def _kind(e: Evidence) -> ClaimKind:
    unit = e.quantity.unit
    if unit in _DURATIONS:
        return ClaimKind.AGE if "age" in e.clause.counts.lower() else ClaimKind.DURATION
    if e.quantity.change is not None and unit is not Unit.COUNT:
        return ClaimKind.TREND
    if e.quantity.vague and unit is Unit.COUNT:
        return ClaimKind.VAGUE
    return _KINDS.get(unit, ClaimKind.COUNT)


@Language.component(COMPONENT, requires=["doc._.clauses"], assigns=["doc._.claims"])
def read_claims(doc: Doc) -> Doc:
    """Put the statistical claims among a doc's quantities on `doc._.claims`."""
    doc._.claims = tuple(claims_of(doc))
    return doc


for _name, _default in (("claims", ()), ("context", ""), ("in_field", False)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)
