"""The names that settings use: rules, families and countries, and the nearest right one to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

_HABITS = {"UK": "GB"}  # reserved in ISO 3166 for those who write it
_TELLING = 4  # letters from which on a part of a name says which is meant
_MOST = 3  # names that are proposed


class RuleNames:
    """The rules and families there are, the user's own included.

    Args:
        folders: the user's own folders of rules.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._folders = tuple(folders)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every name."""
        from factcheck.checks.rules import load_rules  # few runs name a rule

        rules = load_rules(self._folders).values()
        return frozenset(rule.name for rule in rules) | frozenset(rule.family for rule in rules)

    def checked(self, name: str) -> str:
        """The name itself.

        Raises:
            ValueError: there is no such rule or family; says the nearest.
        """
        if name not in self.known:
            raise ValueError(f'there is no rule or family "{name}"{nearest(name, self.known)}')
        return name


_UNION = ("eu", "european union")  # no country, but readers of all its members are


def country_code(text: str) -> str:
    """The ISO 3166 code of a country given by its code or its English name; EU for the European Union.

    Raises:
        ValueError: there is no such country; says the nearest.
    """
    from pycountry import countries  # reads its tables when imported

    text = text.strip()
    code = _HABITS.get(text.upper(), text)
    if code.casefold() in _UNION:
        return "EU"
    try:
        found: str = countries.lookup(code).alpha_2
    except LookupError:
        known = {name for country in countries for name in (country.alpha_2, country.name)}
        raise ValueError(f'there is no country "{text}"{nearest(text, known)} (write a code such as US)') from None
    return found


def nearest(word: str, known: Iterable[str]) -> str:
    """A question that proposes the known words most like a wrong one; empty where none is like it.

    Those that begin with it go before those that hold it, and either before one that is merely spelt alike.
    """
    from difflib import get_close_matches  # only who has made a mistake waits for it

    by_folded = {name.casefold(): name for name in sorted(known)}
    found = _completing(word.casefold(), by_folded) or get_close_matches(word.casefold(), by_folded, n=1)
    *others, last = [f'"{by_folded[name]}"' for name in found] or [""]
    return f"; did you mean {', '.join(others)}{' or ' if others else ''}{last}?" if last else ""


def _completing(word: str, known: Iterable[str]) -> list[str]:
    """The shortest names that begin with a word, or else those that hold it; none for a word of few letters."""
    if len(word) < _TELLING:
        return []
    holding = sorted((name for name in known if word in name), key=len)
    return ([name for name in holding if name.startswith(word)] or holding)[:_MOST]
