"""Which service suits an article: for its readers' country and for what it deals with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.checks.hotline.services import Services
from factcheck.context import Group
from factcheck.context.readers import UNION, covers
from factcheck.reference.schema import Channel, Confidence, Hotline

TRAFFICKING = "human-trafficking"
_FOR_CHILDREN = ("child-abuse", "missing-children")
_CHILD_LINE = frozenset(("children", "young people"))
_CHILDREN, _LISTENING, _UNFIT = 2, 3, 9  # ranks: for children in danger; for children to talk to; for neither
_RANK = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


def suits(hotline: Hotline, groups: frozenset[Group], lists: Mapping[str, Sequence[str]]) -> bool:
    """Whether a service can help somebody in the situation an article describes.

    A line for children is not enough for an article about forced labour; where the article does not tell whom
    it is about, it counts.

    Args:
        lists: those of the rule `missing-hotline`, which say what the corpus's `serves` mean.
    """
    if is_for_trafficking(hotline):
        return True
    serves = set(hotline.serves)
    if _is_for_children(hotline) or not serves.isdisjoint(lists["serves-children"]):
        if Group.CHILDREN in groups or Group.WORKERS not in groups:
            return True
        serves -= {"tip-offs"}
    if Group.WORKERS in groups and not serves.isdisjoint(lists["serves-workers"]):
        return True
    return not serves.isdisjoint(lists["serves-anyone"])


def is_for_trafficking(hotline: Hotline) -> bool:
    """Whether a service is there for trafficking first of all, and so suits every article about it."""
    return TRAFFICKING in hotline.primary_for


def proposals(services: Services, country: str, groups: frozenset[Group]) -> tuple[Hotline, ...]:
    """The services to name for readers in a country, the best first; none of low confidence, none for a region."""
    found = [
        hotline
        for hotline in services.all
        if _answers(hotline, country)
        and hotline.confidence is not Confidence.LOW
        and not hotline.region
        and number_of(hotline) is not None
        and _rank(hotline, groups) < _UNFIT
    ]
    found.sort(key=lambda h: (*_order(h, groups), _RANK[h.confidence]))
    best = found[:1]
    if Group.CHILDREN in groups:
        best += [hotline for hotline in found[1:] if _rank(hotline, groups) in (_CHILDREN, _LISTENING)][:1]
    return tuple(best)


def _order(hotline: Hotline, groups: frozenset[Group]) -> tuple[bool, bool, int]:
    """A line against trafficking first, then the country's own lines for children, then the Union's."""
    rank = _rank(hotline, groups)
    return rank >= _CHILDREN, hotline.country == UNION, rank


def _answers(hotline: Hotline, country: str) -> bool:
    """Whether a service is there for readers in a country; one of the Union, if not in all of it, only for all."""
    everywhere = hotline.country != UNION or country == UNION or hotline.confidence is Confidence.HIGH
    return covers(hotline.country, country) and everywhere


def _rank(hotline: Hotline, groups: frozenset[Group]) -> int:
    if is_for_trafficking(hotline):
        only_work = "labour exploitation" in hotline.serves and "sexual exploitation" not in hotline.serves
        return 1 if only_work and Group.ANYONE in groups else 0
    if Group.CHILDREN in groups and _is_for_children(hotline):
        return _CHILDREN
    if Group.CHILDREN in groups and not _CHILD_LINE.isdisjoint(hotline.serves):
        return _LISTENING
    return _UNFIT


def _is_for_children(hotline: Hotline) -> bool:
    return not set(_FOR_CHILDREN).isdisjoint(hotline.primary_for)


def number_of(hotline: Hotline) -> Channel | None:
    """The channel to print first: a voice line that is sure enough, else a text line."""
    held = [c for c in hotline.channels if c.kind in ("voice", "text") and c.confidence is not Confidence.LOW]
    return next((c for c in held if c.kind == "voice"), held[0] if held else None)


def text_line_of(hotline: Hotline) -> Channel | None:
    """The service's line for text messages, if it has one beside its voice line."""
    first = number_of(hotline)
    return next(
        (
            c
            for c in hotline.channels
            if c.kind == "text" and c is not first and c.short_code and c.confidence is not Confidence.LOW
        ),
        None,
    )


def contact(hotline: Hotline) -> str:
    """The service with its number, as a message names it."""
    channel, text = number_of(hotline), text_line_of(hotline)
    parts = [hotline.name]
    if channel is not None and channel.value not in hotline.name:
        parts.append(channel.value)
    if text is not None:
        parts[-1] += f" (text {text.short_code})"
    return ", ".join(parts)
