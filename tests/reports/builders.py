"""Small reports made by hand."""

from __future__ import annotations

from factcheck.model import (
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Diagnostic,
    Document,
    FileReport,
    Format,
    JudgedClaim,
    Judgement,
    Offsets,
    Period,
    Quantity,
    Severity,
    Span,
    Verdict,
)


def span_of(source: str, words: str) -> Span:
    """Where words stand in a source."""
    start = source.index(words)
    return Span(start, start + len(words))


def finding(
    source: str, words: str, message: str = "Something is wrong.", severity: Severity = Severity.ERROR
) -> Diagnostic:
    """A diagnostic of an invented rule."""
    return Diagnostic("invented-rule", "invented", severity, message, span_of(source, words))


def claim(source: str, number: str, verdict: Verdict = Verdict.UNSUPPORTED) -> JudgedClaim:
    """A claim whose sentence is the whole source."""
    block = Block(BlockKind.PARAGRAPH, source, Offsets.verbatim(0, len(source)), Span(0, len(source)))
    start, end = span_of(source, number)
    whole = Span(0, len(source))
    quantity = Quantity(start, end, number, 7.0, 7.0)
    read = Claim(block, quantity, ClaimKind.COUNT, whole, whole, places=("US",), period=Period.year(2019))
    return JudgedClaim(read, Judgement(verdict, "beds", observations=("beds/US/2019",)))


def report(
    source: str, *diagnostics: Diagnostic, claims: tuple[JudgedClaim, ...] = (), path: str = "a.md"
) -> FileReport:
    """The report of one article."""
    return FileReport(Document(path, Format.MARKDOWN, source, ()), claims, diagnostics)
