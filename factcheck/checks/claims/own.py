"""Whether a number is the publishing organisation's own: "our shelter served 312", where it is configured."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.checks.article import Article
from factcheck.model import Claim

RULE: Final = "unverified-number"
_POINTS_BACK: Final = re.compile(r"\bof (?:them|whom|these|those)\b", re.IGNORECASE)


def is_own(claim: Claim, article: Article) -> bool:
    """Whether the sentence tells the organisation's own work, or of "them" of whom the one before does.

    Never where the configuration names no organisation.
    """
    if not article.organisation:
        return False
    lists = article.rules[RULE].lists
    ours = _telling(article.organisation, lists["own-things"], lists["own-work"])
    if ours.search(claim.text):
        return True
    before = claim.context.rpartition("\n")[2]
    return _POINTS_BACK.search(claim.text) is not None and ours.search(before) is not None


@lru_cache(maxsize=8)
def _telling(names: tuple[str, ...], things: tuple[str, ...], work: tuple[str, ...]) -> re.Pattern[str]:
    named = rf"(?<!\w)(?:{_any(names)})(?!\w)"
    ours = rf"\bour\s(?:[\w'’-]+\s){{0,2}}(?:{_any(things)})s?\b"
    done = rf"\bwe(?:['’]ve|\shave)?\s(?:\w+\s)?(?:{_any(work)})\b"
    return re.compile(f"{named}|{ours}|{done}", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))
