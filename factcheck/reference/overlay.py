"""One corpus folder over another: what an entry of a user's own folder changes of a shipped one.

An entry that names a shipped id changes only the keys it gives. Observations are added; one with the place,
period, group and edition of a shipped one changes that one, and needs no edition where only one stands there.
`retired: true` takes an entry or an observation out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.entries import adapter


def laid_over(known: Mapping[str, Any], data: Any) -> Any:
    """What a file says of one entry, laid over the entry of the same id.

    Args:
        known: the entries of the folders below, by id.
        data: as read from YAML, not yet validated.

    Returns:
        The whole entry as data; what is no entry of `known` as it is. Its own observations come first, so that
        they have the same numbers as in the file.
    """
    shipped = known.get(data["id"]) if isinstance(data, dict) and isinstance(data.get("id"), str) else None
    if shipped is None:
        return data
    base = adapter(type(shipped)).dump_python(shipped, mode="json", exclude_defaults=True)
    own = data.get("observations")
    if isinstance(own, list) and "observations" in base:
        data = {**data, "observations": _merged(base["observations"], own)}
    return {**base, **data}


def _merged(shipped: list[dict[str, Any]], own: list[Any]) -> list[Any]:
    changed = [_meant(shipped, one) if isinstance(one, dict) else None for one in own]
    laid = [{**meant, **one} if meant is not None else one for meant, one in zip(changed, own, strict=True)]
    return [*laid, *(one for one in shipped if not any(one is meant for meant in changed))]


def _meant(shipped: list[dict[str, Any]], one: dict[str, Any]) -> dict[str, Any] | None:
    """The shipped observation that an own one changes."""
    alike = [held for held in shipped if _where_and_when(held) == _where_and_when(one)]
    if "edition" in one or len(alike) > 1:
        alike = [held for held in alike if held.get("edition") == one.get("edition")]
    return alike[0] if alike else None


def _where_and_when(observation: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(observation.get(key)) for key in ("place", "period", "group"))
