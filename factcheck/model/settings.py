"""What the user asked for: which rules, for readers where, over which files, with which data of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model.format import Format
from factcheck.model.severity import Severity

if TYPE_CHECKING:
    from factcheck.model.report import Diagnostic


@dataclass(frozen=True, slots=True)
class Override:
    """Other settings for some files; None where the general setting stands.

    Attributes:
        files: patterns as in .gitignore, relative to the folder of the configuration.
        ignore: further rules or families to leave out.
    """

    files: tuple[str, ...]
    countries: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run depends on besides the articles. Hashable, so that it can be the key of a cache.

    Attributes:
        countries: the readers' countries (ISO 3166, two letters); empty: decide from the text.
        select: names of rules and families to run; empty: every rule that is not off by default.
        ignore: names of rules and families not to run.
        preview: whether rules run whose precision on real pages is not yet what their severity asks for.
        severities: rules or families with another severity than their own.
        fail_on: the least severity that fails a run; None: none does.
        content: files and folders that hold the articles, relative to `root`; empty: they may be anywhere.
        exclude: patterns of files and folders to pass over, as in .gitignore.
        corpora: own folders laid over the shipped reference set.
        rules: own folders laid over the shipped rules.
        organisation: the publishing organisation's own names and domains.
        date: the date of articles that give none themselves.
        format: that of articles whose name tells none.
        overrides: other settings for some files; later ones win.
        root: the folder that patterns and `content` are relative to: the one of the configuration file.
    """

    countries: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    severities: tuple[tuple[str, Severity], ...] = ()
    fail_on: Severity | None = Severity.WARNING
    content: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    corpora: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    organisation: tuple[str, ...] = ()
    date: dt.date | None = None
    format: Format | None = None
    overrides: tuple[Override, ...] = ()
    root: Path | None = None

    def runs(self, rule: str, family: str, *, off: bool = False, preview: bool = False) -> bool:
        """Whether a rule is to run. A rule's own name weighs more than its family's; at a draw, ignore wins.

        Args:
            off: whether the rule runs only when asked for, by its own name or its family's.
            preview: whether it is a preview, which runs only by its own name or where previews are wanted.
        """
        if rule in self.ignore:
            return False
        if rule in self.select:
            return True
        if family in self.ignore or (preview and not self.preview):
            return False
        return family in self.select if self.select else not off

    def severity_of(self, rule: str, family: str) -> Severity | None:
        """The severity the user has set for a rule or its family, None where it keeps its own."""
        chosen = dict(self.severities)
        return chosen.get(rule, chosen.get(family))

    def fails(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Whether one of the diagnostics is grave enough to fail the run."""
        least = self.fail_on
        return least is not None and any(d.severity.weight >= least.weight for d in diagnostics)
