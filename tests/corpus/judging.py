"""One sentence put under a headline, as in an article, and judged by the shipped corpus."""

from __future__ import annotations

from functools import cache

from factcheck import documents
from factcheck.linter import Linter
from factcheck.model import Format, JudgedClaim

HEADLINE = "Human trafficking and missing children in numbers\n\n"


@cache
def linter() -> Linter:
    """One linter for all tests of the corpus."""
    return Linter()


@cache
def judged(sentence: str) -> tuple[JudgedClaim, ...]:
    """The claims of a sentence with their verdicts."""
    document = documents.read((HEADLINE + sentence).encode(), "article.txt", Format.TEXT)
    return linter().judge.judge_all(linter().reader.read(document))
