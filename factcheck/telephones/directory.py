"""The numbers of known services, by what is dialled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

SHORT: Final = 6
"""A number of up to so many digits is an ordinary number to look at, and needs words that call it a number."""


class Directory:
    """Services by the digits that dial them.

    Args:
        numbers: pairs of digits and the id of a service; all forms in which a number may be dialled.
    """

    def __init__(self, numbers: Iterable[tuple[str, str]] = ()) -> None:
        held: dict[str, set[str]] = defaultdict(set)
        for digits, service in numbers:
            held[digits].add(service)
        self._services: Mapping[str, frozenset[str]] = {key: frozenset(ids) for key, ids in held.items()}

    def services(self, digits: str) -> frozenset[str]:
        """The ids of the services that a number reaches."""
        return self._services.get(digits, frozenset())


NOBODY: Final = Directory()
