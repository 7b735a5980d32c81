"""Whatever markup surrounds a word, its place in the source is that of the word itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents import read
from factcheck.errors import UserError
from factcheck.model import Document, Format
from tests.documents.conftest import Check

NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])

# one per planted word, which takes the place of "@"
MARKDOWN_INLINE = (
    "@",
    "*@*",
    "**@** _b_",
    "*a **@***",
    "[@](https://example.org/a)",
    "[*@* b](<a b> 'title')",
    "[@][ref]",
    "![pic](a.png) @",
    "&amp; @ &#8212; &hellip;",
    r"\*@\* \\",
    "`a*b` @",
    "``a`b`` @",
    "<b>@</b>",
    "a<br>@",
    '<a href="u?a&amp;b">@</a>',
    "a <!-- *c* --> @",
    "~~old~~ @",
    "@[^1]",
    "^[note @]",
    '{{< ref "a b" >}} @',
    "{% x %}@",
    "é🌎e\u0301 @",
    "a\t@",
    "$5 @ $6",
    "<https://example.org/x_y> @",
    "https://example.org/x_y @",
    "snake_@_case",
    "[a] @",
    "*a @",
    "5 < @ > 4",
    "\u00a0@\u200b",
)
HTML_INLINE = (
    "@",
    "<b>@</b>",
    "<a href='u?a&amp;b' title='a > b'>@</a>",
    "&amp; @ &#8212;&hellip;",
    "a<br>@",
    "a <!-- > --> @",
    "<del>old</del> @",
    "<code>a</code> @",
    "<sup>2</sup>@",
    "<img alt='@'> b",
    "5 < @ > 4",
    "é🌎e\u0301 @",
    "a\t @",
    "a&nbsp;@&ampx",
    "<span\nclass=x>@</span >",
    "\u00a0@\u200b",
)


class Words:
    """Gives every planted word a name of its own."""

    def __init__(self) -> None:
        self.count = 0

    def plant(self, piece: str) -> str:
        self.count += 1
        return piece.replace("@", f"Word{self.count}Q")


SHAPES = ["paragraph", "paragraph", "heading", "setext", "table", "html"]


def leaf(data: st.DataObject, words: Words, shapes: list[str]) -> list[str]:
    """A paragraph, heading, table, footnote or bit of HTML, its lines without their ends."""
    inline = st.sampled_from(MARKDOWN_INLINE).map(words.plant)
    shape = data.draw(st.sampled_from(shapes))
    if shape == "paragraph":
        lines = data.draw(st.lists(inline, min_size=1, max_size=4))
        return [f"{line}{data.draw(st.sampled_from(['', '  ', ' ']))}" for line in lines]
    if shape == "heading":
        return [
            "#" * data.draw(st.integers(1, 6)) + " " + data.draw(inline) + data.draw(st.sampled_from(["", " ##"]))
        ]
    if shape == "setext":
        return [data.draw(inline), "==="]
    if shape == "note":
        return [f"[^n{words.count}]: {data.draw(inline)}", f"    {data.draw(inline)}"]
    if shape == "html":
        return ["<div>", f"<p>{words.plant('<b>@</b> &amp; x')}", "</div>"]
    rows = [[data.draw(inline) + data.draw(st.sampled_from(["", r" \| x"])) for _ in "ab"] for _ in range(3)]
    edge = data.draw(st.sampled_from(["", "|"]))
    lines = [f"{edge} {' | '.join(row)} {edge}".strip() for row in rows]
    return [lines[0], "|---|:-:|", *lines[1:]]


CONTAINERS = [
    # before the first line, before the others
    ("> ", "> "),
    ("- ", "  "),
    ("1. ", "   "),
    ("10) ", "    "),
]
TABBED = ("-\t", "\t")  # tab stops count from the margin


def block(data: st.DataObject, words: Words, depth: int = 0) -> list[str]:
    """A block of Markdown, alone or within others, its lines without their ends."""
    if depth > 3 or data.draw(st.booleans()):
        return leaf(data, words, SHAPES if depth else [*SHAPES, "note"])
    first, rest = data.draw(st.sampled_from(CONTAINERS if depth else [*CONTAINERS, TABBED]))
    inner: list[str] = []
    for _ in range(data.draw(st.integers(1, 2))):
        inner += [*block(data, words, depth + 1), ""]
    others = [f"{rest}{line}" if line or ">" in rest else "" for line in inner[1:]]
    return [first + inner[0], *others]


def planted_words_hold(document: Document, count: int) -> None:
    """Every planted word is in one block, and its place is the word."""
    for number in range(1, count + 1):
        word = f"Word{number}Q"
        (block,) = [block for block in document.blocks if word in block.text]
        at = block.text.index(word)
        assert document.source[slice(*block.place(at, at + len(word)))] == word


@given(st.data(), NEWLINES, st.booleans())
def test_markdown(holds: Check, data: st.DataObject, newline: str, front_matter: bool) -> None:
    words = Words()
    lines = ["---", "title: " + words.plant("@"), "---", ""] if front_matter else []
    for _ in range(data.draw(st.integers(1, 4))):
        lines += [*block(data, words), "", "<!-- end -->", ""]  # ends lists
    lines += ["[ref]: https://example.org/r", "", "[^1]: a note"]
    document = read(newline.join(lines).encode(), "draft.md")
    holds(document)
    planted_words_hold(document, words.count)


@given(st.data(), NEWLINES)
def test_html(holds: Check, data: st.DataObject, newline: str) -> None:
    words = Words()
    parts = []
    for _ in range(data.draw(st.integers(1, 6))):
        opening = data.draw(
            st.sampled_from(["<p>", "<div\n>", "<ul><li>", "<td>", "<h2>", "<table><tr><th>", "</div>", ""])
        )
        pieces = data.draw(st.lists(st.sampled_from(HTML_INLINE).map(words.plant), min_size=1, max_size=4))
        parts.append(opening + data.draw(st.sampled_from([" ", "\n  "])).join(pieces))
    document = read("\n".join(parts).replace("\n", newline).encode(), "page.html")
    holds(document)
    planted_words_hold(document, words.count)


PIECES = [
    *"ab1 *_[]()<>!`~|\\&;:#-+=.\n\r\t\"'/{}%$^@é🌎\u0301\u00a0\u200b\u2003",
    *(
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "&amp;",
        "\r\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "[^1]:",
        "[^1]",
        "^[",
        "![",
        "](u)",
    ),
    *(
        "{{<",
        ">}}",
        "{%",
        "%}",
        "---\n",
        "| a | b |\n|---|---|\n",
        "<table>",
        "<td>",
        "<p>",
        "<br>",
        "<a href=x>",
        "</a>",
    ),
    *(
        "<sup>",
        "title: ",
        "+++\n",
        "<script>",
        "</script>",
        "~~",
        "**",
        "\\|",
        "<code>",
        "import x",
        "$$",
        "$a$",
        "\n\n",
    ),
    *(
        "http://a.b/c",
        "[x]: u\n",
        "[x]",
        "<img alt='a &lt; b' title=y>",
        "====",
        "&#",
        "&#x41;",
        "<title>",
        "```\n",
        "...",
        '!!! note "',
        "::: a\n",
        "\n: ",
        "{#",
        "#}",
        "<%",
        "%>",
    ),
]
FORMATS = st.sampled_from(["draft.md", "draft.mdx", "page.html", "draft.txt"])


@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join), FORMATS)
def test_odd_markup(holds: Check, text: str, name: str) -> None:
    document = read(text.encode(), name)
    assert document.source == text
    holds(document)


@given(st.text(max_size=200), FORMATS)
def test_any_text(holds: Check, text: str, name: str) -> None:
    try:
        document = read(text.encode("utf-8", "surrogatepass"), name)
    except UserError:
        return
    holds(document)


@given(st.binary(max_size=200), st.sampled_from(list(Format)))
def test_any_bytes(holds: Check, data: bytes, format: Format) -> None:
    try:
        document = read(data, "draft", format)
    except UserError as error:
        assert error.path == "draft"
        return
    holds(document)
