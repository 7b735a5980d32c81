"""Whether the entries of a corpus that name each other exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from factcheck.errors import UserError
from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Words


def check_references(corpus: Corpus, origin: Mapping[str, Path]) -> None:
    """See that every publisher, place, fact and shared word list that an entry names is there.

    Args:
        origin: the file of each entry, for the message.

    Raises:
        UserError: one is not; names the file and the nearest right name.
    """
    for measure in corpus.measures.values():
        path = origin[measure.id]
        for publisher in (measure.publisher, *measure.relayed_by):
            _known(publisher, corpus.publishers, "publisher", "publishers.yaml", path)
        for observation in measure.observations:
            _known(observation.place, corpus.places, "place", "places.yaml", path)
        _lists(measure.words, corpus, path)
    for myth in corpus.myths.values():
        _known(myth.place, corpus.places, "place", "places.yaml", origin[myth.id])
        for fact in myth.facts:
            _known(fact, corpus.measures, "measure", "measures/", origin[myth.id])
        _lists(myth.words, corpus, origin[myth.id])


def _lists(words: Words, corpus: Corpus, path: Path) -> None:
    for group in (*words.own, *words.all, *words.whom, *words.any, *words.unless, *words.own_unless):
        for part in group.split("|"):
            if part.startswith("@"):
                _known(part[1:], corpus.words, "shared word list", "words.yaml", path)


def _known(name: str, names: Iterable[str], kind: str, where: str, path: Path) -> None:
    if name not in names:
        near = get_close_matches(name, list(names), n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UserError(f"the {kind} {name!r} is not in {where}{hint}", path=str(path))
