"""Articles made up for measuring: Markdown of about 4 KB each, as an anti-trafficking blog has them.

A grammar of sentences written for this project (`grammar.yaml`) is filled by a seeded random generator, so that
the same articles come out on every machine. Of their sentences a quarter hold a number; about half of these are
claims of the field, the rest dates, ages, addresses, times and terms. Around them stand a title, headings, lists,
links, emphasis, quotations, a help line in most, and in one article of ten a leftover of a website.

No cache profits more than it does in life: names and places are put together from syllables, nouns and adjectives
from each other, and the commoner a word is the oftener it is drawn (by Zipf's law: the n-th word of a list 1/n as
often as the first), so that the vocabulary goes on growing with the text as that of a newspaper does.
"""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import accumulate
from pathlib import Path

import yaml

_GRAMMAR = Path(__file__).with_name("grammar.yaml")
_HOLE = re.compile(r"\{(?P<name>\w+)(?P<forms>(?::\w+)*)\}")
_BEFORE_VOWEL = re.compile(r"\b([Aa])(?= [aeiou])")
_SENTENCES = 32
_WITH_NUMBER, _CLAIM = 0.25, 0.5
_HELP = "If you or somebody you know needs help, call the National Human Trafficking Hotline at 1-888-373-7888."


@cache
def _phrases() -> dict[str, tuple[list[str], list[float]]]:
    """Each list of the grammar with the weights of its phrases, added up; whole sentences weigh the same."""
    grammar = yaml.safe_load(_GRAMMAR.read_text("utf-8"))
    flat = ("plain", "claim", "number", "heading", "item", "month", "town", "surname", "url")
    lists = {name: told if isinstance(told, list) else told.split(" | ") for name, told in grammar.items()}
    return {
        name: (phrases, list(accumulate(1 if name in flat else 1 / (n + 5) for n in range(len(phrases)))))
        for name, phrases in lists.items()
    }


class Writer:
    """Writes articles, one after the other.

    Args:
        seed: of its random numbers; the same seed writes the same articles.
    """

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def article(self, sentences: int = _SENTENCES) -> str:
        """One article of about so many sentences, each of about 120 characters."""
        lines = [f"# {self._fill('{heading}')}", ""]
        while sentences > 0:
            several = self._random.randint(2, 6)
            lines += [" ".join(self._sentence() for _ in range(several)), ""]
            sentences -= several
            lines += self._between()
        return "\n".join([*lines, *self._end()])

    def _sentence(self) -> str:
        kind = "plain"
        if self._random.random() < _WITH_NUMBER:
            kind = "claim" if self._random.random() < _CLAIM else "number"
        return _BEFORE_VOWEL.sub(r"\1n", self._fill(f"{{{kind}}}"))

    def _between(self) -> list[str]:
        """What stands between two paragraphs: a heading, a list, a quotation, or nothing."""
        chance = self._random.random()
        if chance < 0.3:
            return [f"## {self._fill('{heading}')}", ""]
        if chance < 0.4:
            return [*(f"- {self._fill('{item}')}" for _ in range(self._random.randint(3, 6))), ""]
        return [f"> {self._fill('{plain}')}", ""] if chance < 0.5 else []

    def _end(self) -> list[str]:
        furniture = [self._fill("{furniture}"), ""] if self._random.random() < 0.1 else []
        return [*furniture, _HELP, ""] if self._random.random() < 0.8 else [*furniture, ""]

    def _fill(self, text: str) -> str:
        return _HOLE.sub(lambda hole: self._word(hole["name"], hole["forms"]), text)

    def _word(self, name: str, forms: str) -> str:
        if name in _NUMBERS:
            return f"{self._random.randint(*_NUMBERS[name]):{_STYLE.get(name, 'd')}}"
        phrases, weights = _phrases()[name]
        word = self._fill(self._random.choices(phrases, cum_weights=weights)[0])
        for form in forms.split(":")[1:]:
            word = _FORMS[form](word)
        return word


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _past(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return f"{word[:-1]}ied"
    return f"{word}d" if word.endswith("e") else f"{word}ed"


_FORMS = {"s": _plural, "ed": _past, "cap": lambda word: word[:1].upper() + word[1:], "low": str.lower}
_NUMBERS = {
    "big": (120, 98_000),
    "small": (11, 97),
    "digit": (2, 9),
    "day": (1, 28),
    "age": (11, 64),
    "million": (2, 240),
    "year": (2002, 2025),
}
_STYLE = {"big": ","}
