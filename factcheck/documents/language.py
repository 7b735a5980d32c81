"""Whether a text is English, by its script and its function words.

The commonest words of a language ("the", "of", "und", "que") make up a third of any running text and hardly
occur in another language's. Counting them is the oldest method of telling languages apart (Grefenstette
1995, "Comparing two language identification schemes"), needs no model and cannot change its mind. Words
that English shares with another of these languages ("in", "a", "is", "die", "me") are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Document

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 20  # words from which on counting says something
_PLENTY = 60  # words from which on English without its function words is impossible
_SAMPLE = 4_000  # words that are counted at most
_LONG = 10  # letters of a word and what stands between two: so many suffice for the sample
_RARE = 0.04  # a lower share of function words is not running English
_FOREIGN = 0.05  # another language's function words count from this share on
_FAVOUR = 1.5  # how much commoner than English words they must be

_FUNCTION_WORDS = {
    "en": """the of and to that for with by from this have has which their they are were been who what when
    there would could should about into than these those its his her our your you she but if can more most
    other how many because between while where""",
    "es": "el los las del que y en una por para con como más pero sus este esta son fue ha también muy",
    "fr": "le les des du et est une dans pour que qui sur au aux avec par ce cette sont ont plus pas nous",
    "de": "der und das den dem des ist nicht mit von zu für auf sich ein eine einer werden wird auch bei",
    "pt": "os da dos das que e em um uma para com não por mais como mas foi são ao pela pelo também",
    "it": "il gli della delle di del che e un una per con non sono più come anche nel alla dei ha questo",
    "nl": "het een van en dat op voor met zijn niet te aan ook door bij naar wordt deze maar uit heeft",
    "scandinavian": "og det som er av på til ikke med den har et att och för är eller inte av",
    "pl": "w na z się nie jest że przez od dla oraz jak po który są ich tym być",
    "ro": "și în de la cu nu pe este din care să pentru mai sunt sau prin un o al ale fost",
    "tr": "ve bir bu için ile da de olarak çok daha gibi olan en ne kadar sonra ancak",
    "id": "dan yang di untuk dengan dari ini itu pada adalah tidak dalam akan oleh mereka juga",
    "tl": "ang ng sa mga na ay at ito para hindi kung siya sila ako may niya",
    "sw": "na ya wa kwa katika ni za la cha kuwa hii hiyo watu kama pia yake",
    "vi": "và của là có trong cho được không người với các những này một đã",
    "hu": "az és hogy nem egy meg ez csak már mint még vagy volt van lehet minden",
}
_ENGLISH, *_OTHERS = (frozenset(words.split()) for words in _FUNCTION_WORDS.values())
_KNOWN = _ENGLISH.union(*_OTHERS)

# Western text has one byte a character in this encoding, typographic quotes included, and bytes are sorted fast
_WESTERN = "windows-1252"
_LETTERS = b"".join(
    b"'" if character in ("'", "’") else character.lower().encode(_WESTERN) if _WORD.fullmatch(character) else b" "
    for character in (bytes([byte]).decode(_WESTERN, "replace") for byte in range(256))
)
_QUOTE = re.compile("'(?:(?<![^ ]')|(?![^ ]))")  # no apostrophe within a word


def is_english(document: Document) -> bool:
    """Whether the article is to be read as English; too little text counts as English.

    A language that the document declares for itself (`lang` in HTML, `lang` or `language` in front
    matter) is believed where it is not English; where it says English, the words may still tell otherwise.
    """
    declared = document.language.lower().replace("_", "-").partition("-")[0]
    if declared and declared not in ("en", "eng", "english"):
        return False
    words, western = _words(document)
    if not western and _is_foreign_script(words):  # also where scripts without blanks make few words
        return False
    if len(words) < _ENOUGH:
        return True
    known = list(filter(_KNOWN.__contains__, words))
    english = sum(map(_ENGLISH.__contains__, known))
    if len(known) - english >= _FOREIGN * len(words):
        foreign = _foreign(known)
        if foreign >= _FOREIGN * len(words) and foreign > _FAVOUR * english:
            return False
    return len(words) < _PLENTY or english >= _RARE * len(words)


def _foreign(words: list[str]) -> int:
    """How many are function words of the one other language that has most of them."""
    counts = Counter(words)
    return max(sum(counts[word] for word in other) for other in _OTHERS)


def _words(document: Document) -> tuple[list[str], bool]:
    """The first words of an article, and whether all are of western letters."""
    texts, wanted = [], _SAMPLE * _LONG
    for block in document.article:
        texts.append(block.text)
        wanted -= len(block.text)
        if wanted <= 0:
            break
    text = "\n".join(texts)
    try:
        letters = text.encode(_WESTERN).translate(_LETTERS).decode(_WESTERN)
    except UnicodeEncodeError:
        return _WORD.findall(text.lower())[:_SAMPLE], False
    return _QUOTE.sub(" ", letters).split()[:_SAMPLE], True


def _is_foreign_script(words: list[str]) -> bool:
    """Whether most letters are of another script than Latin."""
    letters = Counter("".join(words))
    foreign = sum(count for letter, count in letters.items() if not _is_latin(letter))
    return 2 * foreign > sum(letters.values())


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN")
