"""A baseline: the findings of an archive on the day it was first checked. They stay silent, new ones do not.

The file holds one line a finding, its fingerprint and its rule, sorted by path and fingerprint: a change of one
article changes only its own lines, and two branches that mend different articles merge. No words of an article are
in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from factcheck.entries import line_of, validated
from factcheck.errors import UserError
from factcheck.files import read_text
from factcheck.fingerprint import fingerprints
from factcheck.model import Diagnostic, FileReport
from factcheck.writing import replacing

VERSION = 1

_RENEW = "write it anew with `factcheck baseline create`"
_FILES = dict[str, dict[str, str]]  # path: fingerprint: rule

Findings = Mapping[str, Mapping[str, str]]


class Baseline:
    """A filter that leaves what a baseline does not know.

    Args:
        path: the file; articles are named in it relative to its folder.

    Raises:
        UserError: it is missing, damaged, or of another version.
    """

    def __init__(self, path: Path) -> None:
        self._folder = _folder(path)
        self._known = _read(path)
        self._mended = 0

    def __call__(self, report: FileReport) -> tuple[Diagnostic, ...]:
        known = self._known.get(_name(report.document.path, self._folder), {})
        found = fingerprints(report)
        self._mended += len(known.keys() - set(found))
        return tuple(
            diagnostic
            for diagnostic, fingerprint in zip(report.diagnostics, found, strict=True)
            if fingerprint not in known
        )

    @property
    def gone(self) -> int:
        """How many known findings are no more: mended in the articles of this run, or their article is deleted."""
        deleted = (len(known) for name, known in self._known.items() if not (self._folder / name).exists())
        return self._mended + sum(deleted)


def write(path: Path, reports: Iterable[FileReport]) -> int:
    """Write a baseline of everything found in some articles.

    Returns:
        How many findings are in it.

    Raises:
        UserError: it cannot be written, or a file is in its place that is no baseline.
    """
    _refuse_to_replace_another_file(path)
    folder = _folder(path)
    files = {_name(report.document.path, folder): _findings(report) for report in reports if report.diagnostics}
    with replacing(path) as out:
        json.dump({"version": VERSION, "files": dict(sorted(files.items()))}, out, indent=1, ensure_ascii=False)
        out.write("\n")
    return sum(map(len, files.values()))


def _findings(report: FileReport) -> dict[str, str]:
    """The rule of each finding by its fingerprint."""
    rules = (diagnostic.rule for diagnostic in report.diagnostics)
    return dict(sorted(zip(fingerprints(report), rules, strict=True)))


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path.parent))


def _name(path: str, folder: Path) -> str:
    """How a baseline calls an article: its path from the baseline's folder, the same on every system."""
    parent, name = os.path.split(path)
    return Path(os.path.relpath(Path(os.path.realpath(parent)) / name, folder)).as_posix()


def _read(path: Path) -> Findings:
    if not path.exists():
        raise UserError("there is no such baseline; `factcheck baseline create` writes one", path=str(path))
    text = read_text(path)
    data = _object(text, path)
    if data.get("version") != VERSION:
        message = f"a baseline of version {data.get('version')}, this factcheck reads version {VERSION}; {_RENEW}"
        raise UserError(message, path=str(path))
    try:
        return validated(_FILES, data.get("files"), str(path), lambda keys: line_of(text, ("files", *keys)))
    except UserError as error:
        raise UserError(f"damaged: {error.message}; {_RENEW}", path=error.path, line=error.line) from None


def _object(text: str, path: Path) -> dict[str, Any]:
    """The JSON object that a baseline is."""
    line = None
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        data, line = None, error.lineno
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or "version" not in data:
        raise UserError(f"no baseline, or a damaged one; {_RENEW}", path=str(path), line=line)
    return data


def _refuse_to_replace_another_file(path: Path) -> None:
    if not path.exists():
        return
    try:
        _object(read_text(path), path)
    except UserError as error:
        message = "a file that is no baseline stands here and is kept; delete it or choose another --output"
        raise UserError(message, path=error.path) from None
