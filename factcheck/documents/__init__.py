"""Reads an article: bytes in, out a document whose every character of prose knows its place in the source."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.documents.encoding import Decoded, decode, encode
from factcheck.documents.language import is_english
from factcheck.documents.menus import without_menus
from factcheck.documents.unreadable import advice
from factcheck.errors import UserError
from factcheck.model import Format

if TYPE_CHECKING:
    from factcheck.model import Document

EXTENSIONS: Mapping[str, Format] = MappingProxyType(
    {
        ".txt": Format.TEXT,
        ".text": Format.TEXT,
        ".md": Format.MARKDOWN,
        ".markdown": Format.MARKDOWN,
        ".mdx": Format.MARKDOWN,
        ".mkd": Format.MARKDOWN,
        ".qmd": Format.MARKDOWN,
        ".rmd": Format.MARKDOWN,
        ".html": Format.HTML,
        ".htm": Format.HTML,
        ".xhtml": Format.HTML,
        ".docx": Format.DOCX,
        ".odt": Format.ODT,
    }
)

__all__ = ["EXTENSIONS", "encode", "format_of", "is_english", "read", "read_again"]


def format_of(path: str) -> Format | None:
    """The format a file's name says it has, None where its ending is none of ours."""
    return EXTENSIONS.get(os.path.splitext(path)[1].lower())  # noqa: PTH122 - asked of every name in a folder


def read(data: bytes, path: str, format: Format | None = None) -> Document:
    """Read an article.

    Args:
        data: the whole file.
        path: how the user named it; messages name it so.
        format: what it is; by its name where not given, plain text where that has no ending.

    Raises:
        UserError: it is of a kind that cannot be read, binary, damaged or in no encoding we know; says where and
            how to mend it.
    """
    format = format or format_of(path)
    if format is None:
        _refuse_by_name(path)
    if format is Format.DOCX:
        from factcheck.documents.docx import read as read_word

        return without_menus(read_word(data, path))
    if format is Format.ODT:
        from factcheck.documents.odt import read as read_open_document

        return without_menus(read_open_document(data, path))
    decoded = decode(data, path, declares=format is Format.HTML)
    document = _reader(format or Format.TEXT)(decoded.text, path)
    if decoded == Decoded(decoded.text):  # UTF-8, as mostly
        return document
    warnings = decoded.warnings + document.warnings
    return replace(document, encoding=decoded.encoding, marked=decoded.marked, warnings=warnings)


def _refuse_by_name(path: str) -> None:
    """Refuse what is no article by its name: a program, say, which would be read and even mended as if it were."""
    if told := advice(path):
        raise UserError(f"cannot be read, it is {told}", path=path)
    ending = os.path.splitext(path)[1]  # noqa: PTH122 - as format_of
    if ending:
        known = ", ".join(EXTENSIONS)
        problem = f"{ending} is no ending of an article ({known}); if it is one, say so: --input-format text"
        raise UserError(problem, path=path)


def read_again(document: Document, text: str) -> Document:
    """The same file with another text; its format must be one of those that are text."""
    before, after = (_reader(document.format)(one, document.path) for one in (document.source, text))
    of_bytes = document.warnings[: len(document.warnings) - len(before.warnings)]
    return replace(after, encoding=document.encoding, marked=document.marked, warnings=of_bytes + after.warnings)


def _reader(format: Format) -> Callable[[str, str], Document]:
    # each where it is needed: the Markdown parser alone takes longer to import than a plain text to check
    reader: Callable[[str, str], Document]
    if format is Format.HTML:
        from factcheck.documents.html import read as reader
    elif format is Format.MARKDOWN:
        from factcheck.documents.markdown import read as reader
    else:
        from factcheck.documents.plain import read as reader
    return lambda text, path: without_menus(reader(text, path))
