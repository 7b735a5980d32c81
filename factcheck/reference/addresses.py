"""Whether an editor may be shown a page: it is its publisher's, or its site is in sources.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from factcheck.reference.corpus import Corpus
from factcheck.reference.schema import Confidence, Evidence


class Sites:
    """The sites of a corpus: what kind an address is of, `publisher` for those of publishers.yaml."""

    def __init__(self, corpus: Corpus) -> None:
        self._kinds: dict[str, str] = {
            site.lower(): kind.id for kind in corpus.sources.values() for site in kind.sites
        }
        self._kinds |= {d.lower(): "publisher" for p in corpus.publishers.values() for d in p.domains}

    def kind(self, url: str) -> str | None:
        """The kind of the nearest site that holds an address; None where none does."""
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
        steps = parts.path.strip("/").split("/")
        paths = ("/".join([host, *steps[:n]]).lower() for n in range(len(steps), 0, -1))
        labels = host.split(".")
        domains = (".".join(labels[n:]) for n in range(len(labels)))
        return next((self._kinds[site] for site in (*paths, *domains) if site in self._kinds), None)


def unlisted(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Every figure or myth that shows a page which no editor may be shown, or rests on none: its key, and why."""
    sites = Sites(corpus)
    for measure in corpus.measures.values():
        for one in (held for held in measure.observations if not held.retired):
            key = f"{measure.id}/{one.place}/{one.period}"
            if sites.kind(one.source.url) in (None, "copy"):
                yield key, f"source {one.source.url} is of no site in sources.yaml or publishers.yaml"
            yield from ((key, why) for why in _evidence(sites, one.evidence, one.confidence))
    for myth in corpus.myths.values():
        yield from ((myth.id, why) for why in _evidence(sites, myth.evidence, myth.confidence))


def _evidence(sites: Sites, evidence: tuple[Evidence, ...], confidence: Confidence) -> Iterator[str]:
    shown = [page for page in evidence if page.kind != "unshown"]
    for page in shown:
        if sites.kind(page.url) is None:
            yield f"evidence {page.url} is of no site in sources.yaml or publishers.yaml"
    if not shown and confidence is not Confidence.LOW:
        yield f"of {confidence} confidence, and no page that shows it may be shown"
