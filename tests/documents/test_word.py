"""Word files: what an editor sees on the page is what is read; what could do harm is refused."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Linter
from factcheck.documents import read
from factcheck.documents.word_paragraphs import paragraphs
from factcheck.errors import UserError
from factcheck.model import Document, Settings
from tests.documents.conftest import Check

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(word: WordDocument) -> bytes:
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def word_file(*lines: str) -> bytes:
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    return saved(word)


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    """The Word file with one of its parts replaced, or one more."""
    old, new = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in old.infolist():
            if entry.filename != name:
                archive.writestr(entry, old.read(entry))
        archive.writestr(name, content)
    return new.getvalue()


def document(word: WordDocument) -> Document:
    return read(saved(word), "draft.docx")


def add(element: Any, xml: str) -> None:
    """Add raw XML to an element."""
    for child in list(parse_xml(f"<w:root {nsdecls('w', 'r', 'wp')}>{xml}</w:root>")):
        element.append(child)


def run(xml: str) -> str:
    return f"<w:r>{xml}</w:r>"


def shapes(word: WordDocument) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in document(word).blocks]


def test_a_line_of_the_source_is_a_paragraph() -> None:
    read_back = read(word_file("One & two", "", "Three"), "draft.docx")
    assert read_back.source == "One & two\n\nThree"
    assert [read_back.source[slice(*block.place(0, 3))] for block in read_back.blocks] == ["One", "Thr"]


def test_styles_say_what_a_paragraph_is() -> None:
    word = docx.Document()
    word.add_heading("Night desks", 0)
    word.add_heading("How", 2)
    for style in ("Normal", "List Bullet", "List Number 2", "Caption", "Intense Quote"):
        word.add_paragraph(style, style=style)
    assert shapes(word) == [
        ("title", 0, "Night desks"),
        ("heading", 2, "How"),
        ("paragraph", 0, "Normal"),
        ("list-item", 1, "List Bullet"),
        ("list-item", 1, "List Number 2"),
        ("caption", 0, "Caption"),
        ("paragraph", 0, "Intense Quote"),
    ]
    assert [block.quoted for block in document(word).blocks][-1]
    assert document(word).blocks[-1].headings == ("How",)


def test_numbering_and_outline_levels_of_a_paragraph_itself() -> None:
    word = docx.Document()
    for xml in (
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>',
        '<w:numPr><w:numId w:val="0"/></w:numPr>',
        '<w:outlineLvl w:val="2"/>',
    ):
        add(word.add_paragraph("a")._p.get_or_add_pPr(), xml)
    assert shapes(word) == [("list-item", 2, "a"), ("paragraph", 0, "a"), ("heading", 3, "a")]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<w:ins w:id="1" w:author="a">' + run("<w:t>new</w:t>") + "</w:ins>", "(new)"),
        ('<w:del w:id="1" w:author="a">' + run("<w:delText>old</w:delText>") + "</w:del>", "()"),
        ('<w:moveFrom w:id="1">' + run("<w:t>old</w:t>") + "</w:moveFrom>", "()"),
        (run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"), "(a b c-d)"),
        (run("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>"), "()"),
        (run("<w:rPr><w:strike/></w:rPr><w:t>struck</w:t>"), "()"),
        (run('<w:rPr><w:strike w:val="0"/></w:rPr><w:t>not struck</w:t>'), "(not struck)"),
        (run('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t>'), "()"),
        (run('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>th</w:t>'), "(th)"),
        (run("<w:instrText>PAGE</w:instrText>"), "()"),
        ("<w:smartTag>" + run("<w:t>Paris</w:t>") + "</w:smartTag>", "(Paris)"),
    ],
)
def test_what_is_text(xml: str, text: str) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("(")
    add(paragraph._p, xml)
    paragraph.add_run(")")
    assert document(word).source == text


def test_links_of_both_kinds() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("See ")
    identity = word.part.relate_to("https://example.org/a", f"{RELATIONS}/hyperlink", is_external=True)
    add(paragraph._p, f'<w:hyperlink r:id="{identity}">' + run("<w:t>the page</w:t>") + "</w:hyperlink>")
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText> HYPERLINK "https://example.org/b" </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t> or this</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        add(paragraph._p, run(xml))
    paragraph.add_run(" https://example.org/c.")
    (block,) = document(word).blocks
    assert block.text == "See the page or this https://example.org/c."
    assert [(block.text[link.start : link.end], link.url) for link in block.links] == [
        ("the page", "https://example.org/a"),
        (" or this", "https://example.org/b"),
        ("https://example.org/c", "https://example.org/c"),
    ]


def test_table_cells_know_their_heads() -> None:
    word = docx.Document()
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["Year", "Beds", "2019", "40"], strict=True
    ):
        cell.text = text
    assert [(block.text, block.labels) for block in document(word).blocks] == [
        ("Year", ()),
        ("Beds", ()),
        ("2019", ("Year",)),
        ("40", ("Beds", "2019")),
    ]


def test_headers_and_footers_are_the_frame() -> None:
    word = docx.Document()
    word.add_paragraph("Text")
    word.sections[0].header.paragraphs[0].text = "Draft"
    word.sections[0].footer.paragraphs[0].text = "Call 988"
    assert [(block.text, block.chrome) for block in document(word).blocks] == [
        ("Text", False),
        ("Draft", True),
        ("Call 988", True),
    ]


def test_footnotes() -> None:
    word = docx.Document()
    word.add_paragraph("Text")
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote><w:p>{run('<w:t>A note</w:t>')}</w:p></w:footnote></w:footnotes>"
    )
    name = PackURI("/word/footnotes.xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(name, kind, notes.encode(), word.part.package)
    word.part.relate_to(part, f"{RELATIONS}/footnotes")
    assert shapes(word) == [("paragraph", 0, "Text"), ("footnote", 0, "A note")]


def test_text_boxes_and_pictures_follow_their_paragraph() -> None:
    word = docx.Document()
    box = f"<w:txbxContent><w:p>{run('<w:t>boxed</w:t>')}</w:p></w:txbxContent>"
    add(word.add_paragraph("a")._p, run(f'<w:drawing><wp:docPr id="1" name="x" descr="A bed"/>{box}</w:drawing>'))
    assert shapes(word) == [("paragraph", 0, "a"), ("attribute", 0, "A bed"), ("paragraph", 0, "boxed")]


def test_a_place_leads_back_to_the_element_that_says_it() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Nearly ")
    paragraph.add_run("26,300").bold = True
    lines = list(paragraphs(word))
    assert [(text, element.text) for text, element in lines[0].pieces] == [("Nearly ",) * 2, ("26,300",) * 2]
    assert lines[0].element is paragraph._p
    assert "\n".join(line.text for line in lines) == document(word).source


def test_the_description_of_a_broken_file_is_for_editors() -> None:
    with pytest.raises(UserError, match="save it again") as caught:
        read(word_file("a")[:2000], "draft.docx")
    assert caught.value.path == "draft.docx"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged"),
        (b"Just text", "damaged"),
        (OLE + b"\0" * 100, "old .doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (repacked(word_file("a"), "word/bomb.xml", b" " * 3_000_000), "unpacks"),
        (repacked(word_file("a"), "word/media/bomb.png", b"\0" * 3_000_000), "unpacks"),
        (repacked(word_file("a"), "../../evil.xml", b"<a/>"), "outside"),
        (repacked(word_file("a"), "/etc/passwd", b"x"), "outside"),
        (
            repacked(word_file("a"), "word/x.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><a>&b;</a>'),
            "entities",
        ),
        (repacked(word_file("a"), "word/document.xml", b"<a"), "Word document"),
        (repacked(word_file("a"), "word/document.xml", b"<w>" * 1000 + b"</w>" * 1000), "Word document"),
        (repacked(word_file("a"), "[Content_Types].xml", b"<Types/>"), "Word document"),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message) as caught:
        read(data, "draft.docx")
    assert caught.value.path == "draft.docx"


TAGS = st.sampled_from(
    ["p", "r", "t", "tbl", "tr", "tc", "hyperlink", "fldChar", "instrText", "br", "pPr", "del", "sdt"]
)
TREES = st.recursive(
    st.text(st.characters(min_codepoint=32, exclude_characters="<&", exclude_categories=["Cs", "Cn"]), max_size=5),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>", TAGS, st.lists(inner, max_size=4)
    ),
)


@settings(deadline=None)
@given(st.lists(TREES, max_size=4).map("".join))
def test_any_tree_of_elements(holds: Check, body: str) -> None:
    xml = f"<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>"
    try:
        found = read(repacked(word_file(), "word/document.xml", xml.encode()), "draft.docx")
    except UserError:
        return
    holds(found)


WHOLE = word_file("One", "Two")


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=20))
def test_any_damage(holds: Check, at: int, damage: bytes) -> None:
    try:
        found = read(WHOLE[:at] + damage + WHOLE[at + len(damage) :], "draft.docx")
    except UserError:
        return
    holds(found)


def test_a_comment_is_one_of_its_paragraph() -> None:
    word = docx.Document()
    word.add_paragraph("Forty beds were opened.")
    second = word.add_paragraph("Sixty ")
    marked = second.add_run("beds")
    word.add_comment(marked, text="factcheck: ignore our own count", author="Ed", initials="E")
    word.add_comment(word.paragraphs[0].runs, text="Nice!", author="Ed", initials="E")
    found = document(word)
    assert [(comment.text, comment.span.start) for comment in found.comments] == [
        ("Nice!", 1),
        ("factcheck: ignore our own count", found.source.index("beds", 20)),
    ]


def test_a_comment_silences_what_is_wrong_in_its_paragraph_only() -> None:
    word = docx.Document()
    for _ in range(2):
        word.add_paragraph("Lorem ipsum dolor sit amet.", style="List Bullet")
    word.add_comment(
        word.paragraphs[0].runs, text="factcheck: ignore[placeholder-text] ours", author="E", initials="E"
    )
    report = Linter().check_bytes(saved(word), "draft.docx")
    assert [
        (found.rule, found.span.start > 20) for found in report.diagnostics if found.family == "leftovers"
    ] == [("placeholder-text", True)]


def test_what_stands_in_boxes_controls_and_margins_is_read() -> None:
    word = docx.Document()
    said = run("<w:t>Forty</w:t>")
    control = f"<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>{said}</w:sdtContent></w:sdt>"
    add(word.add_paragraph()._p, control + run('<w:t xml:space="preserve"> beds</w:t>'))
    add(
        word.element.body,
        f"<w:sdt><w:sdtContent><w:p>{run('<w:t>In a control</w:t>')}</w:p></w:sdtContent></w:sdt>",
    )
    box = f"<w:pict><w:txbxContent><w:p>{run('<w:t>In a box</w:t>')}</w:p></w:txbxContent></w:pict>"
    add(word.paragraphs[0]._p, run(box))
    word.sections[0].footer.paragraphs[0].text = "National Human Trafficking Hotline, 1-888-373-7888"
    assert [(block.text, block.chrome) for block in document(word).blocks] == [
        ("Forty beds", False),
        ("In a box", False),
        ("In a control", False),
        ("National Human Trafficking Hotline, 1-888-373-7888", True),
    ]


def test_a_help_line_in_the_footer_counts() -> None:
    word = docx.Document()
    word.add_paragraph(
        "If you are a victim of human trafficking in the United States, you are not alone. Get help now."
    )
    settings = Settings(countries=("US",))
    without = Linter(settings).check_bytes(saved(word), "draft.docx")
    word.sections[0].footer.paragraphs[0].text = "National Human Trafficking Hotline, 1-888-373-7888"
    given = Linter(settings).check_bytes(saved(word), "draft.docx")
    assert [found.rule for found in without.diagnostics if found.family == "hotline"] == ["missing-hotline"]
    assert [found.rule for found in given.diagnostics if found.family == "hotline"] == []
