"""missing-words: holes where a link, a number or a name was lost, and text that stops in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, amid_markup, by_hand, findings, listed, patterned, quoted
from factcheck.checks.leftovers.page import Line, Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import BlockKind
from factcheck.words import fold

RULE = "missing-words"

_HOLE = Pattern(
    r"(?P<hole>\(\s*\)|\[\s*\](?!\s*\w)|“\s*”|(?<![\w\"])\"\s{0,2}\"(?![\w\"])|\(”\s?\("
    r"|\(\s+(?:with|and|are|other|these|is|has|have)\b"
    r"|\b(?:according to|such as|visit (?:us|it)? ?at|visit|write to us at|contact us at|call us at"
    r"|call at|e-?mail us at|reach us at|a site called"
    r"|a website called|go to|log on to|see our page on|read more about|for example|including|founded by"
    r"|reported by|based in|by)\s+[.,;](?=\s|\Z)"
    r"|\b(?:visit (?:it|us) at|go to|call us (?:at|on)|log on to|write to us at|e-?mail us at"
    r"|call at)\s+(?:and|or)\b"
    r"|\b(?:a (?:web)?site called)\s+(?:that|which|will|and)\b(?=\s+(?:will|is|has|can|had)\b|\s*\Z)"
    r"|(?<=[a-z] )(?:in|on|of|to|from|at|between)\s+,(?=\s)|:\s+,(?=\s)|(?<=\w)\s+,\s(?=in which|which"
    r"|and)|\bor\s+,\s"
    r"|\b(?:rose|fell|grew|increased|decreased|dropped|up|down|by|of|about|nearly|almost|over|than)\s+(?:%"
    r"|percent\b|per cent\b)"
    r"|(?:\A|(?<=\s))[$€£]\s+(?:million|billion|trillion)\b"
    r"|\b(?:the (?:is|are|was|were|has|have|of)|(?:a|an|every) (?:of|is|was|has|are|were)|no (?:of|is|was)) "
    r"(?!course)(?=\w))",
    re.IGNORECASE,
)
_HEADLESS = re.compile(r"(?P<hole>\A(?:of|is|are|were|was|have|has)\s[a-z]+(?:\s\S+){3,})")
_FIGURE = re.compile(r"[\d.,]+\s?(?:%|percent|million|billion|thousand)?\Z", re.IGNORECASE)
_TEASER = re.compile(
    r"(?P<cut>\[(?:…|\.{3}|&hellip;)\]\s*\Z|(?:…|\.{3})\s*(?:continue reading|read more|see more|more"
    r"|\(more\)|full story)\b[^.]{0,60}\Z"
    r"|(?<=\bthe|\band|\bwho)(?:…|\.{3})\Z|(?<= a|\bof|\bin|\bor)(?:…|\.{3})\Z)",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?P<cut>\b(?:the|a|an|and|or|such as|including|which|their|our|into|because"
    r"|(?<!made )(?<!heard )(?<!think )(?<!thought )(?<!full )(?<!aware )(?<!out )(?<!care )(?<!rid )"
    r"(?<!proud )(?<!accused )(?<!sort )"
    r"(?<!kind )(?<!afraid )(?<!dream )(?<!speak )(?<!tired )(?<!capable )(?<!part )of)\Z)"
)
_OPEN = re.compile(r"(?P<cut>\([^()\n]{5,}\Z)")
_FINISHED = re.compile(r"(?<!\.)[.!?:;][\"'”’)]?\Z")
_NEAR = 120  # characters around a blank in which a form would speak of it
_PROSE = 7  # words from which a line without its end is a sentence cut off
_PAUSE = 5  # a shorter line may end in dots for effect
_SHORT_OPEN = 4


def missing_words(page: Page) -> Iterator[Finding]:
    """Holes in sentences, and lines that break off."""
    yield from findings(page, RULE, _found(page), lambda one: amid_markup(page, one) or _honest(one), by_hand)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    yield from patterned(page, _HOLE)
    for index, line in enumerate(page.lines):
        yield from _headless(page, index, line)
        yield from _broken_off(page, index, line)


def _headless(page: Page, index: int, line: Line) -> Iterator[Found]:
    """A sentence without its subject, where no big number stands above it."""
    match = _HEADLESS.match(line.text) if line.text[0].islower() else None
    before = page.lines[index - 1] if index else None
    if match and line.start == 0 and not (before and (_FIGURE.search(before.text) or not before.sentence)):
        yield Found(line.block, line.start, line.start + len(line.text.split()[0]), "hole")


def _broken_off(page: Page, index: int, line: Line) -> Iterator[Found]:
    text = line.text
    if line.end != len(line.block.text) or line.block.kind is BlockKind.TITLE or _FINISHED.search(text[-4:]):
        return
    words = text.count(" ") + 1
    tail = text[-120:]
    last = index + 1 == len(page.lines)
    introduces = not last and page.lines[index + 1].item
    teased = not introduces and (words > _PAUSE or text.startswith(("[", "…")))
    match = _TEASER.search(tail) if teased else None
    if not match and (last or words >= _PROSE) and line.block.kind is not BlockKind.LIST_ITEM:
        match = _DANGLING.search(tail) if not _is_headline(text) or last else None
    if not match and last and words >= _SHORT_OPEN:
        match = _OPEN.search(tail)
    if match:
        offset = line.end - len(tail)
        yield Found(line.block, offset + match.start(), line.end, "cut")


def _is_headline(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) > len(words) / 2


def _honest(one: Found) -> bool:
    """Quotations with omissions, pauses before a closing quotation mark, forms with blanks, tables."""
    if one.block.kind in (BlockKind.TABLE_CELL, BlockKind.ATTRIBUTE) or quoted(one):
        return True
    if one.text.startswith(("(", "[")) and one.text.strip("([])").strip() == "":
        return (
            re.search(
                r"\b(?:tick|box|write|your name|sign|blank|form)\b",
                fold(one.block.text[max(0, one.start - _NEAR) : one.end + _NEAR]),
            )
            is not None
        )
    return False
