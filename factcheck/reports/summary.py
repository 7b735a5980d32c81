"""What a run comes to, counted as its results pass by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.model import FileError, Severity, Verdict
from factcheck.reports.standing import Standing, standing

if TYPE_CHECKING:
    from factcheck.model import Diagnostic, FileReport


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of one article.

    Attributes:
        statistics: the verdict on each statistic, and how it stands.
        findings: the severity and the rule of each finding, and whether its fix is safe; None where it has none.
        fixed: how many problems have been mended.
        silent: how many findings were left out.
    """

    statistics: tuple[tuple[Verdict, Standing], ...]
    findings: tuple[tuple[Severity, str, bool | None], ...]
    fixed: int = 0
    silent: int = 0

    @classmethod
    def of(cls, report: FileReport) -> Counts:
        """The counts of a report."""
        return cls(
            tuple((judged.judgement.verdict, standing(judged)) for judged in report.claims),
            tuple((found.severity, found.rule, _safe(found)) for found in report.diagnostics),
            report.fixed,
            len(report.silent),
        )


def _safe(found: Diagnostic) -> bool | None:
    return None if found.fix is None else found.fix.safe


@dataclass
class Summary:
    """Counts over all results so far.

    Attributes:
        articles: articles that were checked.
        errors: files that could not be.
        verdicts: statistics by verdict.
        standings: statistics by how they stand, as people are told.
        severities: diagnostics by severity.
        rules: diagnostics by rule.
        fixes: diagnostics that a safe fix mends.
        unsafe_fixes: diagnostics that only an unsafe fix mends.
        fixed: problems that have been mended before they were reported.
        silent: diagnostics that were left out.
    """

    articles: int = 0
    errors: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    standings: Counter[Standing] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    fixes: int = 0
    unsafe_fixes: int = 0
    fixed: int = 0
    silent: int = 0

    def add(self, result: FileReport | FileError) -> None:
        """Count one result."""
        if isinstance(result, FileError):
            self.errors += 1
        else:
            self.count(Counts.of(result))

    def count(self, article: Counts) -> None:
        """Add the counts of one article."""
        self.articles += 1
        self.fixed += article.fixed
        self.silent += article.silent
        for verdict, stands in article.statistics:
            self.verdicts[verdict] += 1
            self.standings[stands] += 1
        for severity, rule, safe in article.findings:
            self.severities[severity] += 1
            self.rules[rule] += 1
            self.fixes += safe is True
            self.unsafe_fixes += safe is False
