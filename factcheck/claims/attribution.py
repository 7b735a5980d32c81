"""Sources: whom a text names as the origin of its figures, by name, by citation, by footnote or by link.

"Studies show" and "experts say" name nobody. "According to X", "X reports", "(X, 2017)", a footnote's mark or a
link do; so does the agency whose own work is counted ("the sheriff's office arrested 12").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from factcheck.claims.cited import cited
from factcheck.claims.reported import reported
from factcheck.claims.source_names import LOOK_BACK, SourceMention, any_of
from factcheck.claims.spans import apart
from factcheck.model import NOTE, Link
from factcheck.words import Hit, WordFinder

_OF_A_NOTE: Final = 4  # sources of a note that each of its marks stands for; so many marks stay linear
LONGEST_HOST: Final = 253  # characters of a host's name (RFC 1035); its parts are looked up one by one


class Publishers:
    """Names and web domains of publishers.

    Args:
        names: pairs of a name, an abbreviation or a former name, and a publisher's id.
        domains: pairs of a domain ("ilo.org") and a publisher's id.
    """

    def __init__(self, names: Iterable[tuple[str, str]] = (), domains: Iterable[tuple[str, str]] = ()) -> None:
        known = ((name.removeprefix("The ").removeprefix("the "), publisher) for name, publisher in names)
        self._finder: WordFinder[str] = WordFinder(known, whole=True)
        self._domains = {domain.lower().removeprefix("www."): publisher for domain, publisher in domains}

    def named(self, text: str) -> list[Hit[str]]:
        """Where publishers are named, written as names are: with a capital."""
        return [hit for hit in self._finder.longest(text) if not text[hit.start].islower()]

    def linked(self, url: str) -> str:
        """The publisher whose domain an address lies in, empty for any other."""
        labels = _host(url).split(".")
        for index in range(len(labels) - 1):
            publisher = self._domains.get(".".join(labels[index:]))
            if publisher:
                return publisher
        return ""


def _host(url: str) -> str:
    try:
        name = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if len(name) <= LONGEST_HOST else ""


# Links that are furniture or an appeal, never a source.
_NO_SOURCE: Final = re.compile(
    r"\A(?:mailto|tel|sms|javascript|data):|\A#|//(?:[\w-]+\.)*(?:facebook|twitter|x|instagram|linkedin|pinterest|tiktok|"
    r"paypal|gofundme|addtoany|sharethis|whatsapp|t)\.(?:com|org|me|co)\b|/(?:donate|give|contact|shop|subscribe|share)\b",
    re.IGNORECASE,
)
_BARE_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'“”]{3,400}", re.IGNORECASE)
_APPEAL: Final = re.compile(
    rf"\b{any_of('appeals')}\s(?:(?:the|us|our|at|a)\s)*(?:[\w'’/-]+\s){{0,2}}\Z", re.IGNORECASE
)


def sources(
    text: str,
    links: Iterable[Link],
    publishers: Publishers,
    notes: Mapping[str, tuple[SourceMention, ...]] = MappingProxyType({}),
) -> tuple[SourceMention, ...]:
    """The sources that a text names, cites or links to, in order.

    Args:
        links: the links whose words lie in the text.
        publishers: the publishers of the corpus.
        notes: the sources that the article's footnotes name, by the footnotes' names.
    """
    found = [*_publishers(text, publishers), *_links(text, links, publishers, notes)]
    found += apart((*cited(text), *reported(text)), found)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _publishers(text: str, publishers: Publishers) -> Iterator[SourceMention]:
    for hit in publishers.named(text):
        if not _APPEAL.search(text[max(0, hit.start - LOOK_BACK) : hit.start]):
            for publisher in hit.keys:
                yield SourceMention(hit.start, hit.end, publisher, text[hit.start : hit.end])


def _links(
    text: str, links: Iterable[Link], publishers: Publishers, notes: Mapping[str, tuple[SourceMention, ...]]
) -> Iterator[SourceMention]:
    for link in links:
        if link.url.startswith(NOTE):
            name = link.url.removeprefix(NOTE)
            yield SourceMention(link.start, link.end, text=f"[{name or 'note'}]")
            yield from (replace(said, start=link.start, end=link.end) for said in notes.get(name, ())[:_OF_A_NOTE])
        elif _is_source(link.url):
            yield SourceMention(link.start, link.end, publishers.linked(link.url), url=link.url)
    for match in _BARE_URL.finditer(text):
        if _is_source(match.group()):
            yield SourceMention(match.start(), match.end(), publishers.linked(match.group()), url=match.group())


def _is_source(url: str) -> bool:
    return "." in _host(url) and not _NO_SOURCE.search(url)
