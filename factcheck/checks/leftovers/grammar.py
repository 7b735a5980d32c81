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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MEMBERS: dict[Word, frozenset[str]] = {
    Word.DETERMINER: _words("the a an every my your our their"),
    Word.POINTER: _words("this that these those some any each no its his her all both many most several few another such"),
    Word.SUBJECT: _words("i we they he she"),
    Word.OBJECT: _words("me us them him whom"),
    Word.PREPOSITION: _words(
        """of in for with on at by from into between among against through during under without within across
        towards toward upon via despite onto beyond behind beside besides amid"""
    ),
    Word.TO: _words("to"),
    Word.AND: _words("and or but nor"),
    Word.CLAUSE: _words("because although though whether if when where while unless until since which who whose whom whoever that"),
    Word.MODAL: _words("can could will would shall should may might must cannot"),
    Word.BE: _words("is are was were has have had does did am"),
    Word.NOT: _words("not never"),
    Word.ADVERB: _words("also often still already even just only always then soon now ever here there too again today"),
}
_VERBS = _words(
    """protect prevent ensure receive provide identify become understand recognise recognize allow include require
    remain bring give make know get become see find tell ask think believe feel learn speak write teach create
    develop improve reduce strengthen eliminate eradicate combat exploit recruit coerce deceive force prosecute
    investigate convict arrest rescue restore recover rebuild heal escape flee survive suffer endure deserve
    belong exist occur happen arise seem appear depend rely consist continue begin stop avoid deny refuse reject
    accept agree decide choose prefer hope expect intend try attempt manage fail succeed enable empower encourage
    inspire educate inform warn remind teach train equip engage involve collaborate cooperate coordinate
    participate contribute donate advocate demand insist urge recommend suggest propose consider examine assess
    evaluate determine detect discover reveal expose disclose confirm verify prove demonstrate illustrate
    explain describe define discuss mention emphasise emphasize highlight ignore overlook forget remember
    realise realize notice observe hear listen follow lead send carry hold keep leave lose pay buy sell earn
    serve save gather collect obtain acquire gain achieve accomplish complete maintain sustain
    preserve defend oppose resist overcome tackle confront implement enforce adopt enact introduce establish
    operate perpetrate commit go come take mean bring mend lend enter spend feed grow happen earn lie want live lure entice manipulate transport harbor harbour"""
) - _words("feed lie force demand train lead rescue escape arrest abuse combat hope harbor harbour save convict recruit exploit transport lure stop try keep find hold leave notice attempt urge advocate gain")
_NOUNS = _words(
    """website websites homepage webpage weblink human child children sex trafficking exploitation slavery labor labour
    modern international legal law lawyer attorney essay online personal injury victim victims survivor survivors
    information info content company agency domain url software casino insurance seo wordpress
    business services resource resources article articles"""
)


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
    if word.endswith("ly") and len(word) > 4 and word not in ("family", "supply", "apply", "reply", "only", "early", "italy"):
        found |= Word.ADVERB
    return found


def _third_person(word: str) -> bool:
    if not word.endswith("s"):
        return False
    return word[:-1] in _VERBS or (word.endswith("es") and word[:-2] in _VERBS) or (
        word.endswith("ies") and word[:-3] + "y" in _VERBS
    )


_FINITE = Word.MODAL | Word.BE
_NEVER_AFTER: tuple[tuple[Word, Word], ...] = (
    (Word.DETERMINER, _FINITE | Word.PREPOSITION | Word.AND | Word.SUBJECT | Word.OBJECT | Word.DETERMINER | Word.TO
     | Word.VERB | Word.VERBS | Word.CLAUSE),
    (Word.MODAL, Word.DETERMINER | Word.PREPOSITION | Word.OBJECT | Word.MODAL | Word.TO | Word.NOUN | Word.VERBS),
    (Word.TO, _FINITE | Word.PREPOSITION | Word.AND | Word.SUBJECT | Word.VERBS),
    (Word.PREPOSITION, _FINITE | Word.AND | Word.SUBJECT | Word.VERB | Word.VERBS),
    (Word.SUBJECT, Word.DETERMINER | Word.SUBJECT | Word.OBJECT | Word.NOUN),
    (Word.AND, Word.AND),
    (Word.NOT, Word.MODAL | Word.SUBJECT),
)  # fmt: skip


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


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in ("children", "people", "women", "men", "girls", "police"):
        return True
    shaped = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))
    return shaped and not classes(word) & ~Word.NOUN


def agrees(subject: str, verb: str) -> bool:
    """Whether a plural noun or pronoun can be the subject of a finite verb form right behind it."""
    kinds = classes(verb)
    plural = is_plural(subject) or subject in ("we", "they", "who", "you")
    return plural and (bool(kinds & (Word.MODAL | Word.VERB)) or verb in ("are", "were", "have", "do", "need", "deserve"))
