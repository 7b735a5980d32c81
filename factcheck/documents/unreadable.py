"""Kinds of files that hold articles and cannot be read, and what their editor can do about it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

_AS_WORD = "open it in Word or LibreOffice and save it as .docx"
_BY_PANDOC = "turn it into Markdown, with pandoc for example, and check that"

ADVICE: Mapping[str, str] = MappingProxyType(
    {
        ".doc": f"a file of an old Word: {_AS_WORD}",
        ".docm": "a Word file with macros: save it as .docx",
        ".fodt": "a flat OpenDocument text: open it in LibreOffice and save it as .odt",
        ".sxw": f"a text of an old OpenOffice: {_AS_WORD}",
        ".wpd": f"a WordPerfect file: {_AS_WORD}",
        ".rtf": f"a rich text file: {_AS_WORD}",
        ".pages": "a Pages document: in Pages, export it to Word (File, Export To, Word)",
        ".pdf": "a PDF: check the document that it was made from, or open it in Word and save it as .docx",
        ".gdoc": "only a link to a Google document: download that as Microsoft Word (.docx)",
        ".rst": f"reStructuredText: {_BY_PANDOC}",
        ".adoc": f"AsciiDoc: {_BY_PANDOC}",
        ".org": f"Org: {_BY_PANDOC}",
        ".tex": f"LaTeX: {_BY_PANDOC}",
        ".ipynb": "a notebook: export it to Markdown (jupyter nbconvert --to markdown)",
        ".pptx": "a presentation: check the text of its slides, saved as .docx or .txt",
        ".xlsx": "a table of Excel: check the article that uses it",
        ".epub": "an e-book: check the documents that it was made from",
    }
)


def advice(path: str) -> str | None:
    """What a file is, and how to make it one that can be read, by its ending; None where that says nothing."""
    return ADVICE.get(PurePath(path).suffix.lower())
