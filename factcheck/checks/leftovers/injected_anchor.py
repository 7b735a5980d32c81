"""injected-anchor: a link phrase that somebody spliced into a sentence.

How it decides is told in docs/leftovers.md. In short: take the phrase out. Where it does not fit between its
neighbours and the sentence closes over the gap, it was put in; where it fits, it is somebody's own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.grammar import Word, agrees, classes, impossible, is_plural
from factcheck.checks.leftovers.listed import Found, quoted, shown
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Block, BlockKind, Link, Span
from factcheck.words import fold

RULE = "injected-anchor"

_LEFT = re.compile(r"([\w'’-]+) \Z")
_RIGHT = re.compile(r" ([\w'’-]+)")
_SENTENCE = re.compile(r"[.!?:;]['\"”’)\]]*\s+")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_WINDOW = 300  # characters looked at on either side
_LONGEST_LINK = 7  # words; longer links are sentences of their own
_LONGEST_TITLE = 6
_APART = (BlockKind.ATTRIBUTE, BlockKind.TABLE_CELL, BlockKind.TITLE)  # no running sentences

_BEFORE_COMMAND = frozenset(
    """to please and or then also just simply you can could may might will would should must shall cannot we they i who that
    which people readers not never don't do let help but first now always easily help't 'll'd either even so or""".split()
)
_AFTER_COMMAND = frozenset(
    """about to for in on at from of by with and or but if how why what when where before after because as than via through
    until while here below above now today first instead again online daily anytime directly soon so that which or later under
    then too also as well like into during within since unless once whether who yourself every each tomorrow tonight
    regularly often without using until or""".split()
)
_OPENS_ASIDE = frozenset(
    """if for to when while once after before as in please interested want need ready looking click visit until unless wherever
    whether since see learn read donate sign apply register or simply should follow download call contact""".split()
)
_POINTING = frozenset("this that these those his her its my our their".split())
_COUNTED = frozenset("website homepage webpage weblink link page site blog article source directory anchor".split())
_SCREEN = frozenset("button buttons link links page pages section tab box icon label labels prompt banner sign banners phrase words".split())
_PHRASE_NOUNS = frozenset("visitors users owners traffic content design address addresses builder builders links operators hosts hosting staff".split())
_LEADS_UP = frozenset("if when who whoever anyone want wants wish wishes need needs please you your".split())
_ENOUGH = 4  # words of the sentence before a phrase, from which on it is no heading of its own
_PAST = frozenset("than like as about of".split())


class _Seam(NamedTuple):
    """A phrase between its neighbours; "" where a sentence begins or ends, or punctuation stands between.

    Attributes:
        left, right: the neighbours in lower case.
        next: the word behind the right neighbour.
        opening: the sentence's first word.
        capital: whether the phrase begins with a capital between two words in small letters.
    """

    left: str
    right: str
    next: str
    opening: str
    before: str
    capital: bool

    @property
    def inside(self) -> bool:
        """Whether words of the sentence stand directly on both sides."""
        return bool(self.left and self.right)

    @property
    def heals(self) -> bool:
        """Whether the neighbours can stand side by side."""
        return not impossible(self.left, self.right)


def injected_anchor(page: Page) -> Iterator[Finding]:
    """Stock phrases, page titles and links; doubtful ones only in company of a sure one."""
    judged = list(_phrases(page))
    sure = [one for one, certain in judged if certain]
    sure += _titles(page)
    for block in page.blocks:
        if block.kind not in _APART:
            sure += _links(block) if block.links else ()
            sure += _pairs(block)
    kept = [one for one, _ in judged] + sure if sure else []
    last: dict[int, int] = {}
    for one in sorted(kept, key=lambda f: (f.block.span, f.start, -f.end)):
        if one.start >= last.get(id(one.block), 0):
            last[id(one.block)] = one.end
            yield _finding(page, one)


def _finding(page: Page, one: Found) -> Finding:
    span = _span_with_link(one)
    return Finding(RULE, span, values={"text": shown(one.text)}, fix=cut(page.document, span, title="Cut the spliced-in words"))


def _span_with_link(one: Found) -> Span:
    for link in one.block.links:
        if link.start == one.start and link.end == one.end:
            return link.span
    return one.block.place(one.start, one.end)


def _phrases(page: Page) -> Iterator[tuple[Found, bool]]:
    """Stock phrases that were spliced in, each with whether that is sure."""
    for block, hit in page.found(RULE):
        one = Found(block, hit.start, hit.end, hit.keys[0])
        if block.kind in _APART or not _is_whole_word(one) or quoted(one):
            continue
        verdict = _JUDGES[one.case](one, _seam(block.text, hit.start, hit.end))
        if verdict is not None:
            yield one, verdict


def _is_whole_word(one: Found) -> bool:
    text, end = one.block.text, one.end
    return end == len(text) or not (text[end].isalnum() or text[end] in "'’-" and text[end + 1 : end + 2].isalnum())


def _seam(text: str, start: int, end: int) -> _Seam:
    low = max(0, start - _WINDOW)
    before = text[low:start]
    cuts = list(_SENTENCE.finditer(before))
    sentence = before[cuts[-1].end() :] if cuts else before
    left = _LEFT.search(sentence)
    after = text[end : end + 80]
    right = _RIGHT.match(after)
    following = _RIGHT.match(after, right.end()) if right else None
    opening = _WORD.search(sentence)
    left_word, right_word = left[1] if left else "", right[1] if right else ""
    capital = text[start].isupper() and left_word[:1].islower() and right_word[:1].islower()
    return _Seam(
        fold(left_word), fold(right_word), following[1] if following else "", fold(opening[0]) if opening else "", fold(sentence), capital
    )


def _judge_never(one: Found, seam: _Seam) -> bool | None:
    """A phrase that no author writes: between two words, or at an end of the sentence where its neighbour does not want it."""
    if seam.inside:
        return True
    return None if not seam.left and not seam.right else (False if seam.left not in _BEFORE_COMMAND else None)


def _judge_command(one: Found, seam: _Seam) -> bool | None:
    """ "click here", "check this out": complete commands, behind which nothing but a new phrase can follow."""
    if not seam.inside:
        return None
    if seam.right in _SCREEN or not seam.heals:
        return None
    if seam.capital:
        return True
    fits_left = _fits_left(seam)
    fits_right = _fits_right(seam)
    if not fits_right:
        return True
    if fits_left or seam.opening in _OPENS_ASIDE:
        return None
    return _is_spliced(seam)


def _is_spliced(seam: _Seam) -> bool:
    """Of a command behind a word that no command follows: sure where nothing before it leads up to a command."""
    if seam.right == "to" and seam.next[:1].isupper():
        return True
    kinds = classes(seam.left)
    if impossible(seam.left, "see") or kinds & (Word.VERB | Word.VERBS) or (kinds & Word.BE and seam.left != "do"):
        return True
    words = seam.before.split()
    return len(words) >= _ENOUGH and not _LEADS_UP & set(words)


def _fits_left(seam: _Seam) -> bool:
    left = seam.left
    return left in _BEFORE_COMMAND or is_plural(left) or bool(classes(left) & (Word.ADVERB | Word.CLAUSE)) or left.endswith("n't")


def _fits_right(seam: _Seam) -> bool:
    right = seam.right
    if right in _AFTER_COMMAND or classes(right) & Word.ADVERB:
        return True
    if classes(right) & (Word.MODAL | Word.BE | Word.SUBJECT) or right in ("you", "your", "it"):
        return seam.left in ("to", "who", "that", "which", "you") or seam.opening in _OPENS_ASIDE
    return False


def _judge_more(one: Found, seam: _Seam) -> bool | None:
    """ "read more", "learn more": commands that also take a noun ("read more books")."""
    if not seam.inside or seam.right in _SCREEN or not seam.heals:
        return None
    if seam.capital:
        return True
    finite = classes(seam.right) & (Word.MODAL | Word.BE | Word.VERB | Word.VERBS | Word.DETERMINER | Word.NOT)
    if not finite and seam.right in ("these", "those", "its", "his"):
        finite = Word.POINTER
    if finite or (seam.right in ("need", "work", "help") and seam.next == "to"):
        relative = seam.left in ("who", "that", "which") or " who " in seam.before or (seam.left == "to" and not finite & Word.VERB)
        return None if relative or seam.opening in _OPENS_ASIDE else True
    if _fits_left(seam) or seam.opening in _OPENS_ASIDE or seam.right in _PAST:
        return None
    return _is_spliced(seam) if _starts_with_verb(one) else False


def _starts_with_verb(one: Found) -> bool:
    return not fold(one.text).startswith("more ")


def _judge_noun(one: Found, seam: _Seam) -> bool | None:
    """ "website", "this page": good English but for the neighbours."""
    if not seam.inside or not seam.heals or seam.right in _SCREEN | _PHRASE_NOUNS:
        return None
    first = _WORD.search(fold(one.text))
    pointed = first is not None and bool(classes(first[0]) & (Word.POINTER | Word.DETERMINER))
    kinds = classes(seam.left)
    bad_left = bool(kinds & (Word.MODAL | Word.SUBJECT)) or (pointed and bool(kinds & Word.DETERMINER))
    if kinds & Word.TO:
        bad_left = bool(classes(seam.right) & Word.VERB)
    split = agrees(seam.left, seam.right) and bool(classes(seam.right) & Word.VERB) and not pointed
    bare = fold(one.text) in _COUNTED
    bad_left = bad_left or (bare and bool(kinds & Word.BE)) or (first is not None and first[0] == "here" and bool(kinds & Word.DETERMINER))
    plural_verb = seam.right in ("are", "were", "have") and agrees(seam.left, seam.right) and not fold(one.text).endswith("s")
    split = split or plural_verb
    if _splits_pair(seam, pointed) or (first is not None and first[0] in _POINTING and bool(kinds & Word.DETERMINER)):
        return True
    if (bad_left and not kinds & Word.MODAL) or split or (kinds & Word.MODAL and _goes_on(seam)):
        return True
    if seam.capital and not kinds & (Word.DETERMINER | Word.POINTER | Word.PREPOSITION | Word.AND | Word.TO):
        return seam.right not in ("for", "of", "in", "on", "at") or is_plural(seam.left)
    if pointed:
        return None
    return False if kinds & Word.VERB and is_plural(seam.right) else None


def _splits_pair(seam: _Seam, pointed: bool) -> bool:
    """Whether the phrase parts an auxiliary from its verb; in a question the subject stands there by right."""
    left, right, words = seam.left, seam.right, seam.before.split()
    if left == seam.opening or (len(words) > 1 and classes(words[-2]) & Word.CLAUSE) or words[-2:-1] in (["how"], ["why"], ["what"]):
        return False
    if left in ("have", "has", "had"):
        return right == "been"
    if left in ("is", "are", "was", "were", "be", "been", "being"):
        return right.endswith(("ing", "ed")) and (not pointed or left in ("be", "been", "being"))
    if left == "to":
        return bool(classes(right) & Word.VERB) or right in ("be", "have")
    return bool(classes(left) & Word.MODAL) and (bool(classes(right) & Word.VERB) or right in ("be", "have", "not"))


def _goes_on(seam: _Seam) -> bool:
    """Whether the verb that a modal asks for stands behind the phrase; else a question has its own order."""
    return bool(classes(seam.right) & (Word.VERB | Word.NOT)) or not seam.opening == seam.left


_JUDGES = {"never": _judge_never, "command": _judge_command, "more": _judge_more, "noun": _judge_noun}

_PAIR = re.compile(r"\bboth (\w+ly) (?:here|there|website|link|source|site|more|page) and (?=\w+ly\b)")


def _pairs(block: Block) -> Iterator[Found]:
    """ "both locally here and globally": a word between the halves of a pair that are of one kind."""
    if "both " in block.text:
        for match in _PAIR.finditer(block.text):
            start = match.end(1) + 1
            yield Found(block, start, match.end() - len(" and "), "noun")


def _small_words(page: Page) -> frozenset[str]:
    """The words that the article writes in small letters somewhere: what they begin is no name."""
    return frozenset(word for block in page.blocks for word in re.findall(r"\b[a-z]{4,}\b", block.text))


_TITLE = Pattern(r"\b(?P<before>[a-z]+) (?P<title>[A-Z][a-z]{3,})(?= [a-z])")


def _titles(page: Page) -> Iterator[Found]:
    """The title of another page between a subject and its verb: "survivors Trafficking and the law receive"."""
    common: frozenset[str] = frozenset()
    for block in page.candidates(_TITLE):
        for match in _TITLE.expression.finditer(block.text):
            left = match["before"]
            if not is_plural(left) and not classes(left) & (Word.MODAL | Word.SUBJECT):
                continue
            end = _verb_after(block.text, match.end(), left)
            common = common or (_small_words(page) if end else common)
            first = match["title"].lower()
            one = Found(block, match.start("title"), end, "title")
            if end and (first in common or classes(first) & Word.NOUN) and not quoted(one):
                yield one


def _verb_after(text: str, at: int, subject: str) -> int:
    """Where a title that began ends: before the verb that its left neighbour waits for; 0 where none comes."""
    for count in range(1, _LONGEST_TITLE + 1):
        word = _RIGHT.match(text, at)
        if word is None or not word[1][0].islower():
            return 0
        if count > 1 and agrees(subject, word[1]) or classes(subject) & Word.MODAL and classes(word[1]) & Word.VERB:
            return at
        at = word.end()
    return 0


def _links(block: Block) -> Iterator[Found]:
    """Links whose words cannot stand where they stand, in a sentence that closes without them."""
    for link in block.links:
        words = _WORD.findall(fold(block.text[link.start : link.end]))
        if not 0 < len(words) <= _LONGEST_LINK or "://" in block.text[link.start : link.end]:
            continue
        seam = _seam(block.text, link.start, link.end)
        one = Found(block, link.start, link.end, "link")
        if seam.inside and seam.heals and not quoted(one) and _is_misfit(seam, words, link):
            yield one


def _is_misfit(seam: _Seam, words: list[str], link: Link) -> bool:
    if impossible(seam.left, words[0]) and (impossible(words[-1], seam.right) or not classes(words[0]) & Word.VERB):
        return True
    last = classes(words[-1])
    split = agrees(seam.left, seam.right) and is_plural(seam.left) and not is_plural(words[-1])
    participle = words[0].endswith(("ed", "ing")) and not classes(words[0]) & Word.NOUN
    joins = classes(words[0]) & (Word.PREPOSITION | Word.TO | Word.AND | Word.CLAUSE | Word.ADVERB | Word.SUBJECT | Word.BE | Word.MODAL)
    return split and not participle and not joins and not last & (Word.VERB | Word.SUBJECT)
