"""Where a sentence ends in real prose."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.components import COMPONENTS
from factcheck.claims.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Adeyemi counted 40 cases.",
        "The U.S. Department of Labor found 12 sites.",
        "Shelters in Washington, D.C. took in 300 people.",
        "It is No. 3 in the nation.",
        "Some forms, e.g. debt bondage, are rarely reported.",
        "The line rang at 3 a.m. on Sunday.",
        "The share rose to 5.4 percent.",
        "Sen. A. B. Moreno asked for 2.5 million more.",
        "In Jan. 12 people were freed.",
        "Approx. 5,000 people live there.",
        "The firm Harbor Freight Co. of Ohio was sued.",
        "They waited... and nobody came.",
        "“How many?” she asked.",
        "See www.example.Org/a.Bar for the table.",
        "Write to tips@example.Org today.",
        "1. In 2019 there were 12 cases.",
        "It weighs approx. 3.5 kg (see Fig. 2).",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "first, second",
    [
        ("Few cases reach a court.", "The rest are never told."),
        ("The law holds across the U.S.", "The states add their own."),
        ("The line closes at 9 p.m.", "Callers may leave a message."),
        ("They found 12.", "Another 7 fled."),
        ("The trade grows.", "300 cases were opened in 2021."),
        ('He said, "Nobody counts them."', "Then he left."),
        ("Is it rare?", "It is not."),
        ("Nobody knows…", "The police do not ask."),
        ("The total was 4,100 (2019).[1]", "Most were women."),
        ("They never go to the police.3", "The agency agrees."),
        ("They sell food, clothes, etc.", "The money goes home."),
        ("She answered no.", "He agreed."),
        ("The yearly profit is $150 billion.", "Nobody taxes it."),
    ],
)
def test_a_stop_ends_a_sentence(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize("text", ["They profit from the trade.It must stop.", "It affects 30%.The rest hides."])
def test_a_blank_left_out_after_a_stop_does_not_join_two_sentences(text: str) -> None:
    assert len(split(text)) == 2


def test_a_list_number_stays_with_its_item() -> None:
    assert split("1. Shelters took in 40 women.\n2. Courts heard 12 cases.") == [
        "1. Shelters took in 40 women.",
        "2. Courts heard 12 cases.",
    ]


def test_lines_of_a_list_are_sentences_of_their_own() -> None:
    assert split("Cases reported: 12\nVictims: 14\nArrests: 3") == [
        "Cases reported: 12",
        "Victims: 14",
        "Arrests: 3",
    ]


def test_bullets_within_one_line_part_its_items() -> None:
    assert split("• 12 cases • 14 victims") == ["• 12 cases", "• 14 victims"]


def test_a_wrapped_line_goes_on() -> None:
    text = (
        "In the year after the new law the courts of the Northern\n"
        "Province heard 120 cases, three times as many as before.\n"
        "Most ended with a fine."
    )
    assert split(text) == [text[:113], "Most ended with a fine."]


def test_an_empty_line_always_parts() -> None:
    assert split("a long heading without a stop\n\nand a line that begins small") == [
        "a long heading without a stop",
        "and a line that begins small",
    ]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert sentences(text) == ()


PROSE = st.text(alphabet=st.sampled_from(list('aAbé1.!?…"”’()[] \n\t•-,$%\u200b😀')), max_size=200)


@given(PROSE | st.text(max_size=200))
def test_every_character_that_is_not_blank_lies_in_exactly_one_sentence(text: str) -> None:
    covered = [at for start, end in sentences(text) for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert {at for at, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in sentences(text))


def test_the_component_puts_the_sentences_on_the_doc() -> None:
    pipe = spacy.blank("en")
    pipe.add_pipe(COMPONENTS[0])
    doc = pipe("They found 12. Another 7 fled.")
    assert doc._.sentences == ((0, 14), (15, 30))
