"""Gathers the text of one block piece by piece, each piece with its place in the source."""

from __future__ import annotations

import re

from factcheck.documents.places import Places
from factcheck.documents.urls import find_urls
from factcheck.model import NOTE, Block, BlockKind, Link, Offsets, Span
from factcheck.model.document import Run

MASK = "\ufdd0"  # stands for what is no prose though the parser must read past it; never part of a text
_SHOWN = re.compile(f"[^{MASK}]+")


class Prose:
    """The text of a block in the making.

    Args:
        places: maps the offsets it is given to the source.
    """

    def __init__(self, places: Places) -> None:
        self._places = places
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._links: list[Link] = []
        self._letter = 0  # where the last letter that notes have looked for ends
        self._looked = (0, 0)  # at how many pieces, of what length
        self.length = 0

    def verbatim(self, text: str, start: int) -> None:
        """Add text that stands unchanged from `start`."""
        if not text:
            return
        if MASK in text:
            for shown in _SHOWN.finditer(text):
                self.verbatim(shown[0], start + shown.start())
            return
        if self._places.shift is not None:
            self._copy(text, start + self._places.shift)
            return
        for low, high, source in self._places.unbroken(start, start + len(text)):
            self._copy(text[low - start : high - start], source)

    def _copy(self, text: str, source: int) -> None:
        """Add text that stands in the source from there on."""
        length = len(text)
        last = self._runs[-1] if self._runs else None
        if last and last.width == last.length and last.source + last.width == source:
            length += last.length
            self._runs[-1] = Run(last.text, length, last.source, length)
        else:
            self._runs.append(Run(self.length, length, source, length))
        self._push(text)

    def instead(self, text: str, start: int, end: int) -> None:
        """Add text that the stretch from `start` up to `end` stands for (an entity, a line break)."""
        if text:
            low, high = self._places.span(start, end)
            self._runs.append(Run(self.length, len(text), low, high - low))
            self._push(text)

    def blank(self, start: int, end: int) -> None:
        """Add a blank for white space (a line break and what begins the next line), unless one stands there."""
        if not self.ends_in_space:
            low = self._places.at(start)
            self._runs.append(Run(self.length, 1, low, max(self._places.at(end) - low, 0)))
            self._push(" ")

    def _push(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self.length += len(text)

    def link(self, since: int, url: str, start: int, end: int, *, until: int | None = None) -> None:
        """Record a link that stands from `start` up to `end`.

        Args:
            since: the text offset at which its words begin.
            until: that at which they end; here and now where not given.
        """
        stop = self.length if until is None else until
        if stop > since:
            self._links.append(Link(since, stop, url, self._places.span(start, end)))

    def note(self, name: str, start: int, end: int) -> None:
        """Record a footnote's mark, which is no text: a link from the last letter before it to "#fn:name"."""
        pieces, length = self._looked
        for piece in self._pieces[pieces:]:
            words = piece.rstrip()
            self._letter = length + len(words) if words else self._letter
            length += len(piece)
        self._looked = (len(self._pieces), length)
        if self._letter:
            at = self._letter
            self._links.append(Link(at - 1, at, f"{NOTE}{name}", self._places.span(start, end)))

    @property
    def ends_in_space(self) -> bool:
        """Whether nothing, or white space, stands last: another blank would be one too many."""
        return not self._pieces or self._pieces[-1][-1].isspace()

    def block(
        self,
        kind: BlockKind,
        span: Span,
        *,
        level: int = 0,
        headings: tuple[str, ...] = (),
        labels: tuple[str, ...] = (),
        chrome: bool = False,
        quoted: bool = False,
    ) -> Block | None:
        """The block, its text stripped of white space at both ends; None where nothing is left."""
        text = "".join(self._pieces)
        low, high = len(text) - len(text.lstrip()), len(text.rstrip())
        if low >= high:
            return None
        runs, links = self._runs, self._links
        if low or high < len(text):
            runs = _cut(runs, low, high)
            links = [shifted for link in links if (shifted := _shift(link, low, high))]
            text = text[low:high]
        offsets = Offsets(tuple(runs))
        links = _with_bare(text, offsets, links)
        return Block(kind, text, offsets, span, level, headings, labels, tuple(links), chrome, quoted)


def _cut(runs: list[Run], low: int, high: int) -> list[Run]:
    """The runs of `text[low:high]`, counted from `low`."""
    kept = []
    for run in runs:
        start, end = max(run.text, low), min(run.text + run.length, high)
        if start >= end:
            continue
        if run.width == run.length:
            kept.append(Run(start - low, end - start, run.source + start - run.text, end - start))
        else:
            kept.append(Run(start - low, end - start, run.source, run.width))
    return kept


def _shift(link: Link, low: int, high: int) -> Link | None:
    """The link within `text[low:high]`, counted from `low`; None where it is not in it."""
    start, end = max(link.start, low), min(link.end, high)
    return Link(start - low, end - low, link.url, link.span) if start < end else None


def _with_bare(text: str, offsets: Offsets, links: list[Link]) -> list[Link]:
    """The links, joined by the addresses that stand in the text outside any of them, in order."""
    bare = find_urls(text)
    if not bare:
        return links
    taken = bytearray(len(text))
    for link in links:
        if link.url.startswith(NOTE):
            continue  # an address may end where a footnote's mark stands
        taken[link.start : link.end] = b"\1" * (link.end - link.start)
    added = [
        Link(found.start, found.end, found.url, offsets.span(found.start, found.end))
        for found in bare
        if not any(taken[found.start : found.end])
    ]
    return sorted([*links, *added], key=lambda link: (link.start, link.end)) if added else links
