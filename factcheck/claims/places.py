"""Places: which places a text names, in the sense in which a figure can speak of them.

A name is not always a place: "Jordan" may be a man, "the Washington Post" a paper, "Nigerian women" people far
from Nigeria. Those are passed over. A place that no list holds ("Lubbock, Texas", "southern Ohio") is kept under
the words that name it, so that its figures are never read as those of the larger place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from factcheck.claims.spans import apart
from factcheck.entries import read_yaml
from factcheck.words import RECENT, Hit, WordFinder

WORLD: Final = "World"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at `text[start:end]`.

    Attributes:
        ids: places the name may mean; several where the text does not tell ("Georgia").
        weak: only a hint ("American children"): counts where nothing better does.
        dateline: where the report was filed ("GENEVA – …"), no more than a hint of what it speaks of.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    weak: bool = False
    dateline: bool = False


class _Name(NamedTuple):
    """What a phrase of the gazetteer stands for; no place where `place` is empty."""

    place: str
    demonym: bool = False
    capital: int = 0  # where its first capital stands; -1 in a name written small ("worldwide")


_LISTS: Final = Path(__file__).with_name("places.yaml")
_WORDS: Final[dict[str, Any]] = read_yaml(_LISTS.read_text("utf-8"), str(_LISTS))


def _any(name: str) -> str:
    """A list of `places.yaml` as one alternation."""
    return rf"(?:{'|'.join(_WORDS[name].split())})"


def _set(name: str) -> frozenset[str]:
    return frozenset(_WORDS[name].split())


_LOOK_BACK: Final = 60
_NOT_A_PLACE_AFTER: Final = re.compile(rf"(?:'s)?[ -]{_any('other_names_after')}")
_OTHER_PLACE_AFTER: Final = re.compile(rf"\s{_any('other_places_after')}\b")
_NAME_OF: Final = re.compile(rf"{_any('names_before')} of (?:the )?(?:[A-Z]\w+,? (?:at|in) )?\Z")
_PART_BEFORE: Final = re.compile(
    r"\b(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Mm]id)(?:ern|[ -]?(?:[Ee]ast|[Ww]est|[Cc]entral)(?:ern)?)?"
    r"|[Cc]entral|[Uu]pstate|[Dd]owntown|[Rr]ural|[Gg]reater|[Mm]etro(?:politan)?|[Ii]nner)[ -]\Z"
)
_TOWN_BEFORE: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Oo]f|[Aa]t|[Aa]round|[Oo]utside|to)\s|^)"
    r"(?P<town>[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|de|la|du|of)){0,3})\Z"
)
_DATELINE: Final = re.compile(r"(?:, [A-Z][\w. ]{1,20})?\s?(?:\([^()]{2,40}\)\s?)?(?:[–—]|--?\s)")
_EXAMPLES: Final = re.compile(
    r"\b(?:such as|(?:most of all|especially|particularly|mainly|mostly|chiefly|notably|including|above all|"
    r"for example|e\.g\.|behind|behind only|followed by|ahead of|unlike|than|compared (?:with|to)),?"
    r"(?: in| across| from)?)\s(?:(?:the\s)?[A-Z][\w.'’-]*,?\s?|and\s|or\s|of\s){0,12}\Z"
)
_NUMBER_AFTER: Final = re.compile(r",?\s(?:at|with|on)\s[^,;.]{0,12}?\d|\s?[(:]\s?[^,;.)]{0,12}?\d")
_INCLUDED: Final = re.compile(r",? included\b")
# "Kenya's Kwale County"
_PART_AFTER: Final = re.compile(
    r"['’]s (?P<part>(?:[A-Z][\w-]+ ){1,3}(?:County|Province|State|District|Region|Department|Prefecture|Island|"
    r"City|Valley|Delta))\b"
)
_COUNTY_WORDS: Final = (" County", " Parish", " Township", " Prefecture")
_COUNTY: Final = re.compile(
    r"\b(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?(?: County| Parish| Township| Prefecture))\b"
)
_MONEY_AFTER: Final = re.compile(r"\s?(?:[$€£]|[Dd]ollar|USD)")
_SURNAME_AFTER: Final = re.compile(r"\s(?P<word>[A-Z][a-z]+)\b")
_TITLE_BEFORE: Final = re.compile(rf"\b{_any('titles')}\.?\s\Z")
_FIRST_NAME_BEFORE: Final = re.compile(r"(?:^|[.,;:]?\s)(?P<word>[A-Z][a-z]+)\s\Z")
_PERSONAL: Final = _set("personal")
_PUBLIC_WORDS: Final = _set("public_words")
_FIRST_WORDS: Final = _set("first_words")
_AUTHORITIES: Final = re.compile(rf"\s{_any('authorities')}", re.IGNORECASE)
_RESIDENTS: Final = re.compile(rf"\s{_any('residents')}")
_NATIONALS: Final = re.compile(rf"\s{_any('nationals')}")
# Where "American children" are most likely at home; "Nigerian women" in this field are mostly abroad.
_AT_HOME: Final = frozenset(["United States", "United Kingdom", "Canada", "Australia"])


class Gazetteer:
    """Place names and what they mean.

    Args:
        names: pairs of a name and a place's id. A name in small letters ("worldwide") is no proper name; one that
            begins with a comma (", TX") counts only after a town's name.
        demonyms: pairs of a demonym ("British") and a place's id.
        within: the place in which a place lies, by id.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, str]] = (),
        demonyms: Iterable[tuple[str, str]] = (),
        within: Mapping[str, str] | None = None,
    ) -> None:
        self.within: dict[str, str] = dict(within or {})
        phrases = [(name, _Name(place, capital=_first_capital(name))) for name, place in names]
        phrases += [(name, _Name(place, demonym=True)) for name, place in demonyms]
        phrases += [(f"{name}s", _Name(place, demonym=True)) for name, place in demonyms if place in _AT_HOME]
        phrases += [(name, _Name("")) for name in _WORDS["no_places"]]
        self._finder: WordFinder[_Name] = WordFinder(phrases, whole=True)
        self._recent = lru_cache(maxsize=RECENT)(self._find)

    def find(self, text: str) -> tuple[PlaceMention, ...]:
        """The places that a text names, in order, none overlapping."""
        return self._recent(text)

    def _find(self, text: str) -> tuple[PlaceMention, ...]:
        hits = self._finder.longest(text)
        known = {hit.start: hit.end for hit in hits}
        found: list[PlaceMention] = []
        for hit in hits:
            mention = self._read(text, hit, known)
            if mention is not None:
                while found and found[-1].end > mention.start:
                    found.pop()  # "Lubbock Springs" has become "Lubbock Springs, Texas"
                found.append(mention)
        if found and _is_dateline(text, found[0]):
            found[0] = replace(found[0], weak=True, dateline=True)
        return tuple(self._told_apart(sorted([*found, *_counties(text, found)], key=lambda m: m.start)))

    def lies_within(self, place: str, other: str) -> bool:
        """Whether a place is `other` or lies in it."""
        return other in (place, WORLD) or other in self._above(place)

    def _read(self, text: str, hit: Hit[_Name], known: Mapping[int, int]) -> PlaceMention | None:
        ids = tuple(dict.fromkeys(name.place for name in hit.keys if name.place and _written_so(text, hit, name)))
        if not ids or any(not name.place for name in hit.keys) or _stands_for_another(text, hit):
            return None
        if _is_example(text, hit):
            return None
        if all(name.demonym for name in hit.keys):
            return _demonym(text, hit, ids)
        if text[hit.start] == ",":
            return self._after_town(text, hit.start, hit.end, ids, known) or None
        if all(name.capital < 0 for name in hit.keys):
            return PlaceMention(hit.start, hit.end, ids)
        return self._proper(text, hit, ids, known)

    def _proper(
        self, text: str, hit: Hit[_Name], ids: tuple[str, ...], known: Mapping[int, int]
    ) -> PlaceMention | None:
        """A proper name, widened to the place it is only a part of the name of."""
        after = _OTHER_PLACE_AFTER.match(text, hit.end)
        if after:
            return PlaceMention(hit.start, after.end(), (text[hit.start : after.end()],))
        if _is_person(text, hit):
            return None
        of_it = _PART_AFTER.match(text, hit.end)
        if of_it:
            if of_it.start("part") in known:
                return None  # the list holds the part itself
            return PlaceMention(hit.start, of_it.end(), tuple(f"{of_it['part']}, {_bare(place)}" for place in ids))
        before = text[max(0, hit.start - _LOOK_BACK) : hit.start]
        part = _PART_BEFORE.search(before)
        if part:
            start = hit.start - len(part.group())
            return PlaceMention(start, hit.end, (" ".join(text[start : hit.end].split()),))
        if before.endswith(", "):
            town = self._after_town(text, hit.start - 2, hit.end, ids, known)
            if town:
                return town
        return PlaceMention(hit.start, hit.end, ids)

    def _after_town(
        self, text: str, comma: int, end: int, ids: tuple[str, ...], known: Mapping[int, int]
    ) -> PlaceMention | None:
        """ "in Lubbock, Texas": a town that no list holds, under its own name."""
        match = _TOWN_BEFORE.search(text[max(0, comma - _LOOK_BACK) : comma])
        if match is None or match["town"].partition(" ")[0] in _FIRST_WORDS:
            return None
        start = comma - len(match["town"])
        if known.get(start) == comma:
            return None
        return PlaceMention(start, end, tuple(f"{match['town']}, {_bare(place)}" for place in ids))

    def _told_apart(self, found: list[PlaceMention]) -> Iterator[PlaceMention]:
        """Shared names read as the place that lies near the others named."""
        sure = [m.ids[0] for m in found if len(m.ids) == 1]
        for mention in found:
            near = tuple(i for i in mention.ids if any(self._neighbours(i, other) for other in sure))
            yield replace(mention, ids=near) if len(mention.ids) > 1 and near else mention

    def _neighbours(self, place: str, other: str) -> bool:
        return bool(({place} | self._above(place)) & ({other} | self._above(other)) - {WORLD})

    def _above(self, place: str) -> set[str]:
        above: set[str] = set()
        while (place := self.within.get(place, "")) and place not in above:
            above.add(place)
        return above


def _counties(text: str, found: list[PlaceMention]) -> Iterator[PlaceMention]:
    """Counties that no list holds, under their own names."""
    if any(word in text for word in _COUNTY_WORDS):
        counties = (PlaceMention(m.start(), m.end(), (m["name"],)) for m in _COUNTY.finditer(text))
        yield from apart((c for c in counties if c.ids[0].partition(" ")[0] not in _FIRST_WORDS), found)


def _is_dateline(text: str, mention: PlaceMention) -> bool:
    """Whether a place opens a report and a dash follows it."""
    opens = mention.start < _LOOK_BACK and not text[: mention.start].strip(" *_([")
    return opens and bool(_DATELINE.match(text, mention.end, mention.end + _LOOK_BACK))


def _first_capital(name: str) -> int:
    return next((index for index, character in enumerate(name) if character.isupper()), -1)


def _bare(place: str) -> str:
    return place.partition(" (")[0]


def _written_so(text: str, hit: Hit[_Name], name: _Name) -> bool:
    """Whether a name's capitals are right: "Turkey" not "turkey", "globally" not "Global Slavery Index"."""
    if name.capital >= 0:
        return not text[hit.start + name.capital].islower()
    words = text[hit.start : hit.end]
    following = text[hit.end : hit.end + 2].strip()
    return words.islower() or words.isupper() or (words[1:].islower() and not following[:1].isupper())


def _is_example(text: str, hit: Hit[_Name]) -> bool:
    """Whether a place is only named as one of several that a figure speaks of ("above all in Asia")."""
    before = text[max(0, hit.start - 2 * _LOOK_BACK) : hit.start]
    own_number = _NUMBER_AFTER.match(text, hit.end)
    return bool(_EXAMPLES.search(before) and not own_number) or bool(_INCLUDED.match(text, hit.end))


def _stands_for_another(text: str, hit: Hit[_Name]) -> bool:
    """Whether the name is only part of another name: a university, a newspaper, a currency."""
    before = text[max(0, hit.start - _LOOK_BACK) : hit.start]
    acronym = text[hit.start : hit.end] in ("US", "IN", "OR")
    if acronym and (_MONEY_AFTER.match(text, hit.end) or not any(c.islower() for c in text)):
        return True
    return bool(_NOT_A_PLACE_AFTER.match(text, hit.end) or _NAME_OF.search(before))


def _is_person(text: str, hit: Hit[_Name]) -> bool:
    if text[hit.start : hit.end] not in _PERSONAL:
        return False
    before = text[max(0, hit.start - _LOOK_BACK) : hit.start]
    after = _SURNAME_AFTER.match(text, hit.end)
    if _TITLE_BEFORE.search(before) or (after and after["word"] not in _PUBLIC_WORDS):
        return True
    first = _FIRST_NAME_BEFORE.search(before)
    return bool(first and first["word"] not in _FIRST_WORDS)


def _demonym(text: str, hit: Hit[_Name], ids: tuple[str, ...]) -> PlaceMention | None:
    """ "Nigerian police" act in Nigeria; "Nigerian victims" may be anywhere; "American children" are a hint."""
    if _AT_HOME.issuperset(ids) and text[hit.end - 1] == "s":  # "Australians"
        return PlaceMention(hit.start, hit.end, ids, weak=True)
    if _NATIONALS.match(text, hit.end):
        return None
    if _AUTHORITIES.match(text, hit.end):
        return PlaceMention(hit.start, hit.end, ids)
    if _RESIDENTS.match(text, hit.end) and _AT_HOME.issuperset(ids):
        return PlaceMention(hit.start, hit.end, ids, weak=True)
    return None
