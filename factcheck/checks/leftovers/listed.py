"""What rules with phrase lists and patterns share: finding them on a page, and wording what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut, remove_line
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Block

_QUOTES = 400  # characters on either side in which a phrase's quotation would open and close
_AROUND = 8  # blanks around words that are all of their block
_LONGEST_SHOWN = 60


class Found(NamedTuple):
    """A leftover in a block's text, and which of the rule's cases it is."""

    block: Block
    start: int
    end: int
    case: str

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.block.text[self.start : self.end]


def listed(page: Page, rule: str) -> Iterator[Found]:
    """Lines that are a phrase of the rule as a whole, and phrases of its "…-anywhere" lists."""
    for line, match in page.listed(rule):
        yield Found(line.block, line.start, line.end, match.kind)
    for block, hit in page.found(rule):
        yield Found(block, hit.start, hit.end, hit.keys[0])


def patterned(page: Page, pattern: Pattern) -> Iterator[Found]:
    """What a pattern's named groups match; their names are the rule's cases."""
    for block in page.candidates(pattern):
        for match in pattern.expression.finditer(block.text):
            case = match.lastgroup or ""
            yield Found(block, *match.span(case), case)


def findings(
    page: Page, rule: str, found: Iterator[Found], good: Callable[[Found], bool] | None = None
) -> Iterator[Finding]:
    """The found words as findings, without those that a longer one covers.

    Args:
        good: tells the honest uses of the same words.
    """
    last: dict[int, int] = {}
    for one in sorted(found, key=lambda f: (f.block.span, f.start, -f.end)):
        if one.end <= last.get(id(one.block), 0) or (good and good(one)):
            continue
        last[id(one.block)] = one.end
        yield finding(page, rule, one)


def finding(page: Page, rule: str, one: Found, values: Mapping[str, str] | None = None) -> Finding:
    """One find as a finding; its fix takes out the line where the words are all of it."""
    span = one.block.place(one.start, one.end)
    whole = one.end - one.start >= len(one.block.text) - _AROUND and one.text.strip() == one.block.text.strip()
    fix = remove_line(page.document, span) if whole else cut(page.document, span)
    return Finding(rule, span, case=one.case, values={"text": shown(one.text), **(values or {})}, fix=fix)


def shown(text: str) -> str:
    """A text as a message repeats it."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1].rstrip() + "…"


def quoted(one: Found) -> bool:
    """Whether the words are somebody's words, told by quotation marks around them."""
    if one.block.quoted:
        return True
    before = one.block.text[max(0, one.start - _QUOTES) : one.start]
    if before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»"):
        return True
    return before.count('"') % 2 == 1 and one.block.text.find('"', one.end, one.end + _QUOTES) >= 0
