"""How many of the sentences made from the corpus are judged as they should be: `python -m tests.corpus.rates`.

One line a kind of sentence, over all entries and over those of high confidence, with how many of the failures are
explained by the lists of exceptions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.reference.schema import Confidence
from tests.corpus import test_every_entry, test_every_myth


class Outcome(NamedTuple):
    """What became of one sentence."""

    kind: str
    high: bool  # made from an entry of high confidence
    passed: bool
    explained: bool  # it stands on a list of exceptions


def outcomes() -> Iterator[Outcome]:
    """Every sentence of every measure and myth."""
    for measure, cases in test_every_entry.by_measure().items():
        for case in cases:
            high = case.observation.confidence is Confidence.HIGH
            explained = (measure, case.kind) in test_every_entry.EXCEPTIONS
            yield Outcome(f"observation {case.kind}", high, test_every_entry.right(case), explained)
    for myth, tellings in test_every_myth.by_myth().items():
        for telling in tellings:
            high = telling.myth.confidence is Confidence.HIGH
            explained = (myth, telling.of) in test_every_myth.EXCEPTIONS
            yield Outcome(f"myth {telling.kind}", high, test_every_myth.right(telling), explained)


def table() -> str:
    """The rates as lines of text."""
    counts: dict[str, Counter[str]] = {}
    for one in outcomes():
        count = counts.setdefault(one.kind, Counter())
        for of, counted in (("all", True), ("high", one.high)):
            count[of] += counted
            count[f"{of} passed"] += counted and one.passed
        count["explained"] += one.explained and not one.passed
    lines = [f"{'':<30}{'all':>16}{'high':>16}{'explained':>12}"]
    for kind, count in counts.items():
        rates = (f"{count[f'{of} passed']}/{count[of]}" for of in ("all", "high"))
        lines.append(f"{kind:<30}" + "".join(f"{rate:>16}" for rate in rates) + f"{count['explained']:>12}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
