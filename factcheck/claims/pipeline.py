"""The spaCy pipeline: which components read a block, in which order."""

from __future__ import annotations

from typing import Final

import spacy
from spacy.language import Language

from factcheck.claims import attribution, claimhood, clauses, periods, places, quantities, sentences, stance

# Each reads the text and what the ones before it found; importing their modules registers them.
COMPONENTS: Final = {
    "factcheck_sentences": sentences,
    "factcheck_quantities": quantities,
    "factcheck_clauses": clauses,
    "factcheck_claims": claimhood,
    "factcheck_sources": attribution,
    "factcheck_places": places,
    "factcheck_periods": periods,
    "factcheck_stance": stance,
}


def pipeline(gazetteer: places.Gazetteer, publishers: attribution.Publishers) -> Language:
    """An English pipeline of all components, without any statistical model.

    Args:
        gazetteer: the places it knows.
        publishers: the publishers it knows by name and domain.
    """
    nlp = spacy.blank("en")
    nlp.max_length = 1 << 62  # no model here needs memory by the length of a text
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp.get_pipe("factcheck_places").gazetteer = gazetteer  # type: ignore[attr-defined]
    nlp.get_pipe("factcheck_sources").publishers = publishers  # type: ignore[attr-defined]
    return nlp
