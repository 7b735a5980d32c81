"""Addresses that stand bare in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_URL = re.compile(r"""(?:https?://|www\.)[^\s<>"“”«»|`\\^{}]+""", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_~…"  # ends the sentence or the markup, not the address
_CLOSERS = {")": "(", "]": "["}


class Url(NamedTuple):
    """An address at `text[start:end]`; `url` has a scheme also where the text has none."""

    start: int
    end: int
    url: str


def find_urls(text: str) -> list[Url]:
    """The addresses in a text, in order, without the punctuation that ends the sentence around them."""
    if "://" not in text and "ww." not in text and "WW." not in text:  # "Www." begins many a sentence
        return []
    return list(_urls(text))


def _urls(text: str) -> Iterator[Url]:
    for match in _URL.finditer(text):
        start = match.start()
        if start and text[start - 1].isalnum():
            continue
        found = _trim(match[0])
        if len(found) > len("https://"):
            yield Url(start, start + len(found), found if "://" in found else f"https://{found}")


def _trim(found: str) -> str:
    """Cut sentence punctuation and closing brackets that nothing opens inside the address."""
    surplus = {closer: found.count(closer) - found.count(opener) for closer, opener in _CLOSERS.items()}
    end = len(found)
    while end:
        last = found[end - 1]
        if last in _CLOSERS:
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return found[:end]
