"""Numbers a slip or two away from a service's own, where the text calls them a help line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.checks.hotline.beside import Beside, beside
from factcheck.checks.hotline.cues import Cues
from factcheck.checks.hotline.reading import Mention, Reading
from factcheck.checks.hotline.services import Listing, Services
from factcheck.context import Readers
from factcheck.model import Span
from factcheck.telephones import SHORT
from factcheck.telephones.numbers import is_whole, keypad
from factcheck.telephones.service_codes import is_service_code

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_CALLED = re.compile(
    r"(?:\b(?:call(?:ing)?|dial(?:l?ing)?|ring(?:ing)?|text(?:ing)?|phon(?:e|ing)|number|line|hotline|helpline|free|code)"
    r"(?:\s(?:the|our|its|is))?|[:(\[])[\s\"“”(:,]*\Z",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:on|at|to)[\s\"“”(]*\Z", re.IGNORECASE)
_NAMED_BEFORE, _NAMED_AFTER = 70, 40
_UNMISTAKABLE = 10  # digits of a toll-free number that are nobody else's but for one of them
_NO_EVIDENCE = 3  # a number of so few digits is like many others
_TWO_SLIPS_APART = 6  # a short code of so many digits is still told apart with two of them wrong
_OPEN = 4  # last digits of a toll-free number; those before them are of one service beside its name
_TOO_MANY = 3  # slips between numbers that are no misprints of each other
_ITS_PREFIX = 3  # stands for the slips of a number that has the service's prefix and is led to by its name


@dataclass(frozen=True, slots=True)
class Misprint:
    """A number, and the service's number it was surely meant to be."""

    mention: Mention
    start: int
    end: int
    listing: Listing

    @property
    def span(self) -> Span:
        """Its stretch in the source."""
        return self.mention.span if self.mention.link else self.mention.block.place(self.start, self.end)

    @property
    def text(self) -> str:
        """As it is written."""
        return self.mention.text if self.mention.link else self.mention.block.text[self.start : self.end]


class _Match(NamedTuple):
    slips: int
    digits: int  # fewer compared digits rank behind
    start: int
    end: int
    listing: Listing


def misprints(
    reading: Reading, services: Services, readers: Callable[[], Readers], cues: Cues
) -> Iterator[Misprint]:
    """Every number of an article that is another's misprint.

    A number that belongs to any service is none, whatever it resembles. One slip counts where the words
    around the number speak of help, and in a long toll-free number anywhere; two slips, and short numbers, only
    near the service's name; numbers of three digits only where that name leads straight to them, and never those
    that a network answers itself. Where the right number stands in the same block, a neighbour of an office
    number is another line of that office. A number that the name of a toll-free service leads straight to, and
    that differs from the service's in nothing but the last four digits, is a misprint whatever those are.

    Args:
        readers: asked only where it depends on them.
    """
    for mention in reading.other:
        numbers = _distinct(_numbers(mention))
        near = beside(mention, reading, services)
        if not numbers or cues.is_other_business(mention.before, mention.after):
            continue
        listings = _comparable(mention, services, readers(), near)
        matches = [match for listing in listings for match in _matches(numbers, listing, near)]
        if matches:
            best = min(matches, key=lambda match: (match.slips, -match.digits, match.start - match.end))
            if _is_meant(best, mention, reading, near, cues) and not _is_networks(best, mention, readers):
                yield Misprint(mention, best.start, best.end, best.listing)


def _comparable(mention: Mention, services: Services, readers: Readers, near: Beside) -> Iterator[Listing]:
    """The numbers that it may have been meant to be: of services named beside it, or of the readers' country."""
    if mention.plus:
        countries = set(services.own_in)
    else:
        countries = {country for country in services.own_in if readers.serves(country)}
    named = {hotline.country for hotline in services.all if hotline.id in near.named}
    for country in sorted(countries | named):
        for listing in services.own_in[country]:
            other_country = mention.plus and not mention.digits.startswith(listing.code or "-")
            at_home = country in countries and bool(listing.national) and not other_country
            relay = listing.channel is not None and listing.channel.kind == "tty" and not listing.national
            if listing.sure and not relay and (at_home or listing.hotline.id in near.named):
                yield listing


def _matches(numbers: Iterable[tuple[str, int, int]], listing: Listing, near: Beside) -> Iterator[_Match]:
    most = 2 if listing.national or _is_told_apart(listing, near) else 1
    led = listing.hotline.id in near.leading
    for digits, start, end in numbers:
        for form, right in _compared(digits, listing):
            slips = misprint(form, right)
            if slips > most and led and _has_prefix(form, right) and listing.toll_free:
                yield _Match(_ITS_PREFIX, len(form), start, end, listing)
            elif 1 <= slips <= most:
                yield _Match(slips, len(form), start, end, listing)


def _is_told_apart(listing: Listing, near: Beside) -> bool:
    """Whether a short number is so clearly a service's that two of its digits may be wrong."""
    length, service = len(listing.dialled), listing.hotline.id
    if length >= _TWO_SLIPS_APART and service in near.keyed:
        return True
    return length > _NO_EVIDENCE and service in near.leading | near.apposed


def _has_prefix(written: str, right: str) -> bool:
    return len(written) == len(right) >= _UNMISTAKABLE and written[:-_OPEN] == right[:-_OPEN]


def _compared(digits: str, listing: Listing) -> Iterator[tuple[str, str]]:
    """Pairs of what may be meant by a number and what it should then be."""
    if not listing.national:
        if len(digits) == len(listing.dialled):
            yield digits, listing.dialled
    elif len(digits) > SHORT:
        yield digits, listing.dialled
        yield digits, listing.code + listing.national
        yield from ((form, listing.national) for form in _without_prefixes(digits, listing))


def _numbers(mention: Mention) -> Iterator[tuple[str, int, int]]:
    """What may be a whole telephone number or short code in a candidate, with its place."""
    if mention.candidate is None:
        yield mention.digits, mention.start, mention.end
        return
    for digits, first, last in mention.candidate.runs():
        if is_whole(digits) or (first == 0 and 3 <= len(digits) <= SHORT):
            run = mention.candidate.run(first, last)
            yield digits, run.start, run.end


def _distinct(numbers: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Each number once, where it stands widest: what it resembles hangs on its digits alone."""
    widest: dict[str, tuple[str, int, int]] = {}
    for digits, start, end in numbers:
        _, low, high = widest.setdefault(digits, (digits, start, end))
        if end - start > high - low:
            widest[digits] = digits, start, end
    return sorted(widest.values(), key=lambda number: number[1:])


def _without_prefixes(digits: str, listing: Listing) -> set[str]:
    """What may be the national number: as it stands, without a trunk 0, without the country code."""
    code = listing.code
    forms = {digits, digits.removeprefix("0")}
    forms |= {digits.removeprefix(start + code) for start in ("", "00", "011")}
    return {form.removeprefix("0") if len(form) > len(listing.national) else form for form in forms}


def _is_meant(best: _Match, mention: Mention, reading: Reading, near: Beside, cues: Cues) -> bool:
    named = best.listing.hotline.id in near.named
    if not best.listing.national:
        if best.digits <= _NO_EVIDENCE and best.listing.hotline.id not in near.leading:
            return False
        return named and _is_dialled(best, mention, cues)
    if best.slips >= 2 and not named:
        return False
    if reading.gives(mention.block, best.listing.hotline) and not best.listing.toll_free:
        return False
    alone = best.slips == 1 and best.listing.toll_free and best.digits >= _UNMISTAKABLE
    return named or alone or cues.speaks_of_help(f"{mention.before} # {mention.after}")


def _is_networks(best: _Match, mention: Mention, readers: Callable[[], Readers]) -> bool:
    """Whether a short number is an emergency or service code rather than a slip in another."""
    if best.listing.national:
        return False
    written = keypad(mention.block.text[best.start : best.end])
    return is_service_code(written, (*readers().countries, best.listing.hotline.country))


def _is_dialled(best: _Match, mention: Mention, cues: Cues) -> bool:
    """Whether a short number is one to call, neither a year nor a count."""
    before = mention.block.text[max(0, best.start - _NAMED_BEFORE) : best.start]
    year = _YEAR.match(mention.block.text[best.start : best.end]) is not None
    directly = _CALLED.search(before) or (not year and _AT.search(before))
    return bool(directly) and not cues.is_count(mention.block.text[best.end : best.end + _NAMED_AFTER])


def misprint(written: str, right: str) -> int:
    """How many slips lie between two numbers: 0 for none, 3 for more than two.

    A digit changed, left out or doubled, or two neighbours swapped, is one slip.
    """
    if written == right:
        return 0
    if abs(len(written) - len(right)) == 1:
        short, long = sorted((written, right), key=len)
        return 1 if any(long[:i] + long[i + 1 :] == short for i in range(len(long))) else 3
    if len(written) != len(right):
        return 3
    return _changes(written, right)


def _changes(written: str, right: str) -> int:
    """Digits changed and neighbours swapped between two numbers of one length; 3 for more than two."""
    slips = at = 0
    while at < len(right) and slips < _TOO_MANY:
        if written[at] != right[at]:
            slips += 1
            at += written[at : at + 2] == right[at : at + 2][::-1]
        at += 1
    return slips
