"""The reference set's help services, found by what a text dials and by what it calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import re2

from factcheck.checks.loosening import loosened, options
from factcheck.reference import Corpus
from factcheck.reference.schema import Channel, Confidence, Hotline
from factcheck.telephones import SHORT
from factcheck.telephones.forms import calling_code, forms, is_number
from factcheck.telephones.numbers import GAPS, LETTERS, SMALL_VANITY, keypad
from factcheck.words import WordFinder

ASKED = (
    r"(?:\b(?:call(?:ing)?|dial(?:l?ing)?|ring(?:ing)?|text(?:ing)?|txt|sms|phon(?:e|ing)|whatsapp|number|line|hotline"
    r"|helpline|free|code|to|on|at)|[:(\[])(?:\s(?:the|our|its|is))?[\s\"“”'’(:,]*"
)
"""The words right before a number that is asked to be called; elsewhere a short one is hardly ever one to call."""

_DIALLED = frozenset({"voice", "text", "tty", "whatsapp"})


class Role(StrEnum):
    """What a number is to a service."""

    OWN = "own"
    RETIRED = "retired"
    WRONG = "wrong"  # a known misprint of its number
    OTHER = "other"  # another service's number, known to be taken for its own


_ROLES = {"flag-wrong": Role.WRONG, "check-label": Role.OTHER, "normalise": Role.OWN}


@dataclass(frozen=True, slots=True)
class Listing:
    """A number in the reference set.

    Attributes:
        note: of a number that is not the service's own: why.
        since: of a retired number: since when, as the corpus has it.
        dialled: what is dialled at home.
        code: the country calling code, empty for a short number.
        national: the national significant number, without country code and trunk prefix; empty for a short one.
    """

    hotline: Hotline
    role: Role
    value: str
    channel: Channel | None = None
    note: str = ""
    since: str = ""
    dialled: str = ""
    code: str = ""
    national: str = ""

    @property
    def sure(self) -> bool:
        """Whether it is attested well enough to call another number wrong."""
        confidence = self.hotline.confidence
        if self.channel and self.channel.confidence:
            confidence = self.channel.confidence
        return confidence != Confidence.LOW

    @property
    def toll_free(self) -> bool:
        """Whether it is no office's or mobile number, so that no neighbouring number is the same house's."""
        from phonenumbers import PhoneNumberType, number_type, parse

        e164 = self.channel.e164 if self.channel else None
        return e164 is not None and number_type(parse(e164)) == PhoneNumberType.TOLL_FREE


@dataclass(frozen=True, slots=True)
class Name:
    """A service's name as articles use it, or a name it once had."""

    hotline: Hotline
    text: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """A web address at which a service can be chatted with."""

    hotline: Hotline


Word = Name | Address | Listing

_LONG, _END = 10, 4  # digits of a long number, and of its head or tail, of which one survives any single slip

_NO_MORE = "(?:[^0-9A-Za-z_]|$)"  # behind the last group, which is no word's beginning
_LONG_NUMBER = rf"[0-9](?:[{GAPS}]{{0,3}}[0-9A-Z]){{6,}}{_NO_MORE}"
_OTHER_DIGIT = r"[^\P{Nd}0-9]"  # of another script


class Services:
    """All help services of a corpus.

    Args:
        hotlines: by id; those marked retired are left out.

    Attributes:
        numbers: everything that dials a number of theirs, or one taken for theirs.
        own: every number that is a service's own, each once.
        own_in: the same by country.
        words: their names, and listings that are known by words: a keyword, a mistyped address.
    """

    def __init__(self, hotlines: Mapping[str, Hotline]) -> None:
        self.all = tuple(hotline for hotline in hotlines.values() if not hotline.retired)
        numbers: dict[str, list[Listing]] = defaultdict(list)
        words: list[tuple[str, Word]] = [*_names(self.all), *_addresses(self.all)]
        for listing, value in _listings(self.all):
            if listing.role in (Role.RETIRED, Role.WRONG) and not is_number(value):
                words.append((value, listing))
            only = listing.role is Role.WRONG or (listing.channel is None and listing.role is Role.OWN)
            for form in forms(value, listing.hotline.country, listing.national, as_printed=only):
                numbers[form].append(listing)
        self.numbers: Mapping[str, tuple[Listing, ...]] = {form: tuple(held) for form, held in numbers.items()}
        own: dict[tuple[str, str], Listing] = {}
        for held in numbers.values():
            for listing in held:
                if listing.role is Role.OWN:
                    own.setdefault((listing.hotline.id, listing.value), listing)
        self.own = tuple(own.values())
        self.own_in: dict[str, list[Listing]] = defaultdict(list)
        for listing in self.own:
            self.own_in[listing.hotline.country].append(listing)
        self.words = WordFinder([*words, *_keywords(self.own)], whole=True)

    @cached_property
    def worth_reading(self) -> re2._Regexp:
        """A pattern that occurs in every text with a number that may be one to call."""
        return _prefilter((number for number in self.numbers if len(number) <= SHORT), ASKED)

    def resembles(self, digits: str) -> bool:
        """Whether digits hold the head or the tail of a long number of theirs, as does one with a single slip."""
        return any(end in digits for end in self._ends)

    @cached_property
    def _ends(self) -> frozenset[str]:
        long = [listing.national for listing in self.own if len(listing.national) >= _LONG]
        return frozenset(end for one in long for end in (one[:_END], one[-_END:]))


def _prefilter(short: Iterable[str], asked: str) -> re2._Regexp:
    """An RE2 pattern that occurs in every text with a number worth a look; most have none but years and counts.

    Args:
        short: numbers of few digits that are to be found wherever they stand.
        asked: a pattern of the words before any other number of three to six digits that is to be found.
    """
    known = "|".join(f"[{GAPS}]{{0,3}}".join(f"[{key}{LETTERS[key]}]" for key in number) for number in short)
    alone = rf"(?:^|[^\w/@=?&#%$€£¥.,])(?:{known})(?:[^0-9A-Z]|$)"
    after = rf"(?i:{loosened(asked)})[0-9](?:[{GAPS}]{{0,3}}[0-9A-Z]){{2,}}{_NO_MORE}"
    kinds = (_LONG_NUMBER, _OTHER_DIGIT, alone, after, loosened(SMALL_VANITY.pattern))
    return re2.compile("(?ms)" + "|".join(kinds), options())


def services_of(corpus: Corpus) -> Services:
    """The services of a corpus, made once for the corpus in use."""
    global _latest
    if _latest is None or _latest[0] is not corpus.hotlines:
        _latest = (corpus.hotlines, Services(corpus.hotlines))
    return _latest[1]


_latest: tuple[Mapping[str, Hotline], Services] | None = None


def dials(channel: Channel) -> str:
    """What is dialled on a channel: its short code, or the number before any explanation in brackets."""
    if channel.short_code:
        return channel.short_code
    return keypad(channel.value.partition(" (")[0])


def _listings(hotlines: Iterable[Hotline]) -> Iterator[tuple[Listing, str]]:
    for hotline in hotlines:
        for channel in hotline.channels:
            if channel.kind in _DIALLED:
                dialled, code = dials(channel), calling_code(channel.e164 or "")
                national = channel.e164[1 + len(code) :] if channel.e164 else ""
                listing = Listing(
                    hotline, Role.OWN, channel.value, channel, dialled=dialled, code=code, national=national
                )
                yield listing, dialled
        for retired in hotline.retired_numbers:
            listing = Listing(hotline, Role.RETIRED, retired.value, note=retired.note, since=retired.since)
            yield listing, retired.value
        for lookalike in hotline.lookalikes:
            role = _ROLES.get(lookalike.action)
            if role:
                yield Listing(hotline, role, lookalike.value, note=lookalike.why), lookalike.value


def _keywords(listings: Iterable[Listing]) -> Iterator[tuple[str, Listing]]:
    """Words that spell a short code on the keys of a telephone: BEFREE is 233733."""
    for listing in listings:
        if listing.channel:
            for keyword in listing.channel.keywords:
                if keyword.isupper() and keypad(keyword) == listing.channel.short_code:
                    yield keyword.lower(), listing  # in either case: BeFree


def _names(hotlines: Iterable[Hotline]) -> Iterator[tuple[str, Name]]:
    for hotline in hotlines:
        for name in dict.fromkeys((hotline.name, *hotline.aliases)):
            yield name, Name(hotline, name)
        for name in hotline.former_names:
            yield name, Name(hotline, name, former=True)


def _addresses(hotlines: Iterable[Hotline]) -> Iterator[tuple[str, Address]]:
    for hotline in hotlines:
        for channel in hotline.channels:
            if channel.kind == "chat":
                yield address(channel.value), Address(hotline)


def address(url: str) -> str:
    """A web address without scheme, "www." and closing slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
