"""The pipeline is good spaCy: sentences, spans, bytes, several processes."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.claims import Gazetteer, Publishers
from factcheck.claims.pipeline import pipeline

TEXT = "In 2019 the ILO counted 2,630 victims of trafficking. One in six was a child.It is not known why."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline(Gazetteer([("Ohio", "Ohio")]), Publishers([("ILO", "ilo")]))


def test_sentences_are_spacy_s_sentences(nlp: Language) -> None:
    assert [sentence.text for sentence in nlp(TEXT).sents] == [
        "In 2019 the ILO counted 2,630 victims of trafficking.",
        "One in six was a child.",
        "It is not known why.",
    ]


def test_quantities_are_spans_of_the_doc(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(span.text, span.label_) for span in doc.spans["quantities"]] == [
        ("2,630", "count"),
        ("One in six", "percent"),
    ]


def test_a_doc_goes_into_bytes_and_comes_back(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.text == TEXT
    assert [span.text for span in again.spans["quantities"]] == ["2,630", "One in six"]
    assert again._.quantities == doc._.quantities != []
    assert again._.claims == doc._.claims != []
    assert again._.sentences == doc._.sentences


def test_two_processes_read_what_one_reads(nlp: Language) -> None:
    texts = [TEXT, "Nothing is counted.", "", "Some 300 victims of trafficking were found in Ohio."]
    one = [doc._.claims for doc in nlp.pipe(texts)]
    assert [doc._.claims for doc in nlp.pipe(texts, n_process=2)] == one


def test_the_components_work_on_spacy_s_own_tokens() -> None:
    theirs = spacy.blank("en")
    theirs.add_pipe("factcheck_sentences")
    theirs.add_pipe("factcheck_quantities")
    doc = theirs(TEXT)
    assert [span.text for span in doc.spans["quantities"]] == ["2,630", "One in six"]


@given(st.text(max_size=120) | st.text(alphabet="aA1.,'’n t\n\t-$%é", max_size=120))
def test_no_character_is_lost_in_tokens(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)
