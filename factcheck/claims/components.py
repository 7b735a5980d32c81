"""The readers of claims as spaCy components, for a pipeline of somebody's own.

    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp("Of the 2,630 runaways reported in 2019, one in six was trafficked.")._.claims

spaCy finds them by their names wherever factcheck is installed. Each looks at a doc's text and at what the ones
before it have put on the doc, never at tokens: so ClaimReader calls the same functions without spaCy, whose import
alone takes as long as checking a hundred articles. A doc may be given `links`, the sources of footnotes (`notes`),
a table cell's `labels`, what stands around it (`context`), and whether its article is of the field (`in_field`).
"""

from __future__ import annotations

from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.claims.attribution import Publishers, sources
from factcheck.claims.claimhood import claims_of
from factcheck.claims.clauses import all_clauses
from factcheck.claims.cues import cues
from factcheck.claims.periods import times_beside
from factcheck.claims.places import Gazetteer
from factcheck.claims.quantities import read_quantities
from factcheck.claims.sentences import sentences

COMPONENTS: Final = (
    "factcheck_sentences",
    "factcheck_quantities",
    "factcheck_clauses",
    "factcheck_claims",
    "factcheck_sources",
    "factcheck_places",
    "factcheck_periods",
    "factcheck_stance",
)
_FOUND: Final = ("sentences", "quantities", "clauses", "claims", "sources", "places", "periods", "cues")
_GIVEN: Final = {"links": (), "notes": {}, "labels": (), "context": "", "in_field": False}

for _name, _default in {**dict.fromkeys(_FOUND, ()), **_GIVEN}.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


def pipeline(gazetteer: Gazetteer, publishers: Publishers) -> Language:
    """An English pipeline of all components, without any statistical model.

    Args:
        gazetteer: the places it knows.
        publishers: the publishers it knows by name and domain.
    """
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp.get_pipe("factcheck_places").gazetteer = gazetteer  # type: ignore[attr-defined]
    nlp.get_pipe("factcheck_sources").publishers = publishers  # type: ignore[attr-defined]
    return nlp


@Language.component("factcheck_sentences", assigns=["doc._.sentences"])
def read_sentences(doc: Doc) -> Doc:
    """Put the sentences of a doc on `doc._.sentences`, as offsets in its text, as all the others do."""
    doc._.sentences = sentences(doc.text)
    return doc


@Language.component("factcheck_quantities", assigns=["doc._.quantities"])
def put_quantities(doc: Doc) -> Doc:
    """Put the quantities of a doc on `doc._.quantities`."""
    doc._.quantities = read_quantities(doc.text)
    return doc


@Language.component(
    "factcheck_clauses", requires=["doc._.sentences", "doc._.quantities"], assigns=["doc._.clauses"]
)
def read_clauses(doc: Doc) -> Doc:
    """Put the clause of every quantity of a doc on `doc._.clauses`, in their order."""
    doc._.clauses = all_clauses(doc.text, doc._.sentences, doc._.quantities, doc._.labels)
    return doc


@Language.component("factcheck_claims", requires=["doc._.clauses"], assigns=["doc._.claims"])
def read_claims(doc: Doc) -> Doc:
    """Put the statistical claims among a doc's quantities on `doc._.claims`."""
    doc._.claims = tuple(claims_of(doc.text, doc._.clauses, doc._.context, doc._.in_field))
    return doc


@Language.component("factcheck_periods", assigns=["doc._.periods"])
def read_periods(doc: Doc) -> Doc:
    """Put the times of a doc that has claims on `doc._.periods`."""
    if doc._.claims:
        doc._.periods = times_beside(doc.text, doc._.quantities)
    return doc


@Language.component("factcheck_stance", assigns=["doc._.cues"])
def read_stance(doc: Doc) -> Doc:
    """Put the words of a doc that has claims which refute, date, suppose or ask on `doc._.cues`."""
    if doc._.claims:
        doc._.cues = cues(doc.text)
    return doc


class Places:
    """The component that puts the places of a doc that has claims on `doc._.places`.

    Attributes:
        gazetteer: the names it knows; set it before use.
    """

    def __init__(self) -> None:
        self.gazetteer = Gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        if doc._.claims:
            doc._.places = self.gazetteer.find(doc.text)
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
        if doc._.claims:
            doc._.sources = sources(doc.text, doc._.links, self.publishers, doc._.notes)
        return doc


@Language.factory("factcheck_places", assigns=["doc._.places"])
def create_places(nlp: Language, name: str) -> Places:
    """The component for a pipeline; it knows no place until it is given a gazetteer."""
    return Places()


@Language.factory("factcheck_sources", assigns=["doc._.sources"])
def create_sources(nlp: Language, name: str) -> Sources:
    """The component for a pipeline; it knows no publisher until it is given names."""
    return Sources()
