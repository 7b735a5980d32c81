"""orphan-citation: reference marks whose notes, sources or links were not copied along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned
from factcheck.checks.leftovers.page import Page
from factcheck.model import BlockKind
from factcheck.words import fold

RULE = "orphan-citation"

_FEW = 2  # marks from which they are those of lost notes; one alone may be anything
_NOTE_LINE = re.compile(r"(?:\[\d{1,3}\]|\(?\d{1,3}[.)\]]?|\^)\s+\S.{8,}|\[\^\d+\]:")


def orphan_citation(page: Page) -> Iterator[Finding]:
    """Marks of notes that the article does not have, and bracketed link words without a link."""
    yield from findings(page, RULE, _found(page), _honest)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    marks = list(_marks(page))
    if marks and not _has_notes(page):
        yield from marks


def _marks(page: Page) -> Iterator[Found]:
    """Marks of notes, which an article with notes of its own may have."""
    found = list(patterned(page, RULE, "bracket", "sign"))
    if len(found) >= _FEW or any(one.text == "[1]" for one in found):
        yield from found
    yield from _counted_up(patterned(page, RULE, "raised"))
    for one in patterned(page, RULE, "see"):
        if not _has_figure(page, one.text):
            yield one


def _counted_up(marks: Iterator[Found]) -> list[Found]:
    """Marks that count up from one, as notes do; the numbers of names and versions do not."""
    found: list[Found] = []
    for one in sorted(marks, key=lambda one: (one.block.span, one.start)):
        if int(one.text) == len(found) + 1:
            found.append(one)
    return found if len(found) > _FEW else []


def _has_notes(page: Page) -> bool:
    """Whether the article ends with notes of its own: a heading for them, footnotes, or numbered lines."""
    points, heading = page.expression(RULE, "points"), page.expression(RULE, "notes")
    if any(block.kind is BlockKind.FOOTNOTE or points.search(block.text) for block in page.document.blocks):
        return True
    numbered = 0
    for line in page.lines[len(page.lines) // 3 :]:
        if heading.fullmatch(line.text.strip(" :.")):
            return True
        note = _NOTE_LINE.match(line.text)
        numbered += note is not None and (line.text.startswith("[") or "http" in line.text)
    return numbered > 1


def _has_figure(page: Page, text: str) -> bool:
    """Whether the thing pointed at stands in the article, under its number."""
    if any(block.kind in (BlockKind.ATTRIBUTE, BlockKind.CAPTION) for block in page.blocks):
        return True  # one of its pictures
    label = " ".join(re.findall(r"[^\W\d_]+|\w+", fold(text))[-2:])
    return any(fold(line.text).startswith(label) for line in page.lines)


def _honest(page: Page, one: Found) -> bool:
    block = one.block
    if any(link.start < one.end and one.start < link.end for link in block.links):
        return True
    if one.case == "link":
        return block.quoted
    return one.case == "mark" and _in_table(one)


def _in_table(one: Found) -> bool:
    return one.block.kind in (BlockKind.TABLE_CELL, BlockKind.ATTRIBUTE)
