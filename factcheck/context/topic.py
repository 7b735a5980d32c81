"""What an article is about: how thick the words of the field stand in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from factcheck.context.counts import Counts, table

_SHORT: Final = 120  # words: in so short a text one word of the field is enough
_THIN: Final = 200  # so many words to one word of the field, and it is no longer the topic
_ONE_AND_A_SIGN: Final = 1.5
_ROUNDUP: Final = 6  # items of a list of many matters, of which one is of the field
_LONG: Final = 12.0  # so many words of the field are enough in an article of any length
_NEAR: Final = 2  # words of a near topic that make an article one about it


class Topic(StrEnum):
    """What an article is about."""

    TRAFFICKING = "trafficking"  # trafficking in or exploitation of people
    NEAR = "near"  # domestic abuse, migration, child labour, missing adults …: judged only clause by clause
    OTHER = "other"


class Group(StrEnum):
    """Whom an article is about, as far as it matters for whom to call."""

    CHILDREN = "children"
    WORKERS = "workers"
    ANYONE = "anyone"


def topic_of(counts: Counts) -> Topic:
    """What an article is about."""
    if _is_of_the_field(counts):
        return Topic.TRAFFICKING
    return Topic.NEAR if near_topics(counts) else Topic.OTHER


def _is_of_the_field(counts: Counts) -> bool:
    weight = counts.all["field"] + 0.5 * counts.all["signs"] + counts.headlines["field"]
    opens = counts.opening["field"] or counts.headlines["field"]
    if counts.items >= _ROUNDUP and counts.of_field == 1 and not opens:
        return False
    enough = min(max(_ONE_AND_A_SIGN, counts.words / _THIN), _LONG) if counts.words > _SHORT else 1
    return counts.all["field"] >= 1 and weight >= enough


def near_topics(counts: Counts) -> frozenset[str]:
    """The near topics that an article speaks of."""
    return frozenset(
        name
        for name in table("topic")["near"]
        if counts.opening[name] or counts.headlines[name] or counts.all[name] >= _NEAR
    )


def groups_of(counts: Counts) -> frozenset[Group]:
    """Whom an article is about."""
    found = {
        group
        for group in (Group.CHILDREN, Group.WORKERS)
        if counts.headlines[group] or counts.opening[group] >= 2 or counts.all[group] >= 3
    }
    if Group.WORKERS not in found or counts.all["sex"]:
        found.add(Group.ANYONE)
    return frozenset(found)
