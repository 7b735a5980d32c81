"""The pipeline's tokenizer: words, numbers and marks, in one pass.

spaCy's own tokenizer for English knows 1,300 exceptions that no pattern here asks for; its expressions alone take
longer to compile than an article to check.
"""

from __future__ import annotations

import re
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

_TOKEN: Final = re.compile(
    r"""(
        \d+(?:[.,]\d+)*               # 26,300  16.7
      | (?:[^\W\d_]\.){2,}            # U.S.
      | [^\W\d_]+?(?=n['’]t\b) | n['’]t\b
      | ['’](?:s|re|ve|ll|d|m)\b
      | [^\W\d_]+
      | \s+ | .
    )([ ]?)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


class WordTokenizer(DummyTokenizer):  # it has nothing to save
    """Parts a text into words, numbers and single marks, as spaCy's tokenizer does in plain prose."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        pairs = _TOKEN.findall(text)
        return Doc(self.vocab, words=[word for word, _ in pairs], spaces=[bool(blank) for _, blank in pairs])

    def __reduce__(self) -> tuple[Any, ...]:
        return WordTokenizer, (self.vocab,)


def create_tokenizer() -> Any:
    """Make the tokenizer for a pipeline."""

    def create(nlp: Language) -> WordTokenizer:
        return WordTokenizer(nlp.vocab)

    return create


registry.tokenizers("factcheck.Words.v1", func=create_tokenizer)
