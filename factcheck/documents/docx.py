"""Word documents: their paragraphs, in the order of `word_paragraphs.paragraphs`, one a line of the source."""

from __future__ import annotations

import io

import docx

from factcheck.documents.archive import DAMAGED, WORD, check_archive
from factcheck.documents.paragraphs import document_of
from factcheck.documents.word_paragraphs import paragraphs
from factcheck.model import Document, Format


def read(data: bytes, path: str) -> Document:
    """The document of a Word file.

    Raises:
        UserError: it is damaged, locked with a password, or made to do harm.
    """
    check_archive(data, path, WORD)
    try:
        return document_of(paragraphs(docx.Document(io.BytesIO(data))), path, Format.DOCX)
    except DAMAGED as error:
        raise WORD.refusal(f"it is damaged ({type(error).__name__})", path) from None
