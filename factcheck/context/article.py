"""One object about an article: each part is worked out when it is first asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from factcheck.context.counts import Counts
from factcheck.context.kinds import Kind, kind_of
from factcheck.context.readers import Atlas, Readers, nothing_known, readers_of, spoken_of
from factcheck.context.topic import Group, Topic, groups_of, near_topics, topic_of
from factcheck.model import Document


@dataclass(frozen=True)
class Context:
    """What an article is about, of which kind it is, and for whom.

    Attributes:
        atlas: finds what in a text speaks for a country; nothing does by default.
        countries: the readers' countries, where the user has said them.
        date: the article's date, if known.
    """

    document: Document
    atlas: Atlas = nothing_known
    countries: tuple[str, ...] = ()
    date: dt.date | None = None

    @property
    def language(self) -> str:
        """The language the source declares for itself ("en-GB"), empty where it declares none."""
        return self.document.language

    @cached_property
    def counts(self) -> Counts:
        """How often the words of each list stand in the article."""
        return Counts(self.document.article)

    @cached_property
    def topic(self) -> Topic:
        """Whether it is about trafficking and exploitation, about something near it, or about something else."""
        return topic_of(self.counts)

    @cached_property
    def near(self) -> frozenset[str]:
        """The near topics that it speaks of ("domestic-abuse", "migration"; the keys of topic.yaml)."""
        return near_topics(self.counts)

    @cached_property
    def kind(self) -> Kind:
        """What it is: news, an appeal, a fact-check, a table …"""
        return kind_of(self.counts)

    @property
    def debunks(self) -> bool:
        """Whether it discusses figures of others: a figure in it is not its own."""
        return self.kind is Kind.FACT_CHECK

    @cached_property
    def groups(self) -> frozenset[Group]:
        """Whom it is about, as far as it matters for whom to call."""
        return groups_of(self.counts)

    @cached_property
    def readers(self) -> Readers:
        """Where its readers are."""
        return readers_of(self.document, self.atlas, self.countries)

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """Every country of whose places it speaks, were it only once; those of its readers too."""
        return spoken_of(self.document, self.atlas) | frozenset(self.readers.countries)
