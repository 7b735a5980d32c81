"""Holding a claim against the reference set.

For a claim that states a number, in this order: a myth's value with its topic words is debunked; a measure's
value for the claim's place and period is supported, another value contradicted; without a period the latest
value is supported and an older one outdated. A claim is contradicted only where its words fit one measure
better than every other. A number that the article refutes, or tells as history, accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from factcheck.claims.cues import cues
from factcheck.model import Claim, JudgedClaim, Judgement, Stance, Unit, Verdict
from factcheck.reference.agreement import agreement
from factcheck.reference.by_value import ValueBook
from factcheck.reference.corpus import Corpus
from factcheck.reference.likeness import texts_of
from factcheck.reference.linking import Features, Linker, Wording
from factcheck.reference.matching import ClaimWords, Match, Vocabulary, Wanted
from factcheck.reference.myths import FoundMyth, MythBook
from factcheck.reference.readings import Reading, read_as, telling
from factcheck.reference.schema import Measure, Myth
from factcheck.reference.selecting import covering, governing
from factcheck.reference.series import Point, Series, latest
from factcheck.reference.values import Kind, agrees, comparable

Fit = tuple[Series, Match]


class Judge:
    """Holds claims against a corpus.

    Raises:
        UserError: an entry of the corpus names a shared word list that does not exist.
    """

    def __init__(self, corpus: Corpus) -> None:
        series = {measure.id: Series.of(measure) for measure in corpus.measures.values()}
        words = [*(m.words for m in corpus.measures.values()), *(m.words for m in corpus.myths.values())]
        self._vocabulary = Vocabulary(words, corpus.words, corpus.names)
        entries: dict[str, Measure | Myth] = {**corpus.measures, **corpus.myths}
        self.linker = Linker({key: texts_of(entry) for key, entry in entries.items()})
        self._publishers = {measure.id: measure.publisher for measure in corpus.measures.values()}
        self._series = tuple((one, self._vocabulary.wanted(one.measure.words)) for one in series.values())
        self._in_unit = lru_cache(maxsize=256)(self._comparable)
        self._editions = {
            point.key: point.observation.edition
            for one in series.values()
            for point in one.points
            if point.observation.status == "current"
        }
        self._myths = MythBook(corpus.myths, self._vocabulary, series, self.linker)

    def judge_all(self, claims: Iterable[Claim], *, discusses: bool = False) -> tuple[JudgedClaim, ...]:
        """The claims of one article with their verdicts.

        A number that no measure's words fit is looked for by its value, in the company of the article's other
        figures. A telling number that an article repeats ("Of the 49.6 million …") needs its words only once.

        Args:
            discusses: the article examines the figures of others, so that none in it is its own.
        """
        read = [(claim, self._vocabulary.read(claim)) for claim in claims]
        first = [(claim, words, self._by_words(claim, words)) for claim, words in read]
        told_of = {judgement.measure for _, _, judgement in first if judgement.measure}
        company = {measure: self._publishers[measure] for measure in told_of}
        told: dict[tuple[object, ...], Judgement] = {}
        judged = []
        for claim, words, judgement in first:
            number = _number(claim)
            if _unknown(judgement):
                judgement = self._by_value(claim, words, company) or judgement
            if judgement.measure and not judgement.verdict.accuses:
                told.setdefault(number, judgement)
            elif not judgement.references and telling(claim.quantity) and claim.period is None:
                judgement = told.get(number, judgement)
            judged.append(JudgedClaim(claim, _known(judgement) if discusses else judgement))
        return tuple(judged)

    def judge(self, claim: Claim) -> Judgement:
        """The verdict on one claim by itself, and its grounds."""
        return self._by_words(claim, self._vocabulary.read(claim))

    def described(
        self, claims: Iterable[Claim], linker: Linker | None = None
    ) -> Iterator[tuple[Claim, str, str, bool, Features]]:
        """Each claim with each entry that it may be about, and what the scores are learned from.

        Args:
            linker: another than the judge's own.

        Returns:
            The claim, the entry's id, "measure" or "myth", whether a value of it agrees, and the features.
        """
        linker = linker or self.linker
        read = [(claim, self._vocabulary.read(claim)) for claim in claims]
        told_of = {one.measure for claim, words in read if (one := self._by_words(claim, words)).measure}
        company = {measure: self._publishers[measure] for measure in told_of if measure}
        for claim, words in read:
            wording = Wording(claim)
            worded = [series for series, match in self._fits(claim, words) if match.full]
            alike = self._values.alike(claim.quantity)
            for series in dict.fromkeys((*alike, *worded)):
                found = agreement(series, claim)
                features = linker.measure(wording, series, found, len(alike), company)
                yield claim, series.measure.id, "measure", bool(found.right), features
            for entry in self._myths.told_in(claim.quantity):
                yield claim, entry.myth.id, "myth", True, linker.myth(wording, entry.myth, entry.facts)

    def _by_words(self, claim: Claim, words: ClaimWords) -> Judgement:
        return self._in_its_stance(self._as_stated(claim, words), claim)

    def _as_stated(self, claim: Claim, words: ClaimWords) -> Judgement:
        fits = self._fits(claim, words)
        reading = _read(fits, claim)
        if reading and reading.wrong and self._values.another(claim, reading):
            reading = None
        if reading and not reading.supports and self._values.unlikely(claim, reading):
            reading = None
        worded = [series.measure.id for series, match in fits if match.full]
        myth = self._myths.find(claim, words, worded)
        if myth is not None and not (reading and _holds(reading, claim, myth)):
            return Judgement(myth.verdict, myth=myth.id, matched=_keys(myth.points))
        if reading is None:
            verdict = Verdict.UNVERIFIED if claim.sourced else Verdict.UNSUPPORTED
            return Judgement(verdict, broadened=_broadened(fits, claim))
        return _judgement(reading)

    @cached_property
    def _values(self) -> ValueBook:
        return ValueBook(self._series, self.linker)

    def _by_value(self, claim: Claim, words: ClaimWords, company: Mapping[str, str]) -> Judgement | None:
        """What a number is known as by its value.

        Nothing where the words are all another measure's, and more like it: "7,115 were convicted of forced
        labour" gives the convictions for all forms.
        """
        reading = self._values.find(claim, words, company) or self._values.past(claim, words, company)
        if reading is None or self._worded_otherwise(reading, claim, words):
            return None
        return self._in_its_stance(_judgement(reading), claim)

    def _worded_otherwise(self, reading: Reading, claim: Claim, words: ClaimWords) -> bool:
        """Whether the sentence has all the words of another measure of the claim's place, and is more like it."""
        wording = Wording(claim)
        alike = self.linker.alike(wording, reading.series.measure.id)
        return any(
            match.full
            and not match.borrowed
            and series is not reading.series
            and governing(series, claim)
            and self.linker.alike(wording, series.measure.id) > alike
            for series, match in self._fits(claim, words)
        )

    def _in_its_stance(self, judgement: Judgement, claim: Claim) -> Judgement:
        """The judgement on a claim as the article stands to it.

        What it refutes or tells as history accuses nobody; but the newest edition's figure is no history.
        """
        dated = claim.edition is not None and judgement.verdict is Verdict.OUTDATED  # "in its 2014 report"
        stated = claim.stance is Stance.STATED or self._of_the_newest_edition(judgement, claim)
        if not judgement.verdict.accuses or (stated and not dated):
            return judgement
        return _known(judgement)

    def _of_the_newest_edition(self, judgement: Judgement, claim: Claim) -> bool:
        """Whether a wrong number is told as that of the edition which the reference holds as current."""
        if claim.stance is not Stance.HISTORY or claim.period or judgement.verdict is not Verdict.CONTRADICTED:
            return False
        if claim.edition is None or any(cue.stance is Stance.HISTORY for cue in cues(claim.text)):
            return False  # "…, up from 15,000": it may be the older edition's
        return all(self._editions.get(key) == claim.edition for key in judgement.observations)

    def _fits(self, claim: Claim, words: ClaimWords) -> list[Fit]:
        """The measures that the claim may be about by its unit and words, in the corpus's order.

        A number of few digits needs all words that a measure cannot do without; one that tells more, only some.
        """
        unnamed, missing = ~words.clause, 0 if telling(claim.quantity) else ~words.around
        near = [
            (series, wanted)
            for series, wanted in self._in_unit(Kind.of(claim.quantity))
            if not wanted.own & unnamed and not wanted.all & missing
        ]
        return [(series, match) for series, wanted in near if (match := wanted.match(words))]

    def _comparable(self, kind: Kind) -> tuple[tuple[Series, Wanted], ...]:
        """The measures in whose unit a number is."""
        return tuple((s, wanted) for s, wanted in self._series if comparable(kind, s.measure.unit))


def _known(judgement: Judgement) -> Judgement:
    """An accusing judgement as that on a figure which is not the article's own: known, and held against nobody."""
    if not judgement.verdict.accuses:
        return judgement
    verdict = Verdict.UNVERIFIED if judgement.verdict is Verdict.CONTRADICTED else Verdict.SUPPORTED
    return replace(judgement, verdict=verdict)


def _unknown(judgement: Judgement) -> bool:
    """Whether the reference has nothing at all to say."""
    return not judgement.references and not judgement.broadened


def _judgement(reading: Reading) -> Judgement:
    return Judgement(
        verdict=Verdict[reading.outcome.name],
        measure=reading.series.measure.id,
        observations=_keys(reading.says),
        matched=_keys(reading.agreeing),
    )


def _read(fits: list[Fit], claim: Claim) -> Reading | None:
    """The reading that says most, or None where the reference does not cover the claim."""
    readings = _readings(fits, claim)
    if not readings:
        return None
    best = max(readings, key=lambda reading: reading.rank)
    if best.wrong and not _certain(best, fits, claim):
        return None
    return best


def _readings(fits: list[Fit], claim: Claim) -> list[Reading]:
    """The claim as each measure that allows it."""
    return [reading for series, match in fits if (reading := read_as(series, match, claim))]


def _certain(best: Reading, fits: list[Fit], claim: Claim) -> bool:
    """Whether one measure fits clearly better than all others, and nobody else is named as the source."""
    measure, named = best.series.measure, claim.attribution.publishers
    if named and not {measure.publisher, *measure.relayed_by} & set(named):
        return False
    return not any(
        match.full and match.found >= best.match.found and _covered(series, claim)
        for series, match in fits
        if series is not best.series and match.borrowed <= best.match.borrowed and _rivals(series, best, claim)
    )


def _rivals(series: Series, best: Reading, claim: Claim) -> bool:
    """Whether another series may be meant as well as the best.

    One that says just the same is no rival, nor is one of a region where a text that names no place may mean the
    world.
    """
    if not claim.places and "World" in best.series.places and "World" not in series.places:
        return False
    points = governing(series, claim)
    held = covering(points, claim.period, alike=True) if claim.period else latest(points)
    values = {(point.amount.low, point.amount.high) for point in best.says}
    return not held or any((point.amount.low, point.amount.high) not in values for point in held)


def _covered(series: Series, claim: Claim) -> bool:
    """Whether a series speaks of the claim's place and, where it gives one, period."""
    points = governing(series, claim)
    return bool(covering(points, claim.period) if claim.period else points)


def _broadened(fits: list[Fit], claim: Claim) -> str | None:
    """The observation whose share the claim tells, with all its words but those for the group it is of."""
    if claim.quantity.unit is not Unit.PERCENT:
        return None
    for series, match in fits:
        if match.own and match.rest and match.some and not match.whom:
            agreeing = [point for point in governing(series, claim) if agrees(claim.quantity, point.amount)]
            if agreeing:
                return agreeing[-1].key
    return None


def _number(claim: Claim) -> tuple[object, ...]:
    number = claim.quantity
    return number.low, number.high, number.unit, number.currency, number.change


def _holds(reading: Reading, claim: Claim, myth: FoundMyth) -> bool:
    """Whether the reading as a measure stands against a myth with the same number.

    It does where the text gives the period, where the value is today's, or where the myth has nothing to do with
    the measure; a myth is often a fact without its year, place and population. "Thousands" bears nothing out. Of a
    myth that is merely out of date, or told in the name of the measure's publisher, the measure has more to say:
    the right figure.
    """
    if myth.verdict is Verdict.OUTDATED and reading.match.full and (claim.period or not reading.supports):
        return True
    if reading.wrong:
        return reading.series.measure.publisher in claim.attribution.publishers
    if not reading.supports or claim.period is not None:
        return reading.supports
    sure = reading.match.full and not claim.quantity.vague
    return sure and (reading.today or reading.series.measure.id not in myth.facts)


def _keys(points: tuple[Point, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(point.key for point in points))
