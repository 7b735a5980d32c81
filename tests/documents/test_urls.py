"""Addresses that stand bare in a text, told from the punctuation around them."""

from __future__ import annotations

import pytest

from factcheck.documents.urls import find_urls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://e.org/a.", ["https://e.org/a"]),
        ("(https://e.org/a_(b)), www.e.org!", ["https://e.org/a_(b)", "www.e.org"]),
        ('"https://e.org/a?b=1&c=2#d"', ["https://e.org/a?b=1&c=2#d"]),
        ("HTTPS://E.ORG/a – https://e.org/b…", ["HTTPS://E.ORG/a", "https://e.org/b"]),
        ("[https://e.org/a] **https://e.org/b**", ["https://e.org/a", "https://e.org/b"]),
        ("awww.e.org https:// www. ftp://e.org us@e.org e.org", []),
        ("https://e.org/café/日本", ["https://e.org/café/日本"]),
    ],
)
def test_addresses(text: str, found: list[str]) -> None:
    assert [text[url.start : url.end] for url in find_urls(text)] == found


def test_an_address_without_a_scheme_is_given_one() -> None:
    assert [url.url for url in find_urls("www.e.org/a")] == ["https://www.e.org/a"]
