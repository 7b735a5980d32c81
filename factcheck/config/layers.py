"""Which settings hold for one article.

The nearer to the article, the stronger: its front matter over the command line, the command line over the
configuration's `overrides`, those over its general part.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.config.names import RuleNames
from factcheck.model import Format, Override, Settings, Severity

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from factcheck.model import Document

_DATES = ("date", "published", "publishDate", "pubDate")  # of the usual site builders


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; empty where it says nothing.

    Attributes:
        countries: the readers' countries.
        select: rules and families to run, in place of what the configuration selects and ignores.
        ignore: further rules and families to leave out.
        preview: whether preview rules run too.
        fail_on: the least severity that fails the run, or "never".
        date: the date of articles that give none.
        format: that of articles whose name tells none.
        exclude: further patterns of files to pass over.
        config: the configuration file to use instead of the one found upwards from each article.
    """

    countries: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: str | None = None
    date: dt.date | None = None
    format: Format | None = None
    exclude: tuple[str, ...] = ()
    config: Path | None = None


def with_options(settings: Settings, options: Options) -> Settings:
    """The settings, and their overrides, with the command line over them."""
    own = Override((), options.countries or None, options.select or None, options.ignore)
    changed = _over(replace(settings, ignore=()) if options.select else settings, own)
    return replace(
        changed,
        preview=options.preview or settings.preview,
        date=options.date or settings.date,
        format=options.format,
        exclude=(*settings.exclude, *options.exclude),
        fail_on=_least(options.fail_on) if options.fail_on else settings.fail_on,
        overrides=tuple(_under(override, options) for override in settings.overrides),
    )


def _least(text: str) -> Severity | None:
    return None if text == "never" else Severity(text)


def _under(override: Override, options: Options) -> Override:
    """An override without what the command line decides."""
    return replace(
        override,
        countries=None if options.countries else override.countries,
        select=None if options.select else override.select,
        ignore=() if options.select else override.ignore,
    )


def _over(settings: Settings, layer: Override) -> Settings:
    """The settings with a layer over them."""
    return replace(
        settings,
        countries=settings.countries if layer.countries is None else layer.countries,
        select=settings.select if layer.select is None else layer.select,
        ignore=(*settings.ignore, *layer.ignore),
        severities=(*settings.severities, *layer.severities),
    )


def for_path(settings: Settings, path: str) -> Settings:
    """The settings that hold for an article at a path, before its front matter is known."""
    for override in settings.overrides:
        if matches(override.files, path, settings.root):
            settings = _over(settings, override)
    return replace(settings, overrides=(), exclude=(), root=None)


def settings_of(settings: Settings, document: Document) -> Settings:
    """The settings that hold for an article: the overrides for its path, then its front matter.

    Raises:
        UserError: the front matter's `factcheck:` says something that is no setting.
    """
    settings = for_path(settings, document.path)
    section = document.front_matter.get("factcheck")
    if section is not None:
        settings = _over(settings, _front_matter(section, document, settings.rules))
    date = _date(document.front_matter)
    return replace(settings, date=date) if date else settings


def _front_matter(section: Any, document: Document, own_rules: tuple[Path, ...]) -> Override:
    from factcheck.config.schema import Context, FrontMatterSection  # pydantic, for which few articles wait
    from factcheck.entries import line_of, validated

    def line(keys: Sequence[str | int]) -> int | None:
        head = "\n".join(document.source.lstrip("\ufeff").split("\n---", 1)[0].splitlines()[1:])
        found = line_of(head, ("factcheck", *keys))
        return found + 1 if found else None

    context = Context(RuleNames(own_rules), Path())
    return validated(FrontMatterSection, section, document.path, line, context).override()


def _date(front_matter: Mapping[str, Any]) -> dt.date | None:
    for key in _DATES:
        try:
            return dt.date.fromisoformat(str(front_matter[key])[:10])
        except (KeyError, ValueError):
            continue
    return None


def matches(patterns: tuple[str, ...], path: str, root: Path | None) -> bool:
    """Whether a path matches patterns as in .gitignore, relative to `root` (or to the folder at hand).

    Args:
        path: a folder's ends with a slash.
    """
    relative = os.path.relpath(path, root) + ("/" if path.endswith("/") else "")
    return not relative.startswith("..") and _spec(patterns).match_file(relative)


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # it tries three engines, for which no run without patterns need wait

    return GitIgnoreSpec.from_lines(patterns)
