"""placeholder-text: filler, variables and notes to fill in that were never replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, quoted, taken_out_if_wished
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Fix
from factcheck.words import fold

RULE = "placeholder-text"

_FIELDS = (
    r"(?:first|last|full|your|organi[sz]ation|company|agency|partner|survivor|victim)?[ _]?(?:name|fname|lname)"
)
_THINGS = (
    rf"(?:{_FIELDS}|date|year|month|day|number|amount|figure|source|city|state|country|county|location|title|quote"
    r"|statistic|stat|email|phone|address|organi[sz]ation|org|company|keyword|placeholder|url|topic|percentage)"
)
_VARIABLE = Pattern(
    r"(?P<variable>\*\|[A-Z][A-Z0-9_:]{1,40}\|\*|(?<![\w|])\|[A-Z][A-Z0-9_:]{1,40}\|(?![\w|])"
    r"|\[(?:[a-z]{2,20}_){1,3}(?:link|url|email|name|phone|address|date|amount|city|title)\]"
    r"|\{\{[^{}<%\n]{1,80}\}\}|\[\[[A-Za-z_]{2,30}\]\]"
    r"|%%[\w ]{1,40}%%|(?<![\w%])%[A-Z_]{3,30}%"
    r"|(?<![\w%])%(?:\d\$)?[sd](?![\w%])"
    r"|\$\{[\w.]{1,40}\}|[#@]\{[\w.]{1,40}\}|<%=?[^%>\n]{0,80}%>|<\?(?:php|=)[^>\n]{0,120}(?:\?>)?"
    r"|(?<![{$#@\w])\{(?:\d|[A-Za-z_][A-Za-z0-9_.]{0,30})\}(?!\})"
    r"|\[object Object\]|\bNaN\b)"
)
_TODO = Pattern(
    rf"(?P<todo>(?<![\w#@./-])(?:TODO|FIXME|TBD|TBC|TKTK|TK|XXXX+)(?![\w.]\w)(?!\w)"
    r"|(?<![\w$€£])[$€£]?\bX{2,}(?:,X{3})?\s?(?:%|percent|per cent|million|billion|thousand|people"
    r"|children|cases|victims)"
    r"|(?<!\w)[$€£]?X(?:%|\smillion|\sbillion|\spercent)(?!\w)|\bXX,XXX\b"
    r"|\b(?:20|19)XX(?:-XX-XX)?\b|\b20\d\d-XX-XX\b"
    r"|[\[(](?:insert|add|enter|include|fill in|specify|your|describe|paste|put)\b[^\])\n]{0,80}[\])]"
    r"|\[(?:quote from|name of|link to|photo of|reference)\b[^\]\n]{0,60}\]"
    rf"|\[{_THINGS}(?:[ ,/]+{_THINGS})?\]"
    r"|\((?:add (?:reference|source|link|quote)|source\??|ref\??|cite\??|check|name to be confirmed"
    r"|date to be confirmed"
    r"|citation needed|need source|verify|fact[- ]check)\)"
    r"|(?<!\S)\?{3,}(?!\S)|\[\?+\]|(?<=\s)\(\?{2,}\)"
    r"|\b(?:name|date|headline|title|caption|text|link|heading|photo|quote)s? (?:goes )?here\b(?=\s*(?:$|[.\])]))"
    r"|\b(?:caption|photo|quote|image|graphic|map|link|details|text) to (?:come|follow)\b(?=\s*(?:$|[.\])]))"
    r"|\b(?:link|lede|lead|caption|quote|photo|hed|dek) TK\b"
    r"|\bdo not publish\b(?=\s*(?:$|[.!:\])]))|\b(?:insert|paste|your)_[a-z_]{3,}\b"
    r"|(?<=\w )_{3,}(?= ?\w|[.,]))",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"[A-Z]{2}")
_LATIN = Pattern(
    r"(?i)\b(?:lorem ipsum|dolor sit amet|consectetur|adipisc|eiusmod|tempor incididunt|minim veniam|irure dolor"
    r"|excepteur sint|cupidatat|pellentesque|vestibulum|aenean|curabitur|etiam porta|nulla facilisi|malesuada"
    r"|accusamus|sed do|ut labore|reprehenderit|sagittis|euismod|viverra|fusce|quisque|praesent|suspendisse)"
)
_GREETING = Pattern(r"(?P<greeting>\A(?:Dear|Hi|Hello|Hey)\s+[,!])")
_TEMPLATE = re.compile(
    r"\b(?:fill in|replace|letter|template|sample|script|copy|form|proclamation|petition|write your|blank"
    r"|brackets?)\b"
)
_ROMAN = re.compile(r"(?:article|chapter|part|title|section|annex|bowl|volume|century|no\.|rated)\s*\Z")
_ADULT = re.compile(r"\s*-?(?:rated|videos?|movies?|films?|sites?|content|pornograph|theat|stores?|shops?)")


def placeholder_text(page: Page) -> Iterator[Finding]:
    """Listed phrases, and whatever has the shape of a variable or of a note to fill in."""
    yield from findings(page, RULE, _found(page), _honest, _mend)


def _mend(page: Page, one: Found) -> Fix | None:
    """The usual fix; none where stars around the words would stay behind."""
    return None if one.text.startswith("|") else taken_out_if_wished(page, one)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    for one in patterned(page, _VARIABLE):
        if not one.text.startswith("|") or _starred(page, one):
            yield one
    yield from patterned(page, _GREETING)
    for one in patterned(page, _TODO):
        if _meant(one):
            yield one
    for block in page.candidates(_LATIN):
        if _is_filler(fold(block.text)):
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


def _is_filler(folded: str) -> bool:
    hits = {match[0] for match in _LATIN.expression.finditer(folded[:600])}
    return len(hits) >= 3 or (
        bool(hits) and folded.startswith("lorem ipsum") and (len(hits) > 1 or len(folded) < 40)
    )


def _honest(one: Found) -> bool:
    """A form letter offered to readers, a numeral, an initial; a quotation."""
    text, block = one.text, one.block.text
    if text.startswith(("[", "_", "(")):
        around = fold(block[max(0, one.start - 200) : one.end + 200])
        return _TEMPLATE.search(around) is not None and one.case == "todo"
    if text.startswith("X"):
        before, after = fold(block[max(0, one.start - 12) : one.start]), fold(block[one.end : one.end + 14])
        return _ROMAN.search(before) is not None or _ADULT.match(after) is not None
    return one.case == "demo" and quoted(one)
