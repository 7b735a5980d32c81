"""Markdown: what is read, as what, and where it stands."""

from __future__ import annotations

import pytest

from factcheck.documents import read
from factcheck.model import Block, BlockKind, Document


def markdown(text: str, name: str = "draft.md") -> Document:
    return read(text.encode(), name)


def blocks(text: str) -> tuple[Block, ...]:
    return markdown(text).blocks


def texts(text: str, name: str = "draft.md") -> list[str]:
    return [block.text for block in markdown(text, name).blocks]


def marked(source: str, words: str) -> str:
    """The source stretch of words that stand in one of the blocks."""
    document = markdown(source)
    block = next(block for block in document.blocks if words in block.text)
    at = block.text.index(words)
    return document.source[slice(*block.place(at, at + len(words)))]


@pytest.mark.parametrize(
    ("source", "words", "stretch"),
    [
        ("Nearly *26,300* runaways", "26,300", "26,300"),
        ("Nearly *26,300* runaways", "Nearly 26,300 runaways", "Nearly *26,300* runaways"),
        ("AT&amp;T &#8212; 5&nbsp;beds", "5\xa0beds", "5&nbsp;beds"),
        ("AT&amp;T &#8212; 5&nbsp;beds", "—", "&#8212;"),
        (r"1\*2 \_x\_ \q", "*2 _x_", r"\*2 \_x\_"),
        (r"1\*2 \_x\_ \q", r"\q", r"\q"),
        ("a [link *here*](u) now", "here", "here"),
        ("a [link *here*](u) now", "here now", "here*](u) now"),
        ("one\r\ntwo  \r\nthree\\\r\nfour", "two three four", "two  \r\nthree\\\r\nfour"),
        ("a\n    > b", "> b", "> b"),
        ("> one\n> two\nthree", "one two three", "one\n> two\nthree"),
        ("-\ta\n\n\tb\tc", "b\tc", "b\tc"),
        ("1. a\n   - b 🌎 e\u0301", "🌎 e\u0301", "🌎 e\u0301"),
        ("## A *heading* ##", "heading", "heading"),
        ("A\n*heading*\n---", "A heading", "A\n*heading"),
        ("a | b\n-|-\nx \\| y | *z*", "x | y", r"x \| y"),
        ("> - a | b\n>   -|-\n>   c | d", "d", "d"),
        ("a | b\n-|-\nx | a", "a", "a"),
        ("snake_case_name and *a_b*", "a_b", "a_b"),
        ("**bold *both***", "both", "both"),
        ("<https://example.org/a&b> z", "https://example.org/a&b", "https://example.org/a&b"),
        ("a <b>bold</b><br>end", "bold end", "bold</b><br>end"),
        ("^[a *note*] z", "a note", "a *note"),
        ("![a \\* *b*](x) z", "* b", "\\* *b"),
        ("- <p>1&nbsp;\n  bed</p>", "1\xa0bed", "1&nbsp;\n  bed"),
        ("> <div>\n> 1\n> bed", "1 bed", "1\n> bed"),
        ("\u00a0\nodd", "odd", "odd"),
        ("# \u00a0odd", "odd", "odd"),
        ("> \\|```\n\n---\n", "|```", r"\|```"),
        ("**\\*a** \\[b\\]", "*a [b]", r"\*a** \[b\]"),
        ("`\\`\\_a", "_a", r"\_a"),
        ("> [a\n> <img\n> alt='é\n> è'>c](u)", "é\nè", "é\n> è"),
    ],
)
def test_words_are_found_where_they_stand(source: str, words: str, stretch: str) -> None:
    assert marked(source, words) == stretch


def test_kinds_levels_and_headings() -> None:
    source = "# A\n\np\n\n## B\n\n- one\n  1. two\n\n     three\n\n> q\n\n### C\n\n# D\n\nend"
    assert [(b.kind.value, b.level, b.text, b.headings, b.quoted) for b in blocks(source)] == [
        ("heading", 1, "A", (), False),
        ("paragraph", 0, "p", ("A",), False),
        ("heading", 2, "B", ("A",), False),
        ("list-item", 1, "one", ("A", "B"), False),
        ("list-item", 2, "two", ("A", "B"), False),
        ("list-item", 2, "three", ("A", "B"), False),
        ("paragraph", 0, "q", ("A", "B"), True),
        ("heading", 3, "C", ("A", "B"), False),
        ("heading", 1, "D", (), False),
        ("paragraph", 0, "end", ("D",), False),
    ]


def test_table_cells_know_their_heads() -> None:
    source = "| Year | Beds |\n|---|--:|\n| 2019 | 40 |\n| `x` | 50\n2020 | 60 | 70 |"
    assert [(block.text, block.labels) for block in blocks(source)] == [
        ("Year", ()),
        ("Beds", ()),
        ("2019", ("Year",)),
        ("40", ("Beds", "2019")),
        ("50", ("Beds",)),
        ("2020", ("Year",)),
        ("60", ("Beds", "2020")),
    ]
    assert {block.kind for block in blocks(source)} == {BlockKind.TABLE_CELL}


def test_a_list_knows_the_words_that_introduce_it() -> None:
    source = "We counted. In 2022 there were:\n\n- forty beds\n  - two new\n\nThen:\n\nnothing.\n\n- a bed"
    labels = [block.labels for block in blocks(source) if block.kind is BlockKind.LIST_ITEM]
    assert labels == [("In 2022 there were:",), ("In 2022 there were:",), ()]


@pytest.mark.parametrize(
    ("source", "words", "url", "stretch"),
    [
        (
            "see [the *page*](https://e.org/a 'T') now",
            "the page",
            "https://e.org/a",
            "[the *page*](https://e.org/a 'T')",
        ),
        ("see [the page][r]\n\n[r]: https://e.org/r", "the page", "https://e.org/r", "[the page][r]"),
        ("see [r]\n\n[r]: https://e.org/r", "r", "https://e.org/r", "[r]"),
        ("see <https://e.org/a> now", "https://e.org/a", "https://e.org/a", "<https://e.org/a>"),
        ("see <us@e.org>", "us@e.org", "mailto:us@e.org", "<us@e.org>"),
        ("see (https://e.org/a).", "https://e.org/a", "https://e.org/a", "https://e.org/a"),
        ("see <a href='u?a=1&amp;b=2'>it</a> now", "it", "u?a=1&b=2", "<a href='u?a=1&amp;b=2'>it</a>"),
        ("*see [it](javascript:x)*", "it", "javascript:x", "[it](javascript:x)"),
        ("[two\nlines](u)", "two lines", "u", "[two\nlines](u)"),
        ('[it]({{< ref "a b.md" >}})', "it", "", '[it]({{< ref "a b.md" >}})'),
        ("[![pic](p.png) it](u)", "it", "u", "[![pic](p.png) it](u)"),
    ],
)
def test_links(source: str, words: str, url: str, stretch: str) -> None:
    (link,) = blocks(source)[0].links
    text = blocks(source)[0].text
    assert (text[link.start : link.end].strip(), link.url) == (words, url)
    assert source[slice(*link.span)] == stretch


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a `code` b", "a  b"),
        ("26,300[^1] b\n\n[^1]: n", "26,300 b"),
        ("26,300<sup>2</sup> b", "26,300 b"),
        ("the 20<sup>th</sup> day", "the 20th day"),
        ("~~12~~ 13", "13"),
        ("<del>12</del> 13", "13"),
        ("a <code>x *y*</code> b", "a  b"),
        ('a {{< ref "x" >}}{% include x %}{{ site.x }} b', "a  b"),
        ("## Beds {#beds}", "Beds"),
        ("{% raw %}a{% endraw %} {% comment %} b {% highlight x %}c{% endhighlight %}", "a  b"),
        ("a $x^2$ b, US$5 to $6 and $7", "a  b, US$5 to $6 and $7"),
        ("costs $US5 in A$ or $", "costs $US5 in A$ or $"),
        ("- [x] a task", "a task"),
        ("> [!NOTE]\n> a note", "a note"),
        ("a <!-- no --> b", "a  b"),
        ("a <script>x</script> b", "a  b"),
        ("two  blanks", "two  blanks"),
        (r"a ^\[b] \^[c]", "a ^[b] ^[c]"),
        ("a ^[b", "a ^[b"),
        ("~12~ ~300 to ~400", "~300 to ~400"),
        ("![a <https://e.org> b](c) d", "d"),
    ],
)
def test_what_is_and_is_not_text(source: str, text: str) -> None:
    assert texts(source)[0] == text


@pytest.mark.parametrize(
    "source",
    [
        "```\ncode\n```",
        "    code",
        "~~~ js\ncode",
        "<script>\ncode\n\nmore\n</script>",
        "<!-- a\n\nb -->",
        "{% highlight x %}\ncode\n\n{% y %}\n{% endhighlight %}",
        "{% comment %} no {% raw %}\n\nno {%- endcomment -%}",
        "$$\nx = 1\n$$",
        "{{< figure\n  src='x' >}}",
        "[r]: u 'title'",
        "***",
        "{: .note}",
        "<div hidden>no</div>",
    ],
)
def test_what_is_no_prose_at_all(source: str) -> None:
    assert texts(source) == []


def test_mdx_has_no_imports_and_no_expressions() -> None:
    source = "import X from 'x'\nimport {\n  Y } from 'y'\n\n# T {props.x}\n\n<X a={1} /> words {/* no */}"
    assert texts(source, "page.mdx") == ["T", "words"]
    assert texts("import taxes {rose}") == ["import taxes {rose}"]


def test_texts_of_images_are_blocks_of_their_own_and_titles_are_none() -> None:
    source = "![A *desk*](d.png \"The 'desk'\") and [it](u (The bed)) <img alt='x &lt; y' title='A title'>"
    found = [block for block in blocks(source) if block.kind is BlockKind.ATTRIBUTE]
    assert [block.text for block in found] == ["A desk", "x < y"]
    assert [source[slice(*block.place(0, len(block.text)))] for block in found] == ["A *desk", "x &lt; y"]


def test_footnotes_stand_where_they_are_written() -> None:
    source = "a[^x] b^[inline]\n\n[^x]: first\n\n    second\n\nlast"
    assert [(block.kind.value, block.text) for block in blocks(source)] == [
        ("paragraph", "a b"),
        ("footnote", "inline"),
        ("footnote", "first"),
        ("footnote", "second"),
        ("paragraph", "last"),
    ]


def test_comments_of_blocks_and_lines() -> None:
    source = "<!-- one -->\n\na <!-- two {x} --> b\n\n> <!-- three\n> more -->\n\n<!-- {{ four }} -->"
    document = markdown(source)
    assert [comment.text for comment in document.comments] == [
        " one ",
        " two {x} ",
        " three\nmore ",
        " {{ four }} ",
    ]
    assert [source[slice(*comment.span)][:4] for comment in document.comments] == ["<!--"] * 4


def test_html_blocks_are_read_as_html() -> None:
    source = "<div>\n<p>In 2019, <b>forty</b>&nbsp;beds\n<ul><li>one</ul>\n<table><tr><th>A<tr><td>b</table></div>"
    assert [(block.kind.value, block.text, block.labels) for block in blocks(source)] == [
        ("paragraph", "In 2019, forty\xa0beds", ()),
        ("list-item", "one", ()),
        ("table-cell", "A", ()),
        ("table-cell", "b", ("A",)),
    ]


@pytest.mark.parametrize("quotes", ["> " * 90, ">" * 5000, "- " * 40])
def test_deep_nesting_is_read_or_passed_over(quotes: str) -> None:
    assert len(blocks(f"{quotes}deep\n\nafter")) in (1, 2)


def test_blocks_span_their_lines() -> None:
    source = "- one\n  two\n\n| a | b |\n|---|---|"
    assert [source[slice(*block.span)] for block in blocks(source)] == ["- one\n  two", " a ", " b "]


@pytest.mark.parametrize(
    "mark", [">", "> ", "- ", "1. ", "[", "![", "*a ", "**", "~~a ", "`a", "[^1]: ", "> - ", "<b>"]
)
def test_any_number_of_marks_is_read(mark: str) -> None:
    assert "after" in texts(f"{mark * 100_000}\n\nafter")[-1]
