"""Furniture that has no fixed words but a shape: cookie notices, sign-up calls, file names, alt texts."""

from __future__ import annotations

import re
from functools import cache, cached_property

import re2

from factcheck.checks.leftovers.patterns import Patterns
from factcheck.checks.leftovers.phrases import Match
from factcheck.checks.loosening import options, prefilter
from factcheck.words import fold

DATELINE = "dateline"  # the neighbour of furniture, and none itself

_RULE = "page-furniture"
# What a line is as a whole or begins with.
_OPENING = ("file", "camera", "snake", "picture", "tags", "byline", "dateline", "joined")
_LONG_NOTICE = 70  # words
_LONG_CALL = 16
_LONG_CAPTION = 18
_SHORT_CAPTION = 10


class Shapes:
    """The shapes, made of the rule's expressions."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns

    def of(self, text: str) -> Match | None:
        """The kind of furniture a line has the shape of; weak where the shape is an author's as well."""
        kind = self._sure(text)
        if kind:
            return Match(kind, weak=False)
        if self._get("snake").fullmatch(text):
            return Match("image", weak=True)
        return Match(DATELINE, weak=True) if self._get("dateline").fullmatch(fold(text)) else None

    def _sure(self, text: str) -> str | None:
        if len(text) > 500:
            return None
        folded = fold(text)
        words = text.count(" ") + 1
        if "cookie" in folded and words <= _LONG_NOTICE and self._is_cookie_notice(folded):
            return "cookies"
        if len(text) > 160:
            return None
        if words <= _LONG_CALL and self._is_sign_up(folded):
            return "newsletter"
        if self._is_picture(text, folded, words):
            return "image"
        tagged = text[:1].islower() and self._get("tags").fullmatch(folded)
        return "byline" if tagged or ("|" in text and self._get("byline").fullmatch(folded)) else None

    @cached_property
    def prefilter(self) -> re2._Regexp:
        """A pattern that occurs in every folded line that has one of the shapes."""
        anywhere = prefilter(re.compile("cookie"), self._get("letter"), self._get("banner"))
        opening = (re.compile(self._get(name).pattern, re.IGNORECASE) for name in _OPENING)
        return re2.compile(f"{anywhere.pattern}|{prefilter(*opening, matched=True).pattern}", options())

    def _get(self, name: str) -> re.Pattern[str]:
        return self._patterns.named(_RULE, name).expression

    def _is_cookie_notice(self, folded: str) -> bool:
        asked = self._get("cookie-site").search(folded) and self._get("cookie-reader").search(folded)
        return bool(asked) and not self._get("cookie-advice").search(folded)

    def _is_sign_up(self, folded: str) -> bool:
        _, _, tail = folded.partition(":")
        call = self._get("sign-up")
        called = call.match(folded) or call.match(tail.strip())
        return bool(called and self._get("letter").search(folded) and not folded.endswith("."))

    def _is_picture(self, text: str, folded: str, words: int) -> bool:
        if self._get("file").fullmatch(text) or self._is_camera(folded):
            return True
        if words <= _SHORT_CAPTION and self._get("banner").search(folded):
            return True
        described = words <= _LONG_CAPTION and self._get("picture").match(folded)
        return bool(described) and not self._get("finite").search(folded)

    def _is_camera(self, folded: str) -> bool:
        """A camera's or a picture agency's file name, alone or with the caption it came with behind it."""
        match = self._get("camera").match(folded)
        return match is not None and (match.end() == len(folded) or folded[match.end()] in " .:-|(")


@cache
def shapes_of(patterns: Patterns) -> Shapes:
    """The shapes for a linter's rules, made ready once for all its articles."""
    return Shapes(patterns)
