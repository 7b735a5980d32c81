"""Small reports made by hand."""

from __future__ import annotations

import io
from typing import Any

from factcheck.model import (
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Diagnostic,
    Document,
    FileError,
    FileReport,
    Fix,
    Format,
    JudgedClaim,
    Judgement,
    Offsets,
    Period,
    Quantity,
    RuleText,
    Severity,
    Span,
    Verdict,
)
from factcheck.reports import Style, Summary, reporter

RULE = RuleText(
    "invented", Severity.ERROR, "A number {is} wrong.", "It misleads.", "It has 7 beds.", "It has 8 beds."
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
    document = Document(path, Format.MARKDOWN, source, ())
    return FileReport(document, claims, diagnostics, rules={"invented-rule": RULE} if diagnostics else {})


def written(format: str, *results: FileReport | FileError) -> str:
    """What a format makes of results, as it would stand in a file."""
    data, summary = io.BytesIO(), Summary()
    out = io.TextIOWrapper(data, "utf-8", "backslashreplace", newline="\n")
    made = reporter(format, out, Style())
    for result in results:
        summary.add(result)
        made.add(result)
    made.close(summary)
    out.flush()
    return data.getvalue().decode()


def mended(source: str, fix: Fix | None) -> str:
    """A source with the edits of a fix made."""
    for edit in reversed(fix.edits if fix else ()):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


def made_of(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """The JSON Schema of an object with these keys and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": required | (optional or {}),
    }
