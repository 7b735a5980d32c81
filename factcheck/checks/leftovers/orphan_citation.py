"""orphan-citation: reference marks whose notes, sources or links were not copied along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import BlockKind
from factcheck.words import fold

RULE = "orphan-citation"

_BRACKET = Pattern(
    r"(?P<mark>(?:\[(?:note )?\d{1,3}\])+|\[(?:[a-h]|i{1,3}|iv|v)\]|\(\d{0,3} ?ibid\.?\)|\bibid\b\.?"
    r"|\bop\. cit\.|\((?:n\.d\.)\))"
)
_GLUED = Pattern(r"[a-z)”\"]{2}[.,;:](?P<mark>\d{1,3})(?=\s+[A-Z“\"(]|\s*\Z|\s+(?:and|or|but|in|the|of|with)\b)")
_GLUED_AFTER_COMMA = Pattern(r"[a-z]{3}[,;](?P<mark>\d{1,3})(?=\s+[a-z])")
_GLUED_TO_BRACKET = Pattern(r"[a-z]\)(?P<mark>\.?\d{1,3})(?=\s+[A-Z]|\s*\Z)")
_GLUED_TO_WORD = Pattern(r"[a-z]{3}(?P<mark>\d{1,2})(?=\s+[a-z]{2,}|[.,;]\s|\s*\Z)")
_SIGN = Pattern(r"(?P<mark>(?<=[a-z])\^\d{1,3}\b|↩︎?|(?<=\w)[†‡](?!\w))")
_GLUED_MARKS = (_GLUED, _GLUED_AFTER_COMMA, _GLUED_TO_BRACKET, _GLUED_TO_WORD, _SIGN)
_HERE = Pattern(
    r"(?P<link>(?<=\w )\((?:here|links?|see here|source|citation|via|read here)\)|(?<=\w )\[(?:link|here"
    r"|source)\])",
    re.IGNORECASE,
)
_SEE = Pattern(
    r"(?P<see>\(?\b(?:see|as shown in) (?:note|fn\.?|footnote|figure|fig\.|table|appendix"
    r"|exhibit) [\dA-Z]{1,3}\b\)?|\bsupra note \d+\b)",
    re.IGNORECASE,
)
_PLACEHOLDER = Pattern(r"(?P<form>\((?:author,? year|smith et al\., (?:n\.d\.|year)|name, year)\))", re.IGNORECASE)
_NOTES = re.compile(
    r"(?:end|foot)?notes?|references?|sources?|bibliography|works cited|citations?|literature",
    re.IGNORECASE,
)
_NOTE_LINE = re.compile(r"(?:\[\d{1,3}\]|\(?\d{1,3}[.)\]]?|\^)\s+\S.{8,}|\[\^\d+\]:")
_POINTS = re.compile(
    r"\bsee (?:the )?(?:end)?notes? (?:below|at the end)|\bsources? (?:below|at the end)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:covid|a|u|mp|g|h|pm|b|c|t|f|co|web|y|cop|o|sdg|form|top|ps|area|unicode|class|base|gen|studio"
    r"|channel|euro)",
    re.IGNORECASE,
)


def orphan_citation(page: Page) -> Iterator[Finding]:
    """Marks of notes that the article does not have, and bracketed link words without a link."""
    yield from findings(page, RULE, _found(page), _honest)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    yield from patterned(page, _PLACEHOLDER)
    yield from patterned(page, _HERE)
    marks = list(_marks(page))
    if marks and not _has_notes(page):
        yield from marks


def _marks(page: Page) -> Iterator[Found]:
    """Marks of notes, which an article with notes of its own may have."""
    for pattern in (_BRACKET, *_GLUED_MARKS):
        yield from patterned(page, pattern)
    for one in patterned(page, _SEE):
        if not _has_figure(page, one.text):
            yield one


def _has_notes(page: Page) -> bool:
    """Whether the article ends with notes of its own: a heading for them, footnotes, or numbered lines."""
    if any(block.kind is BlockKind.FOOTNOTE or _POINTS.search(block.text) for block in page.document.blocks):
        return True
    numbered = 0
    for line in page.lines[len(page.lines) // 3 :]:
        if _NOTES.fullmatch(line.text.strip(" :.")):
            return True
        numbered += _NOTE_LINE.match(line.text) is not None and "http" in line.text
    return numbered > 1


def _has_figure(page: Page, text: str) -> bool:
    """Whether the thing pointed at stands in the article, under its number."""
    label = " ".join(re.findall(r"[^\W\d_]+|\w+", fold(text))[-2:])
    return any(fold(line.text).startswith(label) for line in page.lines)


def _honest(one: Found) -> bool:
    block, text = one.block, one.text
    if any(link.start < one.end and one.start < link.end for link in block.links):
        return True
    if one.case == "link":
        return block.quoted
    if one.case == "mark" and text.strip(".").isdigit():
        return _is_number(block.text, one.start)
    return one.case == "mark" and _in_table(one)


def _is_number(text: str, start: int) -> bool:
    """Whether digits after letters belong to a name, a version or a verse rather than to a note."""
    before = text[:start].rstrip(".,;:)")
    word = re.search(r"[\w./-]*\Z", before[-40:])
    stem = word[0] if word else ""
    return (
        any(c in stem for c in "/@_")
        or _NAMES.fullmatch(stem) is not None
        or any(c.isdigit() for c in stem)
        or stem.isupper()
    )


def _in_table(one: Found) -> bool:
    return one.block.kind in (BlockKind.TABLE_CELL, BlockKind.ATTRIBUTE)
