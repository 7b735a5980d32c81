"""Sources by word: "according to X", "X reports", "a report by X", "X data"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.claims.source_names import (
    LOOK_BACK,
    SourceMention,
    any_of,
    holds_name,
    is_name,
    name_before,
    name_ending,
    names_somebody,
    trimmed,
    words_of,
)

_WHO: Final = re.compile(r"(?:[^,;:()\n.]|\.(?!\s|\Z)|(?<=\b[A-Z])\.){2,120}")  # up to the end of the phrase
_SHORT: Final = len("from ")
_LEADS_TO_NAME: Final = re.compile(  # begins with one set of characters, for which the engine searches fast
    r"[aAbBcCfgG](?:(?<=[aA])ccording to |(?<=[gG])oing by |(?<=[cC])iting |(?<=[bB])ased on "
    r"|(?<=\sb)y |(?<=\sf)rom |(?<=\sa)t )"
)
_AS_DONE: Final = re.compile(
    rf"\b(?:{any_of('done_by')}\s(?:\w+\s)?|{any_of('joined')}\s(?:\w+\s){{0,3}})\Z", re.IGNORECASE
)
_VERB: Final = re.compile(rf"\s(?P<verb>{any_of('verbs')})\b")
_AFTER_VERB: Final = re.compile(
    rf"\b{any_of('speech')}\s(?=(?:the|an?)\s(?:\w+\s){{0,2}}?(?:[A-Z]|{any_of('bodies')}\b)|[A-Z]|{any_of('bodies')}\b)"
)
_AIDE: Final = re.compile(
    r"\s(?:has|have|had|also|now|recently|currently|just|already|since|once|then|later|further|however|even|still|"
    r"itself|first|conservatively|officially|alone|jointly|together|both|will|would|did|does)\Z"
)
# What a body is of: "of the Prayas Centre for Labour Research"; no verb stands in it.
_OF: Final = (
    r"\s(?:of|for|in|at|from|by|on)"
    r"(?:\s(?!(?:is|are|was|were|be|been|has|have|had|that|which|who|said)\b)[\w'’&-]+){1,8}"
)
_BODY: Final = re.compile(rf"\b(?:{any_of('bodies')}|{any_of('plain_bodies')}|{any_of('works')})", re.IGNORECASE)
_DEFINITE_END: Final = re.compile(
    rf"(?:\b{any_of('determiners')}\s(?:[\w'’-]+\s){{0,4}}?{any_of('bodies')}(?:{_OF})?"
    rf"|\b{any_of('plain_bodies')}(?:\s(?:in|from|at)\s[^,;.]{{1,40}})?"
    rf"|(?:[A-Z][\w.&-]*['’]s|\bits|\btheir)\s(?:[\w'’-]+\s){{0,4}}?(?:{any_of('bodies')}|{any_of('works')}))\Z",
    re.IGNORECASE,
)
_INDEFINITE_END: Final = re.compile(
    rf"\b(?P<who>[Aa]n?\s(?:[\w'’-]+\s){{0,5}}?{any_of('bodies')}(?:\s(?:of|for|in|at|from|by|on|with|who)\s[^;.]{{1,80}})?)\Z"
)
_APPOSED_END: Final = re.compile(r"(?:\A|[.!?]\s)(?P<who>[^,;.!?]{3,90}),\s[^;.!?]{3,130},\Z")
_PRONOUN_END: Final = re.compile(rf"\b{any_of('people')}\Z", re.IGNORECASE)
_PRONOUN_VERB: Final = re.compile(rf"{any_of('people_verbs')}\Z")
_SPEECH: Final = frozenset(words_of("speech"))
_WORK: Final = re.compile(
    rf"\s(?:(?:own|annual|latest|new|official|recent|\d{{4}})\s){{0,2}}(?i:{any_of('works')})\b"
)
_WE: Final = re.compile(r" we\s")
_CUT: Final = re.compile(rf"\s(?:\d|{any_of('verbs')}\b)")  # where the name after "according to" ends


def reported(text: str) -> Iterator[SourceMention]:
    """The sources that a text tells of: who reports, finds, counts, says."""
    for match in _LEADS_TO_NAME.finditer(text):
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        if len(match.group()) > _SHORT or _AS_DONE.search(before):
            yield from _who(text, match)
    for match in _AFTER_VERB.finditer(text):
        yield from _who(text, match)
    yield from _reporting(text)
    yield from _ourselves(text)
    for match in _WORK.finditer(text):
        name = name_before(text, match.start())
        if name:
            yield SourceMention(match.start() - len(name), match.end(), text=name + match.group())


def _who(text: str, match: re.Match[str]) -> Iterator[SourceMention]:
    """Whom the words after "according to" name."""
    phrase = _WHO.match(text, match.end())
    if phrase is not None:
        who = _CUT.split(phrase.group(), maxsplit=1)[0].strip()
        if names_somebody(who):
            yield SourceMention(match.start(), match.end() + len(who), text=who)


def _reporting(text: str) -> Iterator[SourceMention]:
    """ "The agency counted 12", "a spokesman for the city said"."""
    for match in _VERB.finditer(text):
        window = max(0, match.start() - LOOK_BACK)
        before = text[window : match.start()]
        for _ in range(2):
            before = _AIDE.sub("", before)
        subject = _subject(before, match["verb"])
        if subject is not None:
            name = trimmed(subject.group().strip(" .!?"))
            yield SourceMention(window + subject.start(), match.end(), text=name)


def _ourselves(text: str) -> Iterator[SourceMention]:
    """ "At Larkfield House we met 212 people": the author tells of a body that the sentence names."""
    for match in _WE.finditer(text):
        window = max(0, match.start() - LOOK_BACK)
        named = name_ending(text[window : match.start()].removesuffix(","))
        if named is None or not is_name(named["name"], text, window + named.start()):
            continue
        start, name = window + named.start(), named["name"]
        if name.startswith("At ") or text[window:start].lower().endswith("at "):
            yield SourceMention(start, match.end(), text=trimmed(name))


def _subject(before: str, verb: str) -> re.Match[str] | None:
    """The words at the end of a text that name who does what the next word tells."""
    body = _BODY.search(before) is not None  # most verbs have none before them, and the ends are dear to look for
    definite = (body and _DEFINITE_END.search(before)) or (
        _PRONOUN_VERB.match(verb) and _PRONOUN_END.search(before)
    )
    if definite:
        return definite
    named = name_ending(before)
    if named is not None and is_name(named["name"], before, named.start()):
        return named
    spoken = _APPOSED_END.search(before) if verb in _SPEECH and before.endswith(",") else None
    indefinite = (_INDEFINITE_END.search(before) if body else None) or spoken
    return indefinite if indefinite is not None and holds_name(indefinite["who"]) else None
