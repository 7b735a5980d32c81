"""How well factcheck reads and judges claims, on a labelled set of our own.

`python benchmarks/accuracy.py --misses`; docs/accuracy.md tells how the set was made and what the figures mean.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from factcheck import Linter
from factcheck.model import FileReport, JudgedClaim, Span, Verdict

SET = Path(__file__).with_name("accuracy.yaml")
ACCUSING = frozenset(verdict.value for verdict in Verdict if verdict.accuses)
NO_REFERENCE = "no-reference"
LABELS = (Verdict.SUPPORTED.value, *sorted(ACCUSING), NO_REFERENCE)
_KEYS = frozenset({"id", "classes", "text", "claims", "not_claims", "open", "rules"})


class MalformedError(ValueError):
    """The set breaks its own form; the message names the text."""


class Label(NamedTuple):
    """A stretch of a text and what the examiner says of it; no verdict for what is no claim or may be none."""

    span: Span
    number: str
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One labelled text; `rules` names diagnostics it must have besides its verdicts."""

    id: str
    classes: tuple[str, ...]
    text: str
    claims: tuple[Label, ...]
    not_claims: tuple[Label, ...]
    open: tuple[Label, ...]
    rules: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing in it is wrong."""
        return not self.rules and not any(claim.verdict in ACCUSING for claim in self.claims)


class Miss(NamedTuple):
    """One place where the program and the label part."""

    text: str
    classes: tuple[str, ...]
    number: str
    label: str
    verdict: str

    def __str__(self) -> str:
        return f"{self.text} [{', '.join(self.classes)}] {self.number!r}: {self.label}, got {self.verdict}"


@dataclass(slots=True)
class Score:
    """Counts over the set. `found` and `right` are by label, `total` by label too."""

    total: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    false_claims: int = 0
    accused: int = 0  # accusations made
    just: int = 0  # of those, where a label accuses too, by whichever of the three verdicts
    caught: int = 0  # labels that accuse, where the program does too
    rules: int = 0
    rules_found: int = 0
    clean: int = 0
    clean_accused: int = 0
    misses: list[Miss] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures by name, shares from 0 to 1; a share of nothing is 1."""
        found = self.found.total()
        recall = _share(found, self.total.total())
        precision = _share(found, found + self.false_claims)
        wrong = sum(self.total[verdict] for verdict in ACCUSING)
        return {
            "claims recall": recall,
            "claims precision": precision,
            "claims F1": 2 * recall * precision / ((recall + precision) or 1),
            **{f"{verdict} recall": _share(self.right[verdict], self.total[verdict]) for verdict in LABELS},
            "accusations recall": _share(self.caught, wrong),
            "accusations precision": _share(self.just, self.accused),
            "clean texts without accusation": 1 - _share(self.clean_accused, self.clean, empty=0.0),
            "rules recall": _share(self.rules_found, self.rules),
        }


def _share(part: int, whole: int, *, empty: float = 1.0) -> float:
    return part / whole if whole else empty


def load(path: Path | None = None) -> tuple[Text, ...]:
    """The labelled texts, those of the project unless another file is given.

    Raises:
        MalformedError: an unknown key or verdict, a repeated id, a number that is not in its text, or two labels
            of one stretch.
    """
    texts = tuple(_text(raw) for raw in _read(path or SET))
    for id_, times in Counter(text.id for text in texts).items():
        if times > 1:
            raise MalformedError(f"{id_}: the id is used {times} times")
    return texts


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


def _text(raw: Mapping[str, Any]) -> Text:
    name = str(raw.get("id", "a text without id"))
    if unknown := set(raw) - _KEYS:
        raise MalformedError(f"{name}: unknown keys {sorted(unknown)}")
    if not {"id", "text", "classes"} <= set(raw):
        raise MalformedError(f"{name}: id, classes and text are needed")
    text = str(raw["text"])
    labels = {
        key: tuple(_label(name, text, entry, claim=key == "claims") for entry in raw.get(key, ()))
        for key in ("claims", "not_claims", "open")
    }
    _refuse_overlaps(name, sorted(label for group in labels.values() for label in group))
    return Text(name, tuple(raw["classes"]), text, **labels, rules=tuple(raw.get("rules", ())))


def _label(name: str, text: str, entry: str | Mapping[str, Any], *, claim: bool) -> Label:
    fields: Mapping[str, Any] = {"number": entry} if isinstance(entry, str) else entry
    number, verdict = fields["number"], fields.get("verdict", "")
    if claim != (verdict in LABELS):
        raise MalformedError(f"{name}: {number!r} has the verdict {verdict!r}")
    start = -1
    for _ in range(fields.get("nth", 1)):
        start = text.find(number, start + 1)
        if start < 0:
            raise MalformedError(f"{name}: {number!r} is not in the text, or not so often")
    return Label(Span(start, start + len(number)), number, verdict)


def _refuse_overlaps(name: str, labels: list[Label]) -> None:
    for before, after in pairwise(labels):
        if after.span.start < before.span.end:
            raise MalformedError(f"{name}: {before.number!r} and {after.number!r} label one stretch")


def score(texts: Iterable[Text], linter: Linter) -> Score:
    """Check every text as Markdown and hold the report against the labels."""
    result = Score()
    for text in texts:
        report = linter.check_text(text.text, format="markdown").files[0]
        _score_text(text, report, result)
    return result


def _score_text(text: Text, report: FileReport, result: Score) -> None:
    for label in text.claims:
        _score_label(text, label, report.claims, result)
    result.misses.extend(_false_claims(text, report.claims, result))
    accused = [claim.claim.number for claim in report.claims if claim.judgement.verdict.accuses]
    result.accused += len(accused)
    wrong = [label.span for label in text.claims if label.verdict in ACCUSING]
    result.just += sum(any(_overlap(number, span) for span in wrong) for number in accused)
    result.caught += sum(any(_overlap(number, span) for number in accused) for span in wrong)
    result.clean += text.clean
    result.clean_accused += text.clean and bool(accused)
    _score_rules(text, report, result)


def _score_label(text: Text, label: Label, claims: Iterable[JudgedClaim], result: Score) -> None:
    result.total[label.verdict] += 1
    over = [_verdict(claim) for claim in claims if _overlap(claim.claim.number, label.span)]
    got = label.verdict if label.verdict in over else over[0] if over else "no claim"
    result.found[label.verdict] += bool(over)
    result.right[label.verdict] += got == label.verdict
    if got != label.verdict:
        result.misses.append(Miss(text.id, text.classes, label.number, label.verdict, got))


def _false_claims(text: Text, claims: Iterable[JudgedClaim], result: Score) -> Iterator[Miss]:
    """What was found where no claim is; of an open number only an accusation counts."""
    for claim in claims:
        number = claim.claim.number
        if any(_overlap(number, label.span) for label in text.claims):
            continue
        is_open = any(_overlap(number, label.span) for label in text.open)
        result.false_claims += not is_open
        if not is_open or claim.judgement.verdict.accuses:
            label = "no accusation" if is_open else "no claim"
            yield Miss(text.id, text.classes, text.text[number.start : number.end], label, _verdict(claim))


def _score_rules(text: Text, report: FileReport, result: Score) -> None:
    names = {diagnostic.rule for diagnostic in report.diagnostics}
    for rule in text.rules:
        result.rules += 1
        result.rules_found += rule in names
        if rule not in names:
            result.misses.append(Miss(text.id, text.classes, "", rule, "no such diagnostic"))


def _verdict(claim: JudgedClaim) -> str:
    verdict = claim.judgement.verdict
    return NO_REFERENCE if verdict in (Verdict.UNVERIFIED, Verdict.UNSUPPORTED) else verdict.value


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _print(result: Score) -> None:
    for name, value in result.figures().items():
        print(f"{name:<32}{value:6.3f}")
    counts = ", ".join(f"{result.total[verdict]} {verdict}" for verdict in LABELS)
    print(f"{result.total.total()} claims labelled ({counts}); {result.false_claims} found where none is")
    print(f"{result.accused} accusations; {result.clean_accused} of {result.clean} clean texts accused")


def main(arguments: list[str] | None = None) -> int:
    """The command: 0 whatever the figures are, 2 where the set is malformed."""
    parser = argparse.ArgumentParser(description="Score factcheck on the project's own labelled texts.")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write figures and misses to FILE")
    options = parser.parse_args(arguments)
    try:
        texts = load()
    except MalformedError as error:
        print(error, file=sys.stderr)
        return 2
    result = score(texts, Linter())
    _print(result)
    if options.misses:
        print(*result.misses, sep="\n")
    if options.json:
        record = {"figures": result.figures(), "misses": [miss._asdict() for miss in result.misses]}
        options.json.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
