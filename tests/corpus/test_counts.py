"""The figures that the documentation gives of the reference set are those of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from factcheck.entries import read_yaml
from factcheck.files import data_folder

CORPUS = data_folder("corpus")
DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"^\| `measures/([\w-]+)/` \| (\d+) \| (\d+) \|", re.MULTILINE)


def _folders() -> dict[str, tuple[int, int]]:
    """Each folder's measures and observations."""
    measures: Counter[str] = Counter()
    observations: Counter[str] = Counter()
    for path in CORPUS.glob("measures/*/*.yaml"):
        measures[path.parent.name] += 1
        observations[path.parent.name] += len(_observations(path))
    return {folder: (measures[folder], observations[folder]) for folder in measures}


def _observations(path: Path) -> list[dict[str, object]]:
    measure = read_yaml(path.read_text("utf-8"), str(path))
    assert isinstance(measure, dict)
    return list(measure["observations"])


def _count(pattern: str) -> int:
    return len(list(CORPUS.glob(pattern)))


@pytest.mark.parametrize("page", ["reference-set.md", "reference-set-global.md"])
def test_counts_by_folder_are_current(page: str) -> None:
    told = {folder: (int(m), int(o)) for folder, m, o in ROW.findall((DOCS / page).read_text("utf-8"))}
    held = _folders()
    assert told
    assert told == {folder: held.get(folder) for folder in told}


def test_every_folder_is_counted() -> None:
    told = {folder for folder, *_ in ROW.findall((DOCS / "reference-set.md").read_text("utf-8"))}
    assert told == set(_folders())


def test_totals_are_current() -> None:
    text = " ".join((DOCS / "reference-set.md").read_text("utf-8").split())
    measures, observations = (sum(column) for column in zip(*_folders().values(), strict=True))
    sure = Counter(str(o["confidence"]) for path in CORPUS.glob("measures/*/*.yaml") for o in _observations(path))
    assert f"| together | {measures} | {observations:,} |" in text
    assert (
        f"Of the {observations:,} observations {sure['high']} are of high, {sure['medium']} of medium and"
        f" {sure['low']} of low confidence."
    ) in text
    assert f"There are {_count('myths/*.yaml')} myths and {_count('hotlines/*/*.yaml')} help services." in text
