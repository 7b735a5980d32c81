"""Sources by mark: footnotes, citations in brackets, the line "Source: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.claims.source_names import SourceMention, holds_name, name_before

_FOOTNOTE: Final = re.compile(  # begins with one set of characters, for which the engine searches fast
    r"[\[.,;¹²³⁰⁴⁵⁶⁷⁸⁹](?:(?<=\[)(?:\d{1,3}|\^[\w-]{1,12})\]|(?<=[.,;])[\"”’]?\d{1,2}(?=\s|\Z)"
    r"|(?<=[¹²³⁰⁴⁵⁶⁷⁸⁹])[¹²³⁰⁴⁵⁶⁷⁸⁹]{0,2})"
)
_PARENTHESES: Final = re.compile(r"[(\[](?P<in>[^()\[\]\n]{2,120})[)\]]")
_CITATION: Final = re.compile(r"(?:sources?|see|via|cited in|quoted in|data|from|per)\b:?\s", re.IGNORECASE)
_CITED_YEAR: Final = re.compile(r"[^\d]{2,}\b(?:1[89]|20)\d\d[a-z]?(?:[,;:].*)?\Z")
_CITED_NAME: Final = re.compile(
    r"(?:[Tt]he )?[A-Z][\w.&'’-]*[a-z][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|for|on|the|and|to|in))*\Z"
)
_SOURCE_LINE: Final = re.compile(
    r"(?:\A|(?<=\n))[^\S\n]*[*(\[]?(?:data\s)?(?:sources?|references?)\s?[:–—-]\s*(?P<who>\S[^\n]{1,300})",
    re.IGNORECASE,
)
_YEAR_ALONE: Final = re.compile(r"(?:1[89]|20)\d\d[a-z]?\Z")
_SOURCE_WORD: Final = re.compile(r"[sr](?:ource|eference)", re.IGNORECASE)
_MONTHS: Final = re.compile(r"\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s?\d{0,2},?\s?\d{4}\Z")
_CLOSES: Final = re.compile(r"\s?(?:[.;]|\Z|\n|[—–-]\s)")


def source_line(text: str) -> str:
    """Whom a line such as "Source: …" names, empty where the text is no such line."""
    match = _SOURCE_LINE.match(text)
    return match["who"].strip() if match else ""


def cited(text: str) -> Iterator[SourceMention]:
    """The sources that a text cites rather than tells of."""
    yield from _marks(text)
    yield from _bracketed(text)


def _marks(text: str) -> Iterator[SourceMention]:
    """Footnote marks and source lines."""
    for match in _FOOTNOTE.finditer(text):
        if _follows_word(text, match.start()):
            yield SourceMention(match.start(), match.end(), text=match.group().lstrip('.,;"”’'))
    for match in _SOURCE_LINE.finditer(text) if _SOURCE_WORD.search(text) else ():
        yield SourceMention(match.start(), match.end(), text=match["who"].strip())


def _follows_word(text: str, at: int) -> bool:
    """Whether a footnote's mark stands where one can: after a word or its stop, not within a number."""
    before = text[max(0, at - 3) : at].rstrip(" .,;")
    return (before[-1:].isalpha() and before[-2:] != "No") or before[-1:] in ("%", ")", "]", '"', "”", "’")


def _bracketed(text: str) -> Iterator[SourceMention]:
    """ "(ILO, 2017)", "(Forbes)", "(Source: …)"; not "(CSEC)", which only shortens what stands before it."""
    for match in _PARENTHESES.finditer(text):
        words = match["in"].strip()
        if _MONTHS.match(words):
            continue
        if _YEAR_ALONE.match(words):
            author = name_before(text, match.start() - 1)
            words = f"{author} ({words})" if author else ""
        elif not _is_citation(words, closes=bool(_CLOSES.match(text, match.end()))):
            words = ""
        if words:
            yield SourceMention(match.start(), match.end(), text=words)


def _is_citation(words: str, *, closes: bool) -> bool:
    """Whether words in brackets cite; `closes` says that the brackets close the sentence."""
    cites = _CITATION.match(words) or _CITED_YEAR.match(words) or (closes and _CITED_NAME.match(words))
    return bool(cites) and holds_name(words)
