"""What one sentence of an article says for the next: small articles held against the shipped reference set."""

from __future__ import annotations

import pytest

from factcheck import Linter


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def verdicts(linter: Linter, text: str) -> list[tuple[str, str]]:
    """Each number with its verdict."""
    claims = linter.check_text(text).files[0].claims
    return [(one.claim.quantity.text, str(one.judgement.verdict)) for one in claims]


def test_a_rank_of_a_state_takes_its_subject_from_the_sentence_before(linter: Linter) -> None:
    text = "Human trafficking has reached Ohio. We are fifth-highest in the nation, after Texas and Florida."
    assert ("fifth-highest", "debunked") in verdicts(linter, text)


@pytest.mark.parametrize(
    "text",
    [
        "Human trafficking has reached Ohio. We are seventh-highest in the nation by population.",
        "Traffickers look for such children. Ohio ranks third in the nation for foster care placements.",
    ],
)
def test_a_rank_in_something_else_is_not_accused(linter: Linter, text: str) -> None:
    assert not {"debunked", "outdated", "contradicted"} & {verdict for _, verdict in verdicts(linter, text)}


def test_a_part_of_an_old_whole_is_old_too(linter: Linter) -> None:
    text = "Today 40.3 million people live in modern slavery.\n\nThat makes 10 million children in slavery.\n\n"
    told = verdicts(linter, f"{text}10 million of them are children under 18.")
    assert told == [("40.3 million", "outdated"), ("10 million", "outdated"), ("10 million", "outdated")]


def test_two_publishers_of_one_figure_are_no_rivals(linter: Linter) -> None:
    text = "In 2021 there were 61 million people in modern slavery, according to the ILO and Walk Free."
    assert verdicts(linter, text) == [("61 million", "contradicted")]


def test_a_part_told_as_history_accuses_nobody(linter: Linter) -> None:
    text = "In 2016 the ILO counted 40.3 million people in modern slavery. 10 million of them were children."
    assert [verdict for _, verdict in verdicts(linter, text)] == ["supported", "supported"]


def test_a_share_of_a_group_is_not_held_against_the_share_of_the_whole(linter: Linter) -> None:
    text = "Some 3.3 million children were in forced labour in 2021, more than half of them sexually exploited."
    assert ("more than half", "contradicted") not in verdicts(linter, text)


def test_now_turns_from_the_year_the_sentence_began_with(linter: Linter) -> None:
    text = (
        "$44.3 billion was an ILO number of 2005; the ILO's figure for forced labour profits now is $236 billion."
    )
    assert ("$236 billion", "supported") in verdicts(linter, text)


def rules_drawn(linter: Linter, text: str) -> set[str]:
    return {diagnostic.rule for diagnostic in linter.check_text(text).files[0].diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 the UK recorded 19,125 potential victims of slavery, and 4,441 of them were British.",
        "India counted 83,350 missing children in 2022. Her station had 212 in that year.",
    ],
)
def test_a_part_of_a_number_does_not_disagree_with_it(linter: Linter, text: str) -> None:
    assert "inconsistent-numbers" not in rules_drawn(linter, text)


def test_two_numbers_for_one_thing_disagree(linter: Linter) -> None:
    text = "Ohio counted 900 trafficking victims in 2021. In 2021 Ohio counted 700 trafficking victims."
    assert "inconsistent-numbers" in rules_drawn(linter, text)


def messages(linter: Linter, text: str) -> str:
    return "\n".join(found.message for found in linter.check_text(text).files[0].diagnostics)


def test_a_message_names_the_publisher_and_the_period_as_a_sentence_does(linter: Linter) -> None:
    text = (
        "Of the endangered runaways reported to NCMEC in 2019, one in seven were likely sex trafficking victims."
    )
    told = messages(linter, text)
    assert "The National Center for Missing & Exploited Children gives 1 in 6 for 2019." in told
    assert "its figure for 2024" in told
    old = "Some 40.3 million people live in modern slavery today."
    assert (
        "is the figure for 2016; the International Labour Organization now gives 49.6 million for 2021"
        in messages(linter, old)
    )


def test_a_message_quotes_the_myth_rather_than_telling_it(linter: Linter) -> None:
    told = messages(linter, "Human trafficking is the fastest growing criminal industry in the world.")
    assert ": “Human trafficking is the fastest-growing criminal industry in the world”." in told


@pytest.mark.parametrize(
    "opening",
    ["In 2016 the ILO counted:", "The counts of 2016 are as follows.", "The table below is of 2016."],
)
def test_a_list_is_introduced_by_the_paragraph_before_it(linter: Linter, opening: str) -> None:
    (one,) = linter.check_text(f"{opening}\n\n- 24.9 million people in forced labour\n").files[0].claims
    assert (str(one.claim.period), str(one.judgement.verdict)) == ("2016", "supported")


def test_a_paragraph_that_introduces_nothing_governs_no_list(linter: Linter) -> None:
    text = "In 2016 the ILO met in Geneva.\n\n- 24.9 million people are in forced labour\n"
    (one,) = linter.check_text(text).files[0].claims
    assert one.claim.period is None


@pytest.mark.parametrize(
    "rescued", ["The police rescued twelve victims.", "12 girls were freed from prostitution."]
)
def test_a_count_is_no_age(linter: Linter, rescued: str) -> None:
    (claim,) = linter.check_text(f"# Fact check: the raid\n\n{rescued}").files[0].claims
    assert claim.judgement.references == ()


def test_a_refuted_age_is_known_by_some_of_its_words(linter: Linter) -> None:
    (claim,) = (
        linter.check_text("# Fact check: the ages\n\nThe average age of entry into prostitution is 12.")
        .files[0]
        .claims
    )
    assert claim.judgement.myth == "average-age-of-entry-12-14"


@pytest.mark.parametrize(
    "where",
    [
        ", many in private homes",
        ", on private farms",
        " behind the closed doors of private homes",
        ", many in plain sight in our state",
    ],
)
def test_a_private_home_is_no_private_economy(linter: Linter, where: str) -> None:
    text = f"Today 24.9 million people are trapped in forced labour around the world{where}."
    assert verdicts(linter, text) == [("24.9 million", "outdated")]


def test_the_private_economy_is_a_part_of_the_whole(linter: Linter) -> None:
    text = "Today 24.9 million people around the world are in forced labour in the private sector."
    assert ("24.9 million", "outdated") not in verdicts(linter, text)


def test_another_groups_share_bears_nothing_out_and_a_number_of_something_else_is_not_accused(
    linter: Linter,
) -> None:
    told = verdicts(linter, "UNODC says that 38 per cent of the trafficking victims detected in 2022 were women.")
    assert "supported" not in {verdict for _, verdict in told}
    decoy = (
        "Human trafficking happens here too. Our page on child sex trafficking has had 300,000 views since May."
    )
    assert not {"debunked", "outdated", "contradicted"} & {verdict for _, verdict in verdicts(linter, decoy)}


def test_a_page_that_examines_a_figure_is_not_accused_of_it(linter: Linter) -> None:
    text = """Fact check: the post on missing children

Our ruling: partly false.

The post went viral in July. 800,000 children go missing each year in the United States. The number is of 1999 and
counts children who were back home within hours.

Human trafficking is the second largest criminal industry in the world, it goes on.
"""
    found = [verdict for _, verdict in verdicts(linter, text)]
    assert "supported" in found
    assert not {"debunked", "outdated", "contradicted"} & set(found)
