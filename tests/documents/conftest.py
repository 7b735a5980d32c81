"""What must hold for every document, whatever it was read from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Block, Document

Check = Callable[[Document], None]


@pytest.fixture(scope="session")
def holds() -> Check:
    """Asserts that every place in a document is sound."""
    return _holds


def _holds(document: Document) -> None:
    size = len(document.source)
    for block in document.blocks:
        assert block.text == block.text.strip() != ""
        assert 0 <= block.span.start <= block.span.end <= size
        _runs_hold(block, document.source)
        for link in block.links:
            assert 0 <= link.start < link.end <= len(block.text)
            assert 0 <= link.span.start < link.span.end <= size
    for comment in document.comments:
        assert 0 <= comment.span.start < comment.span.end <= size


def _runs_hold(block: Block, source: str) -> None:
    """The runs follow each other in the text and in the source; what is unchanged is the same there."""
    text = place = 0
    for run in block.offsets.runs:
        assert run.text == text and run.length > 0
        assert place <= run.source and run.width >= 0
        text, place = run.text + run.length, run.source + run.width
        assert place <= len(source)
        if run.width == run.length:
            pairs = zip(block.text[run.text : text], source[run.source : place], strict=True)
            assert all(said == written or said.isspace() for said, written in pairs)
    assert text == len(block.text)
