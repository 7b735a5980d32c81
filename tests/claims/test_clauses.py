"""Which part of a sentence belongs to a number, and what the number counts.

Numbers are marked by brackets: "[12] cases".
"""

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.clauses import Clause, clauses
from factcheck.model import Quantity, Span, Unit


@dataclass
class Sentence:
    text: str
    quantities: list[Quantity]

    def clauses(self) -> tuple[Clause, ...]:
        return clauses(self.text, Span(0, len(self.text)), self.quantities)


def marked(words: str) -> Sentence:
    text, quantities = "", []
    for index, piece in enumerate(re.split(r"[\[\]]", words)):
        if index % 2:
            quantities.append(Quantity(len(text), len(text) + len(piece), piece, 1, 1))
        text += piece
    return Sentence(text, quantities)


@pytest.mark.parametrize(
    "words, parts",
    [
        (
            "Of [900] people in camps, [600] are in debt bondage and [300] in forced marriage.",
            ["Of 900 people in camps", "600 are in debt bondage", "300 in forced marriage."],
        ),
        (
            "Police found [51] cases of sex trafficking, [10] of labour trafficking and [6] of both.",
            ["Police found 51 cases of sex trafficking", "10 of labour trafficking", "6 of both."],
        ),
        (
            "In Lima the office heard [536] reports in 2020, while the Cusco office heard [78] in 2019.",
            ["In Lima the office heard 536 reports in 2020", "the Cusco office heard 78 in 2019."],
        ),
        (
            "There were [277] cases in Ohio, in St. Louis, [56] cases.",
            ["There were 277 cases in Ohio", "in St. Louis, 56 cases."],
        ),
        ("Cases rose from [120] in 2018 to [160] in 2019.", ["Cases rose from 120 in 2018", "to 160 in 2019."]),
        (
            "The task force freed [480] children; won [200] convictions; seized [$3 million].",
            ["The task force freed 480 children", "won 200 convictions", "seized $3 million."],
        ),
        ("It seems rare, but [40] cases were heard.", ["40 cases were heard."]),
        ("The court heard [40] cases, but nobody was jailed.", ["The court heard 40 cases"]),
        (
            "There were [12] victims, [70 percent] of whom are women.",
            ["There were 12 victims", "70 percent of whom are women."],
        ),
    ],
)
def test_a_sentence_is_parted_between_its_numbers(words: str, parts: list[str]) -> None:
    sentence = marked(words)
    assert [sentence.text[slice(*clause.span)] for clause in sentence.clauses()] == parts


@pytest.mark.parametrize(
    "words",
    [
        "[2,454] ([47 percent]) were female.",
        "Referrals [rose by 35 percent] ([3,804] cases).",
        "a trade ([$9 billion] a year)",
    ],
)
def test_a_number_and_the_one_in_the_bracket_after_it_share_a_clause(words: str) -> None:
    assert len({clause.span for clause in marked(words).clauses()}) == 1


@pytest.mark.parametrize(
    "words, counts, head",
    [
        ("Ohio had [300] endangered runaways reported to the police.", "endangered runaways reported", "runaways"),
        ("[70 percent] of trafficking victims are women.", "trafficking victims", "victims"),
        ("[One in five] of all the children surveyed had run away.", "children surveyed", "children"),
        ("The number of identified victims rose to [4,100].", "identified victims", "victims"),
        ("Cases reported: [1,204]", "Cases reported", "cases"),
        ("Children made up [forty-one percent] of referrals.", "referrals", "referrals"),
        ("Girls account for [half].", "Girls", "girls"),
        ("[27 million] people live in slavery.", "people", "people"),
        ("Potential victims numbered [300] that year.", "Potential victims", "victims"),
        ("[27 million] are in forced labour.", "forced labour", ""),
        ("They found [40] such files of abuse.", "files of abuse", "files"),
        ("It is the [second-largest] criminal industry.", "criminal industry", "industry"),
        ("Courts passed [15] life terms.", "life terms", "terms"),
    ],
)
def test_what_a_number_counts(words: str, counts: str, head: str) -> None:
    (clause,) = marked(words).clauses()
    assert (clause.counts, clause.head) == (counts, head)


@pytest.mark.parametrize(
    "words",
    [
        "Of the [2,630] runaways reported in 2019, [one in six] were likely victims.",
        "There were [1,200] runaways, [70 percent] of whom are girls.",
        "The police found [100] runaways, and [11] of those were boys.",
        "They met [400] runaways: [310] of them were in danger.",
    ],
)
def test_a_part_counts_what_its_whole_counts_and_knows_its_clause(words: str) -> None:
    sentence = marked(words)
    whole, part = sentence.clauses()
    assert part.head == "runaways"
    assert part.governor == whole.span


def test_numbers_side_by_side_have_no_governor() -> None:
    first, second = marked("Police made [40] arrests and found [12] girls.").clauses()
    assert first.governor is None and second.governor is None


def test_money_does_not_take_over_what_was_counted_before() -> None:
    text = "They won 20 convictions and seized $3 million."
    quantities = [
        Quantity(9, 11, "20", 20, 20),
        Quantity(35, 45, "$3 million", 3e6, 3e6, unit=Unit.MONEY, currency="USD"),
    ]
    assert clauses(text, Span(0, len(text)), quantities)[1].head == ""


def test_no_numbers_no_clauses() -> None:
    assert clauses("Nobody counts them.", Span(0, 19), []) == ()


@given(
    st.lists(
        st.sampled_from(["[12]", " cases", ", and", " (", ")", ";", " of them", " were", " in", ". ", "—"]),
        max_size=30,
    )
)
def test_a_clause_holds_its_number_and_stays_in_its_sentence(pieces: list[str]) -> None:
    sentence = marked("x" + " ".join(pieces))
    found = sentence.clauses()
    assert [clause.quantity for clause in found] == sentence.quantities
    for clause in found:
        assert (
            0
            <= clause.span.start
            <= clause.quantity.start
            < clause.quantity.end
            <= clause.span.end
            <= len(sentence.text)
        )


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("[300] cases, and [40] arrests", "300 cases"),
        ("[300] cases while (but [40] arrests", "300 cases"),
        ("[300] cases on the strand, [40] arrests", "300 cases on the strand"),
    ],
)
def test_marks_and_joining_words_at_its_end_are_no_part_of_a_clause(words: str, part: str) -> None:
    sentence = marked(words)
    first = sentence.clauses()[0]
    assert sentence.text[slice(*first.span)] == part
