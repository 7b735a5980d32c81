"""Names of countries and lists of things, as a sentence has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WITH_ARTICLE = frozenset(["AE", "BS", "CF", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US"])
_SHORTER = {
    "EU": "the European Union",
    "RU": "Russia",
    "LA": "Laos",
    "BN": "Brunei",
    "SY": "Syria",
    "FM": "Micronesia",
}

_COMMON_NOUN = re.compile(
    r"(?:line|cent(?:re|er)|children|helpdesk|service|system|contact|program|division|cell"
    r"|hotline (?:\d+|of \w+))\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def country_name(code: str) -> str:
    """A country's English name as it follows "in"; the code itself where it is no country's.

    >>> country_name("US"), country_name("NG")
    ('the United States', 'Nigeria')
    """
    if code in _SHORTER:
        return _SHORTER[code]
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return code
    name = str(getattr(country, "common_name", country.name)).partition(",")[0]
    return f"the {name}" if code in _WITH_ARTICLE else name


def with_article(name: str) -> str:
    """A service's name as a sentence has it.

    >>> with_article("National Human Trafficking Hotline"), with_article("Childhelp")
    ('the National Human Trafficking Hotline', 'Childhelp')
    """
    return f"the {name}" if _COMMON_NOUN.search(name) else name


def listed(items: Iterable[str], separator: str = ", ") -> str:
    """Items in a row: "a", "a and b", "a, b and c"; with another separator no "and".

    >>> listed(["London", "Leeds", "£"])
    'London, Leeds and £'
    """
    held = list(items)
    if separator != ", " or len(held) < 2:
        return separator.join(held)
    return f"{', '.join(held[:-1])} and {held[-1]}"
