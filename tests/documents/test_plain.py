"""Plain text: which lines belong together, and what each is."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents import read
from factcheck.model import Block, BlockKind, Document

PARAGRAPHS = (
    "The shelter opened in the spring of that year and has taken in people from eleven counties since then, "
    "most of them under 18. Many had been reported missing to the National Center for Missing & Exploited "
    "Children before the police found them, which is why the county pays for a night desk.",
    "A second house followed. It is run by the same people, and the county pays for it.",
)
WRAPPED = "\n\n".join(fill(paragraph, 69) for paragraph in PARAGRAPHS)


def blocks(text: str) -> tuple[Block, ...]:
    return read(text.encode(), "draft.txt").blocks


def shapes(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(text)]


def placed(document: Document) -> list[str]:
    return [document.source[slice(*block.place(0, len(block.text)))] for block in document.blocks]


def test_one_line_is_one_paragraph() -> None:
    one, two = "We met forty people. " * 8, "Nobody asked them. " * 8
    assert [text for _, text in shapes(f"{one}\n{two}")] == [one.strip(), two.strip()]


@pytest.mark.parametrize("width", range(56, 100))
def test_lines_wrapped_at_a_width_are_one_paragraph(width: int) -> None:
    wrapped = "\n\n".join(fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert [text for _, text in shapes(wrapped)] == list(PARAGRAPHS)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_joined_line_break_is_one_blank_whatever_it_is(newline: str) -> None:
    source = WRAPPED.replace("\n", newline)
    document = read(source.encode(), "draft.txt")
    assert placed(document) == source.split(newline * 2)


def test_short_lines_on_their_own_stay_on_their_own() -> None:
    assert shapes("Recent Posts\nSee All\n\nNo ratings yet") == [
        ("heading", "Recent Posts"),
        ("heading", "See All"),
        ("heading", "No ratings yet"),
    ]


def test_a_repeated_title_is_not_joined() -> None:
    title = "What a Night Desk Can Do for Young People Who Have Nowhere Else to Go"
    assert shapes(f"{title}\n{title}\nBlog") == [("heading", title), ("heading", title), ("heading", "Blog")]


def test_one_torn_line_does_not_make_a_wrapped_text() -> None:
    title = "What a Night Desk Can Do for Young People Who Have Nowhere Else to Go"
    torn = "The county runs a desk at night in the old station and it\nis open to all."
    assert [text for _, text in shapes(f"{title}\nBlog\nNews\n\n{torn}")] == [
        title,
        "Blog",
        "News",
        torn.replace("\n", " "),
    ]


@pytest.mark.parametrize(
    "line",
    ["Loading...", "We met forty people.", "the shape of things", "2019", "One? Two? Three then?", "x" * 111],
)
def test_these_are_no_headings(line: str) -> None:
    assert blocks(line)[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("line", ["How many are there?", "Know the signs", "U.S. Senate", "84 cases closed"])
def test_these_are_headings(line: str) -> None:
    assert blocks(line)[0].kind is BlockKind.HEADING


def test_headings_stand_above_what_follows() -> None:
    last = blocks("Night desks\n\nHow it began\n\nIt began in May.\n\nWhat it costs\n\nIt costs little.")[-1]
    assert last.headings == ("Night desks", "What it costs")


@pytest.mark.parametrize("bullet", ["  • ", "- ", "* ", "1. ", "12) ", "(a) ", "✔ ", "- • ", "> ", "•", "– "])
def test_bullets_are_not_part_of_the_text(bullet: str) -> None:
    source = f"{bullet}Forty beds"
    (block,) = blocks(source)
    assert (block.kind, block.text, block.level) == (BlockKind.LIST_ITEM, "Forty beds", 1)
    assert block.span == (0, len(source))


@pytest.mark.parametrize(
    "text",
    ["(888) 373-7888 is the number.", "911. Call it.", "-5 degrees.", "1.5 million people.", "*** Note."],
)
def test_these_are_no_bullets(text: str) -> None:
    assert shapes(text) == [("paragraph", text)]


def test_a_list_item_goes_on_in_the_next_line_and_nests() -> None:
    items = "- forty beds in a house that\n  nobody had paid for\n  - two of them new\n- a desk"
    source = f"They found in 2022:\n\n{items}"
    assert [(b.text, b.level, b.labels) for b in blocks(source)[1:]] == [
        ("forty beds in a house that nobody had paid for", 1, ("They found in 2022:",)),
        ("two of them new", 2, ("They found in 2022:",)),
        ("a desk", 1, ("They found in 2022:",)),
    ]


def test_a_figure_on_its_own_line_belongs_to_the_words_below() -> None:
    assert [text for _, text in shapes("1,200\nbeds are missing\n84%\nof desks close at night")] == [
        "1,200 beds are missing",
        "84% of desks close at night",
    ]


def test_a_list_without_bullets_is_no_paragraph() -> None:
    assert len(blocks("never alone in the room with others\nnever holds a passport of their own\nowes money")) == 3


def test_addresses_are_links_without_the_punctuation_after_them() -> None:
    source = "See https://example.org/a_(b), (www.example.net) or https://example.com/x."
    (block,) = blocks(source)
    assert [(source[slice(*link.span)], link.url) for link in block.links] == [
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("www.example.net", "https://www.example.net"),
        ("https://example.com/x", "https://example.com/x"),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert blocks("") == blocks(" \r\n\t\n") == ()


LINES = st.lists(
    st.sampled_from(
        ["", " ", "- a bed", "  • two beds", "The desk", "is open at night and", "10,000", "é🌎e\u0301"]
    )
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
def test_every_word_of_the_source_is_in_one_block_in_order(lines: list[str], newline: str) -> None:
    document = read(newline.join(lines).encode(), "draft.txt")
    words = " ".join(block.text for block in document.blocks).split()
    assert words == [word for word in document.source.split() if word not in ("-", "•")]
    assert [text.split() for text in placed(document)] == [block.text.split() for block in document.blocks]


@given(st.text(max_size=300))
def test_any_text_is_read_and_its_places_hold(text: str) -> None:
    if "\0" in text or text.startswith("\ufeff"):
        return
    document = read(text.encode("utf-8", errors="replace"), "draft.txt")
    for block in document.blocks:
        for at, character in enumerate(block.text):
            place = document.source[slice(*block.place(at, at + 1))]
            assert place == character or character == " "
