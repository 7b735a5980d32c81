"""What a run comes to, counted as its results pass by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from factcheck.model import FileError, FileReport, Severity, Verdict
from factcheck.reports.standing import Standing, standing


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
            return
        self.articles += 1
        self.fixed += result.fixed
        self.silent += len(result.silent)
        self.verdicts.update(judged.judgement.verdict for judged in result.claims)
        self.standings.update(map(standing, result.claims))
        for diagnostic in result.diagnostics:
            self.severities[diagnostic.severity] += 1
            self.rules[diagnostic.rule] += 1
            if diagnostic.fix is not None:
                self.fixes += diagnostic.fix.safe
                self.unsafe_fixes += not diagnostic.fix.safe
