"""Where a footnote's mark stood, the block keeps a link to the footnote: its claims are cited there."""

from __future__ import annotations

import pytest

from factcheck import documents
from factcheck.model import NOTE, BlockKind, Format


@pytest.mark.parametrize(
    ("source", "format", "name"),
    [
        ("Help came.[^a] Then more.\n\n[^a]: A report.\n", Format.MARKDOWN, "a"),
        ("Help came[^a]. Then more.\n\n[^a]: A report.\n", Format.MARKDOWN, "a"),
        ("Help came. [^a]\n\n[^a]: A report.\n", Format.MARKDOWN, "a"),
        ("Help came.^[A report.] Then more.\n", Format.MARKDOWN, "0"),
        ("<p>Help came.<sup>1</sup> Then more.</p>", Format.HTML, ""),
        ("<p>Help came.<sup><a href='#n1'>[1]</a></sup></p>", Format.HTML, ""),
    ],
)
def test_a_mark_is_a_link(source: str, format: Format, name: str) -> None:
    block = documents.read(source.encode(), "article", format).blocks[0]
    [link] = block.links
    assert link.url == NOTE + name
    assert block.text[link.start : link.end] in (".", "e")
    assert source[link.span.start] in "[^<"


def test_a_footnote_knows_its_name() -> None:
    source = "Help came.[^a] And more.^[Another report.]\n\n[^a]: A report.\n"
    blocks = documents.read(source.encode(), "article", Format.MARKDOWN).blocks
    notes = {block.labels: block.text for block in blocks if block.kind is BlockKind.FOOTNOTE}
    assert notes == {("a",): "A report.", ("1",): "Another report."}


def test_a_mark_before_any_text_is_dropped() -> None:
    [block, _] = documents.read(b"[^a] Help came.\n\n[^a]: A report.\n", "a.md", Format.MARKDOWN).blocks
    assert block.links == ()


def test_an_address_before_a_mark_stays_a_link() -> None:
    source = b"See https://example.org/report[^a]\n\n[^a]: A report.\n"
    block = documents.read(source, "a.md", Format.MARKDOWN).blocks[0]
    assert sorted(link.url for link in block.links) == [NOTE + "a", "https://example.org/report"]
