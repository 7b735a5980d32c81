"""Gathers the text of one block piece by piece, each piece with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.documents.urls import find_urls
from factcheck.model import Block, BlockKind, Link, Offsets, Span
from factcheck.model.document import Run


@dataclass(slots=True)
class Prose:
    """The text of a block in the making."""

    _pieces: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    length: int = 0

    def verbatim(self, text: str, start: int) -> None:
        """Add text that stands in the source unchanged from `start`."""
        if not text:
            return
        last = self._runs[-1] if self._runs else None
        if last and last.width == last.length and last.source + last.width == start:
            joined = last.length + len(text)
            self._runs[-1] = Run(last.text, joined, last.source, joined)
        else:
            self._runs.append(Run(self.length, len(text), start, len(text)))
        self._push(text)

    def instead(self, text: str, start: int, end: int) -> None:
        """Add text that the source stretch `start` to `end` stands for (an entity, a line break)."""
        if text:
            self._runs.append(Run(self.length, len(text), start, end - start))
            self._push(text)

    def _push(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

    def link(self, start: int, url: str, span: Span) -> None:
        """Record a link whose words began at text offset `start` and end here."""
        self._links.append(Link(start, self.length, url, span))

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
        runs, links = tuple(self._runs), self._links
        if low or high < len(text):
            runs = tuple(_cut(runs, low, high))
            links = [_shift(link, low, high) for link in links]
        text = text[low:high]
        offsets = Offsets(runs)
        links = _with_bare(text, offsets, links)
        return Block(kind, text, offsets, span, level, headings, labels, tuple(links), chrome, quoted)


def _cut(runs: tuple[Run, ...], low: int, high: int) -> list[Run]:
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


def _shift(link: Link, low: int, high: int) -> Link:
    start = min(max(link.start, low), high)
    return Link(start - low, min(max(link.end, start), high) - low, link.url, link.span)


def _with_bare(text: str, offsets: Offsets, links: list[Link]) -> list[Link]:
    """The links, joined by the addresses that stand in the text outside any of them, in order."""
    bare = list(find_urls(text))
    if not bare:
        return links
    taken = bytearray(len(text))
    for link in links:
        taken[link.start : link.end] = b"\1" * (link.end - link.start)
    added = [
        Link(found.start, found.end, found.url, offsets.span(found.start, found.end))
        for found in bare
        if not any(taken[found.start : found.end])
    ]
    return sorted([*links, *added], key=lambda link: (link.start, link.end)) if added else links
