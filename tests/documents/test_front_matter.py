"""Front matter: read, placed, and never in the way."""

from __future__ import annotations

import pytest

from factcheck.documents import read
from factcheck.model import BlockKind, Document


def markdown(text: str) -> Document:
    return read(text.encode(), "draft.md")


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: Night desks\ntags: [a, b]\n---\nText",
        "---\ntitle: 'Night desks'\ntags: [a, b]\n...\nText",
        '+++\ntitle = "Night desks"\ntags = ["a", "b"]\n+++\nText',
        "---\r\ntitle: Night desks\r\ntags: [a, b]\r\n---\r\nText",
        "---   \ntags: [a, b]\ntitle:   Night desks\n---  \n\nText",
    ],
)
def test_data_and_title(source: str) -> None:
    document = markdown(source)
    title, text = document.blocks
    assert document.front_matter == {"title": "Night desks", "tags": ["a", "b"]}
    assert (title.kind, title.text) == (BlockKind.TITLE, "Night desks")
    assert document.source[slice(*title.place(6, 11))] == "desks"
    assert document.source[slice(*text.place(0, 4))] == "Text"
    assert document.headline == title.place(0, 11)


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("'It''s night'", "It's night"),
        ('"A \\"desk\\""', 'A "desk"'),
        (">\n  Two\n  lines", "Two lines"),
    ],
)
def test_a_title_written_otherwise_than_it_reads_stands_at_its_value(value: str, title: str) -> None:
    document = markdown(f"---\ntitle: {value}\nx: 1\n---\n")
    block = document.blocks[0]
    assert block.text == title
    assert document.source[slice(*block.place(0, 3))] == value


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\na: 1\nb: [\n---\nText", "line 4"),
        ("+++\na = \n+++\nText", "line 2"),
        ("---\na: 1\na: 2\n---\nText", "line 3"),
    ],
)
def test_damaged_front_matter_is_a_warning(source: str, line: str) -> None:
    document = markdown(source)
    assert [block.text for block in document.blocks] == ["Text"]
    assert "front matter" in document.warnings[0]
    assert line in document.warnings[0]


@pytest.mark.parametrize("source", ["---\nText\n---\n", "---\nText", "Text\n\n---\na: 1\n---", "----\na: 1\n----"])
def test_rules_are_no_front_matter(source: str) -> None:
    document = markdown(source)
    assert document.front_matter == {}
    assert any("Text" in block.text or "a: 1" in block.text for block in document.blocks)
    assert document.warnings == ()


@pytest.mark.parametrize("key", ["lang", "language", "locale"])
def test_it_declares_the_language(key: str) -> None:
    assert markdown(f"---\n{key}: es\n---\n").language == "es"


@pytest.mark.parametrize("hostile", ["[" * 50_000, "{a: " * 50_000, "&a [*a, *a]", "!!python/object:os.system x"])
def test_hostile_yaml_is_a_warning(hostile: str) -> None:
    assert markdown(f"---\nx: {hostile}\n---\nText").warnings
