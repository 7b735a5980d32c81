"""repeated-text: titles, paragraphs and sentences that stand in the article twice.

Compared are lines, and sentences within them, by their words alone. Near repetition is told by shingles
(runs of five words, Broder 1997): two paragraphs that share four of five are one paragraph pasted twice.
Marked quotations, list items, table cells and lines with a telephone number may come again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, count, islice
from operator import eq

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, finding, quoted
from factcheck.checks.leftovers.page import Line, Page
from factcheck.claims.sentences import sentences
from factcheck.model import BlockKind
from factcheck.words import fold

RULE = "repeated-text"

_WORD = re.compile(r"[^\W_]+")
_MARKS = " .,:;!?…\"'()[]*_#-|"
_SENTENCE = re.compile(r"[^.!?]+[.!?]+[\"'”’)]*\s*|[^.!?]+\Z")
_PHONE = re.compile(
    r"(?:\d[().\s/-]{0,2}){9}|\b(?:call|text|dial|ring|phone)\b[^.]{0,40}\b\d{3,6}\b", re.IGNORECASE
)
_OPENS = ("“", '"', "«", "‘")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp)\Z", re.IGNORECASE)
_LONGEST_DOUBLED = 200  # characters
_DOUBLED_LETTERS = 8
_TITLE = 3  # words a repeated title has at least
_HEADING = 4  # words any other line has, to count where it comes again later
_TITLE_LETTERS = 12
_LINE_LETTERS = 24
_SENTENCE_WORDS = 9
_PARAGRAPH = 16  # words from which paragraphs are compared by shingles
_SHINGLE = 5
_SAMPLED = 4
_SHARED = 0.8
_POSTINGS = 8  # a shingle in more paragraphs than this tells nothing, and keeps the search linear
_NEAR = 6  # lines within which a short line counts as repeated
_HEADING_LETTERS = 30
_CAPTION = 120  # characters
_CREDIT = re.compile(r"\b(?:courtesy|getty|photos?|images?|illustration)\b", re.IGNORECASE)  # of a picture
_CITED = re.compile(r"https?://|\b(?:accessed|retrieved|ibid|doi)\b", re.IGNORECASE)
_TAIL = 4  # words that the second copy of a title may have more


def repeated_text(page: Page) -> Iterator[Finding]:
    """The second copy of whatever stands twice."""
    words = [tuple(fold(line.text).strip(_MARKS).split()) for line in page.lines]
    copies = dict(_lines(page.lines, words)) if _may_have_copies(words) else {}
    copies |= {k: v for k, v in _near(page.lines, words) if k not in copies}
    for index in sorted(copies.keys() - _references(page, copies)):
        line = page.lines[index]
        yield _finding(page, line, line.start, line.end, copies[index])
    if _may_repeat_sentences(page.lines):
        yield from _sentences(page, set(copies))
    for index, line in enumerate(page.lines):
        if index not in copies and (at := _doubled(line.text)):
            yield _finding(page, line, line.start + at, line.end, "line")


def _references(page: Page, copies: Iterable[int]) -> set[int]:
    """Of the copies those that are entries of a list of sources, which may name one as often as it is cited."""
    lines, heading = page.lines, page.expression("orphan-citation", "notes")
    found = set()
    for index in copies:
        above = (line.text.strip(" :.") for line in reversed(lines[:index]) if len(line.text) < _HEADING_LETTERS)
        if _CITED.search(lines[index].text) or any(heading.fullmatch(text) for text in islice(above, _NEAR)):
            found.add(index)
    return found


def _finding(page: Page, line: Line, start: int, end: int, case: str) -> Finding:
    one = Found(line.block, start, end, case)
    return finding(page, RULE, one)


def _may_have_copies(words: Sequence[tuple[str, ...]]) -> bool:
    """Whether two lines say the same, or one of the first says the title again."""
    return len(set(words)) < len(words) or any(_lengthens(words[0], said) for said in words[1 : _NEAR + 1])


def _may_repeat_sentences(lines: Sequence[Line]) -> bool:
    """Whether two sentences of a length that counts are the same."""
    found = (one.strip(_MARKS) for line in lines for one in _SENTENCE.findall(fold(line.text)))
    said = [one for one in found if one.count(" ") >= _SENTENCE_WORDS - 1]
    return len(set(said)) < len(said)


def _lines(lines: Sequence[Line], words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """Lines that say again what a line before them says."""
    first: dict[tuple[str, ...], int] = {}
    times = Counter(words)
    title = words[0] if lines else ()
    for index, line in enumerate(lines):
        said = words[index]
        before = first.setdefault(said, index) if said and not _is_quoted(line) else index
        if before < index and _counts(lines, index, before, said, times[said]):
            yield index, "title" if said == title else "line"
        elif 0 < index <= _NEAR and not line.sentence and _lengthens(title, said):
            yield index, "title"


def _lengthens(title: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether a line says the title again with a few words more."""
    more = len(said) - len(title)
    return len(title) > _TITLE and 0 < more <= _TAIL and said[: len(title)] == title


def _counts(lines: Sequence[Line], index: int, before: int, said: tuple[str, ...], times: int) -> bool:
    line, other = lines[index], lines[before]
    if _comes_again(line.text) or other.block.kind is BlockKind.TITLE or line.text.endswith("?"):
        return False
    if index == before + 1 and not line.item:
        return len("".join(said)) >= 4
    letters = sum(map(len, said))
    if line.item or other.item:
        return False
    near = index - before <= _NEAR and len(said) >= _TITLE and letters >= _TITLE_LETTERS and before == 0
    if times > 3:
        return near  # a refrain, a response, a label of every section
    return near or (len(said) >= _HEADING and letters >= _LINE_LETTERS)


def _is_prose(line: Line) -> bool:
    return not (_is_quoted(line) or line.item or line.block.kind is BlockKind.CAPTION)


def _is_quoted(line: Line) -> bool:
    return line.block.quoted or line.text.startswith(_OPENS)


def _comes_again(text: str) -> bool:
    """Whether a text may stand as often as the article likes: a telephone number, the credit of a picture."""
    return _PHONE.search(text) is not None or (len(text) < _CAPTION and _CREDIT.search(text) is not None)


def _near(lines: Sequence[Line], words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, str]]:
    """Paragraphs that share most of their five-word runs with one before them."""
    long = (index for index, said in enumerate(words) if len(said) >= _PARAGRAPH and _is_prose(lines[index]))
    paragraphs = [(index, _shingles(words[index])) for index in long]
    every = [shingles for _, shingles in paragraphs]
    if len(set().union(*every)) == sum(map(len, every)):
        return  # no two share a single run
    postings: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, shingles in paragraphs:
        shared: Counter[int] = Counter()
        for shingle in shingles:
            found = postings[shingle]
            if found:
                shared.update(found)
            if len(found) < _POSTINGS:
                found.append(index)
        copied = shared and max(shared.values()) >= _SHARED * len(shingles)
        if copied and not _comes_again(lines[index].text):
            yield index, "paragraph"


def _shingles(said: tuple[str, ...]) -> set[tuple[str, ...]]:
    """One in four of a paragraph's runs of five words, chosen by their length, so that copies choose alike."""
    ends = [0, *accumulate(map(len, said))]
    rests = [end % _SAMPLED for end in ends]
    chosen = compress(count(), map(eq, rests, rests[_SHINGLE:]))
    return {said[at : at + _SHINGLE] for at in chosen}


def _sentences(page: Page, known: set[int]) -> Iterator[Finding]:
    """Sentences that stand word for word in two places."""
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        if index in known or line.item or _is_quoted(line):
            continue
        for span in sentences(line.text):
            sentence = line.text[span.start : span.end].rstrip()
            said = fold(sentence).strip(_MARKS)
            if said.count(" ") < _SENTENCE_WORDS - 1 or sentence.endswith("?"):
                continue  # an interview asks several people the same
            start = line.start + span.start
            one = Found(line.block, start, start + len(sentence), "sentence")
            if said in seen and not _comes_again(said) and not quoted(page, one):
                yield finding(page, RULE, one)
            seen.add(said)


def _doubled(text: str) -> int:
    """Where a line's second half begins that says its first half again; 0 where none does."""
    if len(text) > _LONGEST_DOUBLED:
        return 0
    first = _WORD.search(text)
    if first is None or text.casefold().count(first[0].casefold()) < 2:
        return 0
    text = _PICTURE.sub("", text)
    spans = [(match[0].casefold(), match.start()) for match in _WORD.finditer(text)]
    words = [word for word, _ in spans]
    half = len(words) // 2
    same = len(words) == 2 * half and half > 1 and words[:half] == words[half:]
    return spans[half][1] if same and len("".join(words[:half])) >= _DOUBLED_LETTERS else 0
