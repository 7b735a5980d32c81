"""Short telephone numbers, which count nothing: "911 in an emergency", "the police are on 105"."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases
from factcheck.entries import read_yaml
from factcheck.service_codes import is_emergency_number

_PATH: Final = Path(__file__).with_name("telephones.yaml")
_ANY: Final = {
    key: any_of(phrases(words)) for key, words in read_yaml(_PATH.read_text("utf-8"), str(_PATH)).items()
}
_SHORTEST, _LONGEST = 3, 6  # digits of a short number
_NEAR, _REACH = 48, 110  # characters before a number that are looked at, for words right before it and elsewhere

_CONTACT: Final = re.compile(
    rf"\b(?:call(?:ing|ed)?|text(?:ing|s)?|dial(?:ing|ling|s)?|sms|phone|telephone|tel|whatsapp|ring|"
    rf"short{GAP}?code|message|reach(?:ed)?\b[^.!?\d]{{0,30}}\b(?:at|by|on))\b[^.!?\d]{{0,40}}\Z"
)
_CONTACT_FIGURE: Final = re.compile(r"(?:\d{3}[ -]\d{3,4}|\d{3,6})(?![\w%-]|[.,]\d|\s?%)")
# "Police: 112" at the head of a sentence, "SAPS is on 10111", "the child line is 1098", "TTY: 711".
_LINE_BEFORE: Final = re.compile(
    rf"(?:(?:\A|[.!?;\n]\s*)(?:\w+{GAP})?{_ANY['services']}:|\b{_ANY['services']}{GAP}(?:(?:is|are){GAP})?on"
    rf"|\bemergency{GAP}number(?::|{GAP}is)"
    rf"|\b(?:tty|tdd|\w*line)(?::|{GAP}(?:is|on|at))){GAP}\Z"
)
_LINE_FIGURE: Final = re.compile(rf"\d{{3,6}}(?=[;)]|[.,](?!\d)|\s*(?:\n|\Z)|{GAP}(?:or|and|then|if|in|from)\b)")
# The line named around its number: "the number is 1343, the Actionline", "988 Suicide & Crisis Lifeline".
_NUMBER_BEFORE: Final = re.compile(rf"\bnumber\b[^.!?;\d]{{0,30}}(?:{GAP}is|:){GAP}\Z")
_LINE_AFTER: Final = re.compile(rf"\d{{3,6}},?{GAP}\(?(?:the|our|a){GAP}(?:\w+{GAP}){{0,3}}?\w*line\b")
_NAME_AFTER: Final = re.compile(
    rf"\d{{3,6}}{GAP}(?:[A-Z]\w*{GAP}(?:(?:&|and|for|of){GAP})?){{0,4}}?[A-Z]\w*line\b(?!{GAP}[a-z]+s\b)"
)
# The same six digits in the whole of Europe: "116 016".
_EUROPEAN: Final = re.compile(rf"116[ ][01]\d\d(?=[^\w ,]|,(?!\d)|\s*\Z|{GAP}(?:or|and|in|from)\b)")

_FIGURE: Final = r"\d{3,6}(?![\w%-]|[.,]\d)"
_ALONE: Final = re.compile(
    rf"{_FIGURE}(?!,?{GAP}{_ANY['compared']}\b)(?=[^\w ]|\s*\Z|{GAP}(?:or|and|otherwise)\b)"
)
_ON_OCCASION: Final = re.compile(
    rf"{_FIGURE},?{GAP}(?:{_ANY['occasions']}(?!{GAP}(?!and|or|but|only)[a-z])"
    rf"|{_ANY['conditions']}\b[^.!?;\d]{{1,40}}\b{_ANY['perils']}\b)"
)
_HEAD: Final = re.compile(rf"(?:\A|[.!?;:,]\s{{1,3}}|\n|\b{_ANY['asking']}{GAP})\(?\Z")
_IS_THE_NUMBER: Final = re.compile(
    rf"{_FIGURE}{GAP}is{GAP}(?:the|a|our){GAP}(?:\w+{GAP}){{0,3}}?number\b(?!{GAP}of)"
)
_EMERGENCY_BEFORE: Final = re.compile(
    rf"(?:\b(?:for|in){GAP}(?:\w+{GAP}){{0,2}}emergenc(?:y|ies),?{GAP}(?:it{GAP}is|it's)"
    rf"|\bemergency{GAP}number(?:{GAP}in{GAP}\w+)?(?::|{GAP}(?:is|are))?"
    rf"|\b{_ANY['services']}(?:{GAP}number)?{GAP}(?:is|are)"
    rf"|\b{_ANY['help']}\b[^.!?]{{0,80}}{GAP}(?:use|on|at)){GAP}\Z"
)
_COUNTED: Final = re.compile(rf"\b{_ANY['counting']}\b[^.!?]*\Z")
# Other numbers to choose from, behind one to call: "999 or 112", "105, or on 111".
_ANOTHER: Final = re.compile(
    rf"(?P<by>,?{GAP}\(?(?:or|and){GAP}(?:(?:on|at){GAP})?|[,;]{GAP}(?:otherwise{GAP})?|/)"
    rf"(?P<figure>{_FIGURE})(?!{GAP}(?!(?:or|and|in|if|from|when|for|otherwise|only)\b)[\w&])"
)


def telephone_end(text: Text, at: int, end: int) -> int | None:
    """Where the short telephone numbers end that begin at a figure, None for a figure that is none.

    Args:
        at, end: of the figure's first digits.
    """
    if not _SHORTEST <= end - at <= _LONGEST:
        return None
    near = text.low[max(0, at - _NEAR) : at]
    found = _called(text, at, near) or _named(text, at, near) or _for_emergencies(text, at, end)
    return _others_end(text, found) if found else None


def _called(text: Text, at: int, near: str) -> int | None:
    """ "Call 911", "the police are on 105"."""
    for before, figure in ((_CONTACT, _CONTACT_FIGURE), (_LINE_BEFORE, _LINE_FIGURE)):
        if (match := figure.match(text.plain, at)) and before.search(near):
            return match.end()
    return None


def _named(text: Text, at: int, near: str) -> int | None:
    """A line's name around its number, and the numbers that are the same in the whole of Europe."""
    match = _EUROPEAN.match(text.plain, at) or _NAME_AFTER.match(text.plain, at)
    if match is None and _NUMBER_BEFORE.search(near):
        match = _LINE_AFTER.match(text.low, at)
    return match.end() if match else None


def _for_emergencies(text: Text, at: int, end: int) -> int | None:
    """An emergency number in words of emergency: "it is 911", "112 in an emergency", "112 is the number"."""
    before = text.low[max(0, at - _REACH) : at]
    told = (
        _IS_THE_NUMBER.match(text.low, at)
        or (_ON_OCCASION.match(text.low, at) and _HEAD.search(before))
        or (_ALONE.match(text.low, at) and _EMERGENCY_BEFORE.search(before) and not _COUNTED.search(before))
    )
    return end if told and is_emergency_number(text.plain[at:end]) else None


def _others_end(text: Text, end: int) -> int:
    """The end of a list of numbers to choose from; without "or" only emergency numbers go on with one."""
    while match := _ANOTHER.match(text.low, end):
        if "or" not in match["by"] and not is_emergency_number(match["figure"]):
            break
        end = match.end()
    return end
