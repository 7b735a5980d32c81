"""How a statistic stands, in the words of the reports for people: its verdict, or how the article itself tells it.

A wrong number that the article refutes, or tells as what was once said, is no fault of the article's. It accuses
nobody, and its verdict is "supported"; but nobody may read that the number is right.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.model import Verdict

if TYPE_CHECKING:
    from factcheck.model import JudgedClaim


class Standing(StrEnum):
    """How a statistic stands; its value is what people read."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    DEBUNKED = "debunked"
    UNVERIFIED = "not verified"
    UNSUPPORTED = "without support"
    REFUTED = "told as false"
    HISTORY = "told as history"


def standing(judged: JudgedClaim) -> Standing:
    """How a statistic stands; a number that the reference does not know stands by its verdict alone."""
    from factcheck.model import Stance  # whoever only counts loads no claims

    verdict, stance = judged.judgement.verdict, judged.claim.stance
    if judged.judgement.references and not verdict.accuses and not judged.judgement.borne_out:
        if stance is Stance.REFUTED:
            return Standing.REFUTED
        if stance is Stance.HISTORY and verdict is Verdict.SUPPORTED:
            return Standing.HISTORY
    return Standing[verdict.name]
