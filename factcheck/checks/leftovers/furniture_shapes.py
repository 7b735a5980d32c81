"""Furniture that has no fixed words but a shape: cookie notices, sign-up calls, file names, alt texts."""

from __future__ import annotations

import re
from functools import cache

import re2

from factcheck.checks.loosening import options, prefilter
from factcheck.words import fold

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_SITE = re.compile(
    r"\b(?:websites?|sites?|browser|page|experience|choices|preferences|settings|consent|essential"
    r"|notice)\b"
)
_READER = re.compile(r"\b(?:we|our|us|you|your|this)\b")
_ADVICE = re.compile(r"\b(?:clear|delete|deletes|deleting|history|private|police|laptop|court|baked?|biscuits?)\b")
_CALL = re.compile(
    r"(?:please )?(?:get|join|receive|subscribe|sign ?-?up|enter|stay|never miss|don't miss|opt in|free)\b"
)
_LETTER = re.compile(
    r"\b(?:newsletters?|e-?mail list|mailing list|inbox|e-?mail (?:updates|alerts|address)|your e-?mail"
    r"|subscription)\b"
)
_FILE = re.compile(r"[\w()\-.,+& ]{1,80}\.(?:jpe?g|jpg|png|gif|webp|svg|bmp|tiff?|heic)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:(?:img|dsc|dscn|dscf|pxl|mvi|p\d{3})[-_ ]?\d{3,}\w*"
    r"|(?:shutterstock|adobestock|istock|istockphoto|gettyimages|depositphotos|dreamstime|pexels|pixabay|unsplash)"
    r"(?:[-_ ]?(?:photo|image)?[-_ ]?\d{3,}[\w-]*|[-_][\w-]*)"
    r"|screen ?shot[ _-]\d{4}-\d{2}-\d{2}(?: at [\d.]+(?: ?[ap]m)?)?"
    r"|whatsapp image[ _-]\d{4}-\d{2}-\d{2}(?: at [\d.]+(?: ?[ap]m)?)?"
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|\d{4,}:(?:full|large|medium|thumbnail)"
    r"|untitled[ -]design(?:[ -]?\(?\d+\)?)?)(?:\.\w{3,4})?(?: \d\.)?"
)
_SNAKE = re.compile(
    r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+|\w+(?: [\w]+){0,8} (?:copy )?scaled"
    r"|[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+"
)
_GLUED_FILE = re.compile(r"[\w-]+\.(?:jpe?g|png|gif|webp)(?=[A-Z])|[a-z]{3,}_[a-z]{3,}(?=[A-Z][a-z])")
_SUBJECT = re.compile(
    r"(?:a|an|two|three|several) (?:(?:large |small )?(?:group|couple|crowd|bunch|row) of \w+"
    r"|(?:\w+ )?(?:person|man|woman|girl"
    r"|boy|child|people|men|women|girls|boys|children)(?: and (?:a )?\w+)?) (?:\w{2,}ing|in an?|with an?) \w+"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|does|did|says?|said"
    r"|told|tells|sold|took"
    r"|gave|came|went|saw|knew|found|left|made|got|ran|kept|brought|held|led|met|paid|put|sent|set|stood"
    r"|thought|wrote|began"
    r"|became|felt|heard|let|lost|grew|drew|drove|broke|chose|fell|spoke|wore|\w+ed)\b"
)
_TAGS = re.compile(rf"[a-z][^.!?:;]{{3,90}} {_MONTH} \d{{1,2}}, (?:19|20)\d\d")
_BYLINE = re.compile(rf"(?:by\b[^|]{{0,40}})?\|[^|]*\b{_MONTH} \d{{1,2}},? \d{{4}}\s*\|.*")
_PICTURE_OF = re.compile(r" (?:banner|hero|header|cover|featured) image\Z")
_OPENING = (_FILE, _CAMERA, _SNAKE, _SUBJECT, _TAGS, _BYLINE)  # what a line is as a whole or begins with
_LONG_NOTICE = 70  # words
_LONG_CALL = 16


def shape_of(text: str) -> str | None:
    """The kind of furniture a line has the shape of, as `page-furniture` names it."""
    if len(text) > 500:
        return None
    folded = fold(text)
    words = text.count(" ") + 1
    if "cookie" in folded and words <= _LONG_NOTICE and _is_cookie_notice(folded):
        return "cookies"
    if len(text) > 160:
        return None
    if words <= _LONG_CALL and _is_sign_up(folded):
        return "newsletter"
    if _is_picture(text, folded, words):
        return "image"
    return "byline" if _is_tag_line(text) or ("|" in text and _BYLINE.fullmatch(folded)) else None


@cache
def may_have_shape() -> re2._Regexp:
    """A pattern that occurs in every folded line that has one of the shapes."""
    anywhere = prefilter(re.compile("cookie"), _LETTER, _PICTURE_OF)
    opening = prefilter(*(re.compile(one.pattern, re.IGNORECASE) for one in _OPENING), matched=True)
    return re2.compile(f"{anywhere.pattern}|{opening.pattern}", options())


def glued_file(text: str) -> re.Match[str] | None:
    """A file name at the start of a line that runs into its first word."""
    return _GLUED_FILE.match(text)


def _is_cookie_notice(folded: str) -> bool:
    return bool(_SITE.search(folded) and _READER.search(folded) and not _ADVICE.search(folded))


def _is_sign_up(folded: str) -> bool:
    _, _, tail = folded.partition(":")
    call = _CALL.match(folded) or _CALL.match(tail.strip())
    return bool(call and _LETTER.search(folded) and not folded.endswith("."))


def _is_picture(text: str, folded: str, words: int) -> bool:
    if _FILE.fullmatch(text) or _is_camera(folded) or _SNAKE.fullmatch(text):
        return True
    if words <= 10 and _PICTURE_OF.search(folded):
        return True
    return words <= 18 and _SUBJECT.match(folded) is not None and not _FINITE.search(folded)


def _is_camera(folded: str) -> bool:
    """A camera's or a picture agency's file name, alone or with the caption it came with behind it."""
    match = _CAMERA.match(folded)
    return match is not None and (match.end() == len(folded) or folded[match.end()] in " .:-|(")


def _is_tag_line(text: str) -> bool:
    return text[:1].islower() and _TAGS.fullmatch(fold(text)) is not None
