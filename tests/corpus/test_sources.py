"""Every page that an editor may be shown is of a site that somebody has looked at."""

from __future__ import annotations

import pytest

from factcheck.reference import load_corpus
from factcheck.reference.addresses import Sites, unlisted


def test_every_page_shown_is_of_a_listed_site() -> None:
    assert not [f"{key}: {why}" for key, why in unlisted(load_corpus())]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.ilo.org/publications/x", "publisher"),
        ("https://www.state.gov/reports/2024/", "publisher"),
        ("https://oag.ca.gov/human-trafficking", "government"),
        ("https://www.essex.ac.uk/paper.pdf", "research"),
        ("https://someone.blogspot.com/2012/01/slaves.html", None),
        ("https://ilo.org.example.com/", None),
        ("https://github.com/somebody/notes/blob/HEAD/x.md", None),
        ("https://github.com/m-g-d-c/crba-etl/blob/HEAD/x.xlsx", "copy"),
    ],
)
def test_kind_of_an_address(url: str, kind: str | None) -> None:
    assert Sites(load_corpus()).kind(url) == kind
