"""What the reference says of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The outcome of holding one claim against the reference set."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    DEBUNKED = "debunked"
    UNVERIFIED = "unverified"  # not in the reference set, a source is given
    UNSUPPORTED = "unsupported"  # not in the reference set, no source given

    @property
    def accuses(self) -> bool:
        """Whether it tells the editor that the number is wrong."""
        return self in (Verdict.CONTRADICTED, Verdict.OUTDATED, Verdict.DEBUNKED)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its grounds. Ids only: the checks look the entries up where they word the message.

    Attributes:
        verdict: the outcome.
        measure: id of the measure the claim was read as, if any.
        myth: id of the myth, for a debunked or (by an outdated myth) outdated number.
        observations: keys `measure/place/period` of what the reference holds for the claim's place and period,
            or the latest where it gives none; what the article should say.
        matched: keys of the observations that the claim's value does agree with (another year's, say).
        broadened: key of the observation whose share the claim tells of a larger group, if it does.
    """

    verdict: Verdict
    measure: str | None = None
    myth: str | None = None
    observations: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    broadened: str | None = None

    @property
    def references(self) -> tuple[str, ...]:
        """Every entry it rests on, without repeats."""
        myth = (self.myth,) if self.myth else ()
        return tuple(dict.fromkeys((*self.observations, *self.matched, *myth)))

    @property
    def borne_out(self) -> bool:
        """Whether the reference holds just this number: not a myth, not merely another year's."""
        known = bool(self.observations) and set(self.observations) <= set(self.matched)
        return self.verdict is Verdict.SUPPORTED and self.myth is None and known
