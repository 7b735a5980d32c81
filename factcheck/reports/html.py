"""The report as one page: the article with its findings marked, to be read in any browser, printed or sent on.

The page loads nothing and runs nothing: a mark and its finding are ordinary links to each other, and its content
security policy forbids all else. Everything of an article is escaped by the template engine.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, ClassVar, Final, TextIO

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from factcheck.model import (
    Block,
    BlockKind,
    Diagnostic,
    Document,
    FileError,
    FileReport,
    Format,
    JudgedClaim,
    Reference,
    Span,
)
from factcheck.reports.marking import Piece, pieces
from factcheck.reports.own import GENERATOR
from factcheck.reports.reporter import Reporter
from factcheck.reports.standing import standing
from factcheck.reports.style import Style
from factcheck.reports.summary import Summary
from factcheck.reports.text import summary_line
from factcheck.reports.visible import visible
from factcheck.reports.where import Where

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_ADDRESS: Final = re.compile(r"(https?://[^\s<>\"”]*[^\s<>\"”.,;:)])")
_HEADINGS: Final = (BlockKind.TITLE, BlockKind.HEADING)
_COMMAND: Final = re.compile(r"^([^\S\n]*)([:#])(?=:|#\[)", re.MULTILINE)  # of GitHub's, in the log of a build
_LONG: Final = 160  # characters of markup that are shown; a page's head may be longer than its article


@dataclass(frozen=True, slots=True)
class _Note:
    """What the page says of some words.

    Attributes:
        name: what its links are called, unique in the page.
        kind: the severity of a finding, the verdict on a statistic.
        words: the words it is about.
    """

    name: str
    kind: str
    where: str
    words: str


@dataclass(frozen=True, slots=True)
class _Finding(_Note):
    """A diagnostic, numbered in its article; each line of its message in stretches, every second an address."""

    number: int
    rule: str
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Statistic(_Note):
    """A claim, without a number, its verdict in words, and what the reference set holds."""

    number: ClassVar[None] = None
    label: str
    references: tuple[Reference, ...]


class HtmlReporter(Reporter):
    """Keeps every article's part until all are known: the page begins with what the run comes to."""

    def __init__(self, out: TextIO, style: Style) -> None:
        super().__init__(out, style)
        self._parts: list[str] = []
        self._errors: list[FileError] = []

    def add(self, result: FileReport | FileError) -> None:
        if isinstance(result, FileError):
            self._errors.append(FileError(visible(result.path), visible(result.message)))
            return
        part = _template("article.html").render(_article(result, len(self._parts) + 1))
        self._parts.append(_COMMAND.sub(lambda found: f"{found[1]}&#{ord(found[2])};", part))

    def close(self, summary: Summary) -> None:
        css = _read("report.css")
        self.out.write(
            _template("report.html").render(
                generator=GENERATOR,
                css=css,
                css_hash=b64encode(sha256(css.encode()).digest()).decode(),
                summary=summary_line(summary),
                errors=self._errors,
                articles=self._parts,
            )
        )


def _article(report: FileReport, number: int) -> dict[str, Any]:
    source, where = report.document.source, Where(report.document)
    order = sorted(report.diagnostics, key=lambda one: (-one.severity.weight, one.span))
    findings = [_finding(one, source, where, f"{number}-{i}", i) for i, one in enumerate(order, 1)]
    statistics = [_statistic(one, report, where, f"{number}-s{i}") for i, one in enumerate(report.claims, 1)]
    spans = [one.span for one in order] + [one.claim.number for one in report.claims]
    return {
        "number": number,
        "path": visible(report.document.path),
        "findings": findings,
        "statistics": statistics,
        "notes": [*findings, *statistics],
        "pieces": _pieces(report.document, spans),
    }


def _finding(found: Diagnostic, source: str, where: Where, name: str, number: int) -> _Finding:
    return _Finding(
        name=name,
        number=number,
        kind=found.severity.value,
        rule=found.rule,
        where=where(found.span.start),
        words=visible(_folded(source[found.span.start : found.span.end])),
        parts=tuple(tuple(_ADDRESS.split(visible(part))) for part in found.message.split("\n")),
    )


def _statistic(judged: JudgedClaim, report: FileReport, where: Where, name: str) -> _Statistic:
    told, known = standing(judged), report.references
    return _Statistic(
        name=name,
        where=where(judged.claim.number.start),
        words=visible(judged.claim.quantity.text),
        kind=told.name.lower(),
        label=told.value,
        references=tuple(known[key] for key in judged.judgement.references if key in known),
    )


def _pieces(document: Document, notes: list[Span]) -> Iterator[tuple[Piece, str]]:
    """The pieces of the article with their texts fit to be shown."""
    headings = (block for block in document.article if block.kind in _HEADINGS)
    line_end = "\n" if document.editable else "\n\n"  # where lines are paragraphs
    made = pieces(document.source, notes, _prose(document), (span for block in headings for span in _spans(block)))
    return ((piece, _shown(piece, line_end)) for piece in made)


def _prose(document: Document) -> Iterable[Span]:
    if document.format not in (Format.MARKDOWN, Format.HTML):
        return (Span(0, len(document.source)),)
    return (span for block in document.article for span in _spans(block))


def _spans(block: Block) -> Iterator[Span]:
    return (Span(run.source, run.source + run.width) for run in block.offsets.runs)


def _shown(piece: Piece, line_end: str) -> str:
    """A piece's text without anything that could act; long markup is cut."""
    text = piece.text
    if not piece.prose and not piece.notes and len(text) > _LONG:
        text = f"{text[: _LONG // 2].rstrip()} … {text[-_LONG // 2 :].lstrip()}"
    return line_end.join(map(visible, _LINE_END.split(text)))


def _folded(text: str, most: int = 80) -> str:
    words = " ".join(text[: 2 * most].split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _read(name: str) -> str:
    return files("factcheck.reports").joinpath("page", name).read_text("utf-8")


@cache
def _template(name: str) -> Template:
    loader = DictLoader({name: _read(f"{name}.jinja")})
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return made.get_template(name)
