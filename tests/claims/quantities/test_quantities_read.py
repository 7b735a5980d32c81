"""The number reader: sentence in, quantities out."""

from __future__ import annotations

from factcheck.claims.quantities import read_quantities


def test_reads_the_numbers_of_a_sentence_and_leaves_its_date_out() -> None:
    text = "In 2019 more than 26,300 runaways were reported, and 1 in 6 were likely victims."
    assert [q.text for q in read_quantities(text)] == ["more than 26,300", "1 in 6"]


def test_reads_two_measures_side_by_side() -> None:
    """The blank between them is all that is left to look for a currency in."""
    read_quantities("The boy is 5 feet 4 inches tall and weighs 130 pounds.")
