"""The text of a doc, kept: spaCy puts it together from the tokens each time `doc.text` is read."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

_KEY: Final = "factcheck_text"


def text_of(doc: Doc) -> str:
    """`doc.text`, put together once at most."""
    kept = doc.user_data.get(_KEY)
    return keep_text(doc, doc.text) if kept is None else str(kept)


def keep_text(doc: Doc, text: str) -> str:
    """Keep the text that a doc was made from, so that it is never put together."""
    doc.user_data[_KEY] = text
    return text
