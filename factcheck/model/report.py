"""What a check reports: diagnostics at spans, claims with verdicts, errors of files that could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.model.claim import Claim
from factcheck.model.document import Document, Span
from factcheck.model.failure import FileError
from factcheck.model.severity import Severity
from factcheck.model.verdict import Judgement


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `source[start:end]` by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A set of edits that mends one diagnostic; `safe` where it cannot change what the article says."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding at one span, from one rule.

    Attributes:
        message: what is wrong, what is right, what to write, in plain words.
        references: keys of corpus entries it rests on.
    """

    rule: str
    family: str
    severity: Severity
    message: str
    span: Span
    references: tuple[str, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim with what the reference says of it."""

    claim: Claim
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the reference set, as a report cites it.

    Attributes:
        says: what it holds, in words.
        source: who says so, and where.
        url: the source's address.
    """

    says: str
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule, as a report explains it.

    Attributes:
        severity: the rule's own, whatever the user has set.
        summary: what it finds.
        why: why it matters to a reader.
        bad, good: a small article that it flags, and one that it leaves alone.
    """

    family: str
    severity: Severity
    summary: str
    why: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """Everything found in one article.

    Attributes:
        failed: a diagnostic is grave enough to fail the run.
        references: the entries that the claims' judgements rest on, by key.
        silent: diagnostics that are left out, because they are known or of lines that nobody has touched.
        fixed: how many problems have been mended in the document before this report.
        rules: the rules that the diagnostics are of, by name.
    """

    document: Document
    claims: tuple[JudgedClaim, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False
    references: Mapping[str, Reference] = field(default_factory=dict)
    silent: tuple[Diagnostic, ...] = ()
    fixed: int = 0
    rules: Mapping[str, RuleText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run over one or many articles, in the order they were given."""

    files: tuple[FileReport, ...] = ()
    errors: tuple[FileError, ...] = field(default=())
