"""Claimhood: which numbers are statistics of the field, and of what kind.

A number is judged by what it counts (`nouns.yaml`), by the words around it (`claimhood.yaml`) and by whether the
sentence tells of the world or of one case. No number is a claim for its value alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.claims.clauses import Clause
from factcheck.claims.evidence import Evidence, Setting
from factcheck.claims.judges import DURATIONS, is_statistic, part_of_a_total
from factcheck.claims.topic import cues_in
from factcheck.model import ClaimKind, Quantity, Span, Unit

_AGE: Final = re.compile(r"\b(?:aged?|ages|old)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity that is a statistical claim of the field.

    Attributes:
        sentence, clause: offsets in the block's text.
        counts: the words for what is counted, with qualifiers; empty where the text names nothing.
        governor: the clause that says what the number is a part of, if another one does.
    """

    quantity: Quantity
    kind: ClaimKind
    sentence: Span
    clause: Span
    counts: str = ""
    governor: Span | None = None


def claims_of(text: str, clauses: Sequence[Clause], context: str = "", in_field: bool = False) -> Iterator[Found]:
    """The statistical claims among the quantities of a block, in their order.

    Args:
        clauses: one for each of the block's quantities.
        context: what stands around the block: headings, labels, the paragraph before.
        in_field: whether the whole article is of the field (`factcheck.claims.topic.in_field`).
    """
    if not clauses:
        return
    setting = Setting(text, cues_in(context), in_field)
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
