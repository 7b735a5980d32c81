"""What the page is told is what the command line says."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from factcheck.cli import run
from factcheck.linter import Linter
from tests.serve.conftest import Page

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in (".md", ".html", ".txt")]
FORMATS = {".md": "markdown", ".html": "html", ".txt": "text"}
OLD = "# Slavery\n\nToday 40.3 million people live in modern slavery, says the International Labour Organization."


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_the_diagnostics_are_those_of_the_command_byte_by_byte(
    page: Page, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(EXAMPLES)
    run(["check", "--format", "json", path.name])
    command = capsys.readouterr().out
    draft = {"text": path.read_text("utf-8"), "name": path.name, "format": FORMATS[path.suffix]}
    answer = page.post("api/check", json=draft).text
    assert f'{{"report": {command.strip()}, "page": ' in answer


def test_every_example_of_a_rule_is_told_as_the_linter_tells_it(page: Page, linter: Linter) -> None:
    for rule in list(linter.rules.values())[::4]:
        for example in rule.bad[:1]:
            told = page.check(example.text)["report"]["files"][0]["diagnostics"]
            found = linter.check_text(example.text).files[0].diagnostics
            assert [(d["rule"], d["start"], d["end"], d["message"]) for d in told] == [
                (d.rule, *d.span, d.message) for d in found
            ]


def test_a_finding_says_what_is_wrong_what_is_held_and_what_to_write(page: Page) -> None:
    (found,) = [one for one in page.check(OLD)["page"]["findings"] if one["write"]]
    assert "2016" in found["what"][0]
    assert "49.6 million" in found["write"]
    assert found["references"][0]["url"].startswith("https://")
    start, end = found["sentence"]
    assert OLD[start:end].startswith("Today 40.3 million")


def test_good_statistics_have_their_verdict_too(page: Page) -> None:
    answer = page.check("In 2021, 27.6 million people were in forced labour, the ILO says.")
    assert [one["label"] for one in answer["page"]["statistics"]] == ["supported"]


def test_the_readers_country_is_the_drafts_own(page: Page) -> None:
    text = (EXAMPLES / "ready.md").read_text("utf-8")
    british = page.check(text, countries=["GB"])["report"]["files"][0]["diagnostics"]
    assert any(one["family"] == "hotline" for one in british)
    assert not any(d["family"] == "hotline" for d in page.check(text)["report"]["files"][0]["diagnostics"])


def test_what_was_silenced_is_in_no_download(page: Page) -> None:
    answer = page.check(OLD)
    marks = [one["mark"] for one in answer["page"]["findings"]]
    report = page.post("api/make/report", json={"text": OLD, "ignored": marks})
    assert "No problems found" in report.text
    rules = [one["rule"] for one in answer["report"]["files"][0]["diagnostics"]]
    assert "No problems found" in page.post("api/make/report", json={"text": OLD, "silent": rules}).text
    assert "outdated-number" in page.post("api/make/report", json={"text": OLD}).text


def test_claim_review_data(page: Page) -> None:
    made = page.post("api/make/claimreview", json={"text": OLD, "name": "ours.md"})
    assert made.headers["content-disposition"] == "attachment; filename*=UTF-8''ours.jsonld"
    assert json.loads(made.text)["@graph"][0]["@type"] == "ClaimReview"


def test_a_word_file_with_comments_is_made_of_any_draft(page: Page) -> None:
    text = f"{OLD}\n\n- one [link](https://example.org/)\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    made = page.post("api/make/word", json={"text": text, "name": "ours.md"})
    word = docx.Document(io.BytesIO(made.content))
    assert [p.style.name for p in word.paragraphs if p.style][:4] == [
        "Heading 1",
        "Normal",
        "List Bullet",
        "List Bullet",
    ]
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == [["a", "b"], ["1", "2"]]
    assert any("49.6 million" in comment.text for comment in word.comments)
    assert made.headers["content-disposition"].endswith("ours.comments.docx")


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ({"text": "x" * 1_000_001}, "longer than"),
        ({"text": "x", "countries": ["Atlantis"]}, "there is no country"),
        ({"text": "---\nfactcheck: 3\n---\nx"}, "draft.md:2: "),
        ({"text": 3}, "this is no draft"),
        ({"text": "x", "format": "docx"}, "this is no draft"),
    ],
)
def test_bad_input_is_told_in_words(page: Page, draft: dict[str, object], said: str) -> None:
    response = page.post("api/check", json=draft)
    assert response.status_code == 400
    assert said in response.json()["error"]
