"""What the tests of this family share: an article in, what the family says of it out."""

from __future__ import annotations

from functools import cache

from factcheck.linter import Linter
from factcheck.model import Diagnostic, Settings


@cache
def _linter(select: tuple[str, ...]) -> Linter:
    return Linter(Settings(select=select))


def said(text: str, *select: str, format: str = "markdown") -> list[Diagnostic]:
    """The family's diagnostics, with these rules or families switched on."""
    (report,) = _linter(select).check_text(text, format=format).files
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.family == "language"]


def words(text: str, rule: str, format: str = "markdown") -> list[str]:
    """The words that one rule marks in the source."""
    return [text[slice(*diagnostic.span)] for diagnostic in said(text, rule, format=format)]
