"""damaged-text: characters and words that a wrong encoding, an export or a replacement has broken.

Mojibake is told as a whole, with what stood there (factcheck.documents.misread).
Characters are looked at only in blocks that have any beyond ASCII.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.broken_words import broken_words, mended_words
from factcheck.checks.leftovers.listed import findings, patterned, shown
from factcheck.checks.leftovers.page import Page
from factcheck.documents.misread import misread
from factcheck.model import Block, BlockKind, Edit, Fix, Format, Severity

RULE = "damaged-text"

_NAMED = re.compile(r"&?(?:amp;)*(?P<rest>#?\w+;)\Z")
_LOST = re.compile(r"[\ufffd\ufffc]+|[\ue000-\uf8ff]+|[□▯]{1,}(?=[\w ])|(?<=\w)[□▯]+")
_SPACES = re.compile("\u00a0 ?\u00a0[\u00a0 ]*|[\u1680\u2000-\u2005\u2007\u2008\u205f\u3000]+")
_STYLED = re.compile(
    r"[\U0001d400-\U0001d7ff]{2,}(?: [\U0001d400-\U0001d7ff]{2,})*|[\uff21-\uff3a\uff41-\uff5a]{2,}"
    r"|[Ⓐ-ⓩ]{2,}"
)
_STRANGE = re.compile(
    r"[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]|(?P<joined>[\ufb00-\ufb06])"
)
_MANY = 10  # misread stretches that are told one by one
_LONGEST_WORD = 60  # characters
_TWINS = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЅЈοαερνικτυΑΒΕΗΙΚΜΝΟΡΤΥΧΖѡӏԍ",
    "aeopcyxijshdqwABEKMHOPCTXISJoaepviktuABEHIKMNOPTYXZwlg",
)


def damaged_text(page: Page) -> Iterator[Finding]:
    """Characters first, then words."""
    unusual = page.candidates(page.patterns.named(RULE, "unusual"))
    whole = [list(_misread(page, block)) for block in unusual]
    yield from _together([one for found in whole for one in found])
    for block, found in zip(unusual, whole, strict=True):
        yield from _apart(page, block, found)
    seen = {id(block) for block in unusual}
    for block in page.candidates(page.patterns.named(RULE, "hidden")):
        if id(block) not in seen:
            yield from _hidden(page, block)
    yield from _entities(page)
    for one in patterned(page, RULE, "question"):
        yield _finding(page, one.block, one.start, one.end, "encoding", one.text.replace("?", "’"))
    for word in findings(page, RULE, broken_words(page), mend=mended_words):
        yield replace(word, severity=Severity.INFO) if word.case == "slip" else word


def _finding(
    page: Page, block: Block, start: int, end: int, case: str, put: str, *, safe: bool = False
) -> Finding:
    span = block.place(start, end)
    typeset = case == "spaces" or not block.text[start:end].strip("\u00ad")  # a habit, seldom a leftover
    severity = Severity.INFO if typeset else None
    lost = case in ("lost", "garbled")  # nobody knows what stood there
    edit = Edit(span.start, span.end, _written(put, page.document.format))
    fix = None if lost else Fix("Mend it", safe, (edit,))
    values = {"text": shown(block.text[start:end]), "right": shown(put), "names": _names(block.text[start:end])}
    return Finding(RULE, span, case=case, values=values, fix=fix, severity=severity)


def _written(text: str, format: Format) -> str:
    """A text as a format has it: what would act as markup is written as an entity."""
    return text if format is Format.TEXT else html.escape(text, quote=False)


def _names(text: str) -> str:
    """The characters by number and name, as an editor can search for them; at most three."""
    unlike = dict.fromkeys(text)
    named = [f"U+{ord(char):04X} {unicodedata.name(char, 'no name').lower()}" for char in unlike]
    return ", ".join(named[:3])


def _together(misread: list[Finding]) -> Iterator[Finding]:
    """Misread stretches; many are one finding, since it is the file that was read so."""
    mended = [one for one in misread if one.fix]
    if len(misread) <= _MANY or not mended:
        yield from misread
        return
    edits = tuple(edit for one in mended for edit in (one.fix.edits if one.fix else ()))
    values = {**mended[0].values, "count": str(len(misread))}
    yield replace(mended[0], case="file", values=values, fix=Fix("Mend them all", safe=False, edits=edits))


def _apart(page: Page, block: Block, misread: list[Finding]) -> Iterator[Finding]:
    """What else is wrong with a block's characters: nothing within a misread stretch."""
    for found in _single(page, block):
        if not any(found.span.start < one.span.end and one.span.start < found.span.end for one in misread):
            yield found


def _single(page: Page, block: Block) -> Iterator[Finding]:
    text = block.text
    yield from _hidden(page, block)
    for match in _LOST.finditer(text):
        if not _is_key(text, match[0]):
            yield _finding(page, block, *match.span(), "lost", "")
    if page.document.format is not Format.HTML:
        for match in _SPACES.finditer(text):
            yield _finding(page, block, *match.span(), "spaces", " ", safe=True)
    for match in _STYLED.finditer(text):
        yield _finding(page, block, *match.span(), "styled", unicodedata.normalize("NFKC", match[0]))
    yield from _letters(page, block)


def _letters(page: Page, block: Block) -> Iterator[Finding]:
    """Words with letters of two alphabets, and letters joined into one sign."""
    last = 0
    for match in _STRANGE.finditer(block.text):
        start, end = _word_around(block.text, match.start(), match.end())
        word = block.text[start:end]
        if start < last:
            continue
        last = end
        if match["joined"]:
            yield _finding(page, block, start, end, "ligature", unicodedata.normalize("NFKC", word), safe=True)
        elif (put := word.translate(_TWINS)).isascii() and put.isalpha():
            yield _finding(page, block, start, end, "lookalike", put)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > low and text[start - 1].isalnum():
        start -= 1
    while end < high and text[end].isalnum():
        end += 1
    return start, end


def _misread(page: Page, block: Block) -> Iterator[Finding]:
    """Text that was read in a wrong encoding, with what stood there."""
    for start, end, right in misread(block.text):
        if right is None:
            yield _finding(page, block, start, end, "garbled", "")
        else:
            yield _finding(page, block, start, end, "encoding", right)


def _hidden(page: Page, block: Block) -> Iterator[Finding]:
    text = block.text
    for match in page.expression(RULE, "hidden").finditer(text):
        if not _has_business(text, match.start(), match.end()):
            put = " " if match[0][0] in "\u2028\u2029\x0b\x0c" else ""
            yield _finding(page, block, *match.span(), "hidden", put, safe=True)


def _has_business(text: str, start: int, end: int) -> bool:
    """Joiners in emoji and in scripts that need them, direction marks beside right-to-left text."""
    around = text[max(0, start - 2) : start] + text[end : end + 2]
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text[max(0, start - 30) : end + 30]):
        return True
    if any(char == "\ufe0f" or ord(char) > 0x1F000 or unicodedata.category(char) == "So" for char in around):
        return text[start] in "\u200d" or ord(text[start]) >= 0xE0000
    if text[start] in "\u200c\u200d\u200b":
        return any(unicodedata.category(char) in ("Lo", "Mn", "Mc") for char in around)
    return False


def _is_key(text: str, sign: str) -> bool:
    """Whether boxes are the signs of a list that the text explains."""
    return sign[0] in "□▯" and ("■" in text or "key" in text.lower())


def _entities(page: Page) -> Iterator[Finding]:
    for one in patterned(page, RULE, "entity"):
        if one.block.kind is BlockKind.TITLE and page.document.format is Format.MARKDOWN:
            continue  # front matter, which a site's template writes into the page as it is
        named = _NAMED.match(one.text)
        put = html.unescape("&" + named["rest"]) if named else ""
        yield _finding(page, one.block, one.start, one.end, "entity", put.replace("\u00a0", " "))
