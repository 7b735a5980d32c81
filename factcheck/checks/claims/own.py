"""Whether a number is the publishing organisation's own: "our shelter served 312", where it is configured."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.checks.article import Article
from factcheck.model import Claim

RULE: Final = "unverified-number"


def is_own(claim: Claim, article: Article) -> bool:
    """Whether the sentence tells the organisation's own work; never where the configuration names none."""
    if not article.organisation:
        return False
    lists = article.rules[RULE].lists
    return bool(_telling(article.organisation, lists["own-things"], lists["own-work"]).search(claim.text))


@lru_cache(maxsize=8)
def _telling(names: tuple[str, ...], things: tuple[str, ...], work: tuple[str, ...]) -> re.Pattern[str]:
    named = rf"(?<!\w)(?:{_any(names)})(?!\w)"
    ours = rf"\bour\s(?:[\w'’-]+\s){{0,2}}(?:{_any(things)})s?\b"
    done = rf"\bwe(?:['’]ve|\shave)?\s(?:\w+\s)?(?:{_any(work)})\b"
    return re.compile(f"{named}|{ours}|{done}", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))
