"""The readers of claims as spaCy components. spaCy finds them by their names wherever factcheck is installed.

    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp("Of the 2,630 runaways reported in 2019, one in six was trafficked.")._.claims

Each leaves spans and attributes on the Doc and reads what the ones before it have left there. A Doc may be given
`links`, the sources of footnotes (`notes`), a table cell's `labels`, and its `setting`.
`factcheck.claims.pipeline` is what `factcheck check` runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from factcheck.claims import doc_bytes, tokens  # noqa: F401  # they register what a Doc is made and saved by
from factcheck.claims.attribution import Publishers, sources
from factcheck.claims.claimhood import claims_of
from factcheck.claims.clauses import all_clauses
from factcheck.claims.cues import cues
from factcheck.claims.informants import Informants
from factcheck.claims.periods import times, times_beside
from factcheck.claims.places import Gazetteer
from factcheck.claims.quantities import read_quantities
from factcheck.claims.sentences import sentences
from factcheck.claims.setting import Setting
from factcheck.claims.spans import Mention
from factcheck.model import Quantity, Span
from factcheck.telephones import NOBODY, telephones

COMPONENTS: Final = (
    "factcheck_sentences",
    "factcheck_quantities",
    "factcheck_clauses",
    "factcheck_claims",
    "factcheck_sources",
    "factcheck_places",
    "factcheck_informants",
    "factcheck_periods",
    "factcheck_stance",
)
_FOUND: Final = ("quantities", "clauses", "claims", "sources", "places", "periods", "cues")
_GIVEN: Final = ("links", "labels")
_INSIDE: Final = 2**64 - 1  # -1 as spaCy's attributes hold it: the token begins no sentence


def _sentences(doc: Doc) -> tuple[Span, ...]:
    """The offsets of a doc's sentences without the blanks around them."""
    found: list[Span] = []
    for sentence in doc.sents if doc.has_annotation("SENT_START") else ():
        text = sentence.text
        bare = text.strip()
        if bare:
            low = sentence.start_char + len(text) - len(text.lstrip())
            found.append(Span(low, low + len(bare)))
    return tuple(found)


def _register() -> None:
    if Doc.has_extension("claims"):
        return
    Doc.set_extension("sentences", getter=_sentences)
    for name in (*_FOUND, *_GIVEN):
        Doc.set_extension(name, default=[])
    Doc.set_extension("notes", default={})
    Doc.set_extension("setting", default=Setting())
    Doc.set_extension("surrounds", default=False)  # it is no block but what governs one: no claim is looked for


_register()


def put_spans(doc: Doc, name: str, mentions: Iterable[Mention], labels: Iterable[str]) -> None:
    """Put the spans of a component's mentions on a doc, in their order, each with its label."""
    spans = SpanGroup(doc, name=name)
    for mention, label in zip(mentions, labels, strict=True):
        span = doc.char_span(mention.start, mention.end, label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[name] = spans


@Language.component("factcheck_sentences", assigns=["doc.sents"])
def read_sentences(doc: Doc) -> Doc:
    """Part a doc into sentences."""
    starts = iter([span.start for span in sentences(doc.text)][1:])
    following = next(starts, -1)
    begin = np.full((len(doc), 1), _INSIDE, dtype="uint64")
    for token in doc:
        if token.i == 0 or 0 <= following < token.idx + len(token):
            begin[token.i, 0] = 1
            following = next(starts, -1) if token.i else following
    # A token's own `is_sent_start` would look at all tokens each time.
    return doc.from_array(["SENT_START"], begin)  # type: ignore[arg-type]


class Quantities:
    """The component that puts the quantities of a doc on `doc._.quantities`, and their spans on its spans.

    A span's label is its quantity's unit. A number that calls a help service is none.

    Attributes:
        services: the help services whose numbers it knows; set it before use.
    """

    def __init__(self) -> None:
        self.services = NOBODY

    def __call__(self, doc: Doc) -> Doc:
        found = [] if doc._.surrounds else list(self._read(doc.text))
        doc._.quantities = found
        put_spans(doc, "quantities", found, (quantity.unit for quantity in found))
        return doc

    def _read(self, text: str) -> Iterator[Quantity]:
        quantities = read_quantities(text)
        called = [one for one in telephones(text, self.services) if one.services] if quantities else ()
        for quantity in quantities:
            if not any(one.start < quantity.end and quantity.start < one.end for one in called):
                yield quantity


@Language.factory("factcheck_quantities", assigns=["doc.spans", "doc._.quantities"])
def put_quantities(nlp: Language, name: str) -> Quantities:
    """The component for a pipeline; it knows no help service until it is given a directory."""
    return Quantities()


@Language.component("factcheck_clauses", requires=["doc.sents", "doc._.quantities"], assigns=["doc._.clauses"])
def read_clauses(doc: Doc) -> Doc:
    """Put the clause of every quantity of a doc on `doc._.clauses`, in their order."""
    if doc._.quantities:
        doc._.clauses = list(all_clauses(doc.text, doc._.sentences, doc._.quantities, doc._.labels))
    return doc


@Language.component("factcheck_claims", requires=["doc._.clauses"], assigns=["doc._.claims"])
def read_claims(doc: Doc) -> Doc:
    """Put the statistical claims among a doc's quantities on `doc._.claims`."""
    doc._.claims = list(claims_of(doc))
    return doc


def _is_read(doc: Doc) -> bool:
    """Whether what a doc names governs a claim: it has one, or stands around some."""
    return bool(doc._.claims or doc._.surrounds)


@Language.component("factcheck_periods", assigns=["doc._.periods"])
def read_periods(doc: Doc) -> Doc:
    """Put the times of a doc that has claims on `doc._.periods`."""
    if _is_read(doc):
        doc._.periods = list(times(doc.text) if doc._.surrounds else times_beside(doc.text, doc._.quantities))
    return doc


@Language.component("factcheck_stance", assigns=["doc._.cues"])
def read_stance(doc: Doc) -> Doc:
    """Put the words of a doc that has claims which refute, date, suppose or ask on `doc._.cues`."""
    if doc._.claims:
        doc._.cues = list(cues(doc.text))
    return doc


class Places:
    """The component that puts the places of a doc that has claims on `doc._.places`.

    Attributes:
        gazetteer: the names it knows; set it before use.
    """

    def __init__(self) -> None:
        self.gazetteer = Gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        if _is_read(doc):
            doc._.places = list(self.gazetteer.find(doc.text))
        return doc


class Sources:
    """The component that puts the sources of a doc that has claims on `doc._.sources`.

    They are read from its words, from its links (`doc._.links`), and from what its footnotes name (`doc._.notes`).

    Attributes:
        publishers: the names it knows; set it before use.
    """

    def __init__(self) -> None:
        self.publishers = Publishers()

    def __call__(self, doc: Doc) -> Doc:
        if _is_read(doc):
            doc._.sources = list(sources(doc.text, doc._.links, self.publishers, doc._.notes))
        return doc


@Language.factory("factcheck_informants", assigns=["doc.spans"])
def create_informants(nlp: Language, name: str) -> Informants:
    """The component that finds who tells, acts or is cited near numbers."""
    return Informants(nlp.vocab)


@Language.factory("factcheck_places", assigns=["doc._.places"])
def create_places(nlp: Language, name: str) -> Places:
    """The component for a pipeline; it knows no place until it is given a gazetteer."""
    return Places()


@Language.factory("factcheck_sources", assigns=["doc._.sources"])
def create_sources(nlp: Language, name: str) -> Sources:
    """The component for a pipeline; it knows no publisher until it is given names."""
    return Sources()
