"""Whether the entries of a corpus that name each other exist."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path

from factcheck.errors import UserError
from factcheck.files import read_text
from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Words


def check_references(corpus: Corpus, origin: Mapping[str, Path], measures: Collection[str]) -> None:
    """See that every publisher, place, fact and shared word list that an entry names is there.

    Args:
        origin: the file of each entry, for the message.
        measures: the ids of all measures, of those taken out too: a myth may go on naming one as its fact.

    Raises:
        UserError: one is not; names the file, the line, the field and the nearest right name.
    """
    for measure in corpus.measures.values():
        path = origin[measure.id]
        _known(measure.publisher, corpus.publishers, "publisher", "publishers.yaml", path)
        for publisher in measure.relayed_by:
            _known(publisher, corpus.publishers, "relayed_by", "publishers.yaml", path)
        for observation in measure.observations:
            _known(observation.place, corpus.places, "place", "places.yaml", path)
        _lists(measure.words, corpus, path)
    for myth in corpus.myths.values():
        _known(myth.place, corpus.places, "place", "places.yaml", origin[myth.id])
        for fact in myth.facts:
            _known(fact, measures, "facts", "measures/", origin[myth.id])
        _lists(myth.words, corpus, origin[myth.id])


def _lists(words: Words, corpus: Corpus, path: Path) -> None:
    for group in (*words.own, *words.all, *words.whom, *words.any, *words.unless, *words.own_unless):
        for part in group.split("|"):
            if part.startswith("@") and part[1:] not in corpus.words:
                _unknown(part[1:], corpus.words, "words", "words.yaml", path)


def _known(name: str, names: Collection[str], field: str, where: str, path: Path) -> None:
    if name not in names:
        _unknown(name, names, field, where, path)


def _unknown(name: str, names: Collection[str], field: str, where: str, path: Path) -> None:
    near = get_close_matches(name, list(names), n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    lines = enumerate(read_text(path).splitlines(), start=1)
    line = next((number for number, text in lines if name in text and not text.startswith("id:")), None)
    raise UserError(f"{field}: {name!r} is not in {where}{hint}", path=str(path), line=line)
