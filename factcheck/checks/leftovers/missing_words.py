"""missing-words: holes where a link, a number or a name was lost, and text that stops in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, amid_markup, by_hand, findings, listed, quoted
from factcheck.checks.leftovers.page import Line, Page
from factcheck.model import BlockKind
from factcheck.words import fold

RULE = "missing-words"

_FIGURE = re.compile(r"[\d.,]+\s?(?:%|percent|million|billion|thousand)?\Z", re.IGNORECASE)
_COMMA = re.compile(r"\w+,\Z")
_OPEN = re.compile(r"(?P<cut>\([^()\n]{5,}\Z)")
_FINISHED = re.compile(r"(?<!\.)[.!?:;][\"'”’)]?\Z")
_NEAR = 120  # characters around a blank in which a form would speak of it
_PROSE = 7  # words from which a line without its end is a sentence cut off
_PAUSE = 5  # a shorter line may end in dots for effect
_SHORT_OPEN = 4


def missing_words(page: Page) -> Iterator[Finding]:
    """Holes in sentences, and lines that break off."""
    yield from findings(page, RULE, _found(page), _honest, by_hand)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    for index, line in enumerate(page.lines):
        yield from _headless(page, index, line)
        yield from _broken_off(page, index, line)


def _headless(page: Page, index: int, line: Line) -> Iterator[Found]:
    """A sentence without its subject, where no big number stands above it."""
    match = page.expression(RULE, "headless").match(line.text) if line.text[0].islower() else None
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
    match = page.expression(RULE, "teaser").search(tail) if teased else None
    if not match and (last or words >= _PROSE) and line.block.kind is not BlockKind.LIST_ITEM:
        goes_on = introduces or (not last and page.lines[index + 1].text[:1].islower())
        cut = not goes_on and (not _is_headline(text) or last)
        match = page.expression(RULE, "dangling").search(tail) if cut else None
    if not match and last and words > _PROSE and line.block.kind is BlockKind.PARAGRAPH:
        match = _COMMA.search(tail)
    if not match and last and words >= _SHORT_OPEN:
        match = _OPEN.search(tail)
    if match:
        offset = line.end - len(tail)
        yield Found(line.block, offset + match.start(), line.end, "cut")


def _is_headline(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) > len(words) / 2


def _honest(page: Page, one: Found) -> bool:
    """Quotations with omissions, pauses before a closing quotation mark, forms with blanks, tables."""
    if (
        one.block.kind in (BlockKind.TABLE_CELL, BlockKind.ATTRIBUTE)
        or quoted(page, one)
        or amid_markup(page, one)
    ):
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
