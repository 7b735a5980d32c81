"""The schema of corpus files: what a keeper of the reference set may write.

The JSON Schema that pydantic makes of it is shipped, so that editor programs complete and check the YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import Annotated, ClassVar, Literal

from annotated_types import MinLen

from factcheck.fields import STRICT, After, Before, Pattern
from factcheck.model import Period

_ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)\Z")
_HOLES = {"value", "when", "where"}
_RATIO = re.compile(r"(\d+) in (\d+)\Z")


def _url(text: str) -> str:
    from pydantic import HttpUrl

    try:
        HttpUrl(text)
    except ValueError:
        raise ValueError(f"{text!r} is no address; write all of it, as in https://example.org/page") from None
    return text


def _period(text: str) -> str:
    Period.parse(text)
    return text


def _value(value: object) -> object:
    if isinstance(value, str) and not (_RANGE.match(value) or _RATIO.match(value)):
        raise ValueError(f"{value!r} is no value; write a number, 1 in 6, or 10000..13000")
    return value


def _group(text: str) -> str:
    if not text or any(not part.strip() for part in text.split("|")):
        raise ValueError(f"{text!r} has an empty alternative; write a|b|c or @shared-list")
    return text


def _phrase(text: str) -> str:
    try:
        holes = {hole for _, hole, _, _ in Formatter().parse(text) if hole is not None}
    except ValueError as error:  # a brace that nothing closes
        raise ValueError(f"{text!r}: {error}") from None
    if "value" not in holes or holes - _HOLES:
        raise ValueError(f"{text!r} must hold {{value}}, and may hold {{when}} and {{where}}")
    return text


Id = Annotated[str, Pattern(_ID)]
Text = Annotated[str, MinLen(1)]
Phrase = Annotated[str, MinLen(1), After(_phrase)]
Url = Annotated[str, After(_url)]
PeriodText = Annotated[str, Before(str), After(_period)]
Value = Annotated[int | float | str, After(_value)]
WordGroup = Annotated[str, Before(str), After(_group)]
Date = Annotated[str, Before(str), Pattern(r"^\d{4}(-\d{2}(-\d{2})?)?$")]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Base of every entry and its parts: unknown keys are errors, and nothing changes after loading."""

    __pydantic_config__: ClassVar = STRICT


class Confidence(StrEnum):
    """How sure an entry is: low explains, never accuses, and is never proposed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, kw_only=True)
class Evidence(Entry):
    """A page that shows the value.

    `unshown` is a page on which it was seen and which no editor is shown (its site is not in sources.yaml): kept
    so that a keeper finds it again, never printed, and alone too little for more than low confidence.
    """

    url: Text
    kind: Literal["primary", "secondary", "academic", "fact-check", "press", "unshown"]


@dataclass(frozen=True, kw_only=True)
class Source(Entry):
    """What to cite."""

    title: Text
    url: Url


@dataclass(frozen=True, kw_only=True)
class Words(Entry):
    """The words by which a sentence is known to be about an entry.

    Each group is alternatives parted by "|", matched at the beginning of a word in either case (capitals such
    as US as a whole word in capitals); "@child" stands for a shared list of `words.yaml`.

    Attributes:
        own: every group occurs in the number's own clause.
        all: every group occurs in the sentence or in what governs it (headings, the sentences before).
        whom: as `all`, but the words for the group a share is taken of ("runaway"): where only these are missing,
            the share is told of a larger group than the publisher's.
        any: one of them occurs there as well, where the list is not empty.
        unless: none of them occurs in the sentence.
        own_unless: none of them occurs in the number's own clause ("3.3 million children" is no total).
    """

    own: tuple[WordGroup, ...] = ()
    all: tuple[WordGroup, ...] = ()
    whom: tuple[WordGroup, ...] = ()
    any: tuple[WordGroup, ...] = ()
    unless: tuple[WordGroup, ...] = ()
    own_unless: tuple[WordGroup, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Observation(Entry):
    """The value of a measure for one place and period.

    Attributes:
        group: the part of the place or sample it speaks for; never read as the place's total.
        edition: year of the report that gave the value; a later edition revises an earlier one.
        bound: how the source bounds it; `exact` where it prints the number bare.
        status: `current`, `superseded` (revised) or `historical` (holds for its period).
        derived: computed or inferred by us; the note says how.
    """

    place: Text
    period: PeriodText
    value: Value
    bound: Literal["exact", "estimated", "more than", "nearly", "at least", "up to"] = "exact"
    status: Literal["current", "superseded", "historical"] = "historical"
    group: Text | None = None
    edition: int | None = None
    derived: bool = False
    source: Source
    evidence: Annotated[tuple[Evidence, ...], MinLen(1)]
    confidence: Confidence
    checked: Date
    note: Text | None = None
    retired: bool = False


@dataclass(frozen=True, kw_only=True)
class Measure(Entry):
    """A statistical variable: one file, its observations oldest first by place.

    Attributes:
        counts: exactly what the publisher counts.
        population: whom a share is taken of, or which people are counted.
        broader: what it does not speak for, which articles confuse it with.
        publisher: id in publishers.yaml.
        relayed_by: publishers who rightly print the figure as their own too.
        unit: people, cases, percent, currency:USD, per 1,000 population …
        phrases: how articles say it, as sentences with the holes {value}, {when} ("in 2019") and {where}
            ("in Florida", "worldwide"); the first is the one proposed to an editor.
    """

    id: Id
    title: Text
    counts: Text
    population: Text
    broader: tuple[Text, ...] = ()
    publisher: Id
    relayed_by: tuple[Id, ...] = ()
    unit: Text
    phrases: Annotated[tuple[Phrase, ...], MinLen(1)]
    words: Words
    observations: Annotated[tuple[Observation, ...], MinLen(1)]
    retired: bool = False


@dataclass(frozen=True, kw_only=True)
class MythValue(Entry):
    """A figure of a myth: one number or a range, and its unit."""

    n: float | None = None
    min: float | None = None
    max: float | None = None
    unit: Text

    def __post_init__(self) -> None:
        if (self.n is None) == (self.min is None) or (self.min is None) != (self.max is None):
            raise ValueError("write n, or min and max")


@dataclass(frozen=True, kw_only=True)
class Myth(Entry):
    """A figure that circulates and is false, misread, outdated, sourceless or unverifiable.

    Attributes:
        claim: the myth in one sentence, our words.
        variants: how it is told; each is a test.
        careful: sentences that use the figure carefully and must pass; each is a test.
        values: its figures; none where the words alone show it.
        facts: measures that truly hold one of its values; with their year and place it is no myth.
        origin: where it comes from, and what is wrong with it.
    """

    id: Id
    claim: Text
    variants: Annotated[tuple[Text, ...], MinLen(1)]
    careful: tuple[Text, ...] = ()
    values: tuple[MythValue, ...] = ()
    facts: tuple[Id, ...] = ()
    words: Words
    place: Text
    problem: Literal["false", "misread", "outdated", "no-source", "unverifiable"]
    origin: Text
    say_instead: Text
    evidence: Annotated[tuple[Evidence, ...], MinLen(1)]
    confidence: Confidence
    checked: Date
    legitimate_uses: Text
    retired: bool = False


@dataclass(frozen=True, kw_only=True)
class Channel(Entry):
    """One way to reach a help service.

    Attributes:
        reach: from where, or for whom, where that is not everybody in the country.
        confidence: where it is lower than the service's own.
    """

    kind: Literal["voice", "text", "tty", "whatsapp", "chat", "web", "email"]
    value: Text
    e164: Annotated[str, Pattern(r"^\+\d{6,15}$")] | None = None
    short_code: Text | None = None
    keywords: tuple[Text, ...] = ()
    hours: Text | None = None
    languages: tuple[Text, ...] = ()
    reach: Text | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, kw_only=True)
class RetiredNumber(Entry):
    """A number once printed for the service."""

    value: Text
    since: Text
    note: Text


@dataclass(frozen=True, kw_only=True)
class Lookalike(Entry):
    """A number often confused with the service's own.

    `flag-wrong` is a wrong number, `normalise` the right digits in another grouping, `check-label` a real
    number of another service, `check-country` the same digits mean another service elsewhere.
    """

    value: Text
    action: Literal["flag-wrong", "normalise", "check-label", "check-country"]
    why: Text


@dataclass(frozen=True, kw_only=True)
class Hotline(Entry):
    """A help service with its channels.

    Attributes:
        country: ISO 3166 code, or EU.
        primary_for: subjects for which naming this service alone is enough.
        verified: the date visible on the page, "undated", or "second-hand".
    """

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    former_names: tuple[Text, ...] = ()
    operator: Text
    country: Annotated[str, Pattern(r"^[A-Z]{2}$")]
    region: Text | None = None
    serves: tuple[Text, ...] = ()
    primary_for: tuple[Text, ...] = ()
    channels: Annotated[tuple[Channel, ...], MinLen(1)]
    emergency_number: Text | None = None
    retired_numbers: tuple[RetiredNumber, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    source: Source
    evidence: Annotated[tuple[Evidence, ...], MinLen(1)]
    confidence: Confidence
    verified: Text
    note: Text | None = None
    retired: bool = False


@dataclass(frozen=True, kw_only=True)
class Publisher(Entry):
    """Who publishes figures: names, abbreviations, former names, web domains."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    domains: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SiteKind(Entry):
    """Sites of one kind whose pages may be shown as a source.

    Attributes:
        about: who they are.
        sites: domains, each with all below it ("gov"); with a path, what begins with it.
    """

    id: Literal["government", "international", "research", "news", "ngo", "copy"]
    about: Text
    sites: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Place(Entry):
    """A place that figures speak of, and its names.

    Attributes:
        id: the name that observations use ("Georgia (US state)").
        code: ISO 3166-1 or -2 code.
        within: the place it lies in.
        names: how texts name it, abbreviations included. A name in small letters ("worldwide") is no proper name;
            one that begins with a comma (", TX") counts only after a town's name. A name may be shared.
        demonyms: "British", "American".
    """

    id: Text
    code: Text | None = None
    within: Text | None = None
    names: tuple[Text, ...] = ()
    demonyms: tuple[Text, ...] = ()
