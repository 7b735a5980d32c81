"""damaged-text: characters and words that a wrong encoding, an export or a replacement has broken.

Mojibake is told and mended by ftfy, which knows what text looks like after it was read in a wrong encoding.
Characters are looked at only in blocks that have any beyond ASCII.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, shown
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Block, Edit, Fix, Format

RULE = "damaged-text"

_ENTITY = re.compile(
    r"&(?:amp;)*(?:nbsp|amp|quot|lt|gt|rsquo|lsquo|ldquo|rdquo|hellip|ndash|mdash|copy|reg|trade|apos|zwnj|zwj|eacute|bull|middot|raquo|laquo|shy|euro|pound);"
    r"|&(?:amp;)*#x?[0-9A-Fa-f]{1,6};|(?<![&\w;/=.])(?:nbsp|amp|quot|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);"
)
_NAMED = re.compile(r"&?(?:amp;)*(?P<rest>#?\w+;)\Z")
_MOJIBAKE = re.compile(
    r"â€[\u0080-\u009f\w™œ“”˜¦š›žŸ€]?|Ã[\u0080-\u00bf¡-¿ƒ‚†‡€‰Šš‹›ŒœŽžŸ•–—˜™“”‘’…„]|Â[\u00a0£©®«»°·´±§¶]|[┬├][^\x00-\x7f]|¬[†≠]|‚Ä[ôúùìîòö¶]|ï»¿|ï¿½"
    r"|[ÐÑ][\u0080-\u00bf‚†‡°±²³´µ¶·¸¹º»¼½¾¿]|Ä[±ŸžÄ]\B|Å[¡‚Ÿ¾º]|ã[‚€]|Ã¢â‚¬\W{1,3}|Ã‚|Ġ\w"
)
_HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u2028\u2029\x00-\x08\x0b\x0c\x0e-\x1f\x7f\U000e0000-\U000e007f]+")
_LOST = re.compile(r"[\ufffd\ufffc]+|[\ue000-\uf8ff]+|[□▯]{1,}(?=[\w ])|(?<=\w)[□▯]+")
_SPACES = re.compile("\u00a0 ?\u00a0[\u00a0 ]*|[\u1680\u2000-\u2005\u2007\u2008\u205f\u3000]+")
_STYLED = re.compile(r"[\U0001d400-\U0001d7ff]{2,}(?: [\U0001d400-\U0001d7ff]{2,})*|[\uff21-\uff3a\uff41-\uff5a]{2,}|[Ⓐ-ⓩ]{2,}")
_MIXED = re.compile(r"\w*(?:[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z])\w*")
_LIGATURE = re.compile(r"\w*[\ufb00-\ufb06]\w*")
_TWINS = str.maketrans("аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЅЈοαερνικτυΑΒΕΗΙΚΜΝΟΡΤΥΧΖѡӏԍ", "aeopcyxijshdqwABEKMHOPCTXISJoaepviktuABEHIKMNOPTYXZwlg")
_QUESTION = Pattern(r"(?P<encoding>\b[A-Za-z]+\?(?:s|t|re|ve|ll)\b)")
_MASKED = Pattern(
    r"(?P<masked>\[email[\s\u00a0]protected\]|\bthis email address is being protected from spambots\.?(?: you need javascript enabled to view it\.?)?"
    r"|\byou need javascript enabled to view it\b|\[(?:link|url|image|video|attachment|phone number|photo|document) (?:removed|omitted|deleted|hidden|redacted)\]"
    r"|\blinks have been removed from this (?:e-?mail|message)\b|\(link sends e-?mail\)|\bemail address hidden\b|\bclick to reveal\b|(?<=\w)_at_(?=\w))",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_OPENING = r"(?:In|The|It|If|You|We|This|They|There|Today|What|When|How|According|Many|These|Our|For|As|At|On|He|She|But|And|Human)"
_GLUED = Pattern(
    rf"(?P<glued>\b[a-z]{{3,}}{_OPENING}(?= [a-z])|(?<=[a-z]{{3}}){_MONTH} \d{{1,2}}, \d{{4}}|(?<=[a-z]{{3}})(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{{1,2}}, \d{{4}}"
    rf"|\b[a-z]{{2,}}[.!?](?=[A-Z][a-z]+[ ,])[A-Z][a-z]+|\b[a-z]{{2,}}[.!?](?={_OPENING}\b)\w+|\b(?:[\w-]+\.)+(?:org|com|net|gov)(?=[A-Z][a-z])\w+"
    r"|\b\d+ Words?\d+ Pages?\b|\b[A-Z][a-z]+(?: [A-Z][a-z]+)* [A-Z][a-z]{3,}(?:Published|Updated|Posted|Share|Read)\b"
    r"|\b(?:Human|Sex|Child|Labor|Labour)Trafficking\b(?<!#)|\bIn(?:the)\b)"
)
_SPLIT = Pattern(
    r"(?P<split>\b(?:traf f?ick ?ing|traf ?fick ing|traffick- ?ing|t rafficking|vic tims?|exploit ation|exploi tation|excep tion|doe snot|vict ims?|chil dren|traff icking|hu man)\b"
    r"|\b(?:th e|wor k|i s|o f|t he|an d|t o)\b(?= [a-z]{2,})|\b[a-z]+,[a-z]{2,}\b|\b[A-Za-z]+ ,(?=\w)|\w +[,;](?= \w)|(?<=\bU\.S) \.|\b(?:also|must|can|should)(?:need|have|be)\b"
    r"|\b(?:the|of|and|or|in|to|for|with)(?:contemporary|paper|receipt|human|trafficking|victims?|issue|society|exploitation|children|world)\b|\b(?:Thepaper|Thevictims?|Theissue)\b|\bhowto\b|\bshec \w+)",
)
_SCAN = Pattern(
    r"(?P<scan>\btra cking\b|\btraf c(?:king)?\b|\btra ?ckers?\b(?<!trackers)(?<!tracker)|\b(?:o cers?|o enders?|o ences?|a ected|identi cation|classi es|pro ling|in uence|speci c(?:ally)?|bene ts?|di erent|di cult"
    r"|su ering|e ective|signi cant|con ict|nancial)\b|\bmodem[- ](?:day )?slavery\b|\(cid:\d+\)|\b(?:tbe|wbich|tlie|iu the|aud the)\b|\.{6,}\s*\d+|\w+\^{1,3}[\w^]*|\^\^+|\b(?:[A-Z] ){5,}[A-Z]\b"
    r"|\bh t t p\b|\b(?:[Tt]his )?[Pp]age intentionally left blank\b|\(continued (?:on next|from previous) page\)|\b\d+ \| ?P ?a ?g ?e\b|\bP a g e\b(?: \d+)?)"
)
_FIELD = ("human", "sex", "child", "modern", "forced", "labor", "labour")
_SMALL = """the of and is to in a for with was are ms. act by from at an or be their this we""".split()


def _twice(words: Iterable[str], tail: str) -> str:
    """Any of the words two times running."""
    return r"\b(?:" + "|".join(rf"{re.escape(word)}\s+{re.escape(word)}{tail}" for word in words) + ")"


_REPLACED = Pattern(
    r"(?P<replaced>(?-i:\b[a-z]{1,4}ID[a-z]{2,}\b)|\b[A-Za-z]+\*{2,}[a-z]+\b|\bconsbreast\w*|\bclbuttic\w*|\bmedireview\b|\bbuttbuttin\w*"
    rf"|{_twice(_FIELD, ' (?:trafficking|slavery|exploitation)')}|\banti-human human\b|{_twice(_SMALL, '')}(?=\s|[.,;]|\Z))",
    re.IGNORECASE,
)


def damaged_text(page: Page) -> Iterator[Finding]:
    """Characters first, then words."""
    for block in page.blocks:
        if not block.text.isascii():
            yield from _characters(page, block)
        elif _HIDDEN.search(block.text):
            yield from _hidden(page, block)
    yield from _entities(page)
    for one in patterned(page, _QUESTION):
        yield _finding(page, one.block, one.start, one.end, "encoding", one.text.replace("?", "’"))
    yield from findings(page, RULE, _words(page), _honest)


def _finding(page: Page, block: Block, start: int, end: int, case: str, put: str, *, safe: bool = False) -> Finding:
    span = block.place(start, end)
    fix = Fix("Mend it", safe, (Edit(span.start, span.end, put),)) if page.document.format is not Format.DOCX else None
    values = {"text": shown(block.text[start:end]), "right": shown(put), "names": _names(block.text[start:end])}
    return Finding(RULE, span, case=case, values=values, fix=fix)


def _names(text: str) -> str:
    """The characters by number and name, as an editor can search for them; at most three."""
    unlike = dict.fromkeys(text)
    named = [f"U+{ord(char):04X} {unicodedata.name(char, 'no name').lower()}" for char in unlike]
    return ", ".join(named[:3])


def _characters(page: Page, block: Block) -> Iterator[Finding]:
    text = block.text
    taken = 0
    for match in _MOJIBAKE.finditer(text):
        if match.start() < taken:
            continue
        start, end, put = _mended(text, match.start(), match.end())
        taken = end
        if put is not None:
            yield _finding(page, block, start, end, "encoding", put)
    yield from _hidden(page, block)
    for match in _LOST.finditer(text):
        if not _is_key(text, match[0]):
            yield _finding(page, block, *match.span(), "lost", "")
    for match in _SPACES.finditer(text):
        if page.document.format is not Format.HTML:
            yield _finding(page, block, *match.span(), "spaces", " ", safe=True)
    for match in _STYLED.finditer(text):
        yield _finding(page, block, *match.span(), "styled", unicodedata.normalize("NFKC", match[0]))
    for match in _MIXED.finditer(text):
        put = match[0].translate(_TWINS)
        if put.isascii() and put.isalpha():
            yield _finding(page, block, *match.span(), "lookalike", put)
    for match in _LIGATURE.finditer(text):
        yield _finding(page, block, *match.span(), "ligature", unicodedata.normalize("NFKC", match[0]), safe=True)


def _mended(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """The damaged stretch, and what ftfy makes of it; None where it would leave it as it is."""
    import ftfy  # here: most articles have no damage, and the import takes a while

    while end < len(text) and not text[end].isascii():
        end += 1
    while start and not text[start - 1].isascii():
        start -= 1
    damaged = text[start:end]
    put = ftfy.fix_encoding(damaged)
    if put == damaged:
        put = ftfy.fix_encoding(text[max(0, start - 40) : end + 40])
        put = damaged if damaged in put else ""
    return start, end, None if put == damaged and not _is_certain(damaged) else put if put != damaged else ""


def _is_certain(damaged: str) -> bool:
    """Signs that no language writes, whatever ftfy makes of them."""
    return damaged.startswith(("â€", "ï»¿", "ï¿½", "┬", "├", "‚Ä", "¬†", "Ã¢")) or "€" in damaged and "â" in damaged


def _hidden(page: Page, block: Block) -> Iterator[Finding]:
    text = block.text
    for match in _HIDDEN.finditer(text):
        if not _has_business(text, match.start(), match.end()):
            put = " " if match[0][0] in "\u2028\u2029\x0b\x0c" else ""
            yield _finding(page, block, *match.span(), "hidden", put, safe=True)


def _has_business(text: str, start: int, end: int) -> bool:
    """Joiners in emoji and in scripts that need them, direction marks beside right-to-left text, soft hyphens set in words."""
    around = text[max(0, start - 2) : start] + text[end : end + 2]
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text[max(0, start - 30) : end + 30]):
        return True
    if any(char in "\u200d\ufe0f" or ord(char) > 0x1F000 or unicodedata.category(char) == "So" for char in around):
        return text[start] in "\u200d" or ord(text[start]) >= 0xE0000
    if text[start] in "\u200c\u200d\u200b":
        return any(unicodedata.category(char) in ("Lo", "Mn", "Mc") for char in around)
    return False


def _is_key(text: str, sign: str) -> bool:
    """Whether boxes are the signs of a list that the text explains."""
    return sign[0] in "□▯" and ("■" in text or "key" in text.lower())


def _entities(page: Page) -> Iterator[Finding]:
    for block in page.blocks:
        if ";" not in block.text:
            continue
        for match in _ENTITY.finditer(block.text):
            named = _NAMED.match(match[0])
            put = html.unescape("&" + named["rest"]) if named else ""
            yield _finding(page, block, *match.span(), "entity", put.replace("\u00a0", " "))


def _words(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    yield from patterned(page, _MASKED)
    for pattern in (_GLUED, _SPLIT, _SCAN, _REPLACED):
        for one in patterned(page, pattern):
            yield one


def _honest(one: Found) -> bool:
    """Addresses, file names and code; doubled words that grammar allows ("had had"); honest small words."""
    text, block = one.text, one.block.text
    if any(link.start <= one.start < link.end for link in one.block.links) or _in_address(block, one.start, one.end):
        return True
    if one.case == "replaced" and " " in text:
        words = text.split()
        if len(words) == 2:
            return words[0] != words[1] and words[0].lower() in ("a", "in", "to", "act") or words[0] in ("A",)
        return len({word.lower() for word in words[:2]}) > 1
    return False


def _in_address(text: str, start: int, end: int) -> bool:
    low, high = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    word = text[low : high if high >= 0 else len(text)]
    return "://" in word or "@" in word or word.startswith(("www.", "#", "@")) or "/" in word
