"""A user's own folder over the shipped set: what it adds, changes and takes out, and what is said of mistakes."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from factcheck import Linter
from factcheck.config.reading import read_config
from factcheck.errors import UserError
from factcheck.model import Settings
from factcheck.reference import Corpus, load_corpus
from tests.test_readme import ROOT, blocks

pytestmark = pytest.mark.slow

SOURCE = """
    source: {title: Annual report, url: "https://harbour.example/report"}
    evidence: [{url: "https://harbour.example/report", kind: primary}]
    confidence: high
    checked: 2026-01-02
"""
PUBLISHERS = "- {id: harbour, name: Harbour Shelter}\n"
SURVIVORS = f"""\
id: harbour-survivors
title: Survivors served by Harbour Shelter
counts: People who stayed at least one night.
population: survivors served by Harbour Shelter
publisher: harbour
unit: people
phrases: ["Harbour Shelter served {{value}} survivors of trafficking {{when}}."]
words: {{own: [survivor], all: [Harbour Shelter]}}
observations:
  - place: United States
    period: 2024
    value: 1204{SOURCE}"""
SHIPPED = "ncmec-missing-child-cases"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, not yet made."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "house"


def put(house: Path, name: str, text: str) -> Path:
    """Write a file of the folder."""
    path = house / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), "utf-8")
    return path


def verdicts(house: Path, text: str) -> dict[str, str]:
    """Each number of a text with its verdict, the folder laid over the shipped set."""
    report = Linter(Settings(corpora=(house,))).check_text(text, format="markdown")
    (file,) = report.files
    return {one.claim.quantity.text: str(one.judgement.verdict) for one in file.claims}


def years(corpus: Corpus, measure: str) -> dict[str, object]:
    """The values of a measure by period."""
    return {one.period: one.value for one in corpus.measures[measure].observations}


def test_a_measure_of_ones_own_is_checked_like_any_other(house: Path) -> None:
    put(house, "publishers.yaml", PUBLISHERS)
    put(house, "measures/own/harbour-survivors.yaml", SURVIVORS)
    text = "# Trafficking\n\nHarbour Shelter served {} survivors of trafficking in 2024."
    assert verdicts(house, text.format("1,204")) == {"1,204": "supported"}
    assert verdicts(house, text.format("2,400")) == {"2,400": "contradicted"}


def test_an_observation_is_added_to_a_shipped_measure(house: Path) -> None:
    shipped = load_corpus()
    put(
        house,
        f"measures/{SHIPPED}.yaml",
        f"id: {SHIPPED}\nobservations:\n  - place: United States\n    period: 2031\n    value: 40000{SOURCE}",
    )
    laid = load_corpus([house])
    assert years(laid, SHIPPED) == years(shipped, SHIPPED) | {"2031": 40000}
    assert laid.measures[SHIPPED].title == shipped.measures[SHIPPED].title


def test_an_observation_of_the_same_place_and_period_is_changed(house: Path) -> None:
    put(
        house,
        f"measures/{SHIPPED}.yaml",
        f"id: {SHIPPED}\nobservations:\n  - {{place: United States, period: 2023, value: 29000}}\n",
    )
    laid = years(load_corpus([house]), SHIPPED)
    assert laid == years(load_corpus(), SHIPPED) | {"2023": 29000}


def test_an_edition_needs_naming_only_where_two_stand(house: Path) -> None:
    shipped = load_corpus().measures["uk-nrm-referrals-total"]
    editions = [one.edition for one in shipped.observations if one.period == "2023"]
    assert len(editions) == 2
    text = "id: uk-nrm-referrals-total\nobservations:\n  - {{place: United Kingdom, period: 2023, value: 1{}}}\n"
    put(house, "measures/uk-nrm-referrals-total.yaml", text.format(f", edition: {editions[1]}"))
    laid = load_corpus([house]).measures["uk-nrm-referrals-total"]
    assert {one.edition: one.value for one in laid.observations if one.period == "2023"}[editions[1]] == 1
    put(house, "measures/uk-nrm-referrals-total.yaml", text.format(""))
    with pytest.raises(UserError, match=r"observations.0.source: this key is missing"):
        load_corpus([house])  # it might mean either, so it is a new one


def test_only_the_keys_given_are_changed(house: Path) -> None:
    shipped = load_corpus().publishers["ncmec"]
    put(house, "publishers.yaml", "- {id: ncmec, domains: [missing.example]}\n")
    laid = load_corpus([house]).publishers["ncmec"]
    assert (laid.name, laid.aliases, laid.domains) == (shipped.name, shipped.aliases, ("missing.example",))


@pytest.mark.parametrize(
    ("folder", "kind", "id"),
    [
        ("measures", "measures", SHIPPED),
        ("measures", "measures", "ncmec-runaways-likely-trafficked-share"),  # a myth names it as its fact
        ("myths", "myths", "super-bowl-largest-trafficking-event"),
        ("hotlines/us", "hotlines", "us-988"),
    ],
)
def test_a_shipped_entry_is_taken_out(house: Path, folder: str, kind: str, id: str) -> None:
    assert id in getattr(load_corpus(), kind)
    put(house, f"{folder}/{id}.yaml", f"id: {id}\nretired: true\n")
    assert id not in getattr(load_corpus([house]), kind)


def test_a_shipped_observation_is_taken_out(house: Path) -> None:
    text = "# Missing children\n\nNCMEC assisted with 28,886 cases of missing children in 2023."
    put(
        house,
        f"measures/{SHIPPED}.yaml",
        f"id: {SHIPPED}\nobservations:\n  - {{place: United States, period: 2023, retired: true}}\n",
    )
    assert Linter().check_text(text, format="markdown").files[0].claims[0].judgement.verdict == "supported"
    assert verdicts(house, text) == {"28,886": "unverified"}


def test_a_myth_of_ones_own_is_found(house: Path) -> None:
    put(house, "places.yaml", "- {id: Harbour Town, within: United States, names: [Harbour Town]}\n")
    put(
        house,
        "myths/harbour-town-first.yaml",
        """\
        id: harbour-town-first
        claim: Harbour Town ranks first for trafficking
        problem: no-source
        place: Harbour Town
        values: [{n: 1, unit: rank}]
        words: {all: [Harbour Town, traffick]}
        origin: A leaflet.
        say_instead: Nothing.
        variants: [Harbour Town ranks first in the nation for trafficking]
        evidence: [{url: "https://harbour.example", kind: press}]
        confidence: high
        checked: 2026-01-02
        legitimate_uses: None.
        """,
    )
    linter = Linter(Settings(corpora=(house,)))
    report = linter.check_text("Harbour Town ranks first in the nation for human trafficking.", format="markdown")
    assert [one.judgement.myth for one in report.files[0].claims] == ["harbour-town-first"]


def test_a_local_hotline_is_a_number_to_call(house: Path) -> None:
    put(
        house,
        "hotlines/us/us-harbour.yaml",
        """\
        id: us-harbour
        name: Harbour Line
        operator: Harbour Shelter
        country: US
        serves: [victims]
        primary_for: [human-trafficking]
        channels: [{kind: voice, value: "1-800-555-0199", e164: "+18005550199"}]
        source: {title: Harbour Line, url: "https://harbour.example"}
        evidence: [{url: "https://harbour.example", kind: primary}]
        confidence: high
        verified: "2026-01-02"
        """,
    )
    text = "# Signs of sex trafficking\n\nVictims of trafficking can call the Harbour Line on {}."

    def rules(settings: Settings, number: str) -> set[str]:
        found = Linter(settings).check_text(text.format(number), format="markdown").files[0].diagnostics
        return {one.rule for one in found if one.family == "hotline"}

    settings = Settings(countries=("US",), corpora=(house,))
    assert rules(settings, "1-800-555-0199") == set()
    assert rules(settings, "1-800-555-0198") == {"wrong-hotline-number"}


def test_words_are_added_to_a_shared_list(house: Path) -> None:
    put(house, "words.yaml", "hotline: [harbour line]\n")
    assert load_corpus([house]).words["hotline"] == (*load_corpus().words["hotline"], "harbour line")


def test_of_two_folders_the_later_lies_on_top(house: Path, tmp_path: Path) -> None:
    put(house, "publishers.yaml", "- {id: harbour, name: Harbour Shelter}\n")
    put(tmp_path / "city", "publishers.yaml", "- {id: harbour, name: City Shelter}\n")
    assert load_corpus([house, tmp_path / "city"]).publishers["harbour"].name == "City Shelter"


OWN = f"measures/{SHIPPED}.yaml"


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        (OWN, f"id: {SHIPPED}\ntitel: Cases\n", 2, "titel: there is no such key"),
        (OWN, f"id: {SHIPPED}\nobservations: many\n", 2, "observations: write a list"),
        (OWN, f"- id: {SHIPPED}\n", 1, "write keys with their values"),
        (OWN, "", None, "nothing is written here"),
        (OWN, "id: [ncmec\n", 2, "not valid YAML"),
        (OWN, "id: something-else\n", 1, "id: the file of something-else must be named something-else.yaml"),
        (
            OWN,
            f"id: {SHIPPED}\nobservations:\n  - place: United States\n    period: 2031\n    value: a lot{SOURCE}",
            5,
            "observations.0.value: 'a lot' is no value",
        ),
        (
            OWN,
            f"id: {SHIPPED}\nobservations:\n  - {{place: United States, period: 2031, value: 3}}\n",
            3,
            "observations.0.source: this key is missing",
        ),
        (
            OWN,
            f"id: {SHIPPED}\nobservations:\n  - period: 2031\n    place: Untied States\n    value: 3{SOURCE}",
            4,
            "place: 'Untied States' is not in places.yaml; did you mean United States?",
        ),
        (OWN, f"id: {SHIPPED}\npublisher: ncmecc\n", 2, "publisher: 'ncmecc' is not in publishers.yaml"),
        (OWN, f'id: {SHIPPED}\nphrases: ["{{value}} {{wher}}"]\n', 2, "may hold {when} and {where}"),
        (OWN, f'id: {SHIPPED}\nphrases: ["{{value"]\n', 2, "phrases.0: '{value'"),
        (OWN, f'id: {SHIPPED}\nwords: {{own: ["@childs"]}}\n', 2, "words: 'childs' is not in words.yaml"),
        ("publishers.yaml", "- {id: harbour}\n", 1, "0.name: this key is missing"),
        ("measure/x.yaml", "id: x\n", None, "is no part of a corpus; entries lie in measures/"),
        ("measures/x.yml", "id: x\n", None, "files that end in .yaml"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_field(
    house: Path, name: str, text: str, line: int | None, message: str
) -> None:
    path = put(house, name, text)
    with pytest.raises(UserError) as caught:
        load_corpus([house])
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert message in caught.value.message


def test_a_folder_without_entries_is_a_mistake(house: Path) -> None:
    house.mkdir()
    with pytest.raises(UserError, match="holds no entry"):
        load_corpus([house])


def test_the_same_id_twice_is_a_mistake(house: Path) -> None:
    put(house, "publishers.yaml", PUBLISHERS)
    first = put(house, "measures/a/harbour-survivors.yaml", SURVIVORS)
    put(house, "measures/b/harbour-survivors.yaml", SURVIVORS)
    with pytest.raises(UserError, match=f"harbour-survivors stands in {first} too"):
        load_corpus([house])


def test_the_examples_of_the_documentation_are_valid(house: Path) -> None:
    examples = [block for block in blocks(ROOT / "docs" / "reference-set.md", "yaml") if "data/figures/" in block]
    for example in examples:
        put(house, example.split("\n", 1)[0].removeprefix("# data/figures/"), example)
    laid = load_corpus([house])
    assert years(laid, "ncmec-endangered-runaways")["2030"] == 28100
    assert "27-million-slaves" not in laid.myths
    assert laid.publishers["harbour-shelter"].domains == ("harbour.example",)
    for number, verdict in (("1,204", "supported"), ("1,402", "contradicted")):
        text = f"# Our year\n\nWe served {number} survivors in 2024.\n"
        assert verdicts(house, text) == {number: verdict}


def test_the_settings_in_the_documentation_name_its_folder(tmp_path: Path) -> None:
    (settings,) = [
        block
        for block in blocks(ROOT / "docs" / "reference-set.md", "yaml")
        if block.startswith("# .factcheck.yaml")
    ]
    (tmp_path / "data" / "figures").mkdir(parents=True)
    assert read_config(settings, tmp_path / ".factcheck.yaml").corpora == (tmp_path / "data" / "figures",)


def test_a_corpus_may_lie_in_a_folder_named_as_one_of_its_own(house: Path) -> None:
    """A checkout called "hotlines" has all its entries below that folder."""
    put(house / "hotlines", "publishers.yaml", PUBLISHERS)
    assert "harbour" in load_corpus((house / "hotlines",)).publishers
