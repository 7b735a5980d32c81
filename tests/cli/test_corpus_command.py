"""`factcheck corpus`: what an editor may ask of the reference set, and what its keeper does with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from factcheck.entries import read_yaml
from factcheck.reference import load_corpus
from factcheck.reference.showing import describe
from tests.cli.conftest import Command

pytestmark = pytest.mark.slow

RUNAWAYS = "ncmec-endangered-runaways"


def test_validate_counts_the_set(factcheck: Command) -> None:
    ran = factcheck("corpus", "validate")
    assert ran.status == 0
    assert re.fullmatch(r"\d+ measures, \d+ myths, \d+ hotlines, \d+ observations: all valid\n", ran.out)


def test_validate_without_a_folder_takes_those_of_the_configuration(factcheck: Command, folder: Path) -> None:
    (folder / "house" / "measures").mkdir(parents=True)
    (folder / "house" / "measures" / f"{RUNAWAYS}.yaml").write_text(f"id: {RUNAWAYS}\nunits: people\n")
    (folder / ".factcheck.yaml").write_text("corpora: house\n")
    by_configuration, by_name = factcheck("corpus", "validate"), factcheck("corpus", "validate", "house")
    assert (by_configuration.status, by_name.status) == (2, 2)
    assert f"{RUNAWAYS}.yaml:2: units: there is no such key" in by_name.err
    assert "units: there is no such key" in by_configuration.err


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_validate_of_what_is_no_folder(factcheck: Command, folder: Path, name: str) -> None:
    (folder / "a-file").write_text("")
    ran = factcheck("corpus", "validate", name)
    assert (ran.status, ran.out) == (2, "")
    assert f"make it with `factcheck corpus new measure ID {name}`" in ran.err
    assert "configuration" not in ran.err


def test_search_names_entries_of_all_kinds(factcheck: Command) -> None:
    ran = factcheck("corpus", "search", "runaways")
    assert ran.status == 0
    assert f"measure  {RUNAWAYS}\n" in ran.out
    assert "myth     1-in-6-or-7-runaways\n" in ran.out
    assert "hotline  us-988\n" in factcheck("corpus", "search", "suicide", "lifeline").out


def test_search_wants_every_word(factcheck: Command) -> None:
    all_words = json.loads(factcheck("corpus", "search", "endangered", "RUNAWAY", "--format", "json").out)
    one_word = json.loads(factcheck("corpus", "search", "runaway", "--format", "json").out)
    assert {"kind": "measure", "id": RUNAWAYS, "title": load_corpus().measures[RUNAWAYS].title} in all_words
    assert len(all_words) < len(one_word)


def test_search_that_finds_nothing_says_so(factcheck: Command) -> None:
    ran = factcheck("corpus", "search", "zeppelins")
    assert ran.status == 0
    assert ran.out.startswith("nothing is known about 'zeppelins'; try fewer or shorter words\n")
    assert factcheck("corpus", "search", "zeppelins", "--format", "json").out == "[]\n"
    assert factcheck("corpus", "search").status == 2


def test_search_gives_the_newest_value_and_the_way_on(factcheck: Command) -> None:
    lines = factcheck("corpus", "search", "runaways").out.splitlines()
    assert lines[:2] == [
        f"measure  {RUNAWAYS}",
        "         Endangered runaways reported to NCMEC in a year: more than 27,000 (United States, 2024)",
    ]
    assert lines[-1] == f"For sources and a sentence to write: factcheck corpus show {RUNAWAYS}"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("forced labour worldwide", "global-forced-labour-total"),
        ("modern slavery worldwide", "global-modern-slavery-total"),
        ("forced marriage", "global-forced-marriage-total"),
    ],
)
def test_search_begins_with_the_most_general(factcheck: Command, words: str, first: str) -> None:
    assert json.loads(factcheck("corpus", "search", words, "--format", "json").out)[0]["id"] == first


def test_search_understands_a_question(factcheck: Command) -> None:
    asked = factcheck("corpus", "search", "what may I write about runaways")
    assert asked.out == factcheck("corpus", "search", "runaways").out


def test_search_offers_near_spellings_and_topics_that_are_there(factcheck: Command) -> None:
    out = factcheck("corpus", "search", "how many runawys").out
    assert "did you mean runaways?" in out.splitlines()[0]
    topics = re.findall(r'factcheck corpus search ("[^"]+"|\w+)', out)
    assert len(topics) == 2
    assert all("corpus show" in factcheck("corpus", "search", topic.strip('"')).out for topic in topics)


def test_show_ends_with_a_sentence_and_its_source(factcheck: Command) -> None:
    ran = factcheck("corpus", "show", RUNAWAYS)
    assert ran.status == 0
    write, source = ran.out.splitlines()[-2:]
    assert write == "Write:  More than 27,000 endangered runaways were reported to NCMEC in 2024."
    assert source.startswith("Source: National Center for Missing & Exploited Children, “")
    assert "https://www.missingkids.org/" in source


def test_show_is_a_table_with_a_plot_oldest_first_and_numbered_sources(factcheck: Command) -> None:
    out = factcheck("corpus", "show", RUNAWAYS).out
    rows = re.findall(r"^  (\d{4}) +(.+?)  (█+) +(low|medium|high) +\[(\d+)\]", out, re.MULTILINE)
    assert len(rows) == len(load_corpus().measures[RUNAWAYS].observations)
    assert [year for year, *_ in rows] == sorted(year for year, *_ in rows)
    bars = {year: len(bar) for year, _, bar, *_ in rows}
    assert bars["2014"] < bars["2018"] < bars["2024"]
    assert all(f"  [{number}] " in out for *_, number in rows)


def test_two_values_need_no_plot(factcheck: Command) -> None:
    out = factcheck(
        "corpus", "show", "urban-underground-commercial-sex-economy", "--place", "Seattle, Washington"
    ).out
    assert "█" not in out
    assert "Denver" not in out


def test_show_prints_what_the_keeper_noted(factcheck: Command) -> None:
    out = factcheck("corpus", "show", "global-forced-labour-exploitation").out
    assert "\nNotes\n" in out
    assert "  World, 2021: 63% of forced labour.\n" in out


def test_show_for_a_place(factcheck: Command) -> None:
    out = factcheck("corpus", "show", "gsi-country-count", "--place", "United States").out
    assert "1.091 million people were in modern slavery in the United States" in out.splitlines()[-2]


def test_no_unsure_or_replaced_figure_is_proposed(factcheck: Command) -> None:
    out = factcheck(
        "corpus", "show", "urban-underground-commercial-sex-economy", "--place", "Seattle, Washington"
    ).out
    assert out.endswith("No figure of this series is sure enough to be proposed.\n")


def test_show_a_myth_and_a_hotline(factcheck: Command) -> None:
    myth = factcheck("corpus", "show", "27-million-slaves").out
    assert myth.splitlines()[0].endswith("(outdated)")
    assert myth.splitlines()[-1].startswith("Write instead: ")
    hotline = factcheck("corpus", "show", "us-988").out
    assert "  voice       988  24/7\n" in hotline
    assert "Source: " in hotline


def test_show_as_json_holds_the_entry_and_the_sentence(factcheck: Command) -> None:
    shown = json.loads(factcheck("corpus", "show", RUNAWAYS, "--format", "json").out)
    assert (shown["kind"], shown["id"]) == ("measure", RUNAWAYS)
    assert len(shown["observations"]) == len(load_corpus().measures[RUNAWAYS].observations)
    assert shown["write"]["sentence"].endswith("reported to NCMEC in 2024.")
    assert "https://" in shown["write"]["source"]
    assert json.loads(factcheck("corpus", "show", "us-988", "--format", "json").out)["kind"] == "hotline"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ncmec-endangered-runaway"], 'did you mean "ncmec-endangered-runaways"?'),
        (["runaways"], f"try {RUNAWAYS}"),
        (["uk-nrm-referral"], 'did you mean "uk-nrm-referrals'),
        (["zeppelins"], "`factcheck corpus search WORDS` finds one"),
        (["gsi-country-count", "--place", "Canda"], 'did you mean "Canada"?'),
        (["us-988", "--place", "Canada"], "only measures are of several places"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(
    factcheck: Command, arguments: list[str], message: str
) -> None:
    ran = factcheck("corpus", "show", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


def test_every_entry_can_be_shown() -> None:
    corpus = load_corpus()
    for entry in (*corpus.measures.values(), *corpus.myths.values(), *corpus.hotlines.values()):
        told = describe(corpus, entry)
        assert "{" not in told and not re.search(r"\bNone\b(?! of)", told), entry.id


def test_stats_count_every_observation_under_each_heading(factcheck: Command) -> None:
    ran = factcheck("corpus", "stats")
    assert ran.status == 0
    title, sections = "", dict[str, dict[str, int]]()
    for line in ran.out.splitlines():
        if line.startswith("  "):
            number, name = line.strip().split("  ", 1)
            sections[title][name] = int(number)
        else:
            title = line
            sections[title] = {}
    observations = sections["entries"]["observations"]
    for title in ("publishers", "places", "years", "confidence"):
        assert sum(sections[title].values()) == observations, title
    assert set(sections["confidence"]) == {"high", "medium", "low"}


def test_stale_lists_the_oldest_first(factcheck: Command) -> None:
    assert factcheck("corpus", "stale", "--older-than", "50y").out == (
        "0 entries were last checked more than 600 months ago\n"
    )


def test_stale_counts_from_today(factcheck: Command, folder: Path) -> None:
    path = folder / "house" / "myths" / "27-million-slaves.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: 27-million-slaves\nchecked: 2011-05\n")
    (folder / ".factcheck.yaml").write_text("corpora: house\n")
    assert factcheck("corpus", "stale", "--older-than", "10y").out.splitlines() == [
        "2011-05  27-million-slaves",
        "1 entry was last checked more than 120 months ago",
    ]


@pytest.mark.parametrize("age", ["12", "m", "-3m", "3w", "soon", "99999y"])
def test_stale_of_an_unknown_age(factcheck: Command, age: str) -> None:
    ran = factcheck("corpus", "stale", "--older-than", age)
    assert (ran.status, ran.out) == (2, "")
    assert "write months as 12m, or years as 2y" in ran.err


@pytest.mark.parametrize("kind", ["measure", "myth", "hotline"])
def test_a_new_entry_is_a_commented_template_that_validates_once_filled_in(
    factcheck: Command, folder: Path, kind: str
) -> None:
    ran = factcheck("corpus", "new", kind, "our-own", "house")
    assert ran.status == 0
    (path,) = (folder / "house").rglob("our-own.yaml")
    assert str(path.relative_to(folder)) in ran.out and "factcheck corpus validate house" in ran.out
    assert path.read_text("utf-8").count("#") > 3
    for file in (folder / "house").rglob("*.yaml"):
        file.write_text(filled_in(file.read_text("utf-8")), "utf-8")
    assert read_yaml(path.read_text("utf-8"), str(path))["id"] == "our-own"
    assert factcheck("corpus", "validate", "house").err == ""


def filled_in(template: str) -> str:
    """A template as somebody fills it in: what it shows taken over, addresses written."""
    return re.sub(
        r"<(address)?([^<>\n]+)>", lambda found: "https://a.example/b" if found[1] else found[2], template
    )


@pytest.mark.parametrize(
    ("kind", "place"), [("measure", "5: title"), ("myth", "5: claim"), ("hotline", "5: name")]
)
def test_what_is_still_the_templates_is_refused(factcheck: Command, folder: Path, kind: str, place: str) -> None:
    factcheck("corpus", "new", kind, "our-own", "house")
    ran = factcheck("corpus", "validate", "house")
    assert (ran.status, ran.out) == (2, "")
    assert f"our-own.yaml:{place}: <" in ran.err and "is still the template's; write your own" in ran.err


def test_no_article_is_supported_by_a_template(factcheck: Command, folder: Path) -> None:
    factcheck("corpus", "new", "measure", "our-own", "house")
    (folder / ".factcheck.yaml").write_text("corpora: house\n")
    (folder / "a.md").write_text("We served 1204 survivors in the United States in 2024.\n")
    ran = factcheck("check", "a.md", "--show-claims")
    assert ran.status == 2 and "our-own.yaml: line 5: title: " in ran.err


def test_a_new_measure_comes_with_publishers_and_the_schemas_that_files_name(
    factcheck: Command, folder: Path
) -> None:
    told = factcheck("corpus", "new", "measure", "our-own", "house").out
    assert "house/publishers.yaml is written too" in told and "corpora: house" in told
    for file in (folder / "house").rglob("*.yaml"):
        schema = file.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert (file.parent / schema).is_file(), file
    (folder / "house" / "publishers.yaml").write_text("- {id: harbour, name: Harbour Shelter}\n")
    assert "publishers.yaml" not in factcheck("corpus", "new", "measure", "another", "house").out
    assert "harbour" in (folder / "house" / "publishers.yaml").read_text()


@pytest.mark.parametrize("kind", ["measure", "myth", "hotline"])
def test_without_a_folder_the_template_is_printed(factcheck: Command, folder: Path, kind: str) -> None:
    ran = factcheck("corpus", "new", kind, "our-own")
    assert ran.status == 0
    assert "\nid: our-own\n" in ran.out
    assert not list(folder.iterdir())


def test_a_file_that_is_there_is_left_as_it_is(factcheck: Command, folder: Path) -> None:
    factcheck("corpus", "new", "myth", "our-own", "house")
    path = folder / "house" / "myths" / "our-own.yaml"
    path.write_text("mine\n")
    ran = factcheck("corpus", "new", "myth", "our-own", "house")
    assert (ran.status, ran.out, path.read_text()) == (2, "", "mine\n")
    assert "is there already; choose another id, or edit that file" in ran.err


@pytest.mark.parametrize("id", ["Our-Own", "our own", "../own", "our--own", ""])
def test_an_id_that_is_none(factcheck: Command, folder: Path, id: str) -> None:
    ran = factcheck("corpus", "new", "measure", id, "house")
    assert ran.status == 2
    assert "small letters, digits and single hyphens" in ran.err
    assert not list(folder.iterdir())


def test_a_folder_that_is_a_file(factcheck: Command, folder: Path) -> None:
    (folder / "house").write_text("")
    for arguments in (("new", "measure", "our-own", "house"), ("schema", "house")):
        ran = factcheck("corpus", *arguments)
        assert ran.status == 2
        assert "house" in ran.err


def test_schema_writes_what_is_in_the_repository(factcheck: Command, folder: Path) -> None:
    ran = factcheck("corpus", "schema", "schemas")
    assert ran.status == 0
    written = sorted((folder / "schemas").iterdir())
    assert sorted(ran.out.split()) == [str(path.relative_to(folder)) for path in written]
    assert [path.name for path in written] == [
        f"{name}.json" for name in ("hotline", "measure", "myth", "places", "publishers", "sources", "words")
    ]
