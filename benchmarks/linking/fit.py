"""Learn which measure or myth a claim is about; say how well on pages and entries that were not learned from.

    python -m benchmarks.linking.fit --articles pages.jsonl … --unrelated news/

Needs scikit-learn (`pip install -e .[dev]`). Writes `factcheck/reference/linking_weights.json`. Always learned
from: sentences made from the reference set, each judged as if the example it was made from were not in the set,
and the decoys beside this file. Other people's pages are not in this repository:

- `--articles`: one page a line, `{"id", "text", "claims": [{"quote", "number", "verdict", "refs"}]}`, where `refs`
  are the entries that each claim is about, none where the set has nothing on it;
- `--unrelated`: folders of articles about something else, of which no number is about any entry.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from factcheck import documents
from factcheck.context import Context
from factcheck.entries import read_yaml
from factcheck.errors import UserError
from factcheck.linter import Linter
from factcheck.model import Claim, Document, Format
from factcheck.reference.likeness import cosine, texts_of
from factcheck.reference.linking import WEIGHTS, Features, Linker
from factcheck.reference.schema import Measure, Myth
from factcheck.reference.series import Series
from factcheck.reference.values import amount
from factcheck.reference.wording import named, number_text, where
from tests.corpus.judging import HEADLINE
from tests.corpus.sentences import cases
from tests.corpus.tellings import tellings

HERE = Path(__file__).parent
FOLDS = 6
EXAMPLES = 10  # of an entry; of more the last are taken for one
OF_EACH = {"stated": 6, "other": 2, "told": 8, "changed": 6, "careful": 8}  # sentences made from one entry
# Of a sentence that nobody wrote for readers. That a measure's very value counts something else is far rarer than
# the decoys would have it; of myths, most of them round numbers, it is not.
WEIGHT = {("made", "measure"): 0.5, ("made", "myth"): 0.5, ("decoys", "measure"): 0.1, ("decoys", "myth"): 2.0}
OUTGROWN = 2.0  # score from which on a label of no reference is older than the entry, and is not learned from
THRESHOLDS = {
    "measure": {
        "supported": -1.3,
        "vague": -1.5,
        "change": -2.5,
        "possible": -2.5,
        "outdated": -3.0,
        "contradicted": -2.5,
    },
    "myth": {"told": -1.6, "told without words": 1.5},
}
QUESTIONS = tuple(THRESHOLDS)


class Row(NamedTuple):
    """A claim and an entry that it may be about: where it comes from, the features, and whether it is."""

    source: str
    page: str
    claim: tuple[str, int]
    question: str
    entry: str
    is_about: bool
    agrees: bool
    verdict: str
    features: Features
    words: str


Labels = Callable[[Claim], tuple[set[str], str]]


class Pairs:
    """Makes rows of claims, read and described as `factcheck check` does."""

    def __init__(self) -> None:
        self.linter = Linter()
        self.corpus = self.linter.corpus
        self._lacking = [self._without(at) for at in range(EXAMPLES)]

    def of(self, document: Document, source: str, page: str, labels: Labels, made_from: str = "") -> Iterator[Row]:
        """The rows of a document.

        Args:
            made_from: the entry whose example the text was made from: that example is taken out.
        """
        context = Context(document, self.corpus.clues)
        claims = self.linter.reader.read(document, context=context)
        linker = self._for(made_from, document) if made_from else None
        for claim, entry, question, agrees, features in self.linter.judge.described(claims, linker):
            about, verdict = labels(claim)
            words = f"{claim.quantity.text} | {claim.text}"
            key = (page, claim.number.start)
            yield Row(source, page, key, question, entry, entry in about, agrees, verdict, features, words)

    def _without(self, at: int) -> Linker:
        """A linker that does not know the example at some place of each entry."""
        entries = {**self.corpus.measures, **self.corpus.myths}
        return Linker({key: _less(texts_of(entry), at) for key, entry in entries.items()})

    def _for(self, entry: str, document: Document) -> Linker:
        likeness = self.linter.judge.linker.likeness
        text = likeness.vector(document.article[-1].text)
        examples = likeness[entry].examples
        nearest = max(range(len(examples)), key=lambda at: cosine(text, examples[at]))
        return self._lacking[min(nearest, EXAMPLES - 1)]


def _less(texts: tuple[str, ...], at: int) -> tuple[str, ...]:
    return tuple(text for number, text in enumerate(texts) if number != at + 2)


def of_articles(pairs: Pairs, path: Path) -> Iterator[Row]:
    """The claims of labelled pages; a number that no label names is about nothing."""
    for line in path.read_text("utf-8").splitlines():
        page = json.loads(line)
        text = page["text"]
        labelled = [(_find(text, one["number"], one["quote"]), one) for one in page["claims"]]

        def labels(claim: Claim, labelled: list[tuple[int, dict[str, object]]] = labelled) -> tuple[set[str], str]:
            for at, one in labelled:
                number = str(one["number"])
                if at >= 0 and at < claim.number.end and claim.number.start < at + len(number):
                    return {ref.split("/")[0] for ref in one.get("refs", [])}, str(one["verdict"])  # type: ignore[attr-defined]
            return set(), "none"

        yield from pairs.of(documents.read(text.encode(), "a.txt", None), path.stem, page["id"], labels)


def _find(text: str, number: str, quote: str) -> int:
    return text.find(number, max(text.find(quote), 0))


def of_corpus(pairs: Pairs) -> Iterator[Row]:
    """Sentences made from the reference set."""
    chance = random.Random(5)
    made: dict[tuple[str, str], list[str]] = defaultdict(list)
    for case in cases(pairs.corpus):
        made[case.measure, "stated" if case.kind == "stated" else "other"].append(case.text)
    for telling in tellings(pairs.corpus):
        if telling.accused or telling.kind == "careful":
            made[telling.myth.id, "told" if telling.accused else "careful"].append(telling.text)
    for measure in pairs.corpus.measures.values():
        made[measure.id, "changed"] = list(_changes(measure, pairs.corpus.publisher(measure)))
    for (entry, kind), texts in made.items():
        for text in chance.sample(texts, min(OF_EACH[kind], len(texts))):
            yield from _made(pairs, text, entry, kind)


def _changes(measure: Measure, publisher: str) -> Iterator[str]:
    """Sentences that tell how a series rose or fell."""
    points = [
        point for point in Series.of(measure).points if point.amount.single and point.period.last is not None
    ]
    for older, newer in pairwise(points):
        change = newer.amount.low - older.amount.low
        if older.place == newer.place and older.amount.low and change:
            rose, by = "rose" if change > 0 else "fell", number_text(abs(change), measure.unit)
            subject = f"{measure.title} {where(newer.place)} {rose}"
            then, until = older.period.end_year, newer.period.end_year
            yield f"{subject} by {by} from {then} to {until}, {named(publisher)} says."
            if not measure.unit.startswith("per"):
                share = f"{abs(100 * change / older.amount.low):.0f} percent"
                yield f"{subject} by {share} from {then} to {until}."
                yield f"Since {then}, {named(publisher)} says, {subject.lower()} by {share}."


def _made(pairs: Pairs, text: str, entry: str, kind: str) -> Iterator[Row]:
    document = documents.read((HEADLINE + text).encode(), "article.txt", Format.TEXT)
    yield from pairs.of(document, "made", f"of {entry}", lambda _: ({entry}, kind), entry)


def of_decoys(pairs: Pairs) -> Iterator[Row]:
    """Sentences whose number is of something else, with values of the reference set."""
    chance = random.Random(7)
    path = HERE / "decoys.yaml"
    frames = read_yaml(path.read_text("utf-8"), str(path))
    for entry in (*pairs.corpus.measures.values(), *pairs.corpus.myths.values()):
        for kind, values in _values(entry).items():
            hole = {"counts": "value", "shares": "share", "ages": "age", "moneys": "money", "ranks": "rank"}[kind]
            for frame in chance.sample(frames[kind], 2):
                filled = frame.format(**{hole: chance.choice(values), "topic": chance.choice(frames["topics"])})
                text = filled[:1].upper() + filled[1:]
                document = documents.read((HEADLINE + text).encode(), "article.txt", Format.TEXT)
                yield from pairs.of(document, "decoys", f"decoy {frame}", lambda _: (set(), "decoy"))


def _values(entry: Measure | Myth) -> dict[str, list[str]]:
    """An entry's values as texts write them, by the kind of frame that they go into."""
    found: dict[str, list[str]] = defaultdict(list)
    if isinstance(entry, Measure):
        held = [(amount(one).low, entry.unit) for one in entry.observations]
    else:
        held = [(value.n, value.unit) for value in entry.values if value.n is not None]
    for value, unit in held:
        kind = {"percent": "shares", "years": "ages", "rank": "ranks"}.get(unit.partition("/")[0], "counts")
        kind = "moneys" if unit.startswith(("currency", "USD")) else kind
        plain = {"shares": "percent", "moneys": "currency:USD"}.get(kind, "count")
        found[kind].append(number_text(abs(value), plain) if kind != "ranks" else f"No. {value:g}")
    return found


def of_unrelated(pairs: Pairs, folders: Iterable[Path], most: int) -> Iterator[Row]:
    """The claims that are read in articles about something else."""
    paths = sorted(p for folder in folders for p in folder.rglob("*") if p.suffix in (".md", ".html", ".txt"))
    for path in random.Random(3).sample(paths, min(most, len(paths))):
        try:
            document = documents.read(path.read_bytes()[:12_000], str(path), documents.format_of(str(path)))
            yield from pairs.of(document, "unrelated", str(path), lambda _: (set(), "unrelated"))
        except UserError:
            continue


class Model:
    """A logistic regression over the features of rows."""

    def __init__(self, rows: list[Row], strength: float) -> None:
        self._read = DictVectorizer()
        self._fitted = LogisticRegression(C=strength, max_iter=4000)
        read = self._read.fit_transform([row.features for row in rows])
        self._fitted.fit(
            read, [row.is_about for row in rows], [WEIGHT.get((row.source, row.question), 1.0) for row in rows]
        )

    def scores(self, rows: list[Row]) -> np.ndarray:
        return self._fitted.decision_function(self._read.transform([row.features for row in rows]))

    def learned(self, least: float = 0.01) -> dict[str, object]:
        """The bias and the weights that matter."""
        named = zip(self._read.get_feature_names_out(), self._fitted.coef_[0], strict=True)
        weights = {name: round(float(weight), 3) for name, weight in named if abs(weight) >= least}
        return {"bias": round(float(self._fitted.intercept_[0]), 3), "features": weights}


def crossed(rows: list[Row], strength: float, by: Callable[[Row], str]) -> dict[int, float]:
    """The score of each row by a model that was learned without its page (or entry), by the row's place."""
    keys = sorted({by(row) for row in rows})
    random.Random(1).shuffle(keys)
    fold = {key: at % FOLDS for at, key in enumerate(keys)}
    scores: dict[int, float] = {}
    for at in range(FOLDS):
        tested = [number for number, row in enumerate(rows) if fold[by(row)] == at]
        model = Model([row for row in rows if fold[by(row)] != at], strength)
        scores.update(zip(tested, map(float, model.scores([rows[number] for number in tested])), strict=True))
    return scores


def outgrown(rows: list[Row], scores: dict[int, float]) -> set[int]:
    """Rows labelled as about nothing though an entry that came later fits: not learned from."""
    return {
        number
        for number, row in enumerate(rows)
        if row.verdict in ("no-reference", "supported") and row.agrees and not row.is_about
        if scores[number] > OUTGROWN
    }


def report(question: str, rows: list[Row], scores: dict[int, float]) -> None:
    """The calibration: of the claims whose best entry has a value that agrees, how many are about it, by score."""
    best: dict[tuple[str, int], int] = {}
    for number, row in enumerate(rows):
        if row.claim not in best or scores[number] > scores[best[row.claim]]:
            best[row.claim] = number
    for source in dict.fromkeys(row.source for row in rows):
        print(f"\n{question}, {source}:      score from     right     wrong   right of all")
        chosen = [n for n in best.values() if rows[n].source == source and (rows[n].agrees or question == "myth")]
        wanted = len({row.claim for row in rows if row.source == source and row.is_about and row.agrees})
        for floor in (-3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0):
            some = [rows[n] for n in chosen if scores[n] >= floor]
            right = sum(row.is_about for row in some)
            share = right / len(some) if some else 1.0
            print(f"{floor:>29} {right:>9} {len(some) - right:>9}   {share:.3f}   found {right} of {wanted}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--unrelated", type=Path, nargs="*", default=[])
    parser.add_argument("--most", type=int, default=500, help="unrelated articles")
    parser.add_argument("--strength", type=float, default=1.0, help="C of the regression")
    parser.add_argument("--doubtful", action="store_true", help="list labels that an entry has outgrown")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()

    pairs = Pairs()
    rows = [row for path in options.articles for row in of_articles(pairs, path)]
    rows += [*of_corpus(pairs), *of_decoys(pairs), *of_unrelated(pairs, options.unrelated, options.most)]
    learned: dict[str, object] = {}
    for question in QUESTIONS:
        asked = [row for row in rows if row.question == question]
        late = outgrown(asked, crossed(asked, options.strength, lambda row: row.page))
        for number in late if options.doubtful else ():
            print(asked[number].page, asked[number].entry, asked[number].words)
        kept = [row for number, row in enumerate(asked) if number not in late]
        print(f"\n== {question}: {len(kept)} pairs, {len(late)} left out; on pages that were not learned from:")
        report(question, kept, crossed(kept, options.strength, lambda row: row.page))
        print(f"\n== {question}: on entries that were not learned from:")
        report(question, kept, crossed(kept, options.strength, lambda row: row.entry))
        learned[question] = {**Model(kept, options.strength).learned(), "thresholds": THRESHOLDS[question]}
    options.output.write_bytes(msgspec.json.format(msgspec.json.encode(learned), indent=1) + b"\n")


if __name__ == "__main__":
    main()
