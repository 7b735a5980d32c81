"""What the tests of this family share: an article in, the leftovers found in it out."""

from __future__ import annotations

from functools import cache

from factcheck import documents
from factcheck.checks.article import Article, Finding
from factcheck.checks.leftovers import leftovers
from factcheck.checks.rule import Rule
from factcheck.checks.rules import load_rules
from factcheck.context import Context
from factcheck.fixing import apply, together
from factcheck.model import Format, Span
from factcheck.reference import Corpus


@cache
def _rules() -> dict[str, Rule]:
    return load_rules()


def findings(text: str, format: Format = Format.TEXT) -> list[Finding]:
    """Every leftover of an article."""
    document = documents.read(text.encode("utf-8"), "-", format)
    return list(
        leftovers(
            Article(document=document, claims=(), corpus=Corpus(), rules=_rules(), context=Context(document))
        )
    )


def found(text: str, format: Format = Format.TEXT) -> list[tuple[str, str]]:
    """Rule and words of every leftover, in reading order."""
    ordered = sorted(findings(text, format), key=lambda finding: finding.span)
    return [(finding.rule, text[slice(*finding.span)]) for finding in ordered]


def words(rule: str, text: str, format: Format = Format.TEXT) -> list[str]:
    """The words that one rule finds."""
    return [what for name, what in found(text, format) if name == rule]


def fixed(text: str, format: Format = Format.TEXT, *, safe: bool = True) -> str:
    """The article with its fixes carried out, the unsafe ones too where asked for."""
    fixes = [finding.fix for finding in findings(text, format) if finding.fix]
    edits, _ = together(fix for fix in fixes if fix.safe or not safe)
    return apply(text, edits)


def overlaps(one: Span, other: Span) -> bool:
    """Whether two stretches share a character."""
    return one.start < other.end and other.start < one.end
