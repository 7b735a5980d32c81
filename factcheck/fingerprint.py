"""By what a finding is known again in another version of its article, when its lines have moved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from hashlib import blake2b
from typing import Final

from factcheck.model import Document, FileReport, Span

_WORD = re.compile(r"\w+")
_WORDS: Final = 6  # of the block on either side: enough to tell apart, few enough to outlive most edits
_NEAR: Final = 300  # characters in which they are looked for: a block may be megabytes long


def fingerprints(report: FileReport) -> tuple[str, ...]:
    """A fingerprint of every diagnostic, in their order: 16 hexadecimal digits.

    It is made of the rule, the flagged words and a few words around them in the same block, without blanks and
    punctuation; so it stays the same when other parts of the article are moved, rewrapped or rewritten, and when
    the message changes. Findings alike in all of this are told apart by their order. The path is not part of it.
    """
    surroundings = _Surroundings(report.document)
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for found in report.diagnostics:
        marks = (found.rule, *surroundings.words(found.span))
        made.append(_digest(*marks, str(seen[marks])))
        seen[marks] += 1
    return tuple(made)


class _Surroundings:
    """The words that findings of one document stand among."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._blocks = sorted(block.span for block in document.blocks)

    def words(self, span: Span) -> tuple[str, str, str]:
        """The flagged words, those before them and those after them in the block where they begin."""
        start, end = span
        index = bisect_right(self._blocks, start, key=lambda block: block.start) - 1
        block = self._blocks[index] if index >= 0 and start <= self._blocks[index].end else span
        before = _WORD.findall(self._source, max(block.start, start - _NEAR), start)[-_WORDS:]
        after = _WORD.findall(self._source, end, min(block.end, end + _NEAR))[:_WORDS]
        return " ".join(self._source[start:end].split()), " ".join(before), " ".join(after)


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
