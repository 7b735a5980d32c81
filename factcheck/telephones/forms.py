"""What may be dialled for one number: with and without its country code, its trunk 0, its leading 1."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.telephones.directory import SHORT
from factcheck.telephones.numbers import keypad

_INTERNATIONAL = ("00", "011", "0011")  # what Europe, North America and Australia dial before a country code
_NORTH_AMERICA = ("US", "CA")


def forms(value: str, country: str, national: str = "", *, as_printed: bool = False) -> set[str]:
    """Everything that may be dialled for a number as articles write it.

    Args:
        value: the number; empty set for a value with words in it.
        country: ISO 3166 code of the country where it is dialled.
        national: its national significant number, where that is known for sure.
        as_printed: for a number that is known only as it is printed, such as a known misprint.
    """
    if not is_number(value):
        return set()
    dialled = keypad(value)
    if as_printed or len(dialled) <= SHORT:
        return {dialled, *_with_and_without_one(dialled, country)}
    code = code_of(country)
    national = national or _national(dialled, code if value.lstrip().startswith("+") else "0", code)
    abroad = {code + national, f"{code}0{national}"}
    return {dialled, national, "0" + national, *abroad, *(p + code + national for p in _INTERNATIONAL)}


def is_number(value: str) -> bool:
    """Whether a value is dialled, not an address or words."""
    return not any(c.islower() or c == "@" for c in value)


def calling_code(e164: str) -> str:
    """The country calling code of a number in international form, empty if there is none such."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    codes = (e164[1 : 1 + length] for length in (1, 2, 3) if len(e164) > length)
    return next((code for code in codes if int(code) in COUNTRY_CODE_TO_REGION_CODE), "")


@cache
def code_of(country: str) -> str:
    """A country's calling code, empty for what is no country."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    held: Iterable[str] = (str(c) for c, regions in COUNTRY_CODE_TO_REGION_CODE.items() if country in regions)
    return next(iter(held), "")


def _national(dialled: str, prefix: str, code: str) -> str:
    """A number without its trunk 0 or country code; in North America that is a leading 1."""
    if code == "1":
        return dialled[-10:]
    return dialled.removeprefix(prefix)


def _with_and_without_one(dialled: str, country: str) -> set[str]:
    """North American numbers are printed with and without the leading 1."""
    if country not in _NORTH_AMERICA or len(dialled.removeprefix("1")) != 10:
        return set()
    return {dialled[-10:], "1" + dialled[-10:]}
