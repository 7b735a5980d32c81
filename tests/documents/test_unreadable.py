"""Kinds of files that cannot be read."""

from __future__ import annotations

from factcheck.documents import EXTENSIONS
from factcheck.documents.unreadable import ADVICE, advice


def test_what_can_be_read_is_not_called_unreadable() -> None:
    assert not ADVICE.keys() & EXTENSIONS.keys()


def test_the_ending_decides_in_any_letters() -> None:
    assert advice("Draft.DOC") == ADVICE[".doc"]
    assert advice("draft.docx") is advice("doc") is None
