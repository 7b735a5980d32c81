"""Telephone numbers of a text: by their service, by their shape, by the words around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.telephones import Directory, telephones
from factcheck.telephones.forms import forms

_KNOWN = Directory(
    (form, service)
    for service, value, country in (
        ("garda", "1800 666 111", "IE"),
        ("mapo", "03-8000 8000", "MY"),
        ("hotline", "1-888-373-7888", "US"),
        ("textline", "233733", "US"),
    )
    for form in forms(value, country)
)


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in telephones(text, _KNOWN)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Report it to the Garda line on 1800 666 111.", ["1800 666 111"]),
        ("The hotline of the council is 03-8000 8000.", ["03-8000 8000"]),
        ("Ring the federal police on 131 237 (131 AFP).", ["131 237 (131 AFP)"]),
        ("Contact the federal police: phone 131AFP (131237)", ["131AFP (131237)"]),
        ("From abroad +353 1800 666 111 or +44 20 7946 0958.", ["353 1800 666 111", "44 20 7946 0958"]),
        ("Text HELP to 233733 or call 911.", ["233733", "911"]),
        ("Tel.: 555 0101. Fax (555 0102.", ["555 0101", "555 0102"]),
        ("Our helpline: 1343.", ["1343"]),
        ("Crime stoppers: 1-800-577-TIPS (8477), or text CRIMES (274637).", ["1-800-577-TIPS (8477)", "274637"]),
        ("Ring 844-END-OHHT (844-363-6448).", ["844-END-OHHT (844-363-6448)"]),
    ],
)
def test_numbers_to_call(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Likely victims identified by the National Human Trafficking Hotline: 31,865 in 2024.",
        "Cases told to the hotline: 9619 in 2023.",
        "The fund grew by +20 000 jobs and 1 800 666 kroner.",
        "The hotline got 51,667 calls, texts, chats and emails in 2020.",
        "The helpline 3,374 people rang in 2022.",
        "Freed: 112 people.",
        "He called the line 312 times in 1863—and was open 365-days-per-year, 24 hours a day.",
    ],
)
def test_counts_are_no_telephone_numbers(text: str) -> None:
    assert found(text) == []


def test_a_number_names_the_services_it_reaches() -> None:
    voice, text = telephones("Call 888.373.7888 or text HELP to 233733.", _KNOWN)
    assert (voice.services, text.services) == ({"hotline"}, {"textline"})


@given(st.text("0123456789 ()+-.,calltext:hotline", max_size=80))
def test_numbers_do_not_overlap_and_lie_in_the_text(text: str) -> None:
    ends = [0]
    for one in telephones(text, _KNOWN):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
