"""Docs as the components see them: a text, whatever its tokens.

No component here looks at tokens. In a pipeline of somebody's own the doc comes tokenised; ClaimReader gives docs
that hold only their text, since spaCy's tokenizer needs time by the square of an unbroken line.
"""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

_KEY = "factcheck_text"


def text_of(doc: Doc) -> str:
    """The text of a doc. spaCy joins it from the tokens every time it is asked; this joins it once at most."""
    text: str | None = doc.user_data.get(_KEY)
    if text is None:
        text = doc.user_data[_KEY] = doc.text
    return text


def bare_doc(vocab: Vocab, text: str) -> Doc:
    """A doc that holds a text and no tokens."""
    return Doc(vocab, user_data={_KEY: text})
