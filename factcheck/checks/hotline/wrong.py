"""wrong-hotline-number: a misprint, one service's name with another's number, a link that dials something else.

A number that belongs to the service named beside it is never wrong, in whatever grouping it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.hotline.fitting import is_for_trafficking, number_of
from factcheck.checks.hotline.names import with_article
from factcheck.checks.hotline.reading import Mention, Reading
from factcheck.checks.hotline.services import Role
from factcheck.checks.hotline.situation import Situation
from factcheck.model import Edit, Fix, Severity, Span
from factcheck.reference.schema import Channel, Hotline
from factcheck.telephones import SHORT

RULE = "wrong-hotline-number"


def wrong(situation: Situation) -> Iterator[Finding]:
    """A finding for each number that would not reach the service it is given for."""
    for slip in situation.misprints:
        if not slip.mention.block.chrome:
            fixable = slip.mention.link is None
            yield _finding(
                "misprint", slip.span, slip.text, slip.listing.hotline, slip.listing.channel, fixable=fixable
            )
    for label in situation.mislabelled:
        if not label.mention.block.chrome:
            mention, right = label.mention, number_of(label.hotline)
            case = "lookalike" if right else "label"
            yield _finding(case, mention.span, mention.text, label.hotline, right, note=label.note)
    for mention in situation.reading.known:
        if not mention.block.chrome:
            yield from _other_need(mention, situation)
            yield from _link(mention, situation.reading) if mention.link else _tty(mention, situation)
    yield from _phrases(situation.reading)


def _phrases(reading: Reading) -> Iterator[Finding]:
    """Mistyped addresses."""
    for phrase in reading.phrases:
        listing = next((held for held in phrase.listings if held.role is Role.WRONG), None)
        if listing and not phrase.block.chrome:
            span, text = phrase.block.place(phrase.start, phrase.end), phrase.block.text[phrase.start : phrase.end]
            yield _finding("address", span, text, listing.hotline, None, note=listing.note)


def _tty(mention: Mention, situation: Situation) -> Iterator[Finding]:
    """A line for text telephones, given as if anybody could talk on it."""
    own = mention.holds(Role.OWN)
    if {held.channel.kind for held in own if held.channel} != {"tty"} or len(mention.digits) <= SHORT:
        return
    around = f"{mention.before} # {mention.after} # {' '.join(mention.block.labels)}"
    if not situation.cues.has("tty-words", around):
        hotline = own[0].hotline
        yield _finding("tty", mention.span, mention.text, hotline, number_of(hotline), fixable=False)


def _other_need(mention: Mention, situation: Situation) -> Iterator[Finding]:
    """A line against trafficking given as one for another need: "text … to reach a domestic violence advocate"."""
    own = mention.holds(Role.OWN)
    named = situation.reading.names_in(mention.block, 0, len(mention.block.text))
    if not own or not all(is_for_trafficking(held.hotline) for held in own):
        return
    if {held.hotline.id for held in own} & {name.hotline.id for naming in named for name in naming.names}:
        return
    if situation.cues.is_for_another_need(mention.before, mention.after):
        hotline = own[0].hotline
        values = {"number": mention.text, "service": with_article(hotline.name), "url": hotline.source.url}
        yield Finding(RULE, mention.span, values, "other-need", (hotline.id,), severity=Severity.WARNING)


def _link(mention: Mention, reading: Reading) -> Iterator[Finding]:
    """A link that shows a service's number and dials another."""
    for shown in reading.numbers_in(mention.block, mention.start, mention.end):
        own = shown.holds(Role.OWN)
        if own:
            ids = {held.hotline.id for held in own}
            if not any(held.hotline.id in ids for held in mention.holds(Role.OWN)):
                values = {
                    "number": mention.text,
                    "shown": shown.text,
                    "service": with_article(own[0].hotline.name),
                }
                yield Finding(RULE, mention.span, values, "link", (own[0].hotline.id,))
            return


def _finding(
    case: str,
    span: Span,
    text: str,
    hotline: Hotline,
    channel: Channel | None,
    *,
    note: str = "",
    fixable: bool = True,
) -> Finding:
    right = channel.value if channel else ""
    fix = Fix(f"Write {right}", safe=False, edits=(Edit(*span, right),)) if right and fixable else None
    values = {
        "number": text,
        "service": with_article(hotline.name),
        "right": right,
        "note": note,
        "url": hotline.source.url,
    }
    return Finding(RULE, span, values, case, (hotline.id,), fix=fix)
