"""A file's bytes become the text its author sees, or a message says which byte is in the way."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.encoding import decode, encode
from factcheck.errors import UserError

TEXT = "Café owners – “1 in 6” 🌎\r\nsaid so."
CRLF_FREE = "The café’s owner paid £40"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_unicode_is_read_without_its_mark_and_without_a_warning(data: bytes) -> None:
    assert decode(data, "a.txt")[:2] == (TEXT, ())


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"", "a.txt")[:2] == ("", ())


@pytest.mark.parametrize("encoding", ["windows-1252", "mac-roman"])
def test_mostly_ascii_text_is_western_with_a_warning(encoding: str) -> None:
    text = CRLF_FREE + " for a room that week, and asked no questions." * 5
    decoded = decode(text.encode("windows-1252"), "a.txt")
    assert decoded.text == text
    assert "windows-1252" in decoded.warnings[0]
    assert "UTF-8" in decoded.warnings[0]


def test_text_of_another_script_is_detected() -> None:
    text = "Торговля людьми остаётся тяжким преступлением, о котором говорят слишком редко. " * 4
    decoded = decode(text.encode("windows-1251"), "a.txt")
    assert decoded.text == text
    assert decoded.warnings


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="koi8-r">',
        "<META http-equiv='Content-Type' content='text/html; charset=koi8-r'>",
        '<?xml version="1.0" encoding="koi8-r"?>',
    ],
)
def test_a_page_declares_its_encoding(head: str) -> None:
    text = head + "<p>Да, 26 300 случаев</p>"
    decoded = decode(text.encode("koi8-r"), "a.html", declares=True)
    assert decoded.text == text
    assert "as it declares" in decoded.warnings[0]


def test_only_pages_declare() -> None:
    text = 'We wrote <meta charset="koi8-r"> in the café'
    assert decode(text.encode("windows-1252"), "a.txt").text == text


def test_a_page_saved_as_utf8_is_utf8_whatever_it_declares() -> None:
    text = '<meta charset="iso-8859-1"><p>café</p>'
    assert decode(text.encode(), "a.html", declares=True)[:2] == (text, ())


@pytest.mark.parametrize("name", ["rot13", "base64", "utf-16", "no-such-encoding"])
def test_a_senseless_declaration_is_passed_over(name: str) -> None:
    text = f'<meta charset="{name}"><p>café</p>'
    assert decode(text.encode("windows-1252"), "a.html", declares=True).text == text


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        ("naïve café".encode() + b" \xff end", 13),
        (codecs.BOM_UTF8 + "naïve café".encode() + b" \xff end", 16),
        (codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xdc\x41\x00", 6),
        (b"text \0 more", 5),
        (codecs.BOM_UTF16_LE + "ab\0".encode("utf-16-le"), 6),
        (b'<meta charset="utf-8"><p>caf\xe9</p>', 28),
    ],
)
def test_what_cannot_be_read_names_the_byte(data: bytes, byte: int) -> None:
    with pytest.raises(UserError) as caught:
        decode(data, "a.html", declares=True)
    assert f"byte {byte} " in f"{caught.value} "
    assert str(caught.value).startswith("a.html: ")


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", ".docx"), (b"\x89PNG\r\n", "PNG"), (b"{\\rtf1", "RTF")],
)
def test_known_binary_files_are_named(data: bytes, what: str) -> None:
    with pytest.raises(UserError, match=what):
        decode(data, "a.txt")


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_text_or_a_user_error(data: bytes, declares: bool) -> None:
    try:
        decoded = decode(data, "a.txt", declares=declares)
    except UserError:
        return
    assert "\0" not in decoded.text


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_every_text_comes_back_from_utf8(text: str) -> None:
    try:
        assert decode(codecs.BOM_UTF8 + text.encode(), "a.txt").text == text
    except UserError as error:
        assert not text, error


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        (CRLF_FREE + " for a room that week, and asked no questions." * 5).encode("windows-1252"),
    ],
)
def test_a_text_is_written_back_as_it_was_read(data: bytes) -> None:
    text, _, encoding, marked = decode(data, "a.txt")
    assert encode(text, encoding, "a.txt", marked=marked) == data


def test_a_character_that_an_encoding_lacks_is_named() -> None:
    with pytest.raises(UserError, match=r"“→” \(U\+2192\) cannot be written in cp1252.*UTF-8"):
        encode("up → down", "cp1252", "a.txt")
