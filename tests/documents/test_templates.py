"""Sources of websites: what their generators fill in is passed over, in text, attributes and addresses."""

from __future__ import annotations

import pytest

from factcheck.documents import read
from factcheck.errors import UserError


def texts(source: str, name: str) -> list[str]:
    return [block.text for block in read(source.encode(), name).blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Open {{{ raw }}} since {{ 'a' | b: c }} spring", "Open  since  spring"),
        ("{# a remark\nof two lines #}Forty beds", "Forty beds"),
        ('<a {{ attributes }} href="{{ url }}">Forty</a> beds', "Forty beds"),
        ("<img {% if a %}class='b'{% endif %} src=x> Forty beds", "Forty beds"),
        ("{{% note %}}Forty beds{{% /note %}}", "Forty beds"),
        ("{: .note}\nForty beds", "Forty beds"),
        ("{% raw %}Forty{% endraw %} beds", "Forty beds"),
        (
            "Dear {{first_name}}, forty beds",
            "Dear {{first_name}}, forty beds",
        ),  # a mailing's field that was not filled
    ],
)
@pytest.mark.parametrize("name", ["post.md", "post.qmd"])
def test_markdown(source: str, text: str, name: str) -> None:
    assert texts(source, name) == [text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Open {{ since }} spring</p>", "Open  spring"),
        ("<p {% if a %}class=b{% endif %}>Forty beds</p>", "Forty beds"),
        ("<p>{% comment %} no <b>word</b> {% endcomment %}Forty beds</p>", "Forty beds"),
        ("<p><%= title %>Forty beds</p>", "Forty beds"),
        ("<p><?php echo $desk->name ?>Forty beds</p>", "Forty beds"),
        ("{{#each desks}}<p>Forty beds</p>{{/each}}", "Forty beds"),
        ("---\nlayout: post\n---\n<p>Forty beds</p>", "Forty beds"),
    ],
)
def test_html(source: str, text: str) -> None:
    document = read(source.encode(), "post.html")
    [block] = document.blocks
    assert block.text == text
    at = block.text.index("s")
    assert document.source[slice(*block.place(at, at + 1))] == "s"


def test_html_with_front_matter_has_its_title_and_language() -> None:
    document = read(
        b"---\ntitle: Night desks\nlang: en\n---\n<p><a href='{{ a }}b'>Forty</a> beds</p>", "post.html"
    )
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("title", "Night desks"),
        ("paragraph", "Forty beds"),
    ]
    assert document.language == "en"
    assert document.blocks[1].links[0].url == "b"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{desks.map((desk) => ({ name: desk, beds: { all: 40 } }))} Forty beds", "Forty beds"),
        ("<Desk {...props} size={{ width: 4, style: { a: 1 } }} onOpen={() => x}>Forty</Desk> beds", "Forty beds"),
        ("<Desk\n  size={4}\n  {...more}\n/> Forty beds", "Forty beds"),
        ("```js\nif (a) {\n```\n\nForty beds {`}`}", "Forty beds"),
        ("export const a = {\n  b: 1,\n}\n\nForty beds", "Forty beds"),
    ],
)
def test_mdx(source: str, text: str) -> None:
    assert texts(source, "post.mdx") == [text]


def test_pelican_needs_no_fences() -> None:
    source = (
        "Title: Night desks\nDate: 2017-04-19\nSlug: night-desks\nSummary: Opened\n  in spring\n\nForty beds.\n"
    )
    document = read(source.encode(), "post.md")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("title", "Night desks"),
        ("paragraph", "Forty beds."),
    ]
    assert source[slice(*document.blocks[0].place(0, 5))] == "Night"
    assert document.front_matter["slug"] == "night-desks"


@pytest.mark.parametrize("source", ["Title: Night desks\n\nForty beds.\n", "Note: a\nDate: b\n\nForty beds."])
def test_a_line_with_a_colon_is_no_front_matter(source: str) -> None:
    assert len(texts(source, "post.md")) == 2


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('!!! note "Mind the *gap*"\n    Forty beds.\n\nafter', ["Mind the gap", "Forty beds.", "after"]),
        ("!!! note\n    Forty beds.", ["Forty beds."]),
        ("::: {.callout-note}\nForty beds.\n:::\n\nafter", ["Forty beds.", "after"]),
        (":::tip Nice\n\n- Forty beds.\n\n:::", ["Forty beds."]),
        ("Desk\n: Forty beds.\n\n    More.", ["Desk", "Forty beds.", "More."]),
        ("a $x_1 = 2$ b\n\n$$\nx\n$$\n\nc", ["a  b", "c"]),
        ("> [!faq]- Why?\n> Forty beds.", ["Why? Forty beds."]),
    ],
)
def test_what_generators_add_to_markdown(source: str, found: list[str]) -> None:
    assert texts(source, "post.md") == found


@pytest.mark.parametrize("name", ["post.rst", "post.ipynb", "post.adoc", "draft.DOC", "draft.pages", "draft.pdf"])
def test_what_cannot_be_read_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(UserError, match="cannot be read, it is"):
        read(b"Forty beds.", name)
