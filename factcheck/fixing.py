"""Carrying out fixes: as many edits at once as keep out of each other's way, then another look, until all is done.

Nothing is read or written here: a text and its findings go in, a text comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from factcheck.model import Edit, FileReport, Fix, Span

_MOST_PASSES = 20  # a fix seldom uncovers more than one other; two that undo each other must end too


def settle(report: FileReport, check: Callable[[str], FileReport], *, unsafe: bool = False) -> FileReport:
    """Carry out the fixes of a report, and those that the text has after them, until none is left.

    What the report keeps silent about is neither fixed nor told afterwards, wherever the fixes have moved it.

    Args:
        check: gives the report of a changed text.
        unsafe: also those fixes that may change what the article says.

    Returns:
        The report of the text as it is then; `fixed` counts the fixes.
    """
    texts = {report.document.source}
    for _ in range(_MOST_PASSES):
        fixes = [d.fix for d in report.diagnostics if d.fix is not None and (d.fix.safe or unsafe)]
        edits, count = together(fixes)
        text = apply(report.document.source, edits)
        if text in texts:  # no fix is left, or they go round in a circle
            break
        texts.add(text)
        silent = {(d.rule, moved(d.span, edits)) for d in report.silent}
        report = _silenced(check(text), silent, report.fixed + count)
    return report


def _silenced(report: FileReport, silent: Collection[tuple[str, Span]], fixed: int) -> FileReport:
    told = tuple(d for d in report.diagnostics if (d.rule, d.span) not in silent)
    left = tuple(d for d in report.diagnostics if (d.rule, d.span) in silent)
    return replace(report, diagnostics=told, silent=left, fixed=fixed)


def together(fixes: Iterable[Fix]) -> tuple[list[Edit], int]:
    """The edits of as many fixes as can be carried out at once, each wholly or not at all, and how many these are.

    From the front: a fix that begins before the last one's end has to wait, as does an insertion right there. Of
    two fixes that are the same, one is taken.
    """
    unlike = {tuple(sorted((edit.start, edit.end, edit.text) for edit in fix.edits)) for fix in fixes}
    taken: list[Edit] = []
    count, ends = 0, -1
    for edits in sorted(unlike):
        start, end = edits[0][:2] if edits else (-1, -1)
        if start < ends or start == end == ends:
            continue
        taken += (Edit(*edit) for edit in edits)
        count, ends = count + 1, taken[-1].end
    return taken, count


def apply(source: str, edits: Iterable[Edit]) -> str:
    """The source with edits carried out, which are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join((*pieces, source[at:]))


def moved(span: Span, edits: Iterable[Edit]) -> Span:
    """Where a stretch of the source stands after edits outside of it."""
    start, end = span
    for edit in edits:
        longer = len(edit.text) - (edit.end - edit.start)
        if edit.end <= span.start:
            start += longer
        if edit.start < span.end:
            end += longer
    return Span(start, end)
