"""A file that was dropped on the page, as the text that it is edited as."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from factcheck import documents
from factcheck.model import Block, BlockKind, Document, Format
from factcheck.serve.drafts import file_name
from factcheck.serve.structure import Rows, Stretch, parts, stretches

# What would be read as markup: anywhere, and where a paragraph begins.
_ACTING: Final = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~(?=~)|\{(?=[%{])")
_BEGINNING: Final = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=~]{3,}|>|:{3,}|\d{1,9}(?=[.)](?:\s|$)))")
_BLANKS: Final = re.compile(r"\s+")


class Opened(msgspec.Struct, frozen=True):
    """What a file says.

    Attributes:
        name: the file's, without folders.
        warnings: what was odd in reading it.
    """

    text: str
    format: Format
    name: str
    warnings: tuple[str, ...] = ()


def opened(data: bytes, name: str) -> Opened:
    """The text of a file: as it is, but a Word or OpenDocument file as Markdown.

    Raises:
        UserError: it cannot be read as an article.
    """
    document = documents.read(data, file_name(name))
    if document.editable:
        return Opened(document.source, document.format, document.path, document.warnings)
    return Opened(as_markdown(document), Format.MARKDOWN, document.path, document.warnings)


def as_markdown(document: Document) -> str:
    """The article in Markdown: its headings, lists, tables, links and notes; no pictures, no colours."""
    lines: list[str] = []
    before: Block | None = None
    for part in parts(block for block in document.article if block.kind is not BlockKind.ATTRIBUTE):
        if isinstance(part, list):
            lines += ["", *_table(part)]
            before = None
            continue
        apart = before is None or part.kind is not BlockKind.LIST_ITEM or before.kind is not BlockKind.LIST_ITEM
        lines += ["", _line(part)] if apart else [_line(part)]
        before = part
    return "\n".join(lines).strip("\n") + "\n"


def _line(block: Block) -> str:
    text = _prose(block)
    match block.kind:
        case BlockKind.TITLE:
            return f"# {text}"
        case BlockKind.HEADING:
            return f"{'#' * min(max(block.level, 1), 6)} {text}"
        case BlockKind.LIST_ITEM:
            return f"{'  ' * (max(block.level, 1) - 1)}- {text}"
        case BlockKind.FOOTNOTE if block.labels:
            return f"[^{block.labels[0]}]: {text}"
        case _:
            return f"> {text}" if block.quoted else text


def _table(rows: Rows) -> list[str]:
    written = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return [written[0], "|" + " --- |" * len(rows[0]), *written[1:]]


def _cell(block: Block | None) -> str:
    return _prose(block).replace("|", "\\|") if block else ""


def _prose(block: Block) -> str:
    text = "".join(map(_written, stretches(block))).strip()
    return _BEGINNING.sub(_escaped, text, count=1) if _BEGINNING.match(text) else text


def _escaped(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _written(stretch: Stretch) -> str:
    if stretch.note:
        return f"[^{stretch.note}]"
    text = _ACTING.sub(r"\\\g<0>", _BLANKS.sub(" ", stretch.text))
    if not stretch.url or stretch.url == stretch.text:
        return text
    address = stretch.url.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")
    plain = not re.search(r"[\s()]", address)
    return f"[{text}]({address})" if plain else f"[{text}](<{_BLANKS.sub('%20', address)}>)"
