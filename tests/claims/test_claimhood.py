"""Which numbers are statistics of the field: found, and rightly left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.claims.components import COMPONENTS
from factcheck.claims.lexicon import field_places, lexicon
from factcheck.claims.setting import Setting
from factcheck.linter import Linter
from factcheck.model import ClaimKind

Read = Callable[..., list[str]]
EXAMPLES = Path(__file__).parents[2] / "benchmarks" / "claimhood" / "examples.txt"
OF_THE_FIELD = Setting(title="Human trafficking today", topic="trafficking", thickness=3.0)


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipe = spacy.blank("en")
    for name in COMPONENTS[:4]:
        pipe.add_pipe(name)
    return pipe


@pytest.fixture
def claims(nlp: Language) -> Read:
    """Read a block; give the numbers that are claims, as written."""

    def read(text: str, context: str = "", in_field: bool = True, labels: tuple[str, ...] = ()) -> list[str]:
        doc = nlp.make_doc(text)
        about = "trafficking" if in_field or field_places(context) else "other"
        doc._.setting = OF_THE_FIELD if in_field else Setting(title=context, heads=context, topic=about)
        doc._.labels = list(labels)
        return [found.quantity.text for found in nlp(doc)._.claims]

    return read


def examples() -> Iterator[str]:
    """The texts from which claimhood was learned, each a title and a paragraph."""
    body = EXAMPLES.read_text("utf-8")
    yield from re.split(r"\n\n(?=# )", body[body.index("\n\n") :].strip())


def test_the_examples_are_read_as_marked() -> None:
    """What was learned holds: of some 500 numbers hardly one is read otherwise than it is marked."""
    linter = Linter()
    wrong: list[str] = []
    for example in examples():
        marked = re.findall("«([^»]*)»", example)
        text = re.sub("[«»]", "", example).replace("\n", "\n\n", 1)
        found = [one.claim.quantity.text for one in linter.check_text(text).files[0].claims]
        if len(found) != len(marked) or any(a not in b and b not in a for a, b in zip(marked, found, strict=True)):
            wrong.append(f"{text}: {found}")
    assert len(wrong) <= 3, wrong


def test_a_heading_gives_a_bare_number_its_subject(claims: Read) -> None:
    assert claims("1 in 3 are children.", context="Trafficking in numbers", in_field=False) == ["1 in 3"]
    assert claims("1 in 3 are children.", context="Who rides our buses", in_field=False) == []


def test_the_sentence_before_gives_a_number_its_subject(claims: Read) -> None:
    text = "Human trafficking hides everywhere. In our county 214 victims were found last year."
    assert claims(text, in_field=False) == ["214"]


def test_a_cell_of_a_table_counts_what_its_head_says(claims: Read) -> None:
    assert claims("1,204", labels=("2019", "Victims identified")) == ["1,204"]
    assert claims("7", labels=("2019", "Convictions")) == ["7"]
    assert claims("1,204", labels=("2019", "Page views"), in_field=False) == []


def test_what_a_claim_says_is_kept_with_it(nlp: Language) -> None:
    doc = nlp.make_doc("Of the 2,630 runaways reported in 2019, one in six was trafficked.")
    doc._.setting = OF_THE_FIELD
    whole, part = nlp(doc)._.claims
    assert (whole.counts, part.counts) == ("runaways reported", "runaways reported")
    assert doc.text[slice(*part.clause)] == "one in six was trafficked."
    assert part.governor == whole.clause


def test_every_noun_is_of_one_class() -> None:
    every = Counter(word for words in lexicon()["counted"].values() for word in words.split())
    assert [word for word, times in every.items() if times > 1] == []


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Some 4,800 trafficked children were found.", ClaimKind.COUNT),
        ("Some 48% of trafficking victims are children.", ClaimKind.SHARE),
        ("Slavery earns $150 billion a year.", ClaimKind.MONEY),
        ("It is the second-largest criminal industry.", ClaimKind.RANK),
        ("Trafficking cases doubled in 2020.", ClaimKind.TREND),
        ("The average age of entry into prostitution is 13.", ClaimKind.AGE),
        ("Victims live for an average of seven years.", ClaimKind.DURATION),
        ("Millions of people are enslaved.", ClaimKind.VAGUE),
        ("A child is sold for sex every 30 seconds.", ClaimKind.RATE),
    ],
)
def test_the_kind_of_a_claim(nlp: Language, text: str, kind: ClaimKind) -> None:
    doc = nlp.make_doc(text)
    doc._.setting = OF_THE_FIELD
    assert [found.kind for found in nlp(doc)._.claims] == [kind]


PIECES = st.sampled_from(
    [
        "12",
        "1,204",
        "$5 million",
        "16%",
        "1 in 6",
        "thousands",
        " of ",
        " victims",
        " were",
        " (",
        ")",
        ", and ",
        ". ",
        ": ",
        "trafficking ",
        "she ",
        "years ",
        "in prison",
        "the largest ",
        "\n",
        "doubled",
        "every day ",
        "Love ",
        "of those ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_can_be_read(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    doc._.setting = OF_THE_FIELD
    for found in nlp(doc)._.claims:
        assert found.sentence.start <= found.clause.start <= found.quantity.start
        assert found.quantity.end <= found.clause.end <= found.sentence.end
