"""working-notes: what people and programs wrote while the article was being made, for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, quoted, taken_out_if_wished
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern

RULE = "working-notes"

_FIELDS = (
    r"(?:meta[ -](?:title|description|desc)|seo (?:title|description)|focus key(?:word|phrase)s?"
    r"|(?:target|primary|secondary|main|lsi|seo) key(?:word|phrase)s?|(?:url )?slug|word count|alt text"
    r"|(?:internal|external) links?"
    r"|cta|title option \d+|suggested (?:title|headline)s?|search intent)"
)
_BRIEF = rf"(?P<brief>{_FIELDS}\s*:(?:\s.{{0,160}})?)"
_KEYWORDS = r"(?P<brief_>keywords?\s*:\s*[^.]{3,160},[^.]{0,160})"
_ORDER = (
    r"(?P<brief__>(?:write|rewrite|create|generate) (?:an?|the|this)\s.{0,40}\b(?:article|blog post|essay"
    r"|paper)\b.{0,80}"
    r"|rewrite the following\b.{0,80}|use the keyword\b.{0,80}|\d+[-–]?\d* pages,? double[- ]spaced.{0,60})"
)
_ASSIGNMENT = Pattern(
    r"(?P<brief>\byou will (?:also )?be required to have a minimum of\b|\byour paper must include\b"
    r"|\bminimum of \d+ (?:scholarly )?references\b"
    r"|\bdouble[- ]spaced\b[^.\n]{0,40}\b(?:times new roman|apa|pages?)\b"
    r"|\btimes new roman\b[^.\n]{0,30}\b(?:double|12)\b)",
    re.IGNORECASE,
)
_WORD = Pattern(
    r"(?P<review>\berror! (?:reference source not found|bookmark not defined|hyperlink reference not valid"
    r"|no text of specified style"
    r"|not a valid (?:link|bookmark|result))[^.\n]{0,30}\.?"
    r"|\bcomment(?:ed)? \[[A-Z]{1,3}\d{1,3}\]:|\bclick or tap (?:here )?to enter (?:text|a date)\.?"
    r"|\[(?:type here|document title|author name|company (?:name|address)|footnote needed)\]"
    r"|\b(?:MERGEFIELD|PAGEREF|HYPERLINK)\s+[\"“\\_]\S*|\{ ?HYPERLINK\b|_Toc\d{5,}"
    r"|\{?\.(?:comment-(?:start|end)|insertion|deletion)\b[^\n}]{0,60}(?:author=[^\n}]{0,40}\}?)?"
    r"|\[[A-Z]{2,3}: ?(?:please |pls |can you |could you )?(?:check|confirm|add|source|rewrite|cut|verify"
    r"|fix|update)\b[^\]\n]{0,80}\]"
    r"|\[(?:note to (?:self|editor|author)|editor['’]s note to self|ed(?:itor)?: ?please)\b[^\]\n]{0,80}\])",
    re.IGNORECASE,
)
_TRACKED = (
    r"(?P<review>(?:formatted: (?:font|indent|left|right|normal|list|centered|heading)\b.{0,80}|(?:deleted"
    r"|inserted):\s.{0,80}"
    r"|(?:deleted|inserted):|field code changed|(?:old|new) text:.{0,200}|draft v\d+\b.{0,20}"
    r"|v\d+_final\b.{0,20}|\w+_v\d+_final\w*))"
)
_MAIL = (
    r"(?P<mail>sent from my \w+(?: \w+)?\.?|sent from \w+ mail(?: (?:on|for) \w+)?\.?|get outlook for \w+\.?"
    r"|[-\s]*(?:begin forwarded message:|forwarded message|original message)[-\s]*"
    r"|on .{6,70} wrote:|(?:from|sent|to|cc|bcc): .{0,80}<?[\w.+-]+@[\w.-]+>?.{0,40}"
    r"|from: sent: to: subject:.{0,60}"
    r"|(?:subject|cc|bcc):(?: re:.{0,100}| fwd?:.{0,100})?|hi (?:team|all),(?: .{0,100})?|(?:best|kind"
    r"|warm)(?:est)? regards,?"
    r"|regards,(?: .{0,60})?|please (?:find|see) (?:attached|the attached).{0,80}|dear (?:friend"
    r"|supporter|john|colleague),)"
)
_MAILING = Pattern(
    r"(?P<mail>\bview (?:this (?:e-?mail|newsletter|message) )?in (?:your )?browser\b"
    r"|\byou are receiving this (?:e-?mail|message|newsletter) because\b"
    r"|\bthis e-?mail and any (?:attachments|files)[^.\n]{0,40}\b(?:are|is|may be) (?:confidential|intended)\b"
    r"|\bconsider the environment before printing\b|\bcaution: this e-?mail originated (?:from )?outside\b"
    r"|\bvirus-free\. www\.avast\.com\b|\bhaving trouble viewing this e-?mail\?"
    r"|\bunsubscribe from this list\b|\bwhy did i get this\?"
    r"|\badd us to your address book\b|\bupdate your preferences or unsubscribe\b"
    r"|\bwant to change how you receive these e-?mails\?"
    r"|\blinks have been removed from this e-?mail\b|\bthis e-?mail was sent to\b)",
    re.IGNORECASE,
)
_RELEASE = (
    r"(?P<release>#\s?#\s?#|-\s?30\s?-|[-–—]+\s?ends?\s?[-–—]+|ENDS|-+\s?more\s?-+|\(more\)|_{3,}"
    r"|embargoed until\b.{0,60}"
    r"|media contacts?:?|press contacts?:?"
    r"|contact: phone:|boilerplate|about \[organi[sz]ation\]|photo opportunities:|source: newsfile.{0,40}"
    r"|view source version on businesswire.{0,60}|confidential\s?[-–—]\s?not for circulation)"
)
_LINE = re.compile(rf"(?:{_BRIEF}|{_KEYWORDS}|{_ORDER}|{_TRACKED}|{_MAIL}|{_RELEASE})\Z", re.IGNORECASE)
_WIRE = Pattern(
    r"(?P<release>/PRNewswire(?:-[\w-]+)?/\s*(?:--)?|\(PRWEB\)|\(BUSINESS WIRE\)(?:--)?"
    r"|\(GLOBE NEWSWIRE\)(?:\s*--)?|\bview source version on businesswire\S*"
    r"|/EINPresswire\.com/(?:\s*--)?)"
)
_ENDS_LOWER = re.compile(r"ends?\Z")


def working_notes(page: Page) -> Iterator[Finding]:
    """Notes of the desk, the mail programme, the word processor and the press office."""
    yield from findings(page, RULE, _found(page), _honest, taken_out_if_wished)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    for line in page.lines:
        text = line.text
        if len(text) <= 320:
            match = _LINE.match(text)
            if match:
                yield Found(line.block, line.start, line.end, (match.lastgroup or "").rstrip("_"))
    for pattern in (_ASSIGNMENT, _MAILING):
        yield from patterned(page, pattern)
    yield from patterned(page, _WORD)
    yield from patterned(page, _WIRE)


def _honest(one: Found) -> bool:
    """Quotations; a plain word "ends" in small letters; a label with a sentence of its own behind it."""
    if quoted(one):
        return True
    text = one.text
    if one.case == "release":
        return _ENDS_LOWER.match(text) is not None
    return one.case == "brief" and text.endswith(".") and len(text.split()) > 12
