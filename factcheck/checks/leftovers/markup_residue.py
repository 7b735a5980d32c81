"""markup-residue: tags, shortcodes, Markdown, wiki marks, scripts and spin syntax that a reader can see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, taken_out, verbatim
from factcheck.checks.leftovers.page import Page
from factcheck.model import BlockKind, Fix, Format

RULE = "markup-residue"

_WRAPPED = re.compile(r"(?P<mark>\*\*|__|~~|==+|'{3}|`)\s*(?P<words>[^\n]*?\w[^\n]*?)\s*(?P=mark)")
_WORDS = re.compile(r"\w\W+\w")
_SIGNS = "<>=\"{}[]|*`#~_\\'^:!@/("
_MARKED = (Format.MARKDOWN,)


def markup_residue(page: Page) -> Iterator[Finding]:
    """Marks of every kind; Markdown's own only where the source is not Markdown."""
    yield from findings(page, RULE, _found(page), _honest, _mend)


def _honest(page: Page, one: Found) -> bool:
    """Tags where a site's own template writes them into the page: a title, the text in a picture's place."""
    return one.case == "tag" and one.block.kind in (BlockKind.TITLE, BlockKind.ATTRIBUTE)


def _mend(page: Page, one: Found) -> Fix | None:
    """Marks go, the words between them stay; where a mark holds an address, an editor makes the link."""
    span, wrapped = one.block.place(one.start, one.end), _WRAPPED.fullmatch(one.text)
    if wrapped and verbatim(page, one):
        return cut(page.document, span, wrapped["words"], "Cut the marks")
    return None if one.case in ("markdown", "wiki", "script") and _WORDS.search(one.text) else taken_out(page, one)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    if page.document.format not in _MARKED:
        yield from patterned(page, RULE, "markdown")
        marks = page.expression(RULE, "markdown-line")
        for line in page.lines:
            match = marks.match(line.text)
            if match and not (line.text.strip("-*_ ") == "" and len(line.text) != 3):
                yield Found(line.block, line.start, line.start + max(match.end(), 1), "markdown")
