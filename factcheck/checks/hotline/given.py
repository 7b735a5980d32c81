"""The help an article gives its readers: every number of a service that they can call or text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.checks.hotline.cues import Cues
from factcheck.checks.hotline.reading import Mention, Reading
from factcheck.checks.hotline.services import Role
from factcheck.context import Context, Readers
from factcheck.reference.schema import Hotline
from factcheck.telephones import SHORT
from factcheck.telephones.numbers import is_whole

_EMERGENCY = re.compile(r"(?:000|1(?:0[015]|1[012357-9]|33|9[0-29])|911|999)\Z")
_ASKED = re.compile(
    r"(?:\b(?:text|txt|sms|call|dial|ring|phone|whatsapp)\b[^.!?;]{0,24}|\b(?:hotline|helpline|line|number)\W{1,3})\Z",
    re.I,
)
_TOLD_APART = 5  # digits of a short number that few countries share
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


@dataclass(frozen=True)
class Given:
    """Help given.

    Attributes:
        services: known services with the number as written, first mention first. A misprint and a retired
            number count too: what is wrong with them is another rule's matter.
        unknown: another number is offered as help, which nobody can say is not.
    """

    services: tuple[tuple[Hotline, str], ...]
    unknown: bool


def given_in(reading: Reading, meant: Sequence[tuple[Hotline, str]], context: Context, cues: Cues) -> Given:
    """What help an article gives.

    Args:
        meant: services given by a wrong number, with the number as written.
        context: of the article; its parts are asked for only where it depends on them.
    """
    found: dict[str, tuple[Hotline, str]] = {}
    for mention in reading.known:
        for listing in mention.holds(Role.OWN, Role.RETIRED, Role.WRONG):
            if len(mention.digits) > SHORT or _is_theirs(mention, listing.hotline, context, reading):
                found.setdefault(listing.hotline.id, (listing.hotline, mention.text))
    for hotline, text in meant:
        found.setdefault(hotline.id, (hotline, text))
    for hotline in reading.linked:
        found.setdefault(hotline.id, (hotline, "the number it links to"))
    for hotline in reading.chats:
        found.setdefault(hotline.id, (hotline, "its chat address"))
    unknown = any(_is_offered(mention, context.readers, cues) for mention in reading.other)
    return Given(tuple(found.values()), unknown)


def _is_theirs(mention: Mention, hotline: Hotline, context: Context, reading: Reading) -> bool:
    """Whether a short number can be this service's: its country is the readers', or it is named."""
    if hotline.id in reading.named or context.readers.serves(hotline.country):
        return True
    return len(mention.digits) >= _TOLD_APART and hotline.country in context.spoken_of


def _is_offered(mention: Mention, readers: Readers, cues: Cues) -> bool:
    """Whether a number that no list knows is offered to a reader who needs help."""
    if cues.is_other_business(mention.before, mention.after):
        return False
    if not cues.offers_help(mention.before, mention.after):
        return False
    return _is_short_code(mention, cues) or any(
        _is_telephone(digits, mention, readers) for digits in _numbers(mention)
    )


def _numbers(mention: Mention) -> Iterable[str]:
    if mention.candidate is None:
        return (mention.digits,)
    return (digits for digits, _, _ in mention.candidate.runs() if is_whole(digits))


def _is_short_code(mention: Mention, cues: Cues) -> bool:
    digits = mention.digits
    if not 3 <= len(digits) <= SHORT or _EMERGENCY.match(digits) or _YEAR.match(digits):
        return False
    return _ASKED.search(mention.before) is not None and cues.is_dialled(mention.before, mention.after)


def _is_telephone(digits: str, mention: Mention, readers: Readers) -> bool:
    from phonenumbers import NumberParseException, is_possible_number, is_valid_number, parse

    if mention.plus or mention.link:
        regions: tuple[str | None, ...] = (None, *readers.countries, "US")
    else:
        regions = (*readers.countries, "US", "GB")
    for region in dict.fromkeys(regions):
        try:
            number = parse(digits if region else "+" + digits, region)
        except NumberParseException:
            continue
        if is_valid_number(number) or (len(digits) >= 10 and is_possible_number(number)):
            return True
    return False
