"""An article as the hotline rules see it: each part worked out when a rule first asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.checks.article import Article
from factcheck.checks.hotline.cues import Cues, cues_of
from factcheck.checks.hotline.given import Given, given_in
from factcheck.checks.hotline.labels import Mislabelled, mislabelled
from factcheck.checks.hotline.misprints import Misprint, misprints
from factcheck.checks.hotline.reading import Reading, read
from factcheck.checks.hotline.services import Services, services_of
from factcheck.context import Context, Readers


@dataclass(frozen=True)
class Situation:
    """What the article says of help services, whom it is for and what it deals with."""

    article: Article

    @cached_property
    def services(self) -> Services:
        """The help services of the reference set."""
        return services_of(self.article.corpus)

    @cached_property
    def cues(self) -> Cues:
        """The words around a number."""
        return cues_of(self.article.rules)

    @cached_property
    def reading(self) -> Reading:
        """Numbers and names in the article."""
        return read(self.article.document, self.article.page, self.services, self.cues)

    @property
    def context(self) -> Context:
        """What it is about and for whom."""
        return self.article.context

    @property
    def readers(self) -> Readers:
        """Where its readers are."""
        return self.context.readers

    @cached_property
    def misprints(self) -> tuple[Misprint, ...]:
        """Numbers a slip or two away from a service's own."""
        return tuple(misprints(self.reading, self.services, lambda: self.readers, self.cues))

    @cached_property
    def mislabelled(self) -> tuple[Mislabelled, ...]:
        """Numbers given as a service's that are not."""
        return tuple(mislabelled(self.reading, lambda: self.readers))

    @cached_property
    def given(self) -> Given:
        """The help that it gives its readers."""
        meant = {slip.listing.hotline.id: (slip.listing.hotline, slip.text) for slip in self.misprints}
        meant |= {label.hotline.id: (label.hotline, label.mention.text) for label in self.mislabelled}
        return given_in(self.reading, tuple(meant.values()), self.context, self.cues)
