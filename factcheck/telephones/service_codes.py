"""Short numbers that a country's telephone network answers itself: 911, 112, 999, 711, 10111."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

# The same in the whole of Europe: for missing children, victims of crime, women, children, patients, the lonely.
_EUROPEAN = frozenset(("116000", "116006", "116016", "116111", "116117", "116123"))
_WELL_KNOWN = 3  # digits; such emergency numbers are dialled abroad too, and codes of more are let to anybody


def is_service_code(digits: str, countries: Iterable[str]) -> bool:
    """Whether a number is an emergency number or a network's own code.

    Args:
        countries: ISO 3166 codes, where longer emergency numbers and all other codes have to be in use.
    """
    if digits in _EUROPEAN:
        return True
    if len(digits) > _WELL_KNOWN:
        return any(_is_emergency_in(country, digits) for country in countries)
    return any(_is_in_use(digits, country) for country in countries) or is_emergency_number(digits)


@cache
def is_emergency_number(digits: str) -> bool:
    """Whether a number of three digits calls the police, an ambulance or the fire brigade in any country.

    >>> is_emergency_number("112"), is_emergency_number("250")
    (True, False)
    """
    from phonenumbers import SUPPORTED_SHORT_REGIONS

    if len(digits) != _WELL_KNOWN:
        return False
    return any(_is_emergency_in(region, digits) for region in SUPPORTED_SHORT_REGIONS)


def _is_emergency_in(country: str, digits: str) -> bool:
    from phonenumbers import is_emergency_number

    return is_emergency_number(digits, country)


@cache
def _is_in_use(digits: str, country: str) -> bool:
    from phonenumbers import PhoneNumber, country_code_for_region, is_valid_short_number_for_region

    number = PhoneNumber(country_code=country_code_for_region(country), national_number=int(digits))
    return is_valid_short_number_for_region(number, country)
