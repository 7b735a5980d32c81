"""A settings file to begin with: what was chosen, and the other settings as comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from factcheck.config import FILE_NAMES, find_config
from factcheck.writing import replacing

_TEMPLATE = Path(__file__).with_name("settings.yaml")


def existing_settings(folder: Path) -> Path | None:
    """The file that holds the settings of a folder already, None where there is none."""
    return find_config(folder)


def settings_above(folder: Path) -> Path | None:
    """The file of a folder above whose settings hold where a folder has none of its own; None without one."""
    return next(filter(None, map(find_config, folder.resolve().parents)), None)


def write_settings(folder: Path, *, countries: Sequence[str], content: Sequence[str]) -> Path:
    """Write a folder's settings file, over one that is there.

    Args:
        countries: codes of the readers' countries; none: told from each article.
        content: files and folders with articles, relative to the folder; none: all of it.

    Returns:
        The file.

    Raises:
        UserError: it cannot be written.
    """
    names = [folder / name for name in FILE_NAMES]
    path = next((path for path in names if path.is_file()), names[0])
    text = _TEMPLATE.read_text("utf-8").format(
        content=_setting("content", content) or "# content: [posts/]",
        country=_setting("country", countries) or "# country: US",
    )
    with replacing(path) as out:
        out.write(text)
    return path


def _setting(key: str, values: Sequence[str]) -> str:
    """A setting as YAML, empty where it has no value. YAML's own writer quotes what it must: NO means no."""
    if not values:
        return ""
    return yaml.safe_dump({key: list(values)}, default_flow_style=None, allow_unicode=True, width=1_000).rstrip()
