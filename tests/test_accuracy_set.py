"""The labelled set is well formed, and factcheck does not fall back on it."""

from pathlib import Path

import pytest

from benchmarks.accuracy import MalformedError, Score, Text, load, main, score
from factcheck import Linter

# What the program reached when a floor was last set, a little below. Floors only ever go up: where a change
# lowers a figure, mend the change; never the labels.
FLOORS = {
    "claims recall": 0.89,
    "claims precision": 0.98,
    "claims F1": 0.93,
    "supported recall": 0.89,
    "contradicted recall": 0.80,
    "debunked recall": 0.86,
    "outdated recall": 0.94,
    "no-reference recall": 0.58,
    "accusations recall": 0.86,
    "accusations precision": 0.97,
    "clean texts without accusation": 0.99,
}


@pytest.fixture(scope="module")
def texts() -> tuple[Text, ...]:
    return load()


@pytest.fixture(scope="module")
def result(texts: tuple[Text, ...]) -> Score:
    return score(texts, Linter())


def test_the_set_is_large_and_a_third_of_it_holds_nothing_wrong(texts: tuple[Text, ...]) -> None:
    assert len(texts) >= 170
    assert sum(text.clean for text in texts) >= 60


def test_every_verdict_and_every_class_has_several_texts(texts: tuple[Text, ...]) -> None:
    verdicts = [claim.verdict for text in texts for claim in text.claims]
    classes = [name for text in texts for name in text.classes]
    assert min(verdicts.count(verdict) for verdict in set(verdicts)) >= 20
    assert min(classes.count(name) for name in set(classes)) >= 3


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(result: Score, figure: str) -> None:
    assert result.figures()[figure] >= FLOORS[figure]


GOOD = "{id: a, classes: [ranks], text: 'There were 12 cases.', claims: [{number: '12', verdict: supported}]}"


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("number: '12'", "number: '13'", "'13' is not in the text"),
        ("number: '12'", "number: '12', nth: 2", "'12' is not in the text, or not so often"),
        ("supported", "true-enough", "'12' has the verdict 'true-enough'"),
        ("claims:", "claim:", "unknown keys"),
        ("classes: [ranks], ", "", "id, classes and text are needed"),
        ("claims:", "open: ['12 cases'], claims:", "label one stretch"),
    ],
)
def test_a_malformed_set_is_refused_by_the_name_of_its_text(
    tmp_path: Path, was: str, becomes: str, says: str
) -> None:
    file = tmp_path / "set.yaml"
    file.write_text(f"[{GOOD.replace(was, becomes)}]", encoding="utf-8")
    with pytest.raises(MalformedError, match=f"^a: .*{says}"):
        load(file)


def test_ids_are_unique(tmp_path: Path) -> None:
    file = tmp_path / "set.yaml"
    file.write_text(f"[{GOOD}, {GOOD}]", encoding="utf-8")
    with pytest.raises(MalformedError, match="a: the id is used 2 times"):
        load(file)


def test_a_number_that_comes_twice_is_told_by_its_occurrence(tmp_path: Path) -> None:
    file = tmp_path / "set.yaml"
    raw = "{id: a, classes: [x], text: '12 of the 12', claims: [{number: '12', nth: 2, verdict: supported}]}"
    file.write_text(f"[{raw}]", encoding="utf-8")
    assert load(file)[0].claims[0].span == (10, 12)


def test_the_command_ends_well_whatever_the_figures_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "set.yaml"
    file.write_text(f"[{GOOD}]", encoding="utf-8")
    monkeypatch.setattr("benchmarks.accuracy.SET", file)
    record = tmp_path / "figures.json"
    assert main(["--misses", "--json", str(record)]) == 0
    assert "claims F1" in capsys.readouterr().out
    assert '"claims F1"' in record.read_text(encoding="utf-8")
