"""What a user has chosen: readers, rules, folders."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from factcheck.model.report import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that hold for one article.

    Attributes:
        countries: the readers' countries, ISO 3166 codes; empty: decide from the text.
        select: rules or families to run; empty: all that are not off by default.
        ignore: rules or families left out; stronger than `select`.
        severities: a rule's own severity instead of its default.
        corpora: the user's own corpus folders, laid over the shipped one.
        rules: the user's own rules folders.
        organisation: names and web domains of the publishing organisation.
        date: the article's date, where the article does not say.
    """

    countries: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    corpora: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    organisation: tuple[str, ...] = ()
    date: dt.date | None = None
