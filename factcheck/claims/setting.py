"""The setting of each block of an article: what stands around it that tells what its numbers are about."""

from __future__ import annotations

import msgspec

from factcheck.claims.lexicon import field_places
from factcheck.claims.surroundings import introductions, title_of
from factcheck.context import Context
from factcheck.model import BlockKind, Document

_LONGEST = 300  # characters of a heading or label
_BEFORE = 500  # characters of the paragraph before
_HEADINGS = 2  # nearest of them


class Setting(msgspec.Struct, frozen=True):
    """What stands around a block, as far as it tells what its numbers are about.

    Attributes:
        title: the article's.
        heads: the headings above the block, a cell's labels, the line that introduces a list.
        before: the paragraph before.
        topic: what the article is about (`factcheck.context.Topic`), empty where nobody has said.
        thickness: words of the field in a hundred of the article's; None: as in the block itself.
        kind: of the block.
    """

    title: str = ""
    heads: str = ""
    before: str = ""
    topic: str = ""
    thickness: float | None = None
    kind: str = "paragraph"


class BlockSettings:
    """The settings of a document's blocks.

    Args:
        context: what the article is about.
    """

    def __init__(self, document: Document, context: Context) -> None:
        self._blocks = document.article
        self._title = title_of(document)[:_LONGEST]
        self._topic = str(context.topic)
        words = max(context.counts.words, 1)
        self._thickness = 100 * sum(len(field_places(block.text)) for block in self._blocks) / words
        self._introduced = introductions(self._blocks)

    def of(self, index: int) -> Setting:
        """The setting of the article's block of that index."""
        block = self._blocks[index]
        labels = () if block.kind is BlockKind.FOOTNOTE else block.labels
        heads = [*block.headings[-_HEADINGS:], *labels]
        at = self._introduced[index]
        if at is not None:
            heads.append(self._blocks[at].text[-_LONGEST:])
        return Setting(
            self._title,
            " ".join(head[:_LONGEST] for head in heads),
            self._blocks[index - 1].text[-_BEFORE:] if index else "",
            self._topic,
            self._thickness,
            str(block.kind),
        )
