"""HTML: the article in a page, its frame, and where everything stands."""

from __future__ import annotations

import pytest

from factcheck.documents import read
from factcheck.model import Block, BlockKind, Document


def html(text: str, name: str = "page.html") -> Document:
    return read(text.encode(), name)


def blocks(text: str) -> tuple[Block, ...]:
    return html(text).blocks


def shapes(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(text)]


@pytest.mark.parametrize(
    ("source", "words", "stretch"),
    [
        ("<p>Nearly <b>26,300</b> runaways", "26,300 runaways", "26,300</b> runaways"),
        ("<p>26<span>,</span>300", "26,300", "26<span>,</span>300"),
        ("<p>one\r\n\t two", "one two", "one\r\n\t two"),
        ("<p>5&nbsp;beds &mdash; AT&ampT", "5\xa0beds — AT&T", "5&nbsp;beds &mdash; AT&ampT"),
        ("<p>5&nbsp;beds &mdash; AT&ampT", "—", "&mdash;"),
        ("<p>&#x1F30E; e\u0301 🌎", "🌎", "&#x1F30E;"),
        ("<p>a<br>b", "a b", "a<br>b"),
        ("<p>a <!-- no --> b", "a b", "a <!-- no --> b"),
        ("<p>1 < 2 & 3 &nosuch; <3", "1 < 2 & 3 &nosuch; <3", "1 < 2 & 3 &nosuch; <3"),
        ("<p title=it's>a</p><p>b's", "b's", "b's"),
    ],
)
def test_words_are_found_where_they_stand(source: str, words: str, stretch: str) -> None:
    document = html(source)
    block = next(block for block in document.blocks if words in block.text)
    at = block.text.index(words)
    assert document.source[slice(*block.place(at, at + len(words)))] == stretch


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>a<p>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("a<div>b</div>c", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<h2>a<p>b", [("heading", "a"), ("heading", "b")]),
        ("<h2>a</h2>b", [("heading", "a"), ("paragraph", "b")]),
        ("<ul><li>a<li>b<ol><li>c</ol></ul>d", [("list-item", t) for t in "abc"] + [("paragraph", "d")]),
        ("<dl><dt>a<dd>b</dl>", [("list-item", "a"), ("list-item", "b")]),
        ("<figure>a<figcaption>b</figure>", [("paragraph", "a"), ("caption", "b")]),
        ("a<br><br>b<br> <br/>c", [("paragraph", t) for t in "abc"]),
        ("<title>a &amp; <b></title>b", [("title", "a & <b>"), ("paragraph", "b")]),
        ("<p><a href=u>a<p>b</a>", [("paragraph", "a"), ("paragraph", "b")]),
        ("a</nosuch></p>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("<details><summary>a</summary>b</details>", [("paragraph", "a"), ("paragraph", "b")]),
    ],
)
def test_blocks(source: str, found: list[tuple[str, str]]) -> None:
    assert shapes(source) == found


@pytest.mark.parametrize(
    "unread",
    [
        "<script>if (1<2) '<p>x</p>'</script>",
        "<style>p{}</style>",
        "<code>x</code>",
        "<pre>x\ny</pre>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<svg><title>x</title><text>x</text></svg>",
        "<del>x</del>",
        "<p hidden>x</p>",
        '<div style="color:red; display: none">x</div>',
        '<span aria-hidden="true">x</span>',
        '<span class="mw-editsection">[<a href="u">x</a>]</span>',
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<sup>2</sup>",
        "<sup><a href='#n'>[12]</a>,</sup>",
        "<!-- x -->",
        "<![CDATA[ x ]]>",
        "<?php x ?>",
        "<!doctype x>",
    ],
)
def test_what_is_no_prose(unread: str) -> None:
    assert [block.text.replace(" ", "") for block in blocks(f"<div>a{unread}b</div>")] in (["ab"], ["a", "b"])


def test_raised_endings_are_text() -> None:
    assert shapes("<p>the 20<sup>th</sup> day") == [("paragraph", "the 20th day")]


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Night desks | Us</title></head><body>
<header><h1>Us</h1><nav><a href="/">Home</a></nav></header>
<main><article><header><h1>Night desks</h1></header><p>Forty beds.</p><aside>Read on</aside></article></main>
<div role="navigation">More</div><footer>Call 988</footer></body></html>"""


def test_the_frame_of_a_whole_page_is_chrome() -> None:
    assert [(block.text, block.chrome, block.headings) for block in blocks(PAGE)] == [
        ("Night desks | Us", False, ()),
        ("Us", True, ()),
        ("Home", True, ()),
        ("Night desks", False, ()),
        ("Forty beds.", False, ("Night desks",)),
        ("Read on", True, ("Night desks",)),
        ("More", True, ("Night desks",)),
        ("Call 988", True, ("Night desks",)),
    ]


def test_a_fragment_has_no_frame() -> None:
    assert not any(block.chrome for block in blocks("<header>a</header><footer>b</footer>"))


def test_the_page_declares_its_language() -> None:
    assert html(PAGE).language == "en-GB"
    assert html("<body lang=fr>a").language == "fr"
    assert html("<p lang=fr>a").language == ""


def test_words_for_a_picture_are_a_block_after_their_paragraph_and_titles_are_none() -> None:
    source = "<p>a <img alt=\"A caf&eacute;'s desk\" title='t'> <a title=over href=u>b</a> <i class=alt>c</i></p>d"
    found = blocks(source)
    assert [(block.kind.value, block.text) for block in found] == [
        ("paragraph", "a b c"),
        ("attribute", "A café's desk"),
        ("paragraph", "d"),
    ]
    assert source[slice(*found[1].place(2, 6))] == "caf&eacute;"


@pytest.mark.parametrize(
    ("source", "words", "url", "stretch"),
    [
        ("<a href='u'>it</a>", "it", "u", "<a href='u'>it</a>"),
        ("<a href=u?a=1&copy=2&amp;b=3>it</a>", "it", "u?a=1&copy=2&b=3", "<a href=u?a=1&copy=2&amp;b=3>it</a>"),
        ("<a href='u'>it", "it", "u", "<a href='u'>it"),
        ("<a href=' u '>a <b>b</b></a>", "a b", "u", "<a href=' u '>a <b>b</b></a>"),
        ("see https://e.org/a.", "https://e.org/a", "https://e.org/a", "https://e.org/a"),
    ],
)
def test_links(source: str, words: str, url: str, stretch: str) -> None:
    (block,) = blocks(source)
    (link,) = block.links
    assert (block.text[link.start : link.end], link.url) == (words, url)
    assert source[slice(*link.span)] == stretch


def test_a_link_around_blocks_is_in_each() -> None:
    assert [len(block.links) for block in blocks("<a href=u><h2>a</h2><p>b</p></a><p>c")] == [1, 1, 0]


def test_tables() -> None:
    source = """<table><caption>Beds</caption><thead><tr><th>Year<th colspan=2>Beds</thead>
    <tr><th>2019<td>40<td>50<tr><td>2020<td><p>60</p><td><table><tr><td>inner</table></table>after"""
    assert [(block.kind, block.text, block.labels) for block in blocks(source)][3:] == [
        (BlockKind.TABLE_CELL, "2019", ("Year",)),
        (BlockKind.TABLE_CELL, "40", ("Beds", "2019")),
        (BlockKind.TABLE_CELL, "50", ("Beds", "2019")),
        (BlockKind.TABLE_CELL, "2020", ("Year",)),
        (BlockKind.TABLE_CELL, "60", ("Beds", "2020")),
        (BlockKind.TABLE_CELL, "inner", ()),
        (BlockKind.PARAGRAPH, "after", ()),
    ]


def test_comments_are_kept() -> None:
    document = html("<p>a<!-- factcheck: ignore --><!--> b <!-- open")
    assert [comment.text for comment in document.comments] == [" factcheck: ignore ", "", " open"]
    assert document.source[slice(*document.comments[0].span)] == "<!-- factcheck: ignore -->"


def test_xhtml_closes_its_empty_elements() -> None:
    source = '<?xml version="1.0"?><html><head><title/><script src="x"/></head><body><p>a</p></body></html>'
    assert [block.text for block in html(source, "page.xhtml").blocks] == ["a"]


def test_a_block_spans_its_element() -> None:
    source = "<p class=x>a <b>b</b></p>\n<p>c</p>"
    assert [source[slice(*block.span)].strip() for block in blocks(source)] == [
        "<p class=x>a <b>b</b></p>",
        "<p>c</p>",
    ]


@pytest.mark.parametrize(
    "tag", ["<div>", "<blockquote>", "<b>", "<a href=u>", "<table><tr><td>", "<ul><li>", "<p>"]
)
def test_deep_nesting_is_read(tag: str) -> None:
    assert [block.text for block in blocks(tag * 5000 + "deep")] == ["deep"]
