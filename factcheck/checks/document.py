"""The family `document`: what an editor should know about how the file was read."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Article, Check, Finding


def not_english(article: Article) -> Iterator[Finding]:
    """One finding for a text that is not English, since most checks need English."""
    if not article.english:
        yield Finding("not-english", article.document.headline)


def unsure_reading(article: Article) -> Iterator[Finding]:
    """One finding for each oddity met in reading the file."""
    for warning in article.document.warnings:
        yield Finding("unsure-reading", article.document.headline, {"warning": warning})


CHECKS: tuple[Check, ...] = (not_english, unsure_reading)
