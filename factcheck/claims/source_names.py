"""What makes words a source's name: capitals, a body of its own, nothing vague."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factcheck.entries import read_yaml

_LISTS: Final = Path(__file__).with_name("sources.yaml")
_PLAIN_START: Final = re.compile(r"[A-Za-z](?![?*+{])")
_WORDS: Final[dict[str, str]] = read_yaml(_LISTS.read_text("utf-8"), str(_LISTS))
LOOK_BACK: Final = 140  # characters before a word in which the name it belongs to begins


@dataclass(frozen=True, slots=True)
class SourceMention:
    """A source named or linked at `text[start:end]`.

    Attributes:
        publisher: id of a publisher in the corpus, empty for any other.
        text: the words that name it, empty for a link or a mark.
        url: where it links to.
    """

    start: int
    end: int
    publisher: str = ""
    text: str = ""
    url: str = ""

    @property
    def named(self) -> bool:
        """Whether a name stands in the words, not merely "the report", "she" or a footnote's mark."""
        return holds_name(self.text)


def words_of(name: str) -> list[str]:
    """A list of `sources.yaml`."""
    return _WORDS[name].split()


def any_of(name: str) -> str:
    """A list of `sources.yaml` as one alternation, in groups by first letter: most words need one look at it."""
    groups: dict[str, list[str]] = {}
    for word in words_of(name):
        first = word[:1] if _PLAIN_START.match(word) else ""
        groups.setdefault(first or word, []).append(word[len(first) :])
    return rf"(?:{'|'.join(_grouped(first, rest) for first, rest in groups.items())})"


def _grouped(first: str, rest: list[str]) -> str:
    return first + (rest[0] if len(rest) == 1 else rf"(?:{'|'.join(rest)})")


CAPITALISED: Final = r"[A-Z&](?:[\w&'’-]|\.(?=\w)|(?<=\b[A-Z])\.)*"
_PROPER_END: Final = re.compile(
    rf"(?P<name>(?:{CAPITALISED}|\([A-Z][\w.&' -]{{1,40}}\))"
    rf"(?:,? (?:{CAPITALISED}|of|for|on|the|and|to|in|at|\([A-Z][\w.& '-]{{1,40}}\))){{0,12}})\Z"
)
_BODY: Final = re.compile(rf"\b{any_of('bodies')}\b")
_VAGUE: Final = re.compile(rf"(?:{any_of('vague_before')}\s)*{any_of('vague')}\b", re.IGNORECASE)
_FIRST_WORDS: Final = frozenset(words_of("first_words"))
_CAPITAL_WORD: Final = re.compile(r"\b[A-Z][\w.&'’-]*")
_OPENING: Final = re.compile(
    r"\A(?:(?:In|On|At|By|Since|During|For|And|But|When|As|While|If)\s(?:[A-Z]\w+,?\s(?=the\b|[A-Z]))?)+(?=\w)"
)


def is_name(name: str, text: str, start: int) -> bool:
    """Whether capitals make a name and not merely the first word of a sentence."""
    words = [word for word in _CAPITAL_WORD.findall(name) if word not in _FIRST_WORDS]
    if not words or name.rsplit(" ", 1)[-1][:1].islower():
        return False
    opens = start == 0 or text[:start].rstrip()[-1:] in ("", ".", "!", "?", ":", "•", "\n", "”", '"')
    return not opens or len(words) > 1 or sum(c.isupper() for c in words[0]) > 1


def name_before(text: str, at: int) -> str:
    """The name that ends at `text[at]`, empty if none does."""
    window = max(0, at - LOOK_BACK)
    found = name_ending(text[window:at])
    return trimmed(found["name"]) if found and is_name(found["name"], text, window + found.start()) else ""


def name_ending(text: str) -> re.Match[str] | None:
    """The capitals and the words between them at the end of a text, as the group `name`."""
    last = text.rpartition(" ")[2]
    if last.islower() and last[-1:] != ")":
        return None  # quickly: a name's last word has a capital
    return _PROPER_END.search(text)


def trimmed(name: str) -> str:
    """A name without the words before it that only open the sentence: "In May the ILO" is the ILO."""
    return _OPENING.sub("", name)


def names_somebody(who: str) -> bool:
    """Whether words after "according to" name a source: a name, or one definite body."""
    return holds_name(who) or (not _VAGUE.match(who) and bool(_BODY.search(who)))


def holds_name(words: str) -> bool:
    return any(word not in _FIRST_WORDS for word in _CAPITAL_WORD.findall(words))
