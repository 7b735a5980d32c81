"""What a quantity says beside its value: how finely it is written, ratios, vagueness, units; and the component."""

from __future__ import annotations

import pytest
import spacy

from factcheck.claims.components import COMPONENTS
from factcheck.claims.quantities import has_number_sign, read_quantities
from factcheck.model import Quantity, Unit


def the(text: str) -> Quantity:
    (quantity,) = read_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("26,300 runaways", 100),
        ("26,288 runaways", 1),
        ("300,000 children", 100_000),
        ("27.6 million people", 100_000),
        ("50 million people", 1_000_000),
        ("$150 billion", 1_000_000_000),
        ("16 percent", 1),
        ("16.7 percent", 0.1),
        ("twenty-seven million people", 1_000_000),
        ("a hundred thousand people", 1_000),
        ("two hundred and fifty people", 10),
        ("half a million people", 100_000),
        ("27.6m people", 100_000),
        ("1 in 6 children", 0),
    ],
)
def test_the_step_is_the_value_of_the_last_digit_written(text: str, step: float) -> None:
    assert the(text).step == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [("1 in 6", (1, 6)), ("two-thirds of them", (2, 3)), ("half of them", (1, 2)), ("four out of five", (4, 5))],
)
def test_a_ratio_keeps_its_parts(text: str, ratio: tuple[int, int]) -> None:
    quantity = the(text)
    assert quantity.ratio == ratio
    assert quantity.unit is Unit.PERCENT
    assert quantity.low == pytest.approx(100 * ratio[0] / ratio[1])


def test_a_percentage_has_no_ratio() -> None:
    assert the("16.7% of them").ratio is None


@pytest.mark.parametrize("text", ["thousands of people", "hundreds of thousands", "several hundred men"])
def test_a_vague_quantity_is_a_range_and_marked(text: str) -> None:
    quantity = the(text)
    assert quantity.vague
    assert quantity.value is None


def test_a_superlative_alone_is_a_vague_rank_and_an_ordinal_is_none() -> None:
    assert the("It is the largest market.").vague
    assert not the("It is the second-largest market.").vague


def test_a_superlative_before_a_matter_of_opinion_is_no_rank() -> None:
    assert read_quantities("The biggest challenge is the highest priority of the largest problem.") == ()


@pytest.mark.parametrize("text", ["every 30 seconds", "every two minutes"])
def test_an_interval_is_a_rate_of_its_length(text: str) -> None:
    quantity = the(text)
    assert quantity.unit is Unit.RATE
    assert quantity.per in ("every second", "every minute")


def test_percentage_points_are_told_from_percent() -> None:
    assert the("It fell 5 percentage points.").noun == "percentage point"
    assert the("It fell 5 percent.").noun == "percentage"


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "Thin\u2009space:\u00a0“nearly\u202f300\u202f000” – İ 5\u00a0%."
    assert [text[q.start : q.end] for q in read_quantities(text)] == ["nearly\u202f300\u202f000", "5\u00a0%"]


def test_a_wrapped_line_does_not_part_a_number() -> None:
    assert the("there were more\nthan 27.6\nmillion people").text == "more\nthan 27.6\nmillion"


def test_two_lines_numbers_stay_apart() -> None:
    assert [q.low for q in read_quantities("Total 12\n300 cases")] == [12, 300]
    assert [q.low for q in read_quantities("Total 12\n\n300 cases")] == [12, 300]


def test_a_number_between_brackets_is_kept_and_a_list_number_is_not() -> None:
    assert [q.low for q in read_quantities("Texas (3,804), Ohio (1,032) and Maine (35)")] == [3804, 1032, 35]
    assert read_quantities("1. Call.\n2. Wait.\n(3) Go. [4]") == ()


@pytest.mark.parametrize("text", ["", "No such thing.", "They left for the city at night."])
def test_text_without_a_sign_of_a_number_is_passed_over(text: str) -> None:
    assert read_quantities(text) == ()


def test_the_prefilter_is_false_where_nothing_can_be_a_number() -> None:
    assert not has_number_sign("They left for the city at night.")
    assert has_number_sign("Thousands left.")


def test_anyone_can_add_the_component_to_a_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(COMPONENTS[1])
    doc = nlp("Nearly one in six, or 16.7 percent.")
    assert [q.text for q in doc._.quantities] == ["Nearly one in six", "16.7 percent"]
