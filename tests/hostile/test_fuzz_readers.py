"""Every reader on its own: no exception, and what it finds stands where it says."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck import Linter, documents
from factcheck.claims.periods import times
from factcheck.claims.quantities import has_number_sign, read_quantities
from factcheck.claims.quantities_json import line_record
from factcheck.claims.sentences import sentences
from factcheck.errors import UserError
from factcheck.model import Document, Format
from tests.documents.conftest import _holds as document_holds
from tests.documents.test_odt import odt
from tests.documents.word_files import add_footnote, add_link, saved
from tests.hostile.fuzzing import LONG, NUMBER_TEXTS, TEXTS

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter().prepared()


@LONG
@given(NUMBER_TEXTS)
@example("9" * 5_000)
@example("½" * 50)
def test_any_text_may_hold_numbers(text: str) -> None:
    at = 0
    for quantity in read_quantities(text):
        assert at <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end] == quantity.text.strip()
        assert (quantity.low is None) == (quantity.high is None)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.step >= 0
        at = quantity.end
        assert has_number_sign(text)
    for record in line_record(text.replace("\n", " "))["quantities"]:
        assert record["text"] == text.replace("\n", " ")[record["start"] : record["end"]]


@LONG
@given(NUMBER_TEXTS | TEXTS)
def test_any_text_has_sentences_times_and_places(linter: Linter, text: str) -> None:
    at = 0
    for span in sentences(text):
        assert at <= span.start < span.end <= len(text)
        at = span.end
    for mention in (*times(text), *linter.corpus.gazetteer.find(text)):
        assert 0 <= mention.start < mention.end <= len(text)


@LONG
@given(NUMBER_TEXTS | TEXTS, st.sampled_from([Format.TEXT, Format.MARKDOWN, Format.HTML]))
def test_any_document_may_hold_claims(linter: Linter, text: str, format: Format) -> None:
    try:
        document = documents.read(text.encode("utf-8", "surrogatepass"), "a", format)
    except UserError:
        return
    document_holds(document)
    claims_hold(linter, document)


def claims_hold(linter: Linter, document: Document) -> None:
    """What is read of a claim stands in its block, the smaller inside the larger."""
    for claim in linter.reader.read(document):
        text, number = claim.block.text, claim.quantity
        assert number.text == text[number.start : number.end]
        assert (
            0 <= claim.sentence.start <= claim.clause.start <= claim.clause.end <= claim.sentence.end <= len(text)
        )
        assert claim.sentence.start <= number.start < number.end <= len(text)
        assert 0 <= claim.number.start < claim.number.end <= len(document.source)


# Valid files, to be damaged at a place that is inside one of their parts.
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trade &amp; people</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>In numbers</h1><p>In 2019, <b>300 victims</b> of trafficking<sup>
<a href="#n1">1</a></sup> were <em title='a"b'>found</em>&nbsp;&#8212; one in six.</p>
<table><tr><th>Year</th><th>Cases</th></tr><tr><td>2019</td><td>40</td></tr></table>
<ul><li>one<li>two</ul><img src="a.png" alt="40 beds"><!-- a --></article>
<footer>Call 1-888-373-7888</footer></body></html>"""
DRAFT = """---
title: "Trade: people"
factcheck: {country: US}
---

# In numbers

In 2019, **300 victims** of [trafficking](https://a.example/b "c") were found.[^1]

> One in six

- a
  - b

1. c

| Year | Cases |
|---|---|
| 2019 | 40 |

```
code
```

![40 beds](a.png) `x` <b>y</b> &amp; \\* <https://a.example>

[^1]: ILO, 2019.
"""


def _word_parts() -> dict[str, bytes]:
    word = docx.Document()
    word.add_heading("In numbers", 1)
    paragraph = word.add_paragraph("In 2019, 300 victims of trafficking were found. ")
    paragraph.add_run("One in six").bold = True
    add_link(word, paragraph, "a source")
    add_footnote(word, paragraph, "ILO, 2019.")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("Year", "Cases", "2019", "40"), strict=True
    ):
        cell.text = text
    word.add_comment(paragraph.runs, "Is it so?", "An editor", "E")
    return _parts(saved(word))


ODT = """<text:h text:outline-level="1">In numbers</text:h>
<text:p text:style-name="P1">In 2019, 300 victims<text:s text:c="3"/>were
<text:a xlink:href="https://a.b">found</text:a>
<text:note text:id="n"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>ILO</text:p></text:note-body></text:note></text:p>
<text:list><text:list-item><text:p>one in six</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>40</text:p></table:table-cell></table:table-row></table:table>"""


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


ARCHIVES = {"a.docx": _word_parts(), "a.odt": _parts(odt(ODT))}
BITS = st.sampled_from(
    ["", "<", ">", "/>", '"', "&", "&#0;", "</w:p>", "<w:p>", "<text:p>", "99999999999", "-1", "0", "\x00", "é",
     "\ud800", 'w:val="', "<w:r>", "<w:t>", "<w:tbl>", "</text:p>", "]]>", "<!--", "---\n", "\r", "[^1]", "|",
     "{{", "x" * 50]
) | st.text(max_size=6)  # fmt: skip
DAMAGE = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), BITS), min_size=1, max_size=6)
Damage = list[tuple[float, int, str]]


def damaged(text: str, damage: Damage) -> str:
    """A text with stretches of it replaced: where, as a share of its length, how many characters, by what."""
    for share, width, words in damage:
        at = int(share * len(text))
        text = text[:at] + words + text[at + width :]
    return text


def read_or_refused(linter: Linter, data: bytes, path: str) -> None:
    try:
        document = documents.read(data, path)
    except UserError as error:
        assert error.message and error.path == path
        return
    document_holds(document)
    claims_hold(linter, document)


@LONG
@given(st.sampled_from([("a.md", DRAFT), ("a.html", PAGE), ("a.txt", DRAFT)]), DAMAGE)
def test_a_damaged_text_is_read_or_refused(linter: Linter, whole: tuple[str, str], damage: Damage) -> None:
    path, text = whole
    read_or_refused(linter, damaged(text, damage).encode("utf-8", "surrogatepass"), path)


@LONG
@given(st.data(), st.sampled_from(sorted(ARCHIVES)), DAMAGE)
def test_a_damaged_part_of_an_archive_is_read_or_refused(
    linter: Linter, data: st.DataObject, path: str, damage: Damage
) -> None:
    parts = ARCHIVES[path]
    name = data.draw(st.sampled_from(sorted(parts)))
    if data.draw(st.integers(0, 9)) == 0:
        left = {other: part for other, part in parts.items() if other != name}
    else:
        text = parts[name].decode("utf-8", "replace")
        left = parts | {name: damaged(text, damage).encode("utf-8", "surrogatepass")}
    read_or_refused(linter, _packed(left), path)


@LONG
@given(
    st.sampled_from(sorted(ARCHIVES)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=5),
)
def test_a_damaged_archive_is_read_or_refused(
    linter: Linter, path: str, damage: list[tuple[float, bytes]]
) -> None:
    whole = _packed(ARCHIVES[path])
    for share, found in damage:
        at = int(share * len(whole))
        whole = whole[:at] + found + whole[at + len(found) :]
    read_or_refused(linter, whole, path)
