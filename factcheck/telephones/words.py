"""The words and patterns of `words.yaml`, and a text in the form in which they are looked for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from factcheck.entries import read_yaml
from factcheck.words import fold_long, plain

_GAP: Final = "[ ]{1,4}"
_FIGURE: Final = r"\d{3,6}(?![\w%-]|[.,]\d)"
_LINE_END: Final = re.compile(r"(?<=\S)\r?\n(?=\S)|(?<=\S )\n(?=\S)")
_PATH: Final = Path(__file__).with_name("words.yaml")


class Text:
    """A text with one kind of blank, dash and quotation mark, character for character.

    Attributes:
        plain: so; a single line end between words is a blank.
        low: the same in lower case.
    """

    __slots__ = ("low", "plain")

    def __init__(self, raw: str) -> None:
        self.plain = _LINE_END.sub(lambda match: " " * len(match[0]), plain(raw).replace("\t", " "))
        self.low = fold_long(self.plain)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of `words.yaml` by its name."""
    data = _data()
    expression: str = data["patterns"][name]
    for key, words in data["words"].items():
        if f"{{{key}}}" in expression:
            phrases = sorted((" ".join(one.split()) for one in words.split("|")), key=len, reverse=True)
            expression = expression.replace(f"{{{key}}}", f"(?:{'|'.join(map(re.escape, phrases))})")
    expression = expression.replace("{figure}", _FIGURE).replace(r"\ ", " ").replace(" ", _GAP)
    return re.compile(expression)


@cache
def _data() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = read_yaml(_PATH.read_text("utf-8"), str(_PATH))
    return data
