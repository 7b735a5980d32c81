"""Hotlines: is there a number to call, is it the right one, does it serve the readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.checks.article import Article, Check, Finding
from factcheck.checks.hotline.foreign import foreign
from factcheck.checks.hotline.missing import missing
from factcheck.checks.hotline.renamed import renamed
from factcheck.checks.hotline.retired import retired
from factcheck.checks.hotline.situation import Situation
from factcheck.checks.hotline.wrong import wrong

_RULES: tuple[Callable[[Situation], Iterator[Finding]], ...] = (missing, foreign, wrong, retired, renamed)


def check_hotlines(article: Article) -> Iterator[Finding]:
    """All hotline rules over one article, which is read once for them."""
    situation = Situation(article)
    for rule in _RULES:
        yield from rule(situation)


CHECKS: tuple[Check, ...] = (check_hotlines,)
