"""The number reader: sentence in, quantities out."""

from __future__ import annotations

from factcheck.claims.quantities import read_quantities


def test_reads_the_numbers_of_a_sentence_and_leaves_its_date_out() -> None:
    text = "In 2019 more than 26,300 runaways were reported, and 1 in 6 were likely victims."
    assert [q.text for q in read_quantities(text)] == ["more than 26,300", "1 in 6"]
