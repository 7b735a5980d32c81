"""Learn whether a source is in reach of a number from what readers say; tell how well on pages not learned from.

    python benchmarks/reach/fit.py --articles pages.jsonl --numbers numbers.jsonl

Needs scikit-learn (`pip install -e .[dev]`). Writes `factcheck/claims/reach_weights.json`. The examples beside
this file are always learned from; other people's pages are not in this repository:

- `--articles`: one page a line, `{"id", "text", "claims": [{"quote", "number", "cited": true or false}]}`;
- `--numbers`: one number a line, `{"page", "start", "end", "cited"}`; `page` is a file in `pages` beside.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from factcheck import documents
from factcheck.claims.learned import Weights
from factcheck.claims.reader import ClaimReader
from factcheck.linter import Linter

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "factcheck" / "claims" / "reach_weights.json"
FOLDS = 10
EXAMPLE = 3.0  # our own examples are few, and each stands for a class


class Row(NamedTuple):
    """A labelled number: its page, whether a reader finds a source, whether one is named beside it."""

    page: str
    cited: bool
    given: bool
    features: frozenset[str]
    words: str


def of_page(reader: ClaimReader, data: bytes, page: str, labels: list[tuple[int, int, bool]]) -> Iterator[Row]:
    """The labelled claims of one page."""
    for claim, features in reader.clues(documents.read(data, page, None)):
        place = claim.number
        said = {cited for start, end, cited in labels if place.start < end and start < place.end}
        if len(said) == 1:
            yield Row(page, said.pop(), claim.attribution.given, features, claim.text)


def of_articles(reader: ClaimReader, path: Path) -> Iterator[Row]:
    """The claims of labelled articles."""
    for line in path.read_text("utf-8").splitlines():
        page = json.loads(line)
        labels = []
        for claim in page["claims"]:
            at = page["text"].find(claim["number"], max(page["text"].find(claim["quote"]), 0))
            if at >= 0 and "cited" in claim:
                labels.append((at, at + len(claim["number"]), claim["cited"]))
        yield from of_page(reader, page["text"].encode(), f"{page['id']}.txt", labels)


def of_numbers(reader: ClaimReader, path: Path) -> Iterator[Row]:
    """Claims labelled one by one."""
    pages = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        pages[row["page"]].append((row["start"], row["end"], row["cited"]))
    for page, labels in pages.items():
        yield from of_page(reader, (path.parent / "pages" / page).read_bytes(), page, labels)


def of_examples(reader: ClaimReader, path: Path) -> Iterator[Row]:
    """The numbers of our own examples."""
    body = path.read_text("utf-8").split("\n\n", 1)[1]
    for at, text in enumerate(body.strip().split("\n\n\n")):
        labels, plain = [], ""
        for piece in re.split(r"(«[^»]*»|‹[^›]*›)", text.replace("\n", "\n\n", 1)):
            bare = piece.strip("«»‹›")
            if bare != piece:
                labels.append((len(plain), len(plain) + len(bare), piece[0] == "‹"))
            plain += bare
        yield from of_page(reader, plain.encode(), f"example-{at}.md", labels)


class Model:
    """A logistic regression over features that stand in at least three rows."""

    def __init__(self, rows: list[Row], strength: float) -> None:
        times = Counter(feature for row in rows for feature in row.features)
        self.at = {feature: at for at, feature in enumerate(sorted(f for f, n in times.items() if n > 2))}
        self.fitted = LogisticRegression(C=strength, max_iter=2000)
        weights = [EXAMPLE if row.page.startswith("example") else 1.0 for row in rows]
        self.fitted.fit(self.matrix(rows), [row.cited for row in rows], weights)

    def matrix(self, rows: list[Row]) -> csr_matrix:
        columns, ends = [], [0]
        for row in rows:
            columns += [self.at[feature] for feature in row.features if feature in self.at]
            ends.append(len(columns))
        return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(self.at)))

    def scores(self, rows: list[Row]) -> np.ndarray:
        return self.fitted.decision_function(self.matrix(rows))


def cross_validated(rows: list[Row], strength: float) -> np.ndarray:
    """The score of each row by a model that has not seen its page."""
    pages = sorted({row.page for row in rows})
    random.Random(1).shuffle(pages)
    fold = {page: at % FOLDS for at, page in enumerate(pages)}
    scores = np.zeros(len(rows))
    for at in range(FOLDS):
        tested = [i for i, row in enumerate(rows) if fold[row.page] == at]
        model = Model([row for row in rows if fold[row.page] != at], strength)
        scores[tested] = model.scores([rows[i] for i in tested])
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--numbers", type=Path, nargs="*", default=[])
    parser.add_argument("--strength", type=float, default=0.1, help="C of the regression")
    parser.add_argument("--threshold", type=float, default=0.0, help="score from which on a source is in reach")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    reader = Linter().reader
    sets = {path.stem: list(of_articles(reader, path)) for path in options.articles}
    sets |= {path.stem: list(of_numbers(reader, path)) for path in options.numbers}
    sets["examples"] = list(of_examples(reader, HERE / "examples.txt"))
    rows = [row for some in sets.values() for row in some]
    scores = cross_validated(rows, options.strength)
    cited, given = np.array([row.cited for row in rows]), np.array([row.given for row in rows])
    print("On pages they were not learned from: threshold, numbers told to have no source, of these right, found")
    for threshold in np.arange(-2, 1.1, 0.25):
        told = (scores < threshold) & ~given
        right = (told & ~cited).sum()
        print(f"{threshold:5.1f} {told.sum():5} {right / max(told.sum(), 1):.3f} {right / (~cited).sum():.3f}")
    model = Model(rows, options.strength)
    kept = {name: round(float(model.fitted.coef_[0][at]), 3) for name, at in model.at.items()}
    learned = Weights(options.threshold, float(model.fitted.intercept_[0]), kept)
    options.output.write_bytes(msgspec.json.format(msgspec.json.encode(learned), indent=1))
    print(f"{len(kept)} weights written to {options.output}")


if __name__ == "__main__":
    main()
