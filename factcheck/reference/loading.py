"""Corpus folders read and validated; a user's own folders lie over the shipped one.

    corpus/measures/<topic>/<id>.yaml    one Measure a file
    corpus/myths/<id>.yaml               one Myth a file
    corpus/hotlines/<country>/<id>.yaml  one Hotline a file
    corpus/publishers.yaml, places.yaml, sources.yaml  lists
    corpus/words.yaml                    shared word lists by name

How one folder lies over another: `overlay.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factcheck.entries import line_of, read_yaml, validated
from factcheck.errors import UserError
from factcheck.files import data_folder, read_text
from factcheck.reference.corpus import Corpus
from factcheck.reference.overlay import laid_over
from factcheck.reference.references import check_references
from factcheck.reference.schema import Entry, Hotline, Measure, Myth, Place, Publisher, SiteKind
from factcheck.reference.templates import placeholders
from factcheck.store import below, kept, stamp

_FOLDERS: dict[str, type[Entry]] = {"measures": Measure, "myths": Myth, "hotlines": Hotline}
_LISTS: dict[str, type[Entry]] = {"publishers": Publisher, "places": Place, "sources": SiteKind}
_LAYOUT = (
    "entries lie in measures/, myths/ and hotlines/ in files that end in .yaml, lists in publishers.yaml, "
    "places.yaml, sources.yaml and words.yaml"
)
Files = dict[Path, str]


def load_corpus(own: Iterable[Path] = ()) -> Corpus:
    """The shipped reference set with the user's own folders over it, from the cache where nothing has changed.

    Args:
        own: folders of the same layout.

    Raises:
        UserError: a file is no YAML, breaks the schema or names an entry that does not exist.
    """
    folders = (data_folder("corpus"), *own)
    for folder in folders:
        if not folder.is_dir():
            problem = f"there is no such corpus folder; make it with `factcheck corpus new measure ID {folder}`"
            raise UserError(problem, path=str(folder))
    key = stamp(*folders, Path(__file__).parent)
    return kept("corpus", key, Corpus, lambda: read_corpus(folders))


def read_corpus(folders: Iterable[Path]) -> Corpus:
    """The corpus read from its folders, each over those before it.

    Raises:
        UserError: as `load_corpus`.
    """
    kinds: dict[str, dict[str, Any]] = {kind: {} for kind in (*_FOLDERS, *_LISTS, "words")}
    origin: dict[str, Path] = {}
    for folder in folders:
        seen: dict[tuple[str, str], Path] = {}
        for path, text in _texts(folder).items():
            kind = str(_kind(path, folder))
            for name, entry in _entries(kind, path, text, kinds[kind]).items():
                if (kind, name) in seen:
                    raise UserError(f"the id {name} stands in {seen[kind, name]} too", path=str(path))
                seen[kind, name] = path
                kinds[kind][name] = entry
                origin[name] = path
    corpus = Corpus(**{kind: _live(entries) for kind, entries in kinds.items()})
    check_references(corpus, origin, kinds["measures"].keys())
    return corpus


def _texts(folder: Path) -> Files:
    """The YAML files of a corpus folder that hold entries, with their texts."""
    paths = []
    for path in below(folder):
        if _kind(path, folder) is None:
            raise UserError(f"is no part of a corpus; {_LAYOUT}", path=str(path))
        paths.append(path)
    if not paths:
        raise UserError(f"this corpus folder holds no entry; {_LAYOUT}", path=str(folder))
    return {path: read_text(path) for path in paths}


def _kind(path: Path, folder: Path) -> str | None:
    """The kind of entries a file of a corpus folder holds, by where it lies in there; None where by none."""
    top, *inside = path.relative_to(folder).parts
    if path.suffix != ".yaml":
        return None
    if inside:
        return top if top in _FOLDERS else None
    return path.stem if path.stem in (*_LISTS, "words") else None


def _entries(kind: str, path: Path, text: str, known: dict[str, Any]) -> dict[str, Any]:
    """The entries of one file by id, laid over those already known."""
    data = _filled_in(read_yaml(text, str(path)), path, text)
    if kind == "words":
        lists: dict[str, tuple[str, ...]] = _valid(dict[str, tuple[str, ...]], data, path, text)
        return {name: (*known.get(name, ()), *phrases) for name, phrases in lists.items()}
    model = _LISTS.get(kind)
    if model is not None:
        data = [laid_over(known, one) for one in data] if isinstance(data, list) else data
        entries: tuple[Any, ...] = _valid(tuple[model, ...], data, path, text)  # type: ignore[valid-type]
        return {entry.id: entry for entry in entries}
    name = data.get("id") if isinstance(data, dict) else None
    if isinstance(name, str) and name != path.stem:
        message = f"id: the file of {name} must be named {name}.yaml"
        raise UserError(message, path=str(path), line=line_of(text, ["id"]))
    entry = _valid(_FOLDERS[kind], laid_over(known, data), path, text)
    return {entry.id: entry}


def _filled_in(data: Any, path: Path, text: str) -> Any:
    """The data of a file, in which nothing may be left that `factcheck corpus new` has written."""
    for keys, words in placeholders(data):
        message = f"{'.'.join(map(str, keys))}: {words} is still the template's; write your own there"
        raise UserError(message, path=str(path), line=line_of(text, keys))
    return data


def _live(entries: dict[str, Any]) -> dict[str, Any]:
    return {name: entry for name, entry in entries.items() if not getattr(entry, "retired", False)}


def _valid(type: Any, data: Any, path: Path, text: str) -> Any:
    return validated(type, data, str(path), lambda keys: line_of(text, keys))
