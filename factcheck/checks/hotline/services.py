"""The reference set's help services, found by what a text dials and by what it calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import re2

from factcheck.checks.hotline.numbers import keypad, prefilter
from factcheck.reference import Corpus
from factcheck.reference.schema import Channel, Confidence, Hotline
from factcheck.words import WordFinder

SHORT = 6
"""A number of up to so many digits is an ordinary number to look at, and needs words that call it a number."""

ASKED = (
    r"(?:\b(?:call|dial|ring|text|txt|sms|phone|whatsapp|number|line|hotline|helpline|free|to|on|at)|[:(\[])"
    r"(?:\s(?:the|our|its|is))?[\s\"“”'’(:]*"
)
"""The words right before a number that is asked to be called; elsewhere a short one is hardly ever one to call."""

_DIALLED = frozenset({"voice", "text", "tty", "whatsapp"})
_INTERNATIONAL = ("00", "011", "0011")  # what Europe, North America and Australia dial before a country code


class Role(StrEnum):
    """What a number is to a service."""

    OWN = "own"
    RETIRED = "retired"
    WRONG = "wrong"  # a known misprint of its number
    OTHER = "other"  # another service's number, known to be taken for its own


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

_LONG = 10  # digits, of which a half is still told apart


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
            if listing.role in (Role.RETIRED, Role.WRONG) and not _is_number(value):
                words.append((value, listing))
            for form in _forms(listing, value):
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
        return prefilter((number for number in self.numbers if len(number) <= SHORT), ASKED)

    def resembles(self, digits: str) -> bool:
        """Whether digits hold one half of a long number of theirs, as does one with a single slip in the other."""
        return any(half in digits for half in self._halves)

    @cached_property
    def _halves(self) -> frozenset[str]:
        long = [listing.national for listing in self.own if len(listing.national) >= _LONG]
        return frozenset(half for one in long for half in (one[: len(one) // 2], one[len(one) // 2 :]))


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
            role = {"flag-wrong": Role.WRONG, "check-label": Role.OTHER}.get(lookalike.action)
            if role:
                yield Listing(hotline, role, lookalike.value, note=lookalike.why), lookalike.value


def _keywords(listings: Iterable[Listing]) -> Iterator[tuple[str, Listing]]:
    """Words that spell a short code on the keys of a telephone: BEFREE is 233733."""
    for listing in listings:
        if listing.channel:
            for keyword in listing.channel.keywords:
                if keyword.isupper() and keypad(keyword) == listing.channel.short_code:
                    yield keyword, listing


def _is_number(value: str) -> bool:
    return not any(c.islower() or c == "@" for c in value)


def calling_code(e164: str) -> str:
    """The country calling code of a number in international form, empty if there is none such."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    codes = (e164[1 : 1 + length] for length in (1, 2, 3) if len(e164) > length)
    return next((code for code in codes if int(code) in COUNTRY_CODE_TO_REGION_CODE), "")


def _code_of(country: str) -> str:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    held = (str(code) for code, regions in COUNTRY_CODE_TO_REGION_CODE.items() if country in regions)
    return next(held, "")


def _forms(listing: Listing, value: str) -> set[str]:
    """Everything that may be dialled for a number as articles write it."""
    if not _is_number(value):
        return set()
    dialled = keypad(value)
    if listing.role is Role.WRONG or len(dialled) <= SHORT:  # a misprint is known only as it is printed
        return {dialled, *_with_and_without_one(listing, dialled)}
    code = _code_of(listing.hotline.country)
    national = listing.national or _without(dialled, code if value.lstrip().startswith("+") else "0", code)
    abroad = {code + national, f"{code}0{national}"}
    return {dialled, national, "0" + national, *abroad, *(p + code + national for p in _INTERNATIONAL)}


def _without(dialled: str, prefix: str, code: str) -> str:
    """A number without its trunk 0 or country code; in North America that is a leading 1."""
    if code == "1":
        return dialled[-10:]
    return dialled.removeprefix(prefix)


def _with_and_without_one(listing: Listing, dialled: str) -> set[str]:
    """North American numbers are printed with and without the leading 1."""
    if listing.hotline.country not in ("US", "CA") or len(dialled) not in (10, 11):
        return set()
    return {dialled[-10:], "1" + dialled[-10:]}


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
