"""Which word can follow which, for the words whose class needs no dictionary.

English marks its sentences by a few hundred closed-class words: after "must" comes a verb, after "the" never a
preposition. Two neighbours are called impossible only where both are of such a class (or a verb that is
nothing but a verb); of every other pair nothing is claimed. That finds a seam in a sentence without a tagger,
and keeps silent where it cannot know.
"""

from __future__ import annotations

from enum import Flag, auto
from functools import lru_cache


class Word(Flag):
    """What a word can be; several at once."""

    NONE = 0
    DETERMINER = auto()  # a noun must still come
    POINTER = auto()  # a determiner that also stands alone: "this", "some"
    SUBJECT = auto()  # "we", "they": a verb must come
    OBJECT = auto()
    PREPOSITION = auto()
    TO = auto()
    AND = auto()
    CLAUSE = auto()  # opens a clause: "because", "that"
    MODAL = auto()
    BE = auto()  # finite forms of be, have, do
    VERB = auto()  # base form of a verb that is no noun
    VERBS = auto()  # its third person
    NOT = auto()
    ADVERB = auto()
    NOUN = auto()  # a noun or adjective that is no verb


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


_MEMBERS: dict[Word, frozenset[str]] = {
    Word.DETERMINER: words("the a an every my your our their"),
    Word.POINTER: words(
        "this that these those some any each no its his her all both many most several few another such"
    ),
    Word.SUBJECT: words("i we they he she"),
    Word.OBJECT: words("me us them him whom"),
    Word.PREPOSITION: words(
        """of in for with on at by from into between among against through during under without within across
        towards toward upon via despite onto beyond behind beside besides amid"""
    ),
    Word.TO: words("to"),
    Word.AND: words("and or but nor"),
    Word.CLAUSE: words(
        "because although though whether if when where while unless until since which who whose whom whoever that"
    ),
    Word.MODAL: words("can could will would shall should may might must cannot"),
    Word.BE: words("is are was were has have had does did am"),
    Word.NOT: words("not never"),
    Word.ADVERB: words(
        "also often still already even just only always then soon now ever here there too again today"
    ),
}
_VERBS = words(
    """accept accomplish achieve acquire adopt agree allow appear arise ask assess avoid become begin believe
    belong bring buy carry choose coerce collaborate collect come commit complete confirm confront
    consider consist continue contribute cooperate coordinate create deceive decide defend demonstrate
    deny depend describe deserve detect determine develop discover discuss donate earn educate eliminate
    emphasise emphasize enable enact encourage endure enforce engage ensure enter entice equip eradicate
    establish evaluate examine exist expect explain expose fail flee follow forget gather get give go
    grow happen heal hear highlight identify ignore illustrate implement improve include inform insist
    inspire intend introduce investigate involve know learn lend listen lose maintain make manage
    manipulate mean mend mention obtain occur operate oppose overcome overlook participate pay
    perpetrate prefer preserve prevent propose prosecute protect prove provide realise realize rebuild
    receive recognise recognize recommend recover reduce refuse reject rely remain remember remind
    require resist restore reveal see seem sell send serve speak spend strengthen succeed suffer suggest
    survive sustain tackle take teach tell think understand verify want warn write"""
)
_NOUNS = words(
    """website websites homepage webpage weblink human child children sex trafficking exploitation slavery
    labor labour modern international legal law lawyer attorney essay online personal injury victim
    victims survivor survivors information info content company agency domain url software casino
    insurance seo wordpress business services resource resources article articles"""
)


_NO_ADVERBS = words("family supply apply reply early italy")


@lru_cache(maxsize=8192)
def classes(word: str) -> Word:
    """The classes of a word, by its lower-case form."""
    found = Word.NONE
    for kind, members in _MEMBERS.items():
        if word in members:
            found |= kind
    if word in _VERBS:
        found |= Word.VERB
    if _third_person(word):
        found |= Word.VERBS
    if word in _NOUNS:
        found |= Word.NOUN
    if word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS:
        found |= Word.ADVERB
    return found


def _third_person(word: str) -> bool:
    if not word.endswith("s"):
        return False
    return (
        word[:-1] in _VERBS
        or (word.endswith("es") and word[:-2] in _VERBS)
        or (word.endswith("ies") and word[:-3] + "y" in _VERBS)
    )


_FINITE = Word.MODAL | Word.BE
_VERBAL = Word.VERB | Word.VERBS
_NEVER_AFTER: tuple[tuple[Word, Word], ...] = (
    (
        Word.DETERMINER,
        _FINITE
        | _VERBAL
        | Word.PREPOSITION
        | Word.AND
        | Word.SUBJECT
        | Word.OBJECT
        | Word.DETERMINER
        | Word.TO
        | Word.CLAUSE,
    ),
    (
        Word.MODAL,
        Word.DETERMINER | Word.PREPOSITION | Word.OBJECT | Word.MODAL | Word.TO | Word.NOUN | Word.VERBS,
    ),
    (Word.TO, _FINITE | Word.PREPOSITION | Word.AND | Word.SUBJECT | Word.VERBS),
    (Word.PREPOSITION, _FINITE | _VERBAL | Word.AND | Word.SUBJECT),
    (Word.SUBJECT, Word.DETERMINER | Word.SUBJECT | Word.OBJECT | Word.NOUN),
    (Word.AND, Word.AND),
    (Word.NOT, Word.MODAL | Word.SUBJECT),
)


def impossible(left: str, right: str) -> bool:
    """Whether no English sentence has these two words side by side, so far as their classes tell.

    Args:
        left, right: words in lower case; "" where a sentence begins or ends, of which nothing is claimed.
    """
    one, other = classes(left), classes(right)
    if not one or not other:
        return False
    if one & (Word.POINTER | Word.CLAUSE) and not one & Word.DETERMINER:
        return False
    return any(one & before and other & after and not _excused(other, after) for before, after in _NEVER_AFTER)


def _excused(word: Word, after: Word) -> bool:
    """Whether a word of several classes can be read as one that is allowed."""
    return bool(word & ~after & (Word.POINTER | Word.ADVERB | Word.CLAUSE))


_PLURALS = words("children people women men girls police")


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in _PLURALS:
        return True
    shaped = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))
    return shaped and not classes(word) & ~Word.NOUN


def agrees(subject: str, verb: str) -> bool:
    """Whether a plural noun or pronoun can be the subject of a finite verb form right behind it."""
    kinds = classes(verb)
    plural = is_plural(subject) or subject in ("we", "they", "who", "you")
    return plural and (
        bool(kinds & (Word.MODAL | Word.VERB)) or verb in ("are", "were", "have", "do", "need", "deserve")
    )


AWAITS_VERB = "|".join(("[a-z]{3,}s", *sorted(_PLURALS | _MEMBERS[Word.MODAL] | _MEMBERS[Word.SUBJECT])))
"""A pattern of every word that may be a plural noun, and of the pronouns and modal verbs before a verb."""
