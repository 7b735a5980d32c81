"""Word documents.

A Word file has no text that an editor shows with lines and columns; the document's source is made up. It has one
line a paragraph, in the order of `word_paragraphs.paragraphs`, so that the line of an offset is the number of its
paragraph, and the pieces of that paragraph say which element of the file a character is in: what it takes to
put a comment on the very words.
"""

from __future__ import annotations

import io

import docx

from factcheck.documents.archive import check_word_file
from factcheck.documents.outline import Outline
from factcheck.documents.places import Places
from factcheck.documents.prose import Prose
from factcheck.documents.word_paragraphs import Paragraph, paragraphs
from factcheck.errors import UserError
from factcheck.model import BlockKind, Document, Format, Span


def read(data: bytes, path: str) -> Document:
    """The document of a Word file.

    Raises:
        UserError: it is damaged, locked with a password, or made to do harm.
    """
    check_word_file(data, path)
    outline, lines = Outline(), []
    start = 0
    try:
        for paragraph in paragraphs(docx.Document(io.BytesIO(data))):
            _add(paragraph, start, outline)
            lines.append(paragraph.text)
            start += len(lines[-1]) + 1
    except Exception as error:  # a file that is no Word document makes the library raise almost anything
        raise UserError(
            f"not readable as a Word document ({type(error).__name__}); open it in Word and save it again",
            path=path,
        ) from None
    return Document(path, Format.DOCX, "\n".join(lines), tuple(outline.blocks))


def _add(paragraph: Paragraph, start: int, outline: Outline) -> None:
    text, style, table = paragraph.text, paragraph.style, paragraph.table
    prose = Prose(Places.from_start())
    prose.verbatim(text, start)
    for link in sorted(paragraph.links):
        prose.link(link.start, link.url, start + link.start, start + link.end, until=link.end)
    in_cell = table is not None and style.kind is BlockKind.TABLE_CELL
    block = outline.add(
        prose,
        style.kind,
        Span(start, start + len(text)),
        level=style.level,
        labels=table.labels if table is not None and in_cell else (),
        chrome=paragraph.chrome,
        quoted=style.quoted,
    )
    if block is not None and table is not None:
        table.take(block)
