"""Which program, reference set and rules a result was made with: the same on every machine that has the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from factcheck.files import data_folder
from factcheck.model import Settings
from factcheck.store import below, digest
from factcheck.version import __version__

_DIGITS = 12


@lru_cache(maxsize=4)
def versions(settings: Settings) -> dict[str, str]:
    """The columns that every row of an archive ends with."""
    return {
        "version": __version__,
        "corpus": _content(data_folder("corpus"), *settings.corpora),
        "rules": _content(data_folder("rules"), *settings.rules),
    }


def _content(*folders: Path) -> str:
    """A digest of the YAML files of some folders, by their names in there and what they hold."""
    parts = (
        part for folder in folders for path in below(folder) for part in (_name(path, folder), path.read_bytes())
    )
    return digest(*parts)[:_DIGITS]


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
