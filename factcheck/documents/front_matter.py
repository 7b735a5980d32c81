"""Front matter: the YAML (`---`) or TOML (`+++`) at the head of a file, or Pelican's lines (`Title: …`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from factcheck.documents.places import Places
from factcheck.documents.prose import Prose
from factcheck.entries import read_toml, read_yaml
from factcheck.errors import UserError
from factcheck.model import Span

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?=[\r\n])")
_CLOSING = {
    "---": re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
_LINE_END = re.compile(r"\r\n?")  # TOML knows no other than \n
_TITLE = re.compile(
    r"(?:\A|(?<=[\r\n]))[Tt]itle[ \t]*[:=][ \t]*(?P<value>[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]+[^\r\n]*)*)"
)


# Pelican and MultiMarkdown need no fences
_FIELDS = re.compile(
    r"(?:[A-Za-z][A-Za-z_-]{0,30}:[^\r\n]*(?:\r\n|\r|\n)(?:[ \t]+\S[^\r\n]*(?:\r\n|\r|\n))*){2,99}(?=[\r\n])"
)
_FIELD = re.compile(r"(?m)^([A-Za-z][A-Za-z_-]{0,30}):[ \t]*([^\r\n]*)")
_NEEDED = {"title", "date"}


class FrontMatter(NamedTuple):
    """What a file says of itself before its text.

    Attributes:
        data: as parsed; empty where there is none or it is damaged.
        end: where it ends in the source; 0 where there is none.
        title: its title, with its place.
        warning: what is wrong with it, empty where nothing is.
    """

    data: Mapping[str, Any]
    end: int
    title: tuple[Prose, Span] | None = None
    warning: str = ""


def read_front_matter(source: str, path: str) -> FrontMatter:
    """The front matter of a file; what cannot be parsed is passed over with a warning."""
    fenced = _fenced(source)
    if fenced is None:
        return _unfenced(source)
    inside = source[fenced.start : fenced.end]
    try:
        data = _parse(inside, fenced.toml, path)
    except UserError as error:
        line = "" if error.line is None else f" (line {error.line})"
        return FrontMatter({}, fenced.stop, warning=f"the front matter was passed over: {error.message}{line}")
    if data is None:  # a text between two rules
        return FrontMatter({}, 0)
    return FrontMatter(data, fenced.stop, _title(data.get("title"), inside, fenced.start))


def _unfenced(source: str) -> FrontMatter:
    found = _FIELDS.match(source)
    data = {key.lower(): value for key, value in _FIELD.findall(found[0])} if found else {}
    if found is None or not data.keys() >= _NEEDED:
        return FrontMatter({}, 0)
    return FrontMatter(data, found.end(), _title(data["title"], found[0], 0))


class _Fenced(NamedTuple):
    start: int  # of what stands between the fences
    end: int
    stop: int  # after the closing fence
    toml: bool


def _fenced(source: str) -> _Fenced | None:
    opening = _OPENING.match(source)
    closing = _CLOSING[opening[1]].search(source, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    return _Fenced(opening.end(), closing.start(), closing.end(), opening[1] == "+++")


def _parse(inside: str, toml: bool, path: str) -> Mapping[str, Any] | None:
    """What it says, None where it is no mapping.

    Raises:
        UserError: it is neither YAML nor TOML.
    """
    data = read_toml(_LINE_END.sub("\n", inside), path) if toml else read_yaml(inside, path)
    if data is None:
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else None


def _title(title: object, inside: str, start: int) -> tuple[Prose, Span] | None:
    """The title, at the place of its characters where it is written as it reads, else of its whole value."""
    found = _TITLE.search(inside)
    if not isinstance(title, str) or found is None:
        return None
    prose = Prose(Places.from_start())
    value = found["value"].rstrip()
    low = start + found.start("value")
    at = value.find(title)
    if at >= 0:
        prose.verbatim(title, low + at)
    else:
        prose.instead(title, low, low + len(value))
    return prose, Span(start + found.start(), low + len(value))


def language_of(data: Mapping[str, Any]) -> str:
    """The language that front matter declares, nothing where it declares none."""
    return next((data[key] for key in ("lang", "language", "locale") if isinstance(data.get(key), str)), "")
