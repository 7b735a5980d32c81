"""Text of an article made fit to be shown on a terminal.

An article may hold escape sequences that move the cursor or recolour the screen, and characters that turn
the reading direction around. They are shown as symbols, so that they can neither act nor hide.
"""

from __future__ import annotations

import re
import unicodedata

_JOINERS = "\u200c\u200d"  # part of ordinary Persian words and of emoji
_COMMAND = re.compile(r"^(?=[^\S\n]*(?:::|##\[))", re.MULTILINE)  # blanks before it do not count
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff]*\Z")


def visible(text: str) -> str:
    """The text in one line, every control or invisible character as a symbol that shows it."""
    if _PLAIN.match(text):
        return text
    return "".join(map(visible_character, text))


def visible_lines(text: str) -> str:
    """The text with its line breaks kept, and everything else as in `visible`; no line of it is a command."""
    return no_commands("\n".join(map(visible, text.split("\n"))))


def no_commands(lines: str) -> str:
    """Lines none of which GitHub takes for a command when it reads them in the log of a build."""
    return _COMMAND.sub("› ", lines)


def visible_path(path: str) -> str:
    """A path fit to begin a line, and still that path."""
    shown = visible(path)
    return f"./{shown}" if _COMMAND.match(shown) else shown


def visible_character(character: str) -> str:
    """A character as it may be shown: itself, or a symbol for it."""
    if " " <= character <= "~" or character in _JOINERS:
        return character
    if character == "\t":
        return "    "
    if character < " ":
        return chr(0x2400 + ord(character))  # the pictures of the control characters: ␛
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") or ord(character) & 0xFFFE == 0xFFFE:
        return f"⟨U+{ord(character):04X}⟩"
    return character
