"""OpenDocument texts: what an editor sees on the page is what is read; what could do harm is refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import read
from factcheck.errors import UserError
from factcheck.model import NOTE, Document
from tests.documents.conftest import Check

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)
NAMESPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
STYLES = """
    <style:style style:name="P1" style:parent-style-name="Title"/>
    <style:style style:name="P2" style:parent-style-name="Quotations"/>
    <style:style style:name="Loop" style:parent-style-name="Loop"/>
    <style:style style:name="T1"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>"""


def odt(body: str, *, margins: str = "", **parts: bytes) -> bytes:
    """An OpenDocument text with a body."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    automatic = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
    content = f"<office:document-content {NAMESPACES}>{automatic}{text}</office:document-content>"
    styles = f"<office:document-styles {NAMESPACES}>{margins}</office:document-styles>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        files = {"content.xml": content.encode(), "styles.xml": styles.encode()} | parts
        for name, said in files.items():
            archive.writestr(name, said)
    return data.getvalue()


def document(body: str, *, margins: str = "") -> Document:
    return read(odt(body, margins=margins), "draft.odt")


def shapes(body: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in document(body).blocks]


def test_a_line_of_the_source_is_a_paragraph() -> None:
    found = document("<text:p>One &amp; two</text:p><text:p/><text:p>Three</text:p>")
    assert found.source == "One & two\n\nThree"
    assert [found.source[slice(*block.place(0, 3))] for block in found.blocks] == ["One", "Thr"]
    assert not found.editable


def test_styles_say_what_a_paragraph_is() -> None:
    assert shapes(
        '<text:p text:style-name="P1">Night desks</text:p>'
        '<text:h text:outline-level="2">How</text:h>'
        '<text:p text:style-name="P2">Quoted</text:p><text:p text:style-name="Loop">Plain</text:p>'
        "<text:list><text:list-item><text:p>Item</text:p>"
        "<text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item></text:list>"
    ) == [
        ("title", 0, "Night desks"),
        ("heading", 2, "How"),
        ("paragraph", 0, "Quoted"),
        ("paragraph", 0, "Plain"),
        ("list-item", 1, "Item"),
        ("list-item", 2, "Inner"),
    ]
    (block,) = document('<text:p text:style-name="P2">Quoted</text:p>').blocks
    assert block.quoted


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("a<text:span>b</text:span>c", "(abc)"),
        ('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', "(a b c d)"),
        ("a\n   b", "(a b)"),
        ('<text:span text:style-name="T1">hidden</text:span>', "()"),
        ('<text:span text:style-name="T2">struck</text:span>', "()"),
        ("a<office:annotation><text:p>A remark</text:p></office:annotation><office:annotation-end/>b", "(ab)"),
        ("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>", "(a)"),
        ('<text:change-start text:change-id="c1"/>new<text:change-end text:change-id="c1"/>', "(new)"),
        ("<!-- a remark -->a<?what ever?>", "(a)"),
    ],
)
def test_what_is_text(xml: str, text: str) -> None:
    assert document(f"<text:p>({xml})</text:p>").source == text


def test_tracked_deletions_are_not_read() -> None:
    deleted = (
        "<text:changed-region><text:deletion><text:p>75% of them</text:p></text:deletion></text:changed-region>"
    )
    body = f"<text:tracked-changes>{deleted}</text:tracked-changes><text:p>Over <text:change/>60%</text:p>"
    assert document(body).source == "Over 60%"


def test_links_and_notes() -> None:
    found = document(
        '<text:p>See <text:a xlink:href="https://example.org/a">the <text:span>page</text:span></text:a> now.'
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note> More.</text:p>"
        "<text:p>Next.</text:p>"
    )
    first, _, note = found.blocks
    assert found.source == "See the page now. More.\nNext.\nA note."
    assert [(first.text[link.start : link.end], link.url) for link in first.links] == [
        ("the page", "https://example.org/a"),
        (".", NOTE),
    ]
    assert note.kind.value == "footnote"


def test_table_cells_know_their_heads() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    wide = cell("Beds", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    rows = row(cell("Year"), wide) + row(cell("2019"), cell("40"), cell("44"))
    assert [(block.text, block.labels) for block in document(f"<table:table>{rows}</table:table>").blocks] == [
        ("Year", ()),
        ("Beds", ()),
        ("2019", ("Year",)),
        ("40", ("Beds", "2019")),
        ("44", ("Beds", "2019")),
    ]


def test_headers_and_lists_of_contents_are_the_frame() -> None:
    contents = (
        "<text:table-of-content><text:index-body><text:p>How 3</text:p></text:index-body></text:table-of-content>"
    )
    footer = "<office:master-styles><style:footer><text:p>Call 988</text:p></style:footer></office:master-styles>"
    found = document(f"{contents}<text:p>Text</text:p>", margins=footer)
    assert [(block.text, block.chrome) for block in found.blocks] == [
        ("How 3", True),
        ("Text", False),
        ("Call 988", True),
    ]


def test_text_boxes_and_pictures_follow_their_paragraph() -> None:
    frames = (
        "<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>"
        "<draw:frame><svg:desc>A bed</svg:desc></draw:frame>"
    )
    assert shapes(f"<text:p>a{frames}</text:p><text:p>b</text:p>") == [
        ("paragraph", 0, "a"),
        ("paragraph", 0, "boxed"),
        ("attribute", 0, "A bed"),
        ("paragraph", 0, "b"),
    ]


BOMB = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged"),
        (b"Just text", "damaged"),
        (odt("<text:p>")[:500], "damaged"),
        (odt("<text:p>"), "damaged"),
        (odt("", **{"content.xml": b"<a/>"}), "damaged"),
        (odt("", **{"content.xml": BOMB}), "entities"),
        (odt("", **{"bomb.xml": b" " * 3_000_000}), "unpacks"),
        (odt("", **{"Pictures/bomb.png": b"\0" * 3_000_000}), "unpacks"),
        (odt("", **{"../../evil.xml": b"<a/>"}), "outside"),
        (odt("", **{"META-INF/manifest.xml": b"<m:encryption-data/>"}), "password"),
        (odt("<text:span>" * 1000 + "</text:span>" * 1000), "OpenDocument text"),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message) as caught:
        read(data, "draft.odt")
    assert caught.value.path == "draft.odt"
    assert "OpenDocument text" in caught.value.message


NAMES = "p h span list list-item a s note note-body tracked-changes table-of-content"
TAGS = st.sampled_from([f"text:{name}" for name in NAMES.split()]) | st.sampled_from(
    ["table:table", "table:table-row", "table:table-cell", "draw:frame", "draw:text-box", "office:annotation"]
)
TREES = st.recursive(
    st.text(st.characters(min_codepoint=32, exclude_characters="<&", exclude_categories=["Cs", "Cn"]), max_size=5),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=4)
    ),
)


@settings(deadline=None)
@given(st.lists(TREES, max_size=4).map("".join))
def test_any_tree_of_elements(holds: Check, body: str) -> None:
    try:
        found = document(body)
    except UserError:
        return
    holds(found)


WHOLE = odt("<text:p>One</text:p><text:p>Two</text:p>")


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=20))
def test_any_damage(holds: Check, at: int, damage: bytes) -> None:
    try:
        found = read(WHOLE[:at] + damage + WHOLE[at + len(damage) :], "draft.odt")
    except UserError:
        return
    holds(found)


def test_a_text_without_styles_is_read() -> None:
    old, new = zipfile.ZipFile(io.BytesIO(odt("<text:p>Forty beds</text:p>"))), io.BytesIO()
    with zipfile.ZipFile(new, "w") as archive:
        for entry in old.infolist():
            if entry.filename != "styles.xml":
                archive.writestr(entry, old.read(entry))
    assert [block.text for block in read(new.getvalue(), "draft.odt").blocks] == ["Forty beds"]


def test_a_comment_is_one_of_its_paragraph() -> None:
    note = "<office:annotation><text:p>factcheck: ignore ours</text:p></office:annotation>"
    found = document(f"<text:p>Forty {note}beds</text:p><text:p>after</text:p>")
    assert [(comment.text, comment.span.start) for comment in found.comments] == [("factcheck: ignore ours", 6)]
    assert found.source == "Forty beds\nafter"
