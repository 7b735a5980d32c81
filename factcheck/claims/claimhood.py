"""Claimhood: which numbers are statistics of the field, and of what kind.

A number is judged by what it counts (`nouns.yaml`), by the words around it (`claimhood.yaml`) and by whether the
sentence tells of the world or of one case. No number is a claim for its value alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.claims.docs import text_of
from factcheck.claims.evidence import Evidence, Setting
from factcheck.claims.judges import DURATIONS, is_statistic, part_of_a_total
from factcheck.claims.topic import cues_in
from factcheck.model import ClaimKind, Quantity, Span, Unit

_AGE: Final = re.compile(r"\b(?:aged?|ages|old)\b")
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


def claims_of(doc: Doc) -> Iterator[Found]:
    """The statistical claims among a doc's quantities, in their order.

    Args:
        doc: with `doc._.clauses`; `doc._.context` (what stands around the block: headings, labels, the paragraph
            before) and `doc._.in_field` (`factcheck.claims.topic.in_field` of the whole article) may be set.
    """
    given = doc._
    clauses = given.clauses
    if not clauses:
        return
    setting = Setting(text_of(doc), cues_in(given.context), given.in_field)
    together = Counter(clause.sentence for clause in clauses)
    judged = [
        (e, is_statistic(e))
        for e in (Evidence(clause, setting, alone=together[clause.sentence] == 1) for clause in clauses)
    ]
    totals = {e.clause.sentence for e, right in judged if right and e.quantity.unit in (Unit.COUNT, Unit.PERCENT)}
    for e, right in judged:
        if right or (e.clause.sentence in totals and part_of_a_total(e)):
            yield Found(e.quantity, _kind(e), e.clause.sentence, e.clause.span, e.clause.counts, e.clause.governor)


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
    if unit in DURATIONS or e.noun == "age":
        return ClaimKind.AGE if _AGE.search(e.words) else ClaimKind.DURATION
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
