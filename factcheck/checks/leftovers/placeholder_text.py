"""placeholder-text: filler, variables and notes to fill in that were never replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, quoted, taken_out_if_wished
from factcheck.checks.leftovers.page import Page
from factcheck.model import Fix
from factcheck.words import fold

RULE = "placeholder-text"

_STOP = "..."  # so much may stand beside a note that is all its block says
_SHOUTED = re.compile(r"[A-Z]{2}")


def placeholder_text(page: Page) -> Iterator[Finding]:
    """Listed phrases, and whatever has the shape of a variable or of a note to fill in."""
    yield from findings(page, RULE, _found(page), _honest, _mend)


def _mend(page: Page, one: Found) -> Fix | None:
    """Filler goes if wished; what somebody is to fill in must not be hidden by a fix."""
    return taken_out_if_wished(page, one) if one.case in ("filler", "demo") else None


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    for one in patterned(page, RULE, "variable"):
        if not one.text.startswith("|") or _starred(page, one):
            yield one
    for one in patterned(page, RULE, "todo"):
        if _meant(one):
            yield one
    latin = page.patterns.named(RULE, "latin")
    for block in page.candidates(latin):
        if _is_filler(fold(block.text), latin.expression):
            yield Found(block, 0, len(block.text), "filler")


def _starred(page: Page, one: Found) -> bool:
    """Whether bars in capitals were a mailing field whose stars Markdown took for emphasis: "*|FNAME|*"."""
    source, span = page.document.source, one.block.place(one.start, one.end)
    return source[span.start - 1 : span.start] == source[span.end : span.end + 1] == "*"


def _meant(one: Found) -> bool:
    """Whether words that could be small talk ("date here") or a numeral stand as placeholders do."""
    text = one.text
    if text[0].isalpha() and not _SHOUTED.search(text) and "_" not in text:
        whole = len(text) + 3 >= len(one.block.text.strip())
        return whole and not text.islower()
    if text[0] in "Xx" or text.upper() in ("TK", "TBC", "TBD", "TODO"):
        return text[:2].isupper() or text[0] == "X"
    return True


def _is_filler(folded: str, latin: re.Pattern[str]) -> bool:
    hits = {match[0] for match in latin.finditer(folded[:600])}
    return len(hits) >= 3 or (
        bool(hits) and folded.startswith("lorem ipsum") and (len(hits) > 1 or len(folded) < 40)
    )


def _honest(page: Page, one: Found) -> bool:
    """A form letter offered to readers, a numeral, an initial; a quotation."""
    text, block = one.text, one.block.text
    if text.startswith("___") and sum(one.text.count("___") for one in page.blocks) > 1:
        return True  # the form of a sentence, with its blanks
    within = len(text) + len(_STOP) < len(block.strip())
    if (one.block.quoted and within) or (text.startswith("[") and text.islower() and quoted(page, one)):
        return True  # an editor's word in somebody's sentence, a letter shown as it is
    if text.startswith(("[", "_", "(", "{")):
        around = fold(block[max(0, one.start - 200) : one.end + 200])
        return page.expression(RULE, "template").search(around) is not None
    if text.startswith("X"):
        before, after = fold(block[max(0, one.start - 12) : one.start]), fold(block[one.end : one.end + 14])
        return (
            page.expression(RULE, "roman").search(before) is not None
            or page.expression(RULE, "adult").match(after) is not None
        )
    return one.case == "demo" and quoted(page, one)
