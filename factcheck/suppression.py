"""Comments by which an editor silences a rule in one place.

    <!-- factcheck: ignore[rule, family] reason -->     for the next block
    <!-- factcheck: disable[rule] reason -->            from here on,
    <!-- factcheck: enable[rule] -->                    up to here

A block is what the reader sees as one: a paragraph, a heading, a whole list or table. A comment inside a block
is for that block. Without brackets every rule is meant. A comment that silences nothing is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factcheck.checks import Finding, Rule
from factcheck.checks.engine import worded
from factcheck.config import nearest
from factcheck.model import Block, BlockKind, Comment, Diagnostic, Document, Settings, Severity, Span

_RULE = "unused-suppression"
_EVERY = ""  # the name of a comment without brackets
_MOST_UNKNOWN = 20  # names of one comment that are told
_COMMENT = re.compile(r"\s*factcheck:\s*(?P<word>[\w-]*)\s*(?:\[(?P<names>[^\]]*)\])?")
_WORDS = ("ignore", "disable", "enable")
_TOGETHER = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)


def silenced(
    document: Document, diagnostics: tuple[Diagnostic, ...], rules: Mapping[str, Rule], settings: Settings
) -> tuple[Diagnostic, ...]:
    """The diagnostics that no comment silences, and one for every comment that silences nothing.

    Args:
        settings: say which rules run: a comment for a rule that does not run is not called unused.
    """
    comments = [(comment, match) for comment in document.comments if (match := _COMMENT.match(comment.text))]
    if not comments:
        return diagnostics
    silences = _Silences(document, rules, settings)
    for comment, match in comments:
        silences.read(comment, match["word"], match["names"])
    left = [found for found in diagnostics if not silences.hold(found)]
    rule = rules[_RULE]
    if rule.runs(settings):
        left += [worded(finding, rule, settings) for finding in silences.findings()]
    return tuple(sorted(left, key=lambda d: d.span))


@dataclass
class _Silence:
    """One name in one comment, the stretch of the source it silences, and whether it ever had to."""

    name: str
    comment: Comment
    start: int
    end: int
    used: bool = False

    def __lt__(self, other: _Silence) -> bool:
        return self.start < other.start


class _Silences:
    """The comments of one document."""

    def __init__(self, document: Document, rules: Mapping[str, Rule], settings: Settings) -> None:
        self._blocks = sorted(document.blocks, key=lambda block: block.span)
        self._ends = _ends(self._blocks)
        self._length = len(document.source)
        self._families = {rule.family for rule in rules.values()}
        self._known = {*rules, *self._families}
        running = [rule for rule in rules.values() if rule.runs(settings)]
        self._running = {_EVERY, *(rule.name for rule in running), *(rule.family for rule in running)}
        self._blockwise: defaultdict[str, list[_Silence]] = defaultdict(list)
        self._passages: defaultdict[str, list[_Silence]] = defaultdict(list)
        self._wrong: list[Finding] = []
        self._unknown: Counter[Comment] = Counter()

    def read(self, comment: Comment, word: str, names: str | None) -> None:
        """Take in one comment; they come in the order of the source."""
        if word not in _WORDS:
            self._report("unknown-word", comment, word, nearest=nearest(word, _WORDS) or ".")
            return
        for name in [_EVERY] if names is None else [name.strip() for name in names.split(",")]:
            if name != _EVERY and name not in self._known:
                self._report_unknown(comment, name)
            elif word == "ignore":
                start, end = self._block(comment)
                insort(self._blockwise[name], _Silence(name, comment, start, end))
            elif word == "disable":
                self._passages[name].append(_Silence(name, comment, comment.span.end, self._length))
            else:
                self._end(name, comment)

    def _end(self, name: str, comment: Comment) -> None:
        """End what a `disable` has begun; without brackets, all of it."""
        opened = list(self._passages.values()) if name == _EVERY else [self._passages[name]]
        ended = [passages[-1] for passages in opened if passages and passages[-1].end == self._length]
        for silence in ended:
            silence.end = comment.span.start
        if not ended:
            self._report("unopened", comment, name)

    def _block(self, comment: Comment) -> Span:
        """The block around a comment, or else the next one."""
        index = bisect_left(self._blocks, comment.span, key=lambda block: block.span)
        if index and comment.span.start < self._blocks[index - 1].span.end:
            return self._blocks[index - 1].span
        if index == len(self._blocks):
            return Span(comment.span.end, comment.span.end)
        return Span(self._blocks[index].span.start, self._ends[index])

    def hold(self, found: Diagnostic) -> bool:
        """Whether a comment silences a diagnostic; every comment that does counts as used."""
        hit = False
        for name in (_EVERY, found.rule, found.family):
            for silences in (self._blockwise[name], self._passages[name]):
                for silence in _over(silences, found.span):
                    silence.used = hit = True
        return hit

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the comments."""
        yield from self._wrong
        for by_name in (self._blockwise, self._passages):
            for silences in by_name.values():
                for silence in silences:
                    if not silence.used and silence.name in self._running:
                        yield _finding("unused", silence.comment, silence.name)

    def _report_unknown(self, comment: Comment, name: str) -> None:
        """Tell the first few unknown names of a comment: looking for the nearest right one takes time."""
        self._unknown[comment] += 1
        if self._unknown[comment] <= _MOST_UNKNOWN:
            self._report("unknown-rule", comment, name, nearest=nearest(name, self._known) or ".")

    def _report(self, case: str, comment: Comment, name: str, **values: str) -> None:
        self._wrong.append(_finding(case, comment, name, **values))


def _ends(blocks: list[Block]) -> list[int]:
    """For each block where what the reader sees as one block ends: with the last item of its list or table."""
    ends = [block.span.end for block in blocks]
    for index in range(len(blocks) - 2, -1, -1):
        if blocks[index].kind in _TOGETHER and blocks[index].kind is blocks[index + 1].kind:
            ends[index] = ends[index + 1]
    return ends


def _over(silences: list[_Silence], span: Span) -> Iterator[_Silence]:
    """The silences over a span. Those of one name come one after the other, so that few are looked at."""
    end = max(span.end, span.start + 1)
    for index in range(bisect_left(silences, end, key=lambda silence: silence.start) - 1, -1, -1):
        if silences[index].end <= span.start:
            break
        yield silences[index]


def _finding(case: str, comment: Comment, name: str, **values: str) -> Finding:
    severity = Severity.WARNING if case.startswith("unknown") else None  # it silences nothing, whatever happens
    return Finding(_RULE, comment.span, {"name": name or "every rule", **values}, case, severity=severity)
