"""Asking the reference set from the page: what it knows, a series to draw, and a sentence to put in."""

from __future__ import annotations

import re
from typing import Any, Final

from factcheck.errors import UserError
from factcheck.reference import Corpus
from factcheck.reference.schema import Hotline, Measure, Myth
from factcheck.reference.searching import near_spellings, search
from factcheck.reference.series import Point, Series
from factcheck.reference.showing import FIRST, glance, proposal
from factcheck.reference.wording import value_text

_MOST: Final = 60  # entries that are listed
_LONGEST: Final = 200  # characters of a question
_ADDRESS: Final = re.compile(r"https?://\S+")


def found(corpus: Corpus, words: str) -> dict[str, Any]:
    """The entries that fit a question, the best first, each with its newest figure."""
    asked = words[:_LONGEST]
    entries = search(corpus, asked)
    return {
        "entries": [
            {"kind": one.kind, "id": one.id, "title": one.title, "glance": _glance(corpus, one.id)}
            for one in entries[:_MOST]
        ],
        "more": max(0, len(entries) - _MOST),
        "near": [] if entries else near_spellings(corpus, asked),
    }


def shown(corpus: Corpus, id: str) -> dict[str, Any]:
    """One entry, whole.

    Raises:
        UserError: there is none with this id.
    """
    if measure := corpus.measures.get(id):
        return _measure(corpus, measure)
    if myth := corpus.myths.get(id):
        return _myth(myth)
    if hotline := corpus.hotlines.get(id):
        return _hotline(hotline)
    raise UserError("the reference set has no such entry")


def _glance(corpus: Corpus, id: str) -> str:
    measure = corpus.measures.get(id)
    return glance(measure) if measure else ""


def _measure(corpus: Corpus, measure: Measure) -> dict[str, Any]:
    series = Series.of(measure)
    places = sorted(series.places, key=lambda place: (place not in FIRST, place))
    return {
        "kind": "measure",
        "title": measure.title,
        "counts": measure.counts,
        "publisher": corpus.publisher(measure),
        "broader": list(measure.broader),
        "places": [
            {
                "place": place,
                "points": [_point(point, measure.unit) for point in series.at(place)],
                "write": _proposed(corpus, measure, place),
            }
            for place in places
        ],
    }


def _point(point: Point, unit: str) -> dict[str, Any]:
    held = point.observation
    notes = (f"edition of {held.edition}" if held.edition else "", held.group, held.note)
    return {
        "period": held.period,
        "month": point.period.last,
        "value": value_text(held, unit),
        "low": point.amount.low,
        "high": point.amount.high,
        "sure": point.trusted and held.status != "superseded",
        "part": point.part,
        "confidence": held.confidence.value,
        "status": held.status,
        "note": ", ".join(note for note in notes if note),
        "source": held.source.title,
        "url": held.source.url,
    }


def _proposed(corpus: Corpus, measure: Measure, place: str) -> dict[str, str] | None:
    proposed = proposal(corpus, measure, place)
    if proposed is None:
        return None
    address = _ADDRESS.search(proposed.source)
    named = proposed.source[: address.start()].rstrip(", ") if address else proposed.source
    return {"sentence": proposed.sentence, "source": named, "url": address[0] if address else ""}


def _myth(myth: Myth) -> dict[str, Any]:
    return {
        "kind": "myth",
        "title": myth.claim,
        "problem": myth.problem.replace("-", " "),
        "origin": myth.origin,
        "accepted": myth.legitimate_uses,
        "instead": myth.say_instead,
        "evidence": [one.url for one in myth.evidence if one.kind != "unshown"],
    }


def _hotline(hotline: Hotline) -> dict[str, Any]:
    return {
        "kind": "hotline",
        "title": hotline.name,
        "country": hotline.country,
        "operator": hotline.operator,
        "channels": [
            {"kind": one.kind, "value": one.value, "note": "; ".join(n for n in (one.hours, one.reach) if n)}
            for one in hotline.channels
        ],
        "retired": [f"{one.value}: {one.note}" for one in hotline.retired_numbers],
        "source": hotline.source.title,
        "url": hotline.source.url,
        "confidence": hotline.confidence.value,
        "verified": hotline.verified,
    }
