"""Every service of the reference set: its number is known in every usual spelling, and missed by one digit.

Generated from the corpus, so that a service added tomorrow is tested tomorrow.
"""

from __future__ import annotations

import pytest

from factcheck.checks.hotline.services import Role, Services, dials
from factcheck.reference import load_corpus
from factcheck.reference.schema import Channel, Confidence, Hotline
from factcheck.telephones import SHORT
from factcheck.telephones.forms import calling_code
from factcheck.telephones.numbers import keypad
from tests.checks.hotline.conftest import Check, names
from tests.checks.hotline.spellings import grouped, one_digit_wrong, plain_name, spellings

pytestmark = pytest.mark.slow

_CORPUS = load_corpus().hotlines
_CALLED = ("voice", "text", "whatsapp")
_OTHER_SUBJECT = {"us-988", "us-national-domestic-violence-hotline", "in-112", "gr-15900"}
# Their only name is their number: with a digit wrong, another service is named.
_NAMED_BY_NUMBER = {"pe-linea-1818", "tr-157"}
_EVERYWHERE = "IT"  # a country of the European Union for the services of the whole Union

LINES = [(h, c) for h in _CORPUS.values() for c in h.channels if c.kind in _CALLED]
_IDS = [f"{h.id}-{c.kind}-{c.value}" for h, c in LINES]


def _readers(hotline: Hotline) -> str:
    return _EVERYWHERE if hotline.country == "EU" else hotline.country


def _article(sentence: str) -> str:
    return f"""\
# A child sold for labour

Human trafficking takes children and workers. Victims of forced labour and of sexual exploitation seldom ask.

{sentence}
"""


def _offer(hotline: Hotline, channel: Channel, number: str) -> str:
    if channel.kind == "text" and channel.short_code:
        keyword = next(iter(channel.keywords), "HELP")
        return f"Victims can text {keyword} to {channel.short_code}."
    name = plain_name(hotline)
    return f"Victims can call {name or 'the hotline'} on {number} at any hour."


@pytest.mark.parametrize(("hotline", "channel"), LINES, ids=_IDS)
def test_a_number_in_every_usual_spelling_is_a_number_given(
    hotline: Hotline, channel: Channel, check: Check
) -> None:
    for number in dict.fromkeys(spellings(channel)):
        findings = check(_article(_offer(hotline, channel, number)), _readers(hotline))
        if hotline.id in _OTHER_SUBJECT:
            assert [f.case for f in findings] == ["other-subject"], number
        else:
            assert findings == [], number


SURE = [
    (hotline, channel)
    for hotline, channel in LINES
    if (channel.confidence or hotline.confidence) is not Confidence.LOW and plain_name(hotline)
]


@pytest.mark.parametrize(("hotline", "channel"), SURE, ids=[f"{h.id}-{c.kind}-{c.value}" for h, c in SURE])
def test_one_digit_wrong_beside_its_name_is_a_wrong_number(
    hotline: Hotline, channel: Channel, check: Check, services: Services
) -> None:
    name, right = plain_name(hotline), dials(channel)
    for wrong in one_digit_wrong(right):
        in_prefix = channel.e164 is not None and wrong.endswith(
            channel.e164[1 + len(calling_code(channel.e164)) :]
        )
        if _is_somebodys(wrong, services) or _is_emergency(wrong) or in_prefix:
            continue
        printed = wrong if len(wrong) <= SHORT else grouped(wrong, "-")
        way = f"text HELP to {wrong}" if channel.short_code else f"call {printed}"
        findings = check(_article(f"Victims who need {name} can {way}: {name}, {printed}."), _readers(hotline))
        assert "wrong-hotline-number" in names(findings), (name, printed, findings)


def test_every_service_that_is_sure_has_its_number_tried_wrong() -> None:
    sure = {h.id for h, c in LINES if (c.confidence or h.confidence) is not Confidence.LOW}
    assert sure - {h.id for h, _ in SURE} == _NAMED_BY_NUMBER


@pytest.mark.parametrize("country", sorted({_readers(h) for h in _CORPUS.values()}))
def test_without_any_number_an_article_for_the_country_lacks_one(country: str, check: Check) -> None:
    assert "missing-hotline" in names(check(_article("Nobody is told where to turn."), country))


def _is_somebodys(digits: str, services: Services) -> bool:
    """A changed number that is another service's own, or one known to be taken for it."""
    return any(held.role in (Role.OWN, Role.OTHER, Role.RETIRED) for held in services.numbers.get(digits, ()))


def _is_emergency(digits: str) -> bool:
    return len(digits) <= 3


def test_every_service_has_an_address_that_shows_it_and_valid_numbers() -> None:
    import phonenumbers

    for hotline in _CORPUS.values():
        assert hotline.evidence, hotline.id
        for channel in hotline.channels:
            if channel.e164:
                number = phonenumbers.parse(channel.e164)
                assert phonenumbers.is_valid_number(number), (hotline.id, channel.value)
                national = phonenumbers.national_significant_number(number)
                assert keypad(channel.value.partition(" (")[0]).endswith(national) or keypad(
                    channel.value
                ).endswith(national), (hotline.id, channel.value)
            if channel.kind == "text" and channel.short_code:
                assert keypad(channel.short_code) == channel.short_code


def test_vanity_letters_dial_the_digits_printed_beside_them() -> None:
    for hotline in _CORPUS.values():
        for channel in hotline.channels:
            vanity, bracket, digits = channel.value.rstrip(")").partition(" (")
            if channel.kind == "voice" and bracket and channel.e164 and len(keypad(digits)) >= 10:
                assert keypad(vanity)[-10:] == keypad(digits)[-10:] == channel.e164[-10:], channel.value
