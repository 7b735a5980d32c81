"""The pipeline of `factcheck check`: English without a statistical model, and the components in their order.

nlp = pipeline(corpus.gazetteer, corpus.known_publishers)
doc = nlp("The hotline counted 300 victims of trafficking in 2019.")
doc.spans["quantities"], doc._.claims
"""

from __future__ import annotations

import spacy
from spacy.language import Language

from factcheck.claims.attribution import Publishers
from factcheck.claims.components import COMPONENTS
from factcheck.claims.places import Gazetteer
from factcheck.telephones import NOBODY, Directory


def pipeline(gazetteer: Gazetteer, publishers: Publishers, services: Directory = NOBODY) -> Language:
    """An English pipeline of all components, without any statistical model.

    Args:
        gazetteer: the places it knows.
        publishers: the publishers it knows by name and domain.
        services: the help services whose numbers it knows.
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "factcheck.Words.v1"}}})
    for name in COMPONENTS:
        nlp.add_pipe(name, validate=False)  # ours take no arguments to validate
    nlp.get_pipe("factcheck_quantities").services = services  # type: ignore[attr-defined]
    nlp.get_pipe("factcheck_places").gazetteer = gazetteer  # type: ignore[attr-defined]
    nlp.get_pipe("factcheck_sources").publishers = publishers  # type: ignore[attr-defined]
    return nlp
