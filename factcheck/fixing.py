"""Carrying out fixes: as many edits at once as keep out of each other's way, then another look, until all is done.

Nothing is read or written here: a text and its findings go in, a text comes out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from dataclasses import replace
from itertools import accumulate

from factcheck.model import Diagnostic, Edit, FileReport, Fix, Span

_MOST_PASSES = 20  # a fix seldom uncovers more than one other; two that undo each other must end too
_Insertion = tuple[str, str]  # a rule, and what its fix puts in


def settle(report: FileReport, check: Callable[[str], FileReport], *, unsafe: bool = False) -> FileReport:
    """Carry out the fixes of a report, and those that the text has after them, until none is left.

    What the report keeps silent about is neither fixed nor told afterwards, wherever the fixes have moved it. A
    fix that puts something in and is then offered again has not helped (a help line inside a comment, say): it
    would put the same in at every run, and is not carried out at all.

    Args:
        check: gives the report of a changed text.
        unsafe: also those fixes that may change what the article says.

    Returns:
        The report of the text as it is then; `fixed` counts the fixes.
    """
    idle: set[_Insertion] = set()
    while True:
        settled, again = _settled(report, check, idle, unsafe=unsafe)
        if not again:
            return settled
        idle |= again


def _settled(
    report: FileReport, check: Callable[[str], FileReport], idle: Set[_Insertion], *, unsafe: bool
) -> tuple[FileReport, set[_Insertion]]:
    """The report after its fixes but for idle ones, and which of those carried out are offered again."""
    texts = {report.document.source}
    done: set[_Insertion] = set()
    for _ in range(_MOST_PASSES):
        offered = [d for d in report.diagnostics if d.fix and (d.fix.safe or unsafe) and not _insertions(d) & idle]
        again = {insertion for diagnostic in offered for insertion in _insertions(diagnostic) & done}
        if again:
            return report, again
        edits, count = together(d.fix for d in offered if d.fix)
        text = apply(report.document.source, edits)
        if text in texts:  # no fix is left, or they go round in a circle
            break
        texts.add(text)
        taken = set(edits)
        done.update(*(_insertions(d) for d in offered if d.fix and taken.issuperset(d.fix.edits)))
        moved = Moved(edits)
        silent = {(d.rule, moved(d.span)) for d in report.silent}
        report = _silenced(check(text), silent, report.fixed + count)
    return report, set()


def _insertions(diagnostic: Diagnostic) -> set[_Insertion]:
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    return {(diagnostic.rule, edit.text) for edit in edits if edit.start == edit.end and edit.text}


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


class Moved:
    """Where stretches of a source stand after edits outside of them.

    Args:
        edits: in order; they do not overlap.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        self._longer = list(accumulate((len(e.text) - (e.end - e.start) for e in edits), initial=0))

    def __call__(self, span: Span) -> Span:
        start = span.start + self._longer[bisect_right(self._ends, span.start)]
        return Span(start, span.end + self._longer[bisect_left(self._starts, span.end)])
