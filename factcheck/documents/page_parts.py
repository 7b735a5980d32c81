"""The parts of a page around its article, as their classes and ids name them (page_parts.yaml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from factcheck.entries import read_yaml

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_LONGEST = 200  # characters of a class or an id that are looked at


class _Names(NamedTuple):
    parts: frozenset[str]
    pairs: tuple[tuple[str, str], ...]
    generic: frozenset[str]
    denied: frozenset[str]
    controls: frozenset[str]


@cache
def _names() -> _Names:
    path = Path(__file__).with_suffix(".yaml")
    lists = read_yaml(path.read_text(encoding="utf-8"), str(path))
    parts, generic, denied, controls = (
        frozenset(lists[key].split()) for key in ("parts", "generic", "denied", "controls")
    )
    return _Names(parts, tuple((first, second) for first, second in lists["pairs"]), generic, denied, controls)


def names_part(names: str) -> bool:
    """Whether one of the names in a class or an id is that of a part of the page around the article."""
    return any(map(_is_part, names[:_LONGEST].split()))


def names_control(names: str) -> bool:
    """Whether a class is that of a control within the text."""
    return not _names().controls.isdisjoint(names[:_LONGEST].split())


@lru_cache(maxsize=4096)
def _is_part(name: str) -> bool:
    known = _names()
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or words[0] in known.denied:
        return False
    telling = [word for word in words if word not in known.generic or word in known.parts]
    if telling and (telling[0] in known.parts or telling[-1] in known.parts):
        return True
    return any(pair in known.pairs for pair in pairwise(words))
