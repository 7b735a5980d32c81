"""What an article says about help services: their numbers, their names, and other numbers offered as help."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from urllib.parse import unquote

import re2

from factcheck.checks.hotline.cues import Cues
from factcheck.checks.hotline.services import ASKED, Address, Listing, Name, Role, Services, Word, address
from factcheck.checks.loosening import loosened, options
from factcheck.checks.whole import Whole
from factcheck.model import Block, BlockKind, Document, Link, Span
from factcheck.reference.schema import Hotline
from factcheck.telephones import SHORT
from factcheck.telephones.numbers import Candidate, Group, candidates, is_whole, keypad, linked
from factcheck.words import Hit

_BEFORE, _AFTER, _NEAR = 110, 60, 30
_SHORTEST = 3  # digits of a short number
_ASKED = re.compile(rf"{ASKED}\Z", re.IGNORECASE)
_HOURS = 3  # digits of "24/7"
_SURE = 9  # so many digits do not agree with a service's number by chance
_CHAT = re.compile(r"https?://(?:api\.)?wa(?:\.me/|tsapp\.com/send\?phone=)([\d+]+)", re.IGNORECASE)
_DIAL = re.compile(r"(?:tel|sms|smsto|callto|facetime):(?://)?([^?&;]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in an article.

    Attributes:
        start, end: offsets in the block's text; a link's words for a number that stands in its address.
        digits: what it dials.
        listings: what the reference set knows of it; empty for a number it does not know.
        before, after: the text around it; before reaches into the block above.
        candidate: the groups it was taken from; none for a link's address.
        labels: services named at the head of the row of a table in whose cell it stands, by id.
    """

    block: Block
    start: int
    end: int
    digits: str
    listings: tuple[Listing, ...] = ()
    before: str = ""
    after: str = ""
    candidate: Candidate | None = None
    link: Link | None = None
    labels: Mapping[str, Hotline] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Its stretch in the source; the whole link for a number in an address."""
        return self.link.span if self.link else self.block.place(self.start, self.end)

    @property
    def text(self) -> str:
        """As it is written."""
        return self.link.url.partition(":")[2] if self.link else self.block.text[self.start : self.end]

    @property
    def plus(self) -> bool:
        """Whether it is written in international form."""
        return self.candidate is not None and self.candidate.plus

    def holds(self, *roles: Role) -> tuple[Listing, ...]:
        """What it is known as, of these roles."""
        return tuple(listing for listing in self.listings if listing.role in roles)


@dataclass(frozen=True, slots=True)
class Naming:
    """A service named in an article, by a name it has or once had."""

    block: Block
    start: int
    end: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Words of the reference set that are no number, such as a mistyped address, found in an article."""

    block: Block
    start: int
    end: int
    listings: tuple[Listing, ...]


@dataclass(frozen=True)
class Reading:
    """Everything of the kind in one article, the page around it included.

    Attributes:
        known: numbers that the reference set knows.
        other: numbers that it does not know, near words that speak of help or near a service's name.
        chats: services whose chat address is given.
        linked: services that a link dials, be it round a picture.
    """

    known: tuple[Mention, ...]
    other: tuple[Mention, ...]
    names: tuple[Naming, ...]
    phrases: tuple[Phrasing, ...]
    chats: tuple[Hotline, ...]
    linked: tuple[Hotline, ...] = ()

    @cached_property
    def named(self) -> frozenset[str]:
        """Ids of all services named."""
        return frozenset(name.hotline.id for naming in self.names for name in naming.names)

    def names_in(self, block: Block, start: int, end: int) -> Sequence[Naming]:
        """The names in a stretch of a block, in order, those that reach into it included."""
        held = self._names_by_block.get(id(block), [])
        first = bisect_right(held, start, key=lambda naming: naming.end)
        last = bisect_left(held, end, key=lambda naming: naming.start)
        return held[first:last]

    def numbers_in(self, block: Block, start: int, end: int) -> Sequence[Mention]:
        """The known numbers written in a stretch of a block, in order."""
        held = self._known_by_block.get(id(block), [])
        first = bisect_left(held, start, key=lambda mention: mention.start)
        last = bisect_left(held, end, key=lambda mention: mention.start)
        return held[first:last]

    def gives(self, block: Block, hotline: Hotline) -> bool:
        """Whether a service's own number stands in a block."""
        return (id(block), hotline.id) in self._given

    @cached_property
    def _names_by_block(self) -> dict[int, list[Naming]]:
        found: dict[int, list[Naming]] = {}
        for naming in self.names:
            found.setdefault(id(naming.block), []).append(naming)
        return found

    @cached_property
    def _known_by_block(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in sorted(self.known, key=lambda mention: mention.start):
            if mention.link is None:
                found.setdefault(id(mention.block), []).append(mention)
        return found

    @cached_property
    def _given(self) -> frozenset[tuple[int, str]]:
        return frozenset((id(m.block), own.hotline.id) for m in self.known for own in m.holds(Role.OWN))


def read(document: Document, page: Whole, services: Services, cues: Cues) -> Reading:
    """Read an article for help services; blocks that speak of none are passed over.

    Args:
        page: the texts of the document's blocks.
    """
    mentions: list[Mention] = []
    names: list[Naming] = []
    phrases: list[Phrasing] = []
    chats: dict[str, Hotline] = {}
    for index in _worth_reading(document.blocks, page, services):
        block, above = document.blocks[index], _above(document.blocks, index)
        hits = services.words.longest(block.text)
        named, labels = list(_names(block, hits)), _in_labels(block, services)
        told = bool(named or labels or any(isinstance(key, Listing) for hit in hits for key in hit.keys))
        mentions += (replace(one, labels=labels) for one in _in_text(block, above, services, cues, named=told))
        mentions += _in_links(block, services)
        for hit in hits:
            mentions += _keyword(block, hit, cues)
            phrases += _phrase(block, hit)
        names += named
        chats.update((hotline.id, hotline) for hotline in _chats(block, hits, services))
    known = tuple(mention for mention in mentions if mention.listings)
    other = tuple(mention for mention in mentions if not mention.listings)
    return Reading(
        known, other, tuple(names), tuple(phrases), tuple(chats.values()), tuple(_linked(document, services))
    )


def _linked(document: Document, services: Services) -> Iterator[Hotline]:
    if document.editable:  # of other files the source is no markup
        for digits in linked(document.source):
            yield from (held.hotline for held in services.numbers.get(digits, ()) if held.role is Role.OWN)


def _worth_reading(blocks: Sequence[Block], page: Whole, services: Services) -> Sequence[int]:
    """The blocks with a service's name or address, or a number that may be one to call."""
    targets = [(index, link.url) for index, block in enumerate(blocks) for link in block.links]
    urls = Whole(url for _, url in targets)  # in which an address stands whole
    linked = {targets[at][0] for at in (*urls.having(_dialling()), *urls.speaking(services.words))}
    return sorted({*page.speaking(services.words), *page.having(services.worth_reading), *linked})


@cache
def _dialling() -> re2._Regexp:
    """A pattern that occurs in addresses that dial a number."""
    return re2.compile(f"(?im)^(?:{loosened(_DIAL.pattern)}|{loosened(_CHAT.pattern)})", options())


def _above(blocks: Sequence[Block], index: int) -> str:
    """The end of the text above a block."""
    texts = (blocks[at].text for at in range(index - 1, -1, -1))
    return next((text[-_BEFORE:] for text in texts if text), "")


def _names(block: Block, hits: Iterable[Hit[Word]]) -> Iterator[Naming]:
    """Names in the text; a name of ordinary words counts only where it is written as a name."""
    for hit in hits:
        capital = not block.text[hit.start].islower()
        names = tuple(key for key in hit.keys if isinstance(key, Name) and (capital or key.text[0].islower()))
        if names:
            yield Naming(block, hit.start, hit.end, names)


def _in_labels(block: Block, services: Services) -> dict[str, Hotline]:
    """Services that the head of a cell's row or column names, by id."""
    if block.kind is not BlockKind.TABLE_CELL:
        return {}
    hits = (hit for label in block.labels for hit in services.words.longest(label))
    return {key.hotline.id: key.hotline for hit in hits for key in hit.keys if isinstance(key, Name)}


def _keyword(block: Block, hit: Hit[Word], cues: Cues) -> Iterator[Mention]:
    """A short code spelled on the keys: text BEFREE."""
    listings = tuple(key for key in hit.keys if isinstance(key, Listing) and key.role is Role.OWN)
    before = block.text[max(0, hit.start - _BEFORE) : hit.start]
    after = block.text[hit.end : hit.end + _AFTER]
    if listings and cues.is_dialled(before, after):
        digits = keypad(block.text[hit.start : hit.end])
        yield Mention(block, hit.start, hit.end, digits, listings, before, after)


def _phrase(block: Block, hit: Hit[Word]) -> Iterator[Phrasing]:
    listings = tuple(key for key in hit.keys if isinstance(key, Listing) and key.role is not Role.OWN)
    if listings:
        yield Phrasing(block, hit.start, hit.end, listings)


def _in_text(block: Block, above: str, services: Services, cues: Cues, *, named: bool) -> Iterator[Mention]:
    for candidate in candidates(block.text):
        known = list(_known(candidate, block, above, services, cues, named=named))
        yield from known
        for rest in _left(candidate, known):
            if _may_be_called(rest, block.text):
                mention = _mention(block, above, rest, 0, len(rest.groups) - 1)
                like = is_whole(mention.digits) and services.resembles(mention.digits)
                if named or like or cues.speaks_of_help(f"{mention.before} # {mention.after}"):
                    yield mention


def _may_be_called(candidate: Candidate, text: str) -> bool:
    """Whether a look at the words around is worth it: not for years and counts, most numbers of an article."""
    digits = sum(len(group.digits) for group in candidate.groups)
    start = candidate.groups[0].start
    return digits > SHORT or (
        digits >= _SHORTEST and _ASKED.search(text, max(0, start - _NEAR), start) is not None
    )


def _left(candidate: Candidate, known: Sequence[Mention]) -> Iterator[Candidate]:
    """What a candidate holds beside known numbers, where that is enough for another number."""
    if not known:
        yield candidate
        return
    groups: list[Group] = []
    for group in (*candidate.groups, None):
        if group and not any(mention.start <= group.start < mention.end for mention in known):
            groups.append(group)
        elif sum(len(held.digits) for held in groups) > SHORT:
            yield Candidate(tuple(groups), plus=candidate.plus and groups[0] is candidate.groups[0])
            groups = []
        else:
            groups = []


def _known(
    candidate: Candidate, block: Block, above: str, services: Services, cues: Cues, *, named: bool
) -> Iterator[Mention]:
    """The runs of a candidate that are services' numbers, the longest first, none overlapping."""
    taken: set[int] = set()
    hits = [run for run in candidate.runs() if run[0] in services.numbers]
    for digits, first, last in sorted(hits, key=lambda run: -len(run[0])):
        if taken.isdisjoint(range(first, last + 1)):
            mention = _mention(block, above, candidate, first, last)
            if _is_number(mention, cues, named=named):
                taken.update(range(first, last + 1))
                yield replace(mention, listings=services.numbers[digits])


def _mention(block: Block, above: str, candidate: Candidate, first: int, last: int) -> Mention:
    run = candidate.run(first, last)
    before = block.text[max(0, run.start - _BEFORE) : run.start]
    if len(before) < _BEFORE:
        before = f"{above[len(before) - _BEFORE :]} / {before}"
    after = block.text[run.end : run.end + _AFTER]
    return Mention(block, run.start, run.end, run.digits, (), before, after, candidate)


def _is_number(mention: Mention, cues: Cues, *, named: bool) -> bool:
    """Whether digits that agree with a service's number are meant as a number to call."""
    if len(mention.digits) <= SHORT:
        return _stands_alone(mention) and cues.is_dialled(mention.before, mention.after)
    if len(mention.digits) >= _SURE or mention.plus or named:
        return True
    return cues.speaks_of_help(f"{mention.before} # {mention.after}")


def _stands_alone(mention: Mention) -> bool:
    """Whether a short number is no part of a longer one; hours ("24/7") and its letters may follow."""
    groups = mention.candidate.groups if mention.candidate else ()
    rest = [group for group in groups if group.start >= mention.end]
    letters = any(group.letters for group in rest)
    return mention.start == groups[0].start and (letters or sum(len(group.digits) for group in rest) <= _HOURS)


def _in_links(block: Block, services: Services) -> Iterator[Mention]:
    for link in block.links:
        match = _DIAL.match(link.url) or _CHAT.match(link.url)
        digits = keypad(unquote(match[1])) if match else ""
        if digits:
            before = block.text[max(0, link.start - _BEFORE) : link.start]
            after = block.text[link.start : link.start + _AFTER]
            listings = services.numbers.get(digits, ())
            yield Mention(block, link.start, link.end, digits, listings, before, after, link=link)


def _chats(block: Block, hits: Iterable[Hit[Word]], services: Services) -> Iterator[Hotline]:
    """Services whose chat address is written out or linked."""
    linked = [hit for link in block.links for hit in services.words.find(address(link.url))]
    for hit in (*hits, *linked):
        yield from (key.hotline for key in hit.keys if isinstance(key, Address))
