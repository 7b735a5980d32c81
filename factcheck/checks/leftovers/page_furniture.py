"""page-furniture: text of the website rather than of the article.

A line is furniture where it is one of the rule's phrases as a whole, or a row of them. Phrases that also
stand alone in honest articles (a heading "Share", a line "Donate") need a neighbour that is furniture, or
the edge of the page. Prose that uses the same words is a longer line, and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut, remove_block
from factcheck.checks.leftovers.furniture_shapes import DATELINE, Shapes, shapes_of
from factcheck.checks.leftovers.listed import finding, patterned, quoted
from factcheck.checks.leftovers.page import Line, Page, Taken
from factcheck.checks.leftovers.phrases import Match, Phrases, key_of
from factcheck.model import BlockKind, Format, Span
from factcheck.words import fold

RULE = "page-furniture"

_STRAY = frozenset(
    {"|", "||", "<<", ">>", "×", "✕", "✖", "»", "«", "›", "‹", "[]", "()", "( )", "•", "·", "&raquo;"}
)
_LISTED = frozenset(  # kinds that a list of honest advice may name ("Share", "Subscribe", "Donate now")
    {"sharing", "newsletter", "shop", "related", "navigation", "tools", "login", "media", "image", "language"}
)
_SHORT_NOTICE = 90  # words; a longer paragraph that mentions cookies is an article's own
_LONGEST_ROW = 160  # characters
_TILES = 18  # words of a row of labels
_LONG_PHRASE = 12  # characters from which a label counts where it is glued to a word
_TELLING = 2  # words of a label that tells by itself; a shorter one needs a neighbour, or the edge of the page
_MENU = 4  # lines from which a run of short titles is a menu
_ENTRY = 5  # words of a menu's entry
_WORDS = re.compile(r"[^\s|/>»›•·]+")
_HUMPS = re.compile(r"[A-Z][a-z]{3,}")
_JOINED = 3  # labels from which capitals within a word are a menu's
_MOST = 60  # characters of the text that a message repeats


def page_furniture(page: Page) -> Iterator[Finding]:
    """Furniture in lines of its own, in running text and in menus."""
    yield from _of_the_site(page)
    matches = _matches(page)
    accepted = _accepted(page.lines, matches)
    taken: set[int] = set()
    for index, match in accepted:
        if page.lines[index].block.quoted or match.kind == DATELINE:
            continue  # an embedded post is somebody's words
        taken.add(index)
        yield _finding(page, page.lines[index], match.kind)
    yield from _menus(page, matches, taken)
    yield from _within(page, taken)


def _of_the_site(page: Page) -> Iterator[Finding]:
    """One finding for each menu that was copied with the article."""
    source = page.document.source
    for span in page.document.furniture:
        first, last = (source.count("\n", 0, at) + 1 for at in span)
        values = {"text": "", "lines": f"Lines {first}–{last} look" if last > first else f"Line {first} looks"}
        yield Finding(RULE, span, case="site", values=values, fix=cut(page.document, span))


def _matches(page: Page) -> list[Match | None]:
    """What each line is; few may be anything at all."""
    found, shapes = page.matches(RULE), shapes_of(page.patterns)
    stray = (index for index, line in enumerate(page.lines) if line.text in _STRAY)
    for index in {*page.labelled, *page.whole.saying(shapes.prefilter), *stray}:
        found[index] = _line(page, page.lines[index], found[index], shapes)
    return found


def _line(page: Page, line: Line, known: Match | None, shapes: Shapes) -> Match | None:
    """What a line is; a heading of one word, where the source marks headings, needs a neighbour."""
    text = line.text
    if text in _STRAY:
        return Match("stray", weak=False)
    if line.block.kind is BlockKind.TITLE:
        return None  # an article may be called "Join us"
    if joined := _joined(text, page.phrases):
        return joined
    match = known if known is None or _is_teaser(text) else None
    match = match or _row(text, page.phrases)
    if match is None or match.weak:
        match = shapes.of(text) or match
        return match if match is None or not _invites(line, match) else Match(match.kind, weak=True)
    marked = page.document.format is not Format.TEXT
    led = _leads_on(line) or _invites(line, match) or (marked and text.endswith(":"))
    if led or (marked and line.block.kind is BlockKind.HEADING):
        own = key_of(text) in page.article.rules[RULE].parts["own-heading"] or (led and match.kind in _LISTED)
        return Match(match.kind, weak=match.weak or own or " " not in text)
    short = text.count(" ") < _TELLING - 1
    return Match(match.kind, weak=match.weak or short or (line.item and match.kind in _LISTED))


def _invites(line: Line, match: Match) -> bool:
    """Whether a line is the author's own call to subscribe or to follow, with the address to do it at."""
    addresses = (link.url for link in line.block.links if line.start <= link.start < line.end)
    return match.kind in ("newsletter", "sharing", "social") and any(url.startswith("http") for url in addresses)


def _leads_on(line: Line) -> bool:
    """Whether all of a line is the author's own link: one with an address, which a copied button has lost."""
    return any(
        link.start <= line.start and line.end <= link.end + 1 and not link.url.startswith(("#", "javascript"))
        for link in line.block.links
    )


def _is_teaser(text: str) -> bool:
    """Whether what follows "Read more:" is a headline or an address; a sentence is the author's own."""
    head, _, title = text.partition(":")
    if fold(head).strip(" »>-") != "read more" or not title.strip() or "://" in title or head.isupper():
        return True
    long = [word for word in title.split() if len(word) > 3]
    return sum(word[0].isupper() for word in long) > len(long) / 2


def _row(text: str, phrases: Phrases) -> Match | None:
    """A row of labels on one line: "Share Tweet Email Print", "About Us Contact Us Privacy Policy"."""
    if len(text) > _LONGEST_ROW or text.endswith((".", ":")) or not text[0].isupper():
        return None
    if "|" in text and (match := _barred(text, phrases)):
        return match
    words = _WORDS.findall(text)
    if not 2 <= len(words) <= _TILES:
        return None
    tiles = _tiled(words, phrases)
    strong = [match for match in tiles if not match.weak]
    if len(tiles) < 2:
        return None
    return strong[0] if strong else Match(tiles[0].kind, weak=len(tiles) < 3)


def _joined(text: str, phrases: Phrases) -> Match | None:
    """Labels of a menu without a blank between them: "NewsroomContactCareers"."""
    labels = _HUMPS.findall(text)
    if len(labels) < _JOINED or "".join(labels) != text:
        return None
    known = (phrases.words(label).get(RULE) for label in labels)
    return next((Match(match.kind, weak=False) for match in known if match), None)


def _tiled(words: Sequence[str], phrases: Phrases) -> list[Match]:
    """The labels that a line is made of without a rest, each begun with a capital; none where it is not."""
    best: dict[int, list[Match]] = {0: []}
    for start, word in enumerate(words):
        if start not in best or not (word[0].isupper() or word[0].isdigit()):
            continue
        for end in range(start + 1, min(start + _ENTRY, len(words)) + 1):
            match = phrases.words(" ".join(words[start:end])).get(RULE)
            if match and (end not in best or best[end][-1].weak):
                best[end] = [*best[start], match]
    return best.get(len(words), [])


def _barred(text: str, phrases: Phrases) -> Match | None:
    """Labels between bars, of which one at least is furniture by itself: "Our Partners | Advertisement"."""
    labels = [label for label in text.split("|") if label.strip()]
    matches = [phrases.words(label).get(RULE) for label in labels]
    strong = [match for match in matches if match and not match.weak]
    short = all(label.count(" ") < _ENTRY + 2 for label in labels)
    return strong[0] if strong and short and len(labels) > 1 else None


def _accepted(lines: Sequence[Line], matches: Sequence[Match | None]) -> Iterator[tuple[int, Match]]:
    """The lines that are furniture, weak ones judged by the run of furniture they stand in."""
    for start, end in _runs([match is not None for match in matches]):
        run = [(index, matches[index]) for index in range(start, end)]
        strong = any(match and not match.weak for _, match in run)
        weak_run = len(run) > 1 and any(lines[index].text.strip("0123456789., ") for index, _ in run)
        edge = (start == 0 or end == len(lines)) and len(lines) > 2
        listed = any(_is_own(lines[index]) for index, _ in run)
        listed = listed or (start > 0 and lines[start - 1].text.endswith(":"))
        for index, match in run:
            if match and (not match.weak or strong or ((weak_run or edge) and not listed)):
                yield index, match


def _is_own(line: Line) -> bool:
    """Whether a label may stand by itself: in a list, or as a link with an address."""
    return line.item or _leads_on(line)


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for index, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index
            start = None


def _menus(page: Page, matches: Sequence[Match | None], taken: set[int]) -> Iterator[Finding]:
    """Runs of short titles, one a line, that repeat themselves or name the pages every website has."""
    for start, end in _runs([_is_entry(line) for line in page.lines]):
        run = range(start, end)
        texts = [page.lines[index].text.casefold() for index in run]
        known = sum(matches[index] is not None for index in run)
        if len(texts) >= _MENU and (known >= 2 or len(set(texts)) < len(texts) - known):
            free = [index for index in run if index not in taken]
            taken.update(run)
            for first, last in _stretches(free):
                yield _stretch(page, first, last)


def _stretches(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Consecutive numbers as (first, last)."""
    if not indices:
        return
    first = indices[0]
    for one, two in pairwise(indices):
        if two != one + 1:
            yield first, one
            first = two
    yield first, indices[-1]


def _stretch(page: Page, first: int, last: int) -> Finding:
    span = Span(page.lines[first].span.start, page.lines[last].span.end)
    return Finding(RULE, span, case="menu", values={"text": ""}, fix=cut(page.document, span))


def _is_entry(line: Line) -> bool:
    text = line.text
    if (
        len(text) > 50
        or line.item
        or text.endswith((".", ":", "?", "!", ",", ";"))
        or not text[0].isalnum()
        or any(c.isdigit() for c in text)
    ):
        return False
    words = text.split()
    capitals = sum(word[0].isupper() for word in words if len(word) > 3)
    return len(words) <= _ENTRY and capitals == sum(len(word) > 3 for word in words)


def _within(page: Page, taken: set[int]) -> Iterator[Finding]:
    """Phrases that no prose contains, and labels that ran into the text."""
    lines = Taken()
    lines.add(page.lines[index].span for index in taken)
    for block, hit in page.found(RULE):
        start, end = (0, len(block.text)) if _is_notice(block.text, hit.keys[0]) else (hit.start, hit.end)
        span = block.place(start, end)
        if not lines.covers(span) and not block.quoted:
            fix = remove_block(page.document, span, block.span) if end - start == len(block.text) else None
            values = {"text": _shown(block.text[start:end])}
            yield Finding(RULE, span, case=hit.keys[0], values=values, fix=fix or cut(page.document, span))
    yield from _patterned(page, lines)
    yield from _glued_labels(page, lines)


_CHAPTER = re.compile(r"\[\d{1,2}:\d{2}(?::\d{2})?\](?=[ \t]+\S)")
_CHAPTERS = 3  # lines begun with a time from which they are a list of a programme's chapters


def _patterned(page: Page, taken: Taken) -> Iterator[Finding]:
    """Markers glued to the first or last words of the page, marks of transcripts, embedded posts."""
    last = len(page.blocks) - 1
    chapters = [line.span for line in page.lines if _CHAPTER.match(line.text)]
    listed = {span.start for span in chapters} if len(chapters) >= _CHAPTERS else frozenset()
    for name in ("edge", "end", "spoken", "embedded"):
        for one in patterned(page, RULE, name):
            span = one.block.place(one.start, one.end)
            inner = name == "end" and one.end < len(one.block.text)
            glued = one.block.text[one.end : one.end + 1].isupper()
            given = one.block.text[one.end : one.end + 1] in tuple(".,;)")  # a time that a sentence tells
            intact = name == "embedded" and bool(one.block.links)
            misplaced = (
                given
                or intact
                or (name == "edge" and one.block is not page.blocks[0])
                or (name == "end" and not glued and (inner or one.block is not page.blocks[last]))
            )
            if not misplaced and span.start not in listed and not taken.covers(span) and not quoted(page, one):
                yield finding(page, RULE, one)


def _is_notice(text: str, kind: str) -> bool:
    return kind == "cookies" and text.count(" ") < _SHORT_NOTICE


_SEAM = re.compile(r"(?<=[a-z.!?])(?=[A-Z])")


def _glued_labels(page: Page, taken: Taken) -> Iterator[Finding]:
    seamed = {id(block) for block in page.candidates(page.patterns.named(RULE, "seamed"))}
    for line in page.lines if seamed else ():
        if id(line.block) in seamed:
            yield from _glued(page, line, taken)


def _glued(page: Page, line: Line, taken: Taken) -> Iterator[Finding]:
    """Labels without a blank before the next words: "Pin It on PinterestHow to help"."""
    text = line.text
    if file := page.expression(RULE, "glued-file").match(text):
        yield _piece(page, line, 0, file.end())
        return
    seams = [match.start() for match in _SEAM.finditer(text)]
    if not seams or taken.covers(line.span):
        return
    at = 0
    for seam in (*seams, len(text)):
        piece = text[at:seam]
        match = (
            page.phrases.line(piece).get(RULE) if len(piece) >= _LONG_PHRASE and (at or seam < len(text)) else None
        )
        if match and not match.weak:
            yield _piece(page, line, at, seam)
        at = seam


def _piece(page: Page, line: Line, start: int, end: int) -> Finding:
    span = line.block.place(line.start + start, line.start + end)
    values = {"text": _shown(line.text[start:end])}
    return Finding(RULE, span, case="glued", values=values, fix=cut(page.document, span, title="Cut this label"))


def _finding(page: Page, line: Line, kind: str) -> Finding:
    span = line.span
    fix = remove_block(page.document, span, line.block.span if line.whole else span)
    return Finding(RULE, span, case=kind, values={"text": _shown(line.text)}, fix=fix)


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else text[: _MOST - 1].rstrip() + "…"
