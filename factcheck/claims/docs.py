"""What every component asks of a doc."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "factcheck_text"


def text_of(doc: Doc) -> str:
    """The text of a doc. spaCy joins it from the tokens every time it is asked; this joins it once at most."""
    text: str | None = doc.user_data.get(_KEY)
    if text is None:
        text = doc.text
        keep_text(doc, text)
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Keep the text that a doc was made from, so that it is never joined."""
    doc.user_data[_KEY] = text
