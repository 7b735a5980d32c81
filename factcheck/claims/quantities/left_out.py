"""What looks like a number and is no quantity: dates, times, telephone numbers, sections, versions, ages, names.

Every question is asked of a stretch of bounded length around one number.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.claims.quantities.numerals import LONGEST_FIGURE, Numeral
from factcheck.claims.quantities.phrases import GAP, Text, any_of, phrases, words
from factcheck.claims.quantities.units import currency_before
from factcheck.telephones import telephone_ends

_MONTH: Final = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_TOKEN_END: Final = re.compile(r"[^\s,;)\]]*")
_DIGITS: Final = re.compile(r"\d+")
_ORDINAL: Final = r"(?:st|nd|rd|th)"

# Read forward from a digit. The order matters only for speed.
_FORWARD: Final = re.compile(
    rf"""[1-3][ ][a-z]{{3,14}}[ ]\d{{1,3}}:\d{{1,3}}(?:-\d{{1,3}})?                             # 1 Timothy 6:10
       | \d{{1,2}}(?::\d{{2}}){{1,2}}(?:[ ]?[ap]\.?[ ]?m\b\.?)?(?:-\d{{1,3}}(?!\d))?     # 8:00pm, verse 3:16-18
       | \d{{1,3}}:\d{{1,3}}(?:-\d{{1,3}})?(?!\d)                                                # 23:4-6, 3:7
       | \d{{1,2}}(?:\.\d\d)?(?:[ ]?-[ ]?\d{{1,2}}(?:\.\d\d)?)?[ ]?(?:[ap]\.m\b\.?|[ap]m\b|
       o'clock\b) # 8 pm, 8-10 a.m.
       | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:t[\d:.z+]{{0,20}})?(?!\d)                              # 2022-09-12
       | \d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})(?![\d-])                                     # 23/03/2024
       # 24/7, 2019/20
       | \d{{1,4}}/\d{{1,4}}(?:/\d{{1,4}})?(?!\d)
       # 2014-2016, 2019-20
       | (?:1[5-9]|20)\d\d[ ]?(?:-|/)[ ]?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d,.%]?\d|%|{GAP}?per)
       | (?:1[5-9]|20)?\d0'?s(?!\w)                                                                # 1990s, 80s
       | \d{{1,4}}{_ORDINAL}(?!\w)
       # 24 and 25 May 2020
       | \d{{1,2}}(?:[ ]?(?:-|and|to|&)[ ]?\d{{1,2}})?[ ](?:of[ ])?{_MONTH}(?!\w)(?:,?[ ]\d{{4}}(?!\d))?
       | \d{{1,3}}{GAP}(?:u\.?s\.?[ ]?c\b|c\.?f\.?r\b|f\.[ ]?(?:supp|[23]d)\b|s\.[ ]?ct\b|stat\.|
       u\.s\.[ ]\d)\.?[^,;)\n]{{0,24}}(?=[,;)\n.]|$|{GAP})
       # 3.11.2, 9-1-1
       # 16- to 24-year-olds
       | \d{{1,3}}-?[ ](?:to|and|or)[ ]\d{{1,3}}-(?:year|month|day)-?s?[ ]?-?olds?
       | (?!\d{{1,3}}(?:\.\d{{3}}){{2,}}[ ][a-z])\d+(?:[-.]\d+){{2,}}(?:[-.][a-z]{{2,}})?
       | (?:\d{{5}}-\d{{4}})(?!\d)                                                               # 20001-1234
    """,
    re.VERBOSE | re.ASCII,
)
_AGE: Final = re.compile(
    rf"(?:{GAP}|-)(?:years?|months?|yrs?|days?|weeks?)(?:{GAP}|-)(?:olds?(?!\w)|of{GAP}age)|{GAP}?y/?o\b"
    rf"|{GAP}(?:years?{GAP})?(?:and|or){GAP}(?:under|younger|older|over|up)\b(?!{GAP}\d)"
)
_AGED: Final = re.compile(
    rf"(?:\b(?:aged?|ages|aging|age{GAP}(?:of|group|range|at|limit|is|was)|ages{GAP}(?:of|from|between)|"
    rf"aged{GAP}(?:between|from|about|around)|"
    rf"(?:as|so){GAP}(?:young|old){GAP}as|turn(?:s|ed|ing)?|(?:younger|older){GAP}than|"
    rf"(?:under|over|below|above){GAP}the{GAP}ages?{GAP}of|"
    rf"at{GAP}(?:just{GAP}|only{GAP})?(?:the{GAP})?age{GAP}of|between{GAP}the{GAP}ages{GAP}of|(?:girl|boy|child|man|woman|teenager|kid){GAP}of|"
    rf"(?:girls|boys|children|kids|teenagers|teens|men|women|youngsters|daughters|sons|pupils){GAP}of|"
    rf"(?:youngest|oldest|eldest)(?:{GAP}(?!to\b)[a-z]+)?(?:{GAP}(?:is|was|being|aged))?|(?:she|he|"
    rf"i|the{GAP}(?:girl|boy|woman|man|child|victim|survivor)){GAP}(?:was|were|is|am)"
    rf"(?:{GAP}(?:only|just|about|not{GAP}yet))?|she's|he's|i'm))"
    rf"(?:{GAP}(?:about|around|only|just|between|from|of|nearly|almost|under|over|roughly|approximately|"
    rf"at)){{0,2}}[\s(]{{1,2}}\Z"
)
_AS_YOUNG_AS: Final = re.compile(rf"\b(?:as|so){GAP}(?:young|old){GAP}as{GAP}\Z")
_AGE_LIMIT: Final = re.compile(rf"\b(?:under|over|below|above|underneath){GAP}\Z")
_AT_AGE: Final = re.compile(
    rf"(?<!stood )(?<!stands )(?<!estimated )(?<!put )(?<!set )(?<!stand )(?<!remains )(?<!remained "
    rf")(?<!capped )(?<!valued )(?<!look )"
    rf"\bat{GAP}(?:just{GAP}|only{GAP}|about{GAP}|around{GAP})?\Z"
)
_PERSON_BEFORE: Final = re.compile(
    rf"\b(?:people|persons?|women|men|those|anyone|adults?|children|child|everyone|kids?|girls?|boys?|youths?|"
    rf"minors?|victims?|someone|anybody|youngsters|were|was|is|are|they){GAP}(?:just{GAP}|well{GAP})?(?:under|"
    rf"over|below|above){GAP}\Z"
)
_ENDS_PHRASE: Final = re.compile(
    rf"\s*(?:[.,;:!?)\]”\"’'—–-]|$|\Z|{GAP}?(?:and|or|in|who|are|is|was|were|at|to|have|has|had|can|cannot|"
    rf"from|for|with|when|while|as|by|than|must|may|will|on|of|be|being|without|years|should|whose|that|now)(?!\w))"
)
_AGE_ENDS: Final = re.compile(
    rf"\s*(?:[.,;:!?)]|\Z)|{GAP}(?:and|or|who|she|he|they|when|while|there|on|for|because|with|by|as|after|but|"
    rf"in){GAP}"
)
_TYPICAL: Final = re.compile(
    r"\b(?:(?:average|median|mean|typical|typically|most common)\b|"
    r"most\b[^.!?\n]{0,60}\b(?:first|enter\w*|start\w*|begin)\b)"
    r"[^.!?\n]{0,90}\Z"
)
_TYPICAL_AFTER: Final = re.compile(
    r"[^.!?\n;]{0,24}\b(?:on average|(?:is|was|were|be) (?:the )?(?:average|median|typical))\b"
)
_NAMED_AGE: Final = re.compile(r"\b(?:aged?|ages|old|young)\b")

_LABELS: Final = frozenset(
    words(
        "page pages p pp chapter chapters ch figure fig figs table tables section sections sec secs § §§ "
        "article articles art "
        "arts title part step phase level grade grades class room suite unit box apt apartment floor route "
        "highway interstate exit "
        "flight channel episode season volume vol vols verse verses v psalm psalms appendix annex exhibit "
        "paragraph para paras "
        "line clause schedule protocol directive goal sdg target tier type category district precinct ward "
        "zone gate lot slide "
        "question q lesson module option version amendment resolution regulation rule act statute code law "
        "convention item "
        "note footnote ref reference isbn doi id case bill docket proposition prop recommendation principle "
        "indicator pillar "
        "scene round group team bus track tracks pier bay cell building bldg hwy rt i- day week number# ipo "
        "fy fy' cy january february march april june july august september october november december jan feb "
        "mar apr jun jul "
        "aug sep sept oct nov dec spring summer fall autumn winter mid-"
    )
)
# Labels that are one only with a figure after a capital or a full stop; small they are words of a sentence.
_CAPITAL_LABELS: Final = frozenset(
    words(
        "May Love Indy Fortune Big Area Catch Formula Apollo Boeing Airbus Nasdaq FTSE Nikkei Dow Russell "
        "Windows Android "
        "iPhone Galaxy Psalm Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings "
        "Chronicles Ezra "
        "Nehemiah Job Proverbs Ecclesiastes Isaiah Jeremiah Ezekiel Daniel Hosea Joel Amos Micah Zechariah "
        "Malachi Matthew Mark "
        "Luke John Acts Romans Corinthians Galatians Ephesians Philippians Colossians Thessalonians Timothy "
        "Titus Hebrews James "
        "Peter Revelation Studio Pier Bowl War XXX Group Issue Session S&P Congress Form Bowl Euro Expo Agenda "
        "Vision Cop "
        "Mach Tour Top Platform Video Photo Image Exhibit Camp Station Terminal Size Model Mark Mk Public Pub "
        "Res HB SB AB HR SR ACR SCR "
        "Executive Decree Ordinance Sub Title Reg CAC CNN Channel Radio Windows Python Java Web Backpage PS "
        "Xbox Boeing Falcon Covid "
        "Section Article Rs-"
    )
)
_NUMBER_LABEL: Final = re.compile(
    r"(?:\b(?:public law|pub\. l\.(?: no\.)?|h\.?[ ]?r\.?|(?<![.\w])s\.|s\.?[ ]?res\.?|case no\.?|docket no\.?|"
    r"bill no\.?|order no\.?|law no\.?|"
    r"quot(?:e|ing)(?: (?:the )?(?:police )?(?:log|incident|crime|case|job|reference|ref))?(?: (?:no\.?|number))?|"
    r"convention no\.?|license no\.?|permit no\.?|act no\.?|report no\.?|zip(?: code)?|area code|zip code:?|po "
    r"box|p\.o\. box|"
    r"(?:registered )?charity (?:no\.?|number)))"
    r"[\s(:+]{1,3}\Z"
)
_LAST_WORD: Final = re.compile(r"[ ]{0,2}[:(+]?[ ]?(\.?)([\w'&/-]*[A-Za-z§#]|§)")  # of a window read backwards
_MORE_OF_LABEL: Final = re.compile(
    rf"(?:{_ORDINAL})?(?:\({{1}}\w{{1,4}}\)|[a-z](?!\w)|\.\d+|-\d+)*"
    rf"(?:[ ]?(?:,[ ]?(?:and[ ])?|-[ ]?|{GAP}(?:and|&|to|through|"
    rf"or){GAP})\d{{1,4}}(?:{_ORDINAL})?(?:\(\w{{1,4}}\)|-\d+)*"
    rf"(?=\s*(?:[.,;:)\]]|$|\n)|{GAP}(?:of|in|at|to|from|and|the|this|last|that|was|were|is|are|on|by|for|as|"
    rf"when|with)\b)(?!,\d{{3}}))*"
)
_ADDRESS: Final = re.compile(
    r"\d{1,5}[A-Z]?[ ](?:[NSEW]\.?[ ]|North[ ]|South[ ]|East[ ]|West[ ])?"
    r"(?:(?:[A-Z][\w.'’-]{1,18}|\d{1,3}(?:st|nd|rd|th))[ ]){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Highway|Hwy|"
    r"Parkway|Pkwy|Square|Sq|Terrace|Plaza|Circle|Pike|Row|Loop)\b\.?"
)
_ZIP_BEFORE: Final = re.compile(r"(?:\b[A-Z]{2}|, [A-Z][a-z]+)[ \u00a0]\Z")
_LINE_NUMBER: Final = re.compile(r"\d{1,3}(?:[.)](?=\s|$)|[.)](?=[A-Z]))")
_BRACKETED: Final = re.compile(r"\d{1,4}[)\]]")
_APPOSED_AGE: Final = re.compile(r"\d{1,2}(?=,|\)|;| ?[–—])")
_APPOSED: Final = words(
    """girl boy man woman daughter son mother father brother sister wife husband teen teenager student suspect
    defendant victim driver officer player striker actor actress singer president leader pensioner pilot worker
    manager captain star author writer teacher survivor trafficker pimp founder co-founder owner organizer
    organiser resident farmer nurse doctor lawyer attorney pastor priest detective deputy supervisor councillor
    recruiter buyer widow widower grandmother grandfather"""
)
_AT_PRESENT: Final = rf"(?:(?:now|then|both{GAP}now|aged|only|just|barely){GAP})?"  # "two girls, now 15 and 16,"
_YOUNG: Final = re.compile(
    rf"\b(?:girls|boys|sisters|brothers|teenagers|teens|daughters|sons|children|kids|youngsters),{GAP}{_AT_PRESENT}\Z"
)
_TWO_AGES: Final = re.compile(r"\d{1,2}(?:, \d{1,2})*,? and \d{1,2}(?=[.,;)])")
_FULL_NAME_BEFORE: Final = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+,\s\Z")
_SENTENCE_ENDS: Final = re.compile(r"\.(?:\s|\Z)")
_NAME_BEFORE: Final = re.compile(rf"(?:[A-Z][\w'-]+|\b(?:{'|'.join(_APPOSED)})),\s{_AT_PRESENT}\Z")
_SCHEME: Final = re.compile(
    r"://|www\.|@|\.(?:com|org|net|gov|edu|html?|pdf|jpe?g|png|gif|php|aspx?|docx?|xlsx?|mp[34])(?:\W|$)",
    re.IGNORECASE,
)
_CLOSED_CLASS: Final = frozenset(
    phrases(
        "in|the|of|about|over|nearly|at|some|only|and|but|or|on|for|from|to|by|with|an|a|as|more|less|fewer|"
        "than|all|these|those|"
        "their|our|its|his|her|there|were|was|is|are|have|has|had|almost|around|approximately|roughly|up|under|"
        "between|among|"
        "another|other|just|even|also|since|after|before|during|within|until|through|per|every|each|yes|no|not|"
        "then|that|this|they|"
        "we|he|she|it|you|i|who|which|what|when|where|while|if|so|because|both|least|most|last|next|past|first|"
        "additional|"
        "estimated|identified|rescued|freed|found|counted|reported|arrested|total|totals|see|here|are|police|"
        "officers|authorities|"
        "following|including|with|without|across|against|near|plus|nor|yet|meanwhile|however|still|now|today|"
        "recently|out|"
        "exactly|average|averaging|latest|roughly|currently|annually|worldwide|globally|nationally|nationwide|"
        "statewide|overall"
    )
)
_NAMED_AFTER: Final = re.compile(rf"{GAP}[A-Z][a-z]+(?<!s)(?!\w)")
_NAME_WORD: Final = re.compile(r"(?:\A|[^A-Za-z])([A-Z][\w'’&.-]*)[ \u00a0]\Z")
_NOUN_FOLLOWS: Final = re.compile(
    rf"{GAP}(?!(?:and|or|in|on|at|to|for|from|with|by|as|is|are|was|were|has|have|had|said|says|will|would|can|"
    rf"could|may|did|does|the|a|an|but|than|that|which|who|when|where|while|of|after|before|since|during|until|"
    rf"if|it|he|she|they|we|i|you|also|now|today|not)\b)[a-z]"
)


def passed_over(text: Text, at: int) -> int | None:
    """Where a stretch of digits ends that is no number, None where it may be one.

    Args:
        at: of its first digit.
    """
    end = _digits_end(text, at)
    return (
        _glued_before(text, at)
        or _forward(text, at, end)
        or _telephone_end(text, at)
        or _labelled(text, at, end)
        or _enumerated(text, at)
        or _too_long(text, at, end)
    )


def _telephone_end(text: Text, at: int) -> int | None:
    return telephone_ends(text.raw).get(at)


def _token_end(text: Text, at: int) -> int:
    match = _TOKEN_END.match(text.plain, at)
    return max(match.end(), at + 1) if match else at + 1


def _glued_before(text: Text, at: int) -> int | None:
    """Digits inside a name, an address, a file name, or a footnote's number after a word."""
    char, before = text.char(at - 1), text.char(at - 2)
    if not char or char.isspace():
        return None
    if char.isalpha() and currency_before(text, 0, at) is not None:
        return None
    if char.isalpha() or char in "_/=&?\\@#^":
        return _token_end(text, at)
    if char == "-" and before.isalpha():
        return _token_end(text, at)
    if char in ".,)”’\"'" and before and not before.isspace() and before not in "([“":
        return _digits_end(text, at)
    return _decade_or_link(text, at, char)


_SHORT_YEAR: Final = re.compile(r"\d\d(?:s\b|(?!\d))")


def _decade_or_link(text: Text, at: int, char: str) -> int | None:
    """'90s; a link that begins with digits."""
    if char == "'" and _SHORT_YEAR.match(text.plain, at):
        return _token_end(text, at)
    return _digits_end(text, at) if char == "-" and text.char(at - 2).isdigit() else None


def _digits_end(text: Text, at: int) -> int:
    match = _DIGITS.match(text.plain, at)
    return match.end() if match else at + 1


def _forward(text: Text, at: int, end: int) -> int | None:
    """Forms that tell themselves: times, dates, telephone numbers, ordinals, citations of a code, addresses."""
    following = text.low[end : end + 2]
    if following[:1] in _PLAINLY_FOLLOWED or (following[:1] == "," and following[1:].isdigit()):
        return None
    match = _FORWARD.match(text.low, at)
    if match is not None and not _is_range(match.group()):
        return match.end()
    if following[:1] == " " and text.char(end + 1).isupper() and (match := _ADDRESS.match(text.plain, at)):
        return match.end()
    return _linked(text, at, following)


_PLAINLY_FOLLOWED: Final = frozenset(("%", "+", "$", "€", "?", "!", '"', "”"))


def _is_range(found: str) -> bool:
    """A range of two round numbers that has the shape of a telephone number ("500-1000")."""
    parts = re.split(r"[-–—‑]", found)
    return len(parts) == 2 and all(p.isdigit() for p in parts) and len(parts[0]) == 3 and parts[1].endswith("00")


def _linked(text: Text, at: int, following: str) -> int | None:
    """A file name or address that begins with digits."""
    if not following or following[0] in " ,;:)\n":
        return None
    match = _LINK.match(text.plain, at)
    if match is not None and (_SCHEME.search(match.group()) or "_" in match.group()):
        return _token_end(text, at)
    return None


_LINK: Final = re.compile(r"\d[\w.-]{0,60}")
_LABEL_ENDS: Final = frozenset(
    words("law l r s no number code box quote quoting log incident crime case job reference ref")
)


def _labelled(text: Text, at: int, end: int) -> int | None:
    """A number that a word before it makes a name: "page 4", "May 5", "Section 301", "text 233733"."""
    window = text.plain[max(0, at - 48) : at]
    match = _LAST_WORD.match(window[::-1])
    if match is None:
        return None
    stop, word = bool(match[1]), match[2][::-1]
    low = word.lower()
    if low in _LABEL_ENDS and _NUMBER_LABEL.search(window.lower()):
        return _label_end(text, at, end)
    if (low in _LABELS or word in _CAPITAL_LABELS) and word not in _NO_LABELS:
        return _label_end(text, at, end) if _is_label(text, at, low, stop) else None
    return end if end - at == 5 and _ZIP_BEFORE.search(window) and text.char(end) not in ",.%" else None


_NO_LABELS: Final = frozenset(words("march may fall spring summer winter autumn act code law rule case group"))
_FIGURE: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_AMOUNT_FOLLOWS: Final = re.compile(rf"[ ]?%|{GAP}(?:percent|per[ ]cent|million|billion|thousand)")


def _is_label(text: Text, at: int, word: str, stop: bool) -> bool:
    """Whether a word that can be a label is one here: not "page 4 million", "in March 300 people"."""
    figure = _FIGURE.match(text.plain, at)
    assert figure is not None
    if "," in figure.group() or _AMOUNT_FOLLOWS.match(text.low, figure.end()):
        return False
    if stop and word not in _STOPPED:
        return False
    return word not in _MONTHS or len(figure.group()) <= 2 or not counts_something(text, figure.end())


_STOPPED: Final = frozenset(
    words(
        "p pp ch fig figs sec secs art arts vol vols para paras no ref jan feb mar apr jun jul aug sep sept "
        "oct nov dec v q apt bldg prop pub res"
    )
)
_MONTHS: Final = frozenset(
    words(
        "january february march april may june july august september october november december jan feb mar apr "
        "jun jul aug sep "
        "sept oct nov dec spring summer fall autumn winter"
    )
)


def _label_end(text: Text, at: int, end: int) -> int:
    match = _MORE_OF_LABEL.match(text.low, end)
    return match.end() if match else end


def _enumerated(text: Text, at: int) -> int | None:
    """List numbers, footnote marks, small numbers alone in brackets."""
    before = text.char(at - 1)
    if before in "([" and (match := _BRACKETED.match(text.plain, at)):
        figure = match.group()[:-1]
        if before == "[" or figure.startswith("0") or int(figure) <= 20:
            return match.end()
    if text.char(_digits_end(text, at)) not in ".)":
        return None
    line = text.raw[max(0, at - 6) : at]
    if (at > 6 and "\n" not in line) or line.rpartition("\n")[2].strip(" \t>*_(-•"):
        return None
    match = _LINE_NUMBER.match(text.raw, at)
    return match.end() if match else None


def _too_long(text: Text, at: int, end: int) -> int | None:
    """Digits without end, and numbers with a zero before them ("007", "02")."""
    if end - at > LONGEST_FIGURE:
        return end
    return end if text.plain[at] == "0" and end - at > 1 else None


# --- after the number has been read ----------------------------------------------------------------------------


def is_year(text: Text, number: Numeral, *, bound: str) -> bool:
    """Whether a plain figure without a unit is a year.

    Args:
        bound: the words before it that bound it, in lower case ("more than"), empty for none.
    """
    if number.grouped or number.scale != 1.0 or number.end - number.start != 4 or not number.figures:
        return False
    if not 1400 <= number.value <= 2100 or number.value != int(number.value):
        return False
    people = _PEOPLE_FOLLOW.match(text.low, number.end)
    dated = is_dated(text, number.start)
    if 1900 <= number.value <= 2060:
        if bound in _COUNTING:
            return not _PLURAL_FOLLOWS.match(text.low, number.end)
        return not people or dated
    return dated and not people


def is_dated(text: Text, start: int) -> bool:
    """Whether the word before a number is one that comes before a year ("in", "since", a month)."""
    return _DATING.search(text.low[max(0, start - 24) : start]) is not None


_PEOPLE_FOLLOW: Final = re.compile(
    rf"{GAP}(?:[a-z-]{{3,14}}{GAP})?(?:people|persons|victims|children|women|men|girls|boys|families|workers|"
    rf"migrants|refugees|soldiers|students|"
    rf"survivors|homes|houses|jobs|employees|residents|households|troops|pounds|tons|tonnes|acres|square|miles|"
    rf"kilometres|kilometers|calories|meters|metres|feet)\b"
)
_PLURAL_FOLLOWS: Final = re.compile(
    rf"{GAP}(?:[a-z-]{{3,16}}{GAP}){{0,2}}(?:[a-z-]{{3,}}s|people|children|women|men)\b"
)
_COUNTING: Final = frozenset(
    phrases(
        "more than|at least|nearly|approximately|fewer than|less than|up to|as many as|an estimated|some|"
        "almost|no fewer than|well over|an average of|a total of|over|close to|roughly"
    )
)
_DATING: Final = re.compile(
    rf"\b(?:in|since|by|from|until|till|before|after|circa|early|late|mid|year|years|during|for|of|through|"
    rf"between|and|to|the|this|spring|summer|fall|autumn|winter|{_MONTH}),?\s\Z"
)


def is_age(text: Text, start: int, end: int, value: float) -> bool:
    """Whether a number without a unit is one person's age or a limit of age.

    Args:
        start, end: of the figures alone.
    """
    if value > 110 or value != int(value):
        return False
    if _AGE.match(text.low, end):
        return True
    window = text.low[max(0, start - 48) : start]
    if _AS_YOUNG_AS.search(window):
        return True
    if _AGED.search(window) and (_ENDS_PHRASE.match(text.low, end) or re.search(r"\bage[sd]?\b", window)):
        return True
    if 5 <= value <= 30 and _AT_AGE.search(window) and _AGE_ENDS.match(text.low, end):
        return True
    if _AGE_LIMIT.search(window) and _ENDS_PHRASE.match(text.low, end):
        return value <= 21 or bool(_PERSON_BEFORE.search(window))
    return value >= 3 and _is_apposed(text, start, end)


def _is_apposed(text: Text, start: int, end: int) -> bool:
    """Ages behind those they are of: "Ann Lee, 46, said", "said Ann Lee, 46.", "two girls, 15 and 16,"."""
    before = text.plain[max(0, start - 48) : start]
    if _SENTENCE_ENDS.match(text.plain, end):
        return _FULL_NAME_BEFORE.search(before) is not None
    if _TWO_AGES.match(text.plain, start):
        return _YOUNG.search(before) is not None
    named = _APPOSED_AGE.match(text.plain, start) and _NAME_BEFORE.search(before[-30:])
    return bool(named) and text.char(end) in ",)"


_MORE_AGES: Final = re.compile(r"(?:(?:,[ ]|,?[ ](?:and|or|to)[ ]|-)\d{1,2}(?![\d.,]*\d|[ ]?%|[ ]per|[a-z]))*")


def ages_end(text: Text, end: int) -> int:
    """Where a list of ages ends ("aged 4, 7 and 12") whose first ends at `end`."""
    match = _MORE_AGES.match(text.low, end)
    return match.end() if match else end


def is_typical(text: Text, start: int, end: int) -> bool:
    """Whether the words around a number make it an average, and so an age a statistic."""
    return bool(_TYPICAL.search(text.low[max(0, start - 110) : start]) or _TYPICAL_AFTER.match(text.low, end))


def names_age(text: Text, start: int) -> bool:
    """Whether the words before a number speak of an age."""
    sentence = re.split(r"[.!?\n]", text.low[max(0, start - 90) : start])[-1]
    return bool(_NAMED_AGE.search(sentence))


def is_name(text: Text, number: Numeral) -> bool:
    """Whether a number belongs to a name around it: "Love 146", "Ocean's Eleven"."""
    if number.grouped or number.scale != 1.0 or number.vague:
        return False
    window = text.plain[max(0, number.start - 24) : number.start]
    match = _NAME_WORD.search(window)
    if not number.figures:
        return number.ratio is None and _spelled_name(text, number, bool(match))
    if number.value >= 1000 and _NAMED_AFTER.match(text.plain, number.end) and window.lower().endswith("the "):
        return True
    if match is None or match[1].lower() in _CLOSED_CLASS or match[1].endswith((".", "s")):
        return False
    return not _NOUN_FOLLOWS.match(text.plain, number.end)


_CAPITAL: Final = re.compile(rf"{GAP}[A-Z][a-z]")


def _spelled_name(text: Text, number: Numeral, after_capital: bool) -> bool:
    """ "Ocean's Eleven", "the Five Eyes": a capital inside a sentence."""
    if (
        number.value >= 1000
        or not text.plain[number.start].isupper()
        or text.plain[number.start : number.end].isupper()
    ):
        return False
    if after_capital:
        return True
    inside = text.plain[max(0, number.start - 2) : number.start]
    capital_after = _CAPITAL.match(text.plain, number.end)
    return (
        bool(capital_after) and len(inside) == 2 and (inside[0].isalnum() or inside[0] == ",") and inside[1] == " "
    )


_SPELLED_LABELS: Final = words(
    """page chapter section article title part step phase level grade room unit floor channel episode season
    volume verse appendix annex paragraph clause tier type category district day week round act scene
    lesson module option version amendment war plan"""
)
_WORD_LABEL: Final = re.compile(rf"\b(?:{any_of(_SPELLED_LABELS)}){GAP}\Z")
_IDIOM_AFTER: Final = re.compile(
    rf"(?:-(?:way|star|figures?|sided|step|time|faced|pronged|timers?|stop|off|liners?|on-|to-one|sum|"
    rf"tolerance|hit|legged|seater|wheelers?|party|tier|tiered|part|piece|thirds)\b"
    rf"|{GAP}(?:tolerance|of{GAP}(?:us|you|a{GAP}kind)\b|hours?{GAP}a{GAP}day|days?{GAP}a{GAP}week|"
    rf"days?{GAP}a{GAP}year))"
)
_ALWAYS_OPEN: Final = frozenset((24.0, 7.0, 365.0))


_RACE: Final = re.compile(rf"(?<=k){GAP}(?:race|run|walk|fun|charity|video|resolution|tv|screen|display)\b")


_COUNTLESS: Final = re.compile(
    rf"{GAP}(?:little{GAP})?(?:reasons|questions|things|ways|words|pieces|times{GAP}over|excuses|thanks|dreams|tiny|small)\b"
)


def _per_or_countless(text: Text, number: Numeral) -> bool:
    """ "per 1,000 population", told of no number before it; "a thousand reasons"."""
    if text.low.startswith("per ", number.start - 4):
        return True
    article = text.low.startswith("a ", number.start - 2) or text.low.startswith("a ", number.start)
    return article and not number.figures and _COUNTLESS.match(text.low, number.end) is not None


def is_idiom(text: Text, number: Numeral) -> bool:
    """ "section two", "a two-way street", "zero tolerance", "24 hours a day", "seven days a week"."""
    if _WORD_LABEL.search(text.low[max(0, number.start - 16) : number.start]) and not number.figures:
        return True
    if number.value >= 100 and _per_or_countless(text, number):
        return True
    match = _IDIOM_AFTER.match(text.low, number.end)
    if match is None:
        return number.scale == 1000 and number.figures and _RACE.match(text.low, number.end) is not None
    found = match.group()
    if " a " in found and ("day" in found or "week" in found):
        return number.value in _ALWAYS_OPEN
    if "tolerance" in found or "sum" in found:
        return number.value == 0
    return not (" of " in found and number.value > 10)


def counts_something(text: Text, end: int) -> bool:
    """Whether a noun follows right after a number."""
    return _NOUN_FOLLOWS.match(text.plain, end) is not None
