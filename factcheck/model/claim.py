"""A claim: a statistic an article states, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.document import Block, Span
from factcheck.model.period import Period


class Bound(StrEnum):
    """How the words around a number bound it; the characters are those of `factcheck quantities`."""

    EXACT = "="
    ABOUT = "~"  # about, nearly, roughly, an estimated
    BELOW = "<"  # fewer than, up to, less than
    ABOVE = ">"  # more than, at least, over


class Change(StrEnum):
    """A number told as a change."""

    UP = "up"
    DOWN = "down"


class Unit(StrEnum):
    """What class of thing a quantity measures; only quantities of one unit are compared."""

    COUNT = "count"  # people, cases, reports …
    PERCENT = "percent"  # shares, "1 in 6" included, as percent numbers
    MONEY = "money"  # in full units of `Quantity.currency`
    RANK = "rank"  # "second-largest" is 2; "largest", "fastest growing", "one of the top" are 1
    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"
    MULTIPLE = "multiple"  # "three times more likely", "doubled" (2)
    RATE = "rate"  # "5.4 per 1,000": value per `Quantity.per`
    TREND = "trend"  # a trend without a number: "spikes every year", "on the rise"
    OTHER = "other"  # kilometres, degrees: read, never a claim of this field


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, read.

    Attributes:
        start, end: offsets in the text it was read from, bound words and unit sign included
            ("more than 23,500", "an estimated $150 billion", "1 in 6", "16.7 percent").
        text: that stretch.
        low, high: the value; equal for a single number, a range otherwise. Vague quantities are ranges too:
            "thousands" is 1,000 to 1,000,000, "millions" 1,000,000 to 1,000,000,000. None where there is no
            number (a trend). Percents are percent numbers (16.7), money is in full units.
        step: how finely the number is written: 100 for "26,300", 100,000 for "27.6 million", 1 for "16 percent";
            the value of its last significant digit. 0 for a ratio ("1 in 6"), whose parts are in `ratio`.
        bound: what the words say around it.
        change: "up 60%", "fell by 300".
        unit: the class of the quantity.
        currency: ISO 4217 code, for money.
        per: "year", "day", "1000 population" …, where it is a rate ("$150 billion a year", "80 cases a day");
            "every second" for "every 30 seconds", whose value is the time between.
        ratio: (1, 6) for "1 in 6", "two-thirds" is (2, 3).
        vague: no figure at all ("thousands", "hundreds of millions", "dozens"); of a rank, a superlative alone
            ("the largest"), not "second-largest".
        noun: the plain name of the unit written with it ("percentage", "percentage point", "kilometre", "cent",
            "time"), empty for a bare count.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    step: float = 1.0
    bound: Bound = Bound.EXACT
    change: Change | None = None
    unit: Unit = Unit.COUNT
    currency: str | None = None
    per: str | None = None
    ratio: tuple[int, int] | None = None
    vague: bool = False
    noun: str = ""

    @property
    def value(self) -> float | None:
        """The single value, None for a range or a trend."""
        return self.low if self.low == self.high else None


class ClaimKind(StrEnum):
    """What sort of statement the quantity makes."""

    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    RANK = "rank"
    TREND = "trend"
    RATE = "rate"
    AGE = "age"  # a typical age
    DURATION = "duration"
    VAGUE = "vague"


class Stance(StrEnum):
    """How the article stands to the number."""

    STATED = "stated"
    REFUTED = "refuted"  # negated, doubted, quoted in order to correct it
    HISTORY = "history"  # told as what was said or published at a named time
    HYPOTHETICAL = "hypothetical"  # "if 1 in 6 were …"
    QUESTION = "question"


class Scope(StrEnum):
    """How near to the number something stands, nearest first."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"  # the headings above, or a table cell's labels
    DOCUMENT = "document"  # front matter or title
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the article names as the number's source.

    Attributes:
        publishers: ids of publishers in the corpus, named or linked (link to their domain), nearest first.
        text: the words that name the source ("a report by the …"), empty for a link alone.
        urls: links near the number.
        scope: how near; a source in the next sentence counts as PARAGRAPH.
    """

    publishers: tuple[str, ...] = ()
    text: str = ""
    urls: tuple[str, ...] = ()
    scope: Scope = Scope.NONE

    @property
    def given(self) -> bool:
        """Whether a source is named or linked at all."""
        return bool(self.publishers or self.text or self.urls)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statistic in an article.

    Attributes:
        block: the block it stands in; `sentence` and `clause` are offsets in its text.
        sentence: the whole sentence.
        clause: the part of the sentence that belongs to this number rather than to its neighbours:
            "Of 49.6 million in modern slavery, [27.6 million are in forced labour]".
        counts: the words for what is counted, qualifiers included ("endangered runaways reported").
        context: what governs the sentence from outside: headings, table labels, the sentences before it in
            its paragraph; nearest last.
        places: ids of places in the corpus, in the nearest scope that names any.
        period: the period the number speaks of, None where none is given; undated where one is given that cannot
            be told without the article's date ("last year").
        edition: the year of the publication that the text names for the number ("a 2014 report"), whose figures
            are of that year or older.
        certain: it is plainly a statistic of the field, so that a source may be asked for.
        attribution: whose number it is, as far as the text says.
        sourced: a source is named for it, or stands so near that a reader takes it for the number's.
    """

    block: Block
    quantity: Quantity
    kind: ClaimKind
    sentence: Span
    clause: Span
    counts: str = ""
    context: str = ""
    places: tuple[str, ...] = ()
    place_scope: Scope = Scope.NONE
    period: Period | None = None
    period_scope: Scope = Scope.NONE
    edition: int | None = None
    certain: bool = True
    attribution: Attribution = Attribution()
    sourced: bool = False
    stance: Stance = Stance.STATED

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.block.text[self.sentence.start : self.sentence.end]

    @property
    def span(self) -> Span:
        """The sentence's stretch in the source."""
        return self.block.place(*self.sentence)

    @property
    def number(self) -> Span:
        """The number's stretch in the source."""
        return self.block.place(self.quantity.start, self.quantity.end)
