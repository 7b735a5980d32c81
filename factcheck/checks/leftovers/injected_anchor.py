"""injected-anchor: a link phrase that somebody spliced into a sentence.

How it decides is told in docs/leftovers.md. In short: take the phrase out. Where it does not fit between its
neighbours and the sentence closes over the gap, it was put in; where it fits, it is somebody's own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.grammar import Word, agrees, classes, impossible, is_plural, listed
from factcheck.checks.leftovers.listed import Found, quoted, shown
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.seams import Seam, first_word, seam
from factcheck.model import Block, BlockKind, Span
from factcheck.words import fold

RULE = "injected-anchor"

_APART = (BlockKind.ATTRIBUTE, BlockKind.TABLE_CELL, BlockKind.TITLE)  # no running sentences
_LONGEST_LINK = 7  # words; longer links are sentences of their own
_LONGEST_TITLE = 6
_RANKED = re.compile(r"\b(?:first|last|only|next) \w+s \Z")  # "the first adults to notice"
_NEXT = re.compile(r" ([\w'’-]+)")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")


def injected_anchor(page: Page) -> Iterator[Finding]:
    """Stock phrases, page titles and links; doubtful ones only in company of a sure one."""
    judged = list(_phrases(page))
    sure = [one for one, certain in judged if certain]
    sure += _titles(page)
    sure += (
        one for block in page.blocks if block.links and block.kind not in _APART for one in _links(page, block)
    )
    sure += _pairs(page)
    kept = [one for one, _ in judged] + sure if sure else []
    last: dict[int, int] = {}
    for one in sorted(kept, key=lambda f: (f.block.span, f.start, -f.end)):
        if one.start >= last.get(id(one.block), 0):
            last[id(one.block)] = one.end
            yield _finding(page, one)


def _finding(page: Page, one: Found) -> Finding:
    span = _with_link(one)
    fix = cut(page.document, span, title="Cut the spliced-in words")
    return Finding(RULE, span, values={"text": shown(one.text)}, fix=fix)


def _with_link(one: Found) -> Span:
    """The words' stretch in the source, the whole link where they are one."""
    for link in one.block.links:
        if link.start == one.start and link.end == one.end:
            return link.span
    return one.block.place(one.start, one.end)


def _phrases(page: Page) -> Iterator[tuple[Found, bool]]:
    """Stock phrases that were spliced in, each with whether that is sure."""
    for block, hit in page.found(RULE):
        one = Found(block, hit.start, hit.end, hit.keys[0])
        if block.kind not in _APART and _is_whole(one) and not quoted(page, one):
            verdict = _JUDGES[one.case](one, seam(block.text, hit.start, hit.end))
            if verdict is not None:
                yield one, verdict


def _is_whole(one: Found) -> bool:
    """Whether the phrase ends with a word: no letter, possessive or compound goes on behind it."""
    behind = one.block.text[one.end : one.end + 2]
    return not (behind[:1].isalnum() or (behind[:1] in ("'", "’", "-") and behind[1:].isalnum()))


def _judge_never(one: Found, at: Seam) -> bool | None:
    """A phrase that no author writes: anywhere between two words, doubtful at an end of the sentence."""
    if at.inside:
        return True
    return False if (at.left or at.right) and not at.takes_command else None


def _judge_command(one: Found, at: Seam) -> bool | None:
    """ "click here", "check this out": commands that lack nothing, so only a new phrase can follow."""
    if not at.inside or listed(at.right, "screen") or not at.heals:
        return None
    if at.capital or not at.goes_on:
        return True
    return None if at.takes_command or at.commands else at.spliced


def _judge_more(one: Found, at: Seam) -> bool | None:
    """ "read more", "more info": what may also take or be a noun ("read more books")."""
    if not at.inside or listed(at.right, "screen") or not at.heals:
        return None
    if at.capital or (at.right == "to" and _RANKED.search(at.before)):
        return True
    if _begins_verb(at):
        relative = at.left in ("who", "that", "which") or " who " in at.before
        infinitive = at.left == "to" and not classes(at.right) & Word.VERB
        own = first_word(one.text) == "you"  # a clause of its own, so that the verb is not its
        return None if (relative or infinitive or at.commands) and not own else True
    if at.takes_command or at.commands or listed(at.right, "past"):
        return None
    return at.spliced and not fold(one.text).startswith("more ")


def _judge_pointing(one: Found, at: Seam) -> bool | None:
    """ "check this", "see it": good English almost everywhere, but not where no verb can stand."""
    if not at.inside or listed(at.right, "screen") or not at.heals or at.commands:
        return None
    if at.capital or (_bars_verb(at.left) and at.opening not in ("what", "all")):
        return True
    return None if at.takes_command else bool(classes(at.right) & (Word.MODAL | Word.BE | Word.VERB))


def _bars_verb(left: str) -> bool:
    """Whether no verb can stand behind a word: a preposition, a finite verb; "go see" is said."""
    finite = classes(left) & (Word.VERB | Word.VERBS | Word.BE)
    return (
        impossible(left, "see")
        or listed(left, "needing")
        or (bool(finite) and left not in ("go", "come", "do", "does", "did"))
    )


def _begins_verb(at: Seam) -> bool:
    """Whether a finite verb or a new noun phrase follows, which "read more" cannot have behind it."""
    finite = Word.MODAL | Word.BE | Word.VERB | Word.VERBS | Word.DETERMINER | Word.NOT
    if classes(at.right) & finite or at.right in ("these", "those", "its", "his"):
        return True
    after = at.next.lower()
    return listed(at.right, "waiting") and (
        after == "to" or bool(classes(after) & (Word.DETERMINER | Word.POINTER))
    )


def _judge_noun(one: Found, at: Seam) -> bool | None:
    """ "website", "this page": good English but for the neighbours."""
    if not at.inside or not at.heals or listed(at.right, "screen") or _is_adverb(one, at):
        return None
    ended = one.text.endswith(" here") and bool(classes(at.right) & Word.PREPOSITION)
    if ended or (one.text[0].isupper() and " " not in one.text) or _is_verb(one, at):
        return None  # one noun with a capital is a name
    if _is_misplaced(one, at):
        return True
    kinds = classes(at.left)
    if (
        at.capital
        and not fold(one.text).startswith("web")
        and not kinds & (Word.DETERMINER | Word.POINTER | Word.PREPOSITION | Word.AND | Word.TO)
    ):
        return at.right not in ("for", "of", "in", "on", "at") or is_plural(at.left)
    pointed = listed(first_word(one.text), "pointing")
    return False if not pointed and kinds & Word.VERB and is_plural(at.right) else None


def _is_verb(one: Found, at: Seam) -> bool:
    """Whether "link" is what somebody does: "you can link directly to it"."""
    waits = classes(at.left) & (Word.MODAL | Word.SUBJECT | Word.TO)
    return bool(waits) and listed(fold(one.text), "verb-too") and not classes(at.right) & (Word.VERB | Word.BE)


def _is_adverb(one: Found, at: Seam) -> bool:
    """Whether "here" says where somebody is: "workers here earn less", "we here at the clinic"."""
    if not all(listed(word, "place") for word in one.text.split()):
        return False
    if classes(at.left) & (Word.ADVERB | Word.SUBJECT):
        return True  # "are already here working", "we here present"
    return is_plural(at.left) and agrees(at.left, at.right)


def _is_misplaced(one: Found, at: Seam) -> bool:
    kinds, first = classes(at.left), first_word(one.text)
    pointed = listed(first, "pointing")
    if _needs_article(one) and at.parts_pair and (not pointed or at.left not in ("is", "are", "was", "were")):
        return True
    if kinds & Word.DETERMINER and (pointed or first == "here"):
        return True
    if kinds & Word.SUBJECT or (kinds & Word.BE and listed(fold(one.text), "counted") and not is_plural(at.right)):
        return True
    counted = " " in one.text and listed(at.right, "number")
    if kinds & Word.PREPOSITION and not pointed and first != "here" and counted:
        return True
    if kinds & Word.MODAL:
        return at.opening != at.left  # a question opens with the modal, and has its subject behind it
    return not pointed and (_splits_clause(one, at) or _is_no_compound(one, at) or _is_bare_subject(one, at))


def _needs_article(one: Found) -> bool:
    """Whether the phrase is one countable thing, unlike "websites" and "content"."""
    last = fold(one.text).split()[-1]
    return not is_plural(last) and not listed(last, "mass")


def _is_no_compound(one: Found, at: Seam) -> bool:
    """Whether one countable thing stands without an article before an adjective, or before people."""
    what = fold(one.text)
    if classes(at.left) & (Word.DETERMINER | Word.POINTER) or at.left.endswith(("'s", "’s")):
        return False
    led = is_plural(at.left) or classes(at.left) & (Word.VERB | Word.VERBS | Word.PREPOSITION | Word.AND)
    if listed(what, "counted") and listed(at.right, "adjective"):
        return bool(led)
    return listed(what, "no-compound") and listed(at.right, "people") and bool(led)


def _is_bare_subject(one: Found, at: Seam) -> bool:
    """Whether a sentence begins with one countable thing that no article, name or possessive goes before."""
    before = at.before.split()
    led = before and (any(classes(word) for word in before) or before[0].endswith(("'s", "’s")))
    opened = len(before) > 1 and not led and not before[0].isalpha()
    return opened and listed(fold(one.text), "no-compound") and bool(classes(at.right) & Word.VERBS)


def _splits_clause(one: Found, at: Seam) -> bool:
    """Whether a plural subject stands before the phrase and its verb behind it, which the phrase cannot have."""
    one_thing = not fold(one.text).endswith("s")
    did = " " in one.text and at.right.endswith("ed") and at.next not in ("to", "with", "by", "in")
    if did and is_plural(at.left):
        return True
    if not agrees(at.left, at.right):
        return False
    return bool(classes(at.right) & Word.VERB) or (at.right in ("are", "were", "have") and one_thing)


_JUDGES = {
    "never": _judge_never,
    "command": _judge_command,
    "more": _judge_more,
    "pointing": _judge_pointing,
    "noun": _judge_noun,
}


def _pairs(page: Page) -> Iterator[Found]:
    """ "both locally here and globally": a word between the halves of a pair that are of one kind."""
    pair = page.patterns.named(RULE, "pair")
    for block in page.candidates(pair):
        for match in pair.expression.finditer(block.text):
            yield Found(block, *match.span("noun" if match["noun"] else "noun_"), "noun")


def _small_words(page: Page) -> frozenset[str]:
    """The words that the article writes in small letters somewhere: what they begin is no name."""
    return frozenset(word for block in page.blocks for word in re.findall(r"\b[a-z]{4,}\b", block.text))


def _titles(page: Page) -> Iterator[Found]:
    """The title of another page between a subject and its verb: "survivors Trafficking and the law receive"."""
    common: frozenset[str] = frozenset()
    title = page.patterns.named(RULE, "title")
    for block in page.candidates(title):
        for match in title.expression.finditer(block.text):
            left = match["before"]
            if not is_plural(left) and not classes(left) & (Word.MODAL | Word.SUBJECT):
                continue
            end = _verb_after(block.text, match.end(), left)
            common = common or (_small_words(page) if end else common)
            first = match["title"].lower()
            one = Found(block, match.start("title"), end, "title")
            if end and (first in common or classes(first) & Word.NOUN) and not quoted(page, one):
                yield one


def _verb_after(text: str, at: int, subject: str) -> int:
    """Where a title ends: before the verb that its left neighbour waits for; 0 where none comes."""
    for count in range(1, _LONGEST_TITLE + 1):
        word = _NEXT.match(text, at)
        if word is None or not word[1][0].islower():
            return 0
        waited = classes(subject) & Word.MODAL and classes(word[1]) & Word.VERB
        if waited or (count > 1 and agrees(subject, word[1])):
            return 0 if text.endswith(" to", 0, at) else at
        at = word.end()
    return 0


def _links(page: Page, block: Block) -> Iterator[Found]:
    """Links whose words cannot stand where they stand, in a sentence that closes without them."""
    for link in block.links:
        if block.text[link.start - 1 : link.start] != " " or block.text[link.end : link.end + 1] != " ":
            continue  # no words of a sentence on both sides
        text = block.text[link.start : link.end]
        found = _WORD.findall(fold(text))
        one = Found(block, link.start, link.end, "link")
        if 0 < len(found) <= _LONGEST_LINK and "://" not in text and not quoted(page, one):
            at = seam(block.text, link.start, link.end)
            sentence = (
                text[0].isupper() and " " in text and bool(classes(found[0]) & (Word.POINTER | Word.SUBJECT))
            )
            if at.inside and at.heals and not (sentence or _is_name(text)) and _is_misfit(at, found):
                yield one


def _is_name(text: str) -> bool:
    """Whether a link's words are written as a name or a title all through."""
    long = [word for word in text.split() if len(word) > 3]
    return " " in text and bool(long) and all(word[0].isupper() for word in long)


def _is_misfit(at: Seam, found: list[str]) -> bool:
    """Whether a link's words fit neither side, or part a plural subject from its verb."""
    first, last = found[0], found[-1]
    if impossible(at.left, first) and (impossible(last, at.right) or not classes(first) & Word.VERB):
        return True
    if not (is_plural(at.left) and agrees(at.left, at.right)) or is_plural(last):
        return False
    participle = first.endswith(("ed", "ing")) and not classes(first) & Word.NOUN
    joins = Word.PREPOSITION | Word.TO | Word.AND | Word.CLAUSE | Word.ADVERB | Word.SUBJECT | Word.BE | Word.MODAL
    return not participle and not classes(first) & joins and not classes(last) & (Word.VERB | Word.SUBJECT)
