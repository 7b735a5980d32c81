"""Learn the weights of claimhood from labelled numbers; say how well they do on pages they were not learned from.

    python benchmarks/claimhood/fit.py --articles pages.jsonl --numbers numbers.jsonl --unrelated news/

Needs scikit-learn (`pip install -e .[dev]`). Writes `factcheck/claims/claimhood_weights.json`. The examples beside
this file are always learned from; other people's pages are not in this repository:

- `--articles`: one page a line, `{"text": …, "claims": [{"quote", "number", "scope"}], "optional": [quote, …]}`;
  every other number of the page is no claim;
- `--numbers`: one number a line, `{"page", "start", "end", "label"}`; `page` is a file in `pages` beside;
- `--unrelated`: folders of articles about something else, of which no number is a claim.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from factcheck import documents
from factcheck.claims.claimhood import described
from factcheck.context import Context
from factcheck.errors import UserError
from factcheck.linter import Linter
from factcheck.model import Format

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "factcheck" / "claims" / "claimhood_weights.json"
OF_THE_FIELD = re.compile(r"traffick|modern slave|forced labo|child abuse|exploit", re.IGNORECASE)
FOLDS = 5
WEIGHTS_OF = {"unrelated": 0.3, "example": 3.0}  # there are so many of the one, and so few of the other
OWN = "organisation-own"
Place = tuple[int, int]


Number = tuple[Place, frozenset[str], str]


class Row(NamedTuple):
    """A labelled number: its page, whether it is a claim, its features, and its words for a reader."""

    page: str
    claim: bool
    features: frozenset[str]
    words: str
    kind: str = ""


class Numbers:
    """Reads the numbers of pages as `factcheck check` does."""

    def __init__(self) -> None:
        linter = Linter()
        self._reader, self._clues = linter.reader, linter.corpus.clues

    def of(
        self, data: bytes, path: str, format: Format | None = None
    ) -> Iterator[tuple[Place, frozenset[str], str]]:
        """Each number's place in the source, its features and its words."""
        document = documents.read(data, path, format)
        for index, doc in self._reader.docs(document, Context(document, self._clues), all=True):
            block = document.article[index]
            for clause, features in described(doc):
                start, end = clause.quantity.start, clause.quantity.end
                words = (
                    f"{block.text[max(0, start - 60) : start]}[{clause.quantity.text}]{block.text[end : end + 60]}"
                )
                yield tuple(block.place(start, end)), frozenset(features), " ".join(words.split())


def find(text: str, needle: str, within: str = "") -> list[Place]:
    """Every place of a needle, only inside the first `within` where that stands in the text."""
    low, high = 0, len(text)
    if within and (found := text.find(within)) >= 0:
        low, high = found, found + len(within)
    return [(m.start(), m.end()) for m in re.compile(re.escape(needle)).finditer(text, low, high)]


def overlap(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def of_articles(numbers: Numbers, path: Path) -> Iterator[Row]:
    """The numbers of labelled pages."""
    for line in path.read_text("utf-8").splitlines():
        page = json.loads(line)
        text = page["text"]
        claims: list[Place] = []
        neutral = [place for quote in page.get("optional", []) for place in find(text, quote)]
        for claim in page["claims"]:
            (neutral if claim["scope"] == OWN else claims).extend(find(text, claim["number"], claim["quote"]))
        for place, features, words in numbers.of(text.encode(), f"{page['id']}.txt"):
            if overlap(place, claims):
                yield Row(page["id"], True, features, words)
            elif not overlap(place, neutral):
                yield Row(page["id"], False, features, words)


def of_numbers(numbers: Numbers, path: Path) -> Iterator[Row]:
    """Numbers labelled one by one."""
    pages: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        pages[row["page"]].append(row)
    for page, labelled in pages.items():
        data = (path.parent / "pages" / page).read_bytes()
        for place, features, words in numbers.of(data, page):
            labels = {row["label"] for row in labelled if overlap(place, [(row["start"], row["end"])])}
            if labels and "optional" not in labels:
                yield Row(page, "claim" in labels, features, words)


def of_examples(numbers: Numbers, path: Path) -> Iterator[Row]:
    """The numbers of our own examples."""
    body = re.sub(r"(?m)\A(?:# .*\n)+\n", "", path.read_text("utf-8"))
    for at, part in enumerate(re.split(r"\n\n(?=# )", body.strip())):
        text = part.replace("\n", "\n\n", 1)
        claims: list[Place] = []
        plain = ""
        for piece in re.split(r"(«[^»]*»)", text):
            bare = piece.strip("«»")
            if piece.startswith("«"):
                claims.append((len(plain), len(plain) + len(bare)))
            plain += bare
        for place, features, words in numbers.of(plain.encode(), "example.md"):
            yield Row(f"example {at}", overlap(place, claims), features, words, "example")


def of_unrelated(numbers: Numbers, folders: Iterable[Path], most: int, seed: int) -> Iterator[Row]:
    """The numbers of articles about something else."""
    paths = sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".md", ".html", ".txt")
    )
    for path in random.Random(seed).sample(paths, min(most, len(paths))):
        data = path.read_bytes()[:8000]
        if OF_THE_FIELD.search(data.decode("utf-8", "replace")):
            continue
        try:
            for _, features, words in numbers.of(
                data, str(path), Format.MARKDOWN if path.suffix == ".md" else None
            ):
                yield Row(str(path), False, features, words, "unrelated")
        except UserError:
            continue


class Model:
    """A logistic regression over features that stand in at least two rows."""

    def __init__(self, rows: list[Row], strength: float) -> None:
        times = Counter(feature for row in rows for feature in row.features)
        self._at = {feature: at for at, feature in enumerate(sorted(f for f, n in times.items() if n > 1))}
        self._fitted = LogisticRegression(C=strength, max_iter=2000)
        weights = [WEIGHTS_OF.get(row.kind, 1.0) for row in rows]
        self._fitted.fit(self._matrix(rows), [row.claim for row in rows], weights)

    def _matrix(self, rows: list[Row]) -> csr_matrix:
        columns, ends = [], [0]
        for row in rows:
            columns += [self._at[feature] for feature in row.features if feature in self._at]
            ends.append(len(columns))
        return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(self._at)))

    def scores(self, rows: list[Row]) -> np.ndarray:
        return self._fitted.decision_function(self._matrix(rows))

    def weights(self, least: float) -> dict[str, float]:
        kept = {feature: round(float(self._fitted.coef_[0][at]), 3) for feature, at in self._at.items()}
        return {feature: weight for feature, weight in kept.items() if abs(weight) >= least}

    @property
    def bias(self) -> float:
        return float(self._fitted.intercept_[0])


def report(name: str, scores: np.ndarray, rows: list[Row], threshold: float) -> None:
    claims = np.array([row.claim for row in rows])
    given = scores >= threshold
    right = int((given & claims).sum())
    print(
        f"{name:<12} claims {right} of {int(claims.sum())} found, {int(given.sum()) - right} of "
        f"{int((~claims).sum())} others taken for one; "
        f"recall {right / max(claims.sum(), 1):.3f} precision {right / max(given.sum(), 1):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--numbers", type=Path, nargs="*", default=[])
    parser.add_argument("--unrelated", type=Path, nargs="*", default=[])
    parser.add_argument("--most", type=int, default=1500, help="unrelated articles")
    parser.add_argument("--strength", type=float, default=1.0, help="C of the regression")
    parser.add_argument("--threshold", type=float, default=-1.7, help="score from which on a number is a claim")
    parser.add_argument("--least", type=float, default=0.01, help="smaller weights are left out")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()

    numbers = Numbers()
    sets = {path.stem: list(of_articles(numbers, path)) for path in options.articles}
    sets |= {path.stem: list(of_numbers(numbers, path)) for path in options.numbers}
    sets["examples"] = list(of_examples(numbers, HERE / "examples.txt"))
    sets["unrelated"] = list(of_unrelated(numbers, options.unrelated, options.most, seed=7))
    rows = [row for some in sets.values() for row in some]
    pages = sorted({row.page for row in rows})
    random.Random(1).shuffle(pages)
    fold = {page: at % FOLDS for at, page in enumerate(pages)}
    scores = {id(row): 0.0 for row in rows}
    for at in range(FOLDS):
        tested = [row for row in rows if fold[row.page] == at]
        model = Model([row for row in rows if fold[row.page] != at], options.strength)
        scores.update(zip(map(id, tested), model.scores(tested), strict=True))
    print(f"On pages they were not learned from ({FOLDS} folds):")
    for name, some in sets.items():
        if some:
            report(name, np.array([scores[id(row)] for row in some]), some, options.threshold)
    if options.misses:
        for row in sorted(rows, key=lambda row: scores[id(row)]):
            if row.claim != (scores[id(row)] >= options.threshold):
                print(f"{scores[id(row)]:6.2f} {'claim' if row.claim else 'none '} {row.page}: {row.words}")
    model = Model(rows, options.strength)
    learned = {"threshold": options.threshold, "bias": model.bias, "features": model.weights(options.least)}
    options.output.write_bytes(msgspec.json.format(msgspec.json.encode(learned), indent=1))
    print(f"{len(learned['features'])} weights written to {options.output}")


if __name__ == "__main__":
    main()
