"""Corpus folders read and validated; a user's folders lie over the shipped one.

corpus/measures/<topic>/<id>.yaml    one Measure a file
corpus/myths/<id>.yaml               one Myth a file
corpus/hotlines/<country>/<id>.yaml  one Hotline a file
corpus/publishers.yaml, places.yaml  lists
corpus/words.yaml                    shared word lists by name
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from factcheck.errors import UserError
from factcheck.files import data_folder, read_yaml
from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Hotline, Measure, Myth, Place, Publisher

T = TypeVar("T")
E = TypeVar("E", Measure, Myth, Hotline)

_WORDS = TypeAdapter(dict[str, tuple[str, ...]])


def load_corpus(own: Iterable[Path] = ()) -> Corpus:
    """The shipped reference set with the user's own folders over it.

    Args:
        own: folders of the same layout; a later entry of the same id replaces or extends an earlier one.

    Raises:
        UserError: a file is no YAML, breaks the schema or names an entry that does not exist.
    """
    folders = [data_folder("corpus"), *own]
    return Corpus(
        measures=_by_id(folders, "measures", Measure),
        myths=_by_id(folders, "myths", Myth),
        hotlines=_by_id(folders, "hotlines", Hotline),
        publishers={p.id: p for f in folders for p in _listed(f / "publishers.yaml", tuple[Publisher, ...])},
        places={p.id: p for f in folders for p in _listed(f / "places.yaml", tuple[Place, ...])},
        words=_word_lists(folders),
    )


def _by_id(folders: list[Path], kind: str, model: type[E]) -> dict[str, E]:
    entries: dict[str, E] = {}
    for folder in folders:
        for path in sorted((folder / kind).rglob("*.yaml")):
            entry = _validated(TypeAdapter(model), path)
            entries[entry.id] = entry
    return entries


def _listed(path: Path, model: Any) -> Iterator[Any]:
    if path.is_file():
        yield from _validated(TypeAdapter(model), path)


def _word_lists(folders: list[Path]) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        path = folder / "words.yaml"
        if path.is_file():
            for name, phrases in _validated(_WORDS, path).items():
                lists[name] = (*lists.get(name, ()), *phrases)
    return lists


def _validated(model: TypeAdapter[T], path: Path) -> T:
    data = read_yaml(path.read_text("utf-8"), str(path))
    try:
        return model.validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise UserError(f"{field or 'the entry'}: {first['msg']}", path=str(path)) from None
