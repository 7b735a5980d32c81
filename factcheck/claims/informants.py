"""Informants: who tells, acts or is cited near a number, so that a reader takes them for its source.

`attribution` says whose a number is; this says only that somebody is there to ask. The patterns are spaCy's, in
`informants.yaml`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from factcheck.claims.source_names import words_of
from factcheck.entries import read_yaml

if TYPE_CHECKING:  # an article without numbers does not wait for it
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

# What the patterns find besides those who tell: words that tie a sentence to the one before it, or part them.
CONTINUES: Final = "continues"
ELSEWHERE: Final = "elsewhere"
OPERATES: Final = "operates"
_OURS: Final = frozenset(["our", "my"])
_PATH: Final = Path(__file__).with_name("informants.yaml")


class Informant(NamedTuple):
    """Words at `text[start:end]` that tell who speaks, what is introduced as a source, or who acts.

    Attributes:
        label: the group of patterns in `informants.yaml` that found it.
    """

    start: int
    end: int
    label: str


class Informants:
    """Finds informants in docs.

    Args:
        vocab: of the pipeline whose docs are read.
    """

    def __init__(self, vocab: Vocab) -> None:
        from spacy.matcher import Matcher

        data = read_yaml(_PATH.read_text("utf-8"), str(_PATH))
        lists = {name: words.split() for name, words in data["lists"].items()}
        self._matcher = Matcher(vocab)
        for label, patterns in data["patterns"].items():
            self._matcher.add(label, [[_token(one, lists) for one in pattern] for pattern in patterns])

    def __call__(self, doc: Doc) -> Doc:
        """Put the informants of a doc on `doc.spans["informants"]`, labelled by what they do, in order."""
        doc.spans["informants"] = sorted(self._matcher(doc, as_spans=True))
        return doc


def informants(doc: Doc) -> tuple[Informant, ...]:
    """The informants that a pipeline has found in a doc; neither a place that acts nor "our shelter" is one."""
    places = [(one.start, one.end) for one in doc._.places]
    spans = (span for span in doc.spans.get("informants", ()) if not _is_ours(doc, span.start))
    found = (Informant(span.start_char, span.end_char, span.label_) for span in spans)
    return tuple(one for one in found if not any(a <= one.start < b for a, b in places))


def _is_ours(doc: Doc, at: int) -> bool:
    """Whether the word before a token makes what follows the author's own, who names nobody by it."""
    return at > 0 and doc[at - 1].lower_ in _OURS


def _token(pattern: dict[str, Any], lists: dict[str, list[str]]) -> dict[str, Any]:
    """A token's pattern with the words of its list; `name` is a capital that does not merely open a sentence."""
    asked = {key: value for key, value in pattern.items() if key not in ("words", "name")}
    if "words" in pattern:
        asked["LOWER"] = {"IN": lists[pattern["words"]]}
    if pattern.get("name"):
        asked |= {"IS_TITLE": True, "ORTH": {"NOT_IN": words_of("first_words")}}
    return asked
