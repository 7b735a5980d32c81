"""What rules with phrase lists and patterns share: finding them on a page, and wording what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut, remove_line
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Block, Fix
from factcheck.words import in_quotes

_AROUND = 8  # blanks around words that are all of their block
_LONGEST_SHOWN = 60
_LONGEST_LINE = 320  # characters; a longer line is a paragraph


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


Mend = Callable[[Page, Found], Fix | None]


def listed(page: Page, rule: str) -> Iterator[Found]:
    """Whatever the rule's lists and expressions find by themselves."""
    for line, match in page.listed(rule):
        yield Found(line.block, line.start, line.end, match.kind)
    for block, hit in page.found(rule):
        yield Found(block, hit.start, hit.end, hit.keys[0])
    for pattern in page.patterns.where(rule, "text"):
        yield from _matches(page, pattern)
    for pattern in page.patterns.where(rule, "line"):
        for line in page.lines:
            if len(line.text) <= _LONGEST_LINE and pattern.expression.fullmatch(line.text):
                yield Found(line.block, line.start, line.end, pattern.case)


def patterned(page: Page, rule: str, *names: str) -> Iterator[Found]:
    """What some of the rule's expressions find that its check must judge."""
    for name in names:
        yield from _matches(page, page.patterns.named(rule, name))


def _matches(page: Page, pattern: Pattern) -> Iterator[Found]:
    for block in page.candidates(pattern):
        for match in pattern.expression.finditer(block.text):
            yield Found(block, *match.span("found"), pattern.case)


def taken_out(page: Page, one: Found) -> Fix | None:
    """The usual fix: the whole line where the words are all of it, else the words."""
    span = one.block.place(one.start, one.end)
    whole = one.end - one.start >= len(one.block.text) - _AROUND and one.text.strip() == one.block.text.strip()
    return remove_line(page.document, span) if whole else cut(page.document, span)


def taken_out_if_wished(page: Page, one: Found) -> Fix | None:
    """The usual fix for what somebody may still want to fill in or to keep."""
    fix = taken_out(page, one)
    return replace(fix, safe=False) if fix else None


def verbatim(page: Page, one: Found) -> bool:
    """Whether the words stand in the source as they are, without markup or entities among them."""
    return page.document.source[slice(*one.block.place(one.start, one.end))] == one.text


def amid_markup(page: Page, one: Found) -> bool:
    """Whether something that is no text stands in or beside the words in the source: code, a picture, a link.

    It is what a reader sees there; what looks like a hole or a lost blank is none.
    """
    start, end = max(0, one.start - 1), min(len(one.block.text), one.end + 1)
    return page.document.source[slice(*one.block.place(start, end))] != one.block.text[start:end]


def by_hand(page: Page, one: Found) -> Fix | None:
    """No fix: taking the words out would leave a hole."""
    return None


def findings(
    page: Page,
    rule: str,
    found: Iterator[Found],
    good: Callable[[Page, Found], bool] | None = None,
    mend: Mend = taken_out,
) -> Iterator[Finding]:
    """The found words as findings, without those that a longer one covers.

    Args:
        good: tells the honest uses of the same words.
        mend: gives the fix.
    """
    last: dict[int, int] = {}
    for one in sorted(found, key=lambda f: (f.block.span, f.start, -f.end)):
        if one.end <= last.get(id(one.block), 0) or (good and good(page, one)):
            continue
        last[id(one.block)] = one.end
        yield finding(page, rule, one, mend)


def finding(page: Page, rule: str, one: Found, mend: Mend = taken_out) -> Finding:
    """One find as a finding."""
    span = one.block.place(one.start, one.end)
    return Finding(rule, span, case=one.case, values={"text": shown(one.text)}, fix=mend(page, one))


def shown(text: str) -> str:
    """A text as a message repeats it."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1].rstrip() + "…"


def quoted(page: Page, one: Found) -> bool:
    """Whether the words are somebody's words, told by quotation marks around them."""
    return one.block.quoted or in_quotes(one.block.text, one.start, one.end)
