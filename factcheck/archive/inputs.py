"""Where pages come from: files and folders parted into shards, and the pages of a shard in blocks.

A shard is what one worker reads by itself, so that a cluster has enough of them; a block is what is checked and
kept together, so that a run that ends early goes on behind the last whole one. The same input gives the same
blocks.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

import pyarrow as pa

from factcheck.archive.schema import PAGES
from factcheck.documents import format_of
from factcheck.errors import UserError
from factcheck.store import digest

BLOCK: Final = 256  # pages
_LINES: Final = 64_000_000  # bytes of a file of lines in a shard
_FILES: Final = 1_024  # files in a shard
_LONGEST: Final = 100_000_000  # characters of a cell or bytes of a line
_CONTENT_NAMES: Final = ("content", "text", "html", "body", "markdown")
_Page = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of tables hold what; where one is not named, the first of the usual names that is there.

    Attributes:
        content: the page itself.
        id: what it is known by; its address, or its place in the file, where there is none.
        format: the format of every page that has no column or name to tell it.
    """

    content: str | None = None
    id: str | None = None
    url: str | None = None
    date: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the input that is read on its own.

    Attributes:
        kind: which of the readers reads it.
        path: the file.
        key: tells it from every other, and from itself with another content.
        part: the row group, or the offset at which it begins.
        names: the files or members in it, where it is a list of them.
    """

    kind: str
    path: str
    key: str
    part: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Pages that are checked and kept together."""

    key: str
    pages: pa.RecordBatch


def shards(inputs: Iterable[Path], files_in: Callable[[Path], Iterator[Path]]) -> Iterator[Shard]:
    """The shards of files and folders.

    Args:
        files_in: gives the articles of a folder.

    Raises:
        UserError: there is no such file, or it is of no kind that holds pages.
    """
    for path in inputs:
        if path.is_dir():
            yield from _listed("files", path, map(str, files_in(path)))
        elif not path.is_file():
            raise UserError("there is no such file or folder", path=str(path))
        else:
            yield from _of_file(path)


def _of_file(path: Path) -> Iterator[Shard]:
    name = path.name.lower().removesuffix(".gz")
    ending, packed = os.path.splitext(name)[1], path.name.lower().endswith(".gz")  # noqa: PTH122
    if ending == ".parquet" and not packed:
        yield from (_shard("parquet", path, group) for group in range(_row_groups(path)))
    elif ending in (".jsonl", ".ndjson"):
        size = 1 if packed else max(path.stat().st_size, 1)
        yield from (_shard("lines", path, start) for start in range(0, size, _LINES))
    elif ending in (".csv", ".tsv"):
        yield _shard("table", path)
    elif ending == ".warc":
        yield _shard("warc", path)
    elif ending == ".zip":
        yield from _members(path)
    elif format_of(name) is not None and not packed:
        yield from _listed("files", path, [str(path)])
    else:
        known = "Parquet, JSON Lines, CSV, WARC, zip, articles, or a folder of them"
        raise UserError(f"holds no pages that can be read ({known})", path=str(path))


def _shard(kind: str, path: Path, part: int = 0) -> Shard:
    status = path.stat()
    return Shard(
        kind, str(path), digest(kind, str(path), str(status.st_size), str(status.st_mtime_ns), str(part)), part
    )


def _listed(kind: str, path: Path, names: Iterable[str]) -> Iterator[Shard]:
    names = iter(names)
    while some := tuple(islice(names, _FILES)):
        marks = (f"{name}:{_mark(name)}" for name in some) if kind == "files" else some
        yield Shard(kind, str(path), digest(kind, str(path), *marks), names=some)


def _mark(name: str) -> str:
    try:
        status = os.stat(name)  # noqa: PTH116 - a name of many
    except OSError:
        return ""
    return f"{status.st_size}:{status.st_mtime_ns}"


def _row_groups(path: Path) -> int:
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            return max(1, int(file.num_row_groups))
    except (pa.ArrowException, OSError):
        return 1  # reading it will say what is the matter


def _members(path: Path) -> Iterator[Shard]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [entry.filename for entry in archive.infolist() if format_of(entry.filename) is not None]
    except (zipfile.BadZipFile, OSError):
        names = []
    mark = _mark(str(path))
    for shard in _listed("zip", path, names or [""]):
        yield Shard(shard.kind, shard.path, digest(shard.key, mark), names=shard.names)


def blocks(shard: Shard, columns: Columns | None = None, most: int = _LONGEST) -> Iterator[Block]:
    """The pages of a shard in blocks; what cannot be read is a page with its problem.

    Args:
        columns: which columns hold what.
        most: how many bytes of a page are taken; of a longer one, that it is longer.
    """
    pages = _safely(_READERS[shard.kind](shard, columns or Columns(), most), shard)
    for number in range(1 << 62):
        some = list(islice(pages, BLOCK))
        if not some:
            return
        rows = [{name: page.get(name) for name in PAGES.names} for page in some]
        yield Block(f"{shard.key}-{number:05}", pa.RecordBatch.from_pylist(rows, schema=PAGES))


def _safely(pages: Iterator[_Page], shard: Shard) -> Iterator[_Page]:
    """The pages up to where the file cannot be read any further, and that it could not."""
    try:
        yield from pages
    except (OSError, ValueError, EOFError, pa.ArrowException, zipfile.BadZipFile, csv.Error, UserError) as error:
        place = f"{shard.path}#{shard.part}" if shard.part else shard.path
        yield _broken(place, shard.path, f"cannot be read any further: {error}")


def _broken(id: str, path: str, problem: str) -> _Page:
    return {"id": id, "path": path, "problem": problem}


def _page(row: dict[str, Any], place: str, columns: Columns) -> _Page:
    """A row of a table as a page."""
    content = _first(row, columns.content, _CONTENT_NAMES)
    url = _first(row, columns.url, ("url", "uri", "link"))
    id = _first(row, columns.id, ("id",))
    name = str(row.get("path") or url or place)
    format = row.get("format") or columns.format or (None if format_of(name) else _guess(content))
    return {
        "id": str(id if id is not None else url or place),
        "url": str(url) if url else None,
        "path": name,
        "format": format,
        "date": str(_first(row, columns.date, ("date", "published")) or "") or None,
        "content": content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content,
        "problem": None if content is not None else "the row holds no content",
    }


def _first(row: dict[str, Any], named: str | None, usual: Iterable[str]) -> Any:
    if named is not None:
        return row.get(named)
    return next((row[name] for name in usual if row.get(name) is not None), None)


def _guess(content: str | bytes | None) -> str:
    """The format of a page of which nothing tells it: HTML where it begins as such."""
    head = (content or "")[:500].lstrip()
    begins = head if isinstance(head, str) else head.decode("latin-1")
    return "html" if begins.startswith("<") else "text"


def _parquet(shard: Shard, columns: Columns, most: int) -> Iterator[_Page]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(shard.path) as file:
        number = 0
        for batch in file.iter_batches(BLOCK, row_groups=[shard.part] if file.num_row_groups else []):
            for row in batch.to_pylist():
                yield _page(row, f"{shard.path}#{shard.part}.{number}", columns)
                number += 1


def _lines(shard: Shard, columns: Columns, most: int) -> Iterator[_Page]:
    packed = shard.path.lower().endswith(".gz")
    with closing(gzip.open(shard.path) if packed else open(shard.path, "rb")) as file:  # noqa: PTH123
        if shard.part:
            file.seek(shard.part - 1)
            file.readline()  # the rest of a line that the shard before has read
        while packed or file.tell() < shard.part + _LINES:
            at = file.tell()
            line = file.readline(most)
            if not line:
                return
            if line.strip():
                yield _line(line, f"{shard.path}#{at}", shard.path, columns)
            while line and not line.endswith(b"\n"):
                line = file.readline(most)


def _line(line: bytes, place: str, path: str, columns: Columns) -> _Page:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _broken(place, path, f"the line is no JSON: {error}")
    if not isinstance(row, dict):
        return _broken(place, path, "the line is no JSON object")
    return _page(row, place, columns)


def _table(shard: Shard, columns: Columns, most: int) -> Iterator[_Page]:
    packed = shard.path.lower().endswith(".gz")
    csv.field_size_limit(most)
    raw: IO[bytes] = gzip.open(shard.path) if packed else open(shard.path, "rb")  # type: ignore[assignment]  # noqa: SIM115, PTH123
    with closing(io.TextIOWrapper(raw, "utf-8-sig", newline="")) as file:
        tabs = "\t" if ".tsv" in shard.path.lower() else ","
        for number, row in enumerate(csv.DictReader(file, delimiter=tabs), 1):
            yield _page(row, f"{shard.path}#{number}", columns)


def _warc(shard: Shard, columns: Columns, most: int) -> Iterator[_Page]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with open(shard.path, "rb") as file:  # noqa: PTH123
        try:
            for record in ArchiveIterator(file):
                if record.rec_type == "response" and _is_page(record):
                    yield _response(record, most)
        except (ArchiveLoadFailed, AttributeError) as error:  # the latter of a record whose headers end early
            raise ValueError(str(error)) from None


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") or "").lower() if headers else ""
    return bool(headers) and headers.get_statuscode() == "200" and ("html" in kind or not kind)


def _response(record: Any, most: int) -> _Page:
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI")
    page = {
        "id": headers.get_header("WARC-Record-ID") or url,
        "url": url,
        "path": url or "response.html",
        "format": "html",
        "date": headers.get_header("WARC-Date"),
    }
    content = record.content_stream().read(most + 1)
    declared = int(record.http_headers.get_header("Content-Length") or 0)
    if declared > len(content) and not record.http_headers.get_header("Content-Encoding"):
        return {**page, "problem": f"the record ends after {len(content):,} of {declared:,} bytes"}
    return {**page, "content": content}


def _files(shard: Shard, columns: Columns, most: int) -> Iterator[_Page]:
    from factcheck.files import read_file

    for name in shard.names:
        try:
            yield {"id": name, "path": name, "content": read_file(Path(name), most)}
        except (OSError, UserError) as error:
            yield _broken(name, name, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _zip(shard: Shard, columns: Columns, most: int) -> Iterator[_Page]:
    with zipfile.ZipFile(shard.path) as archive:
        for name in filter(None, shard.names):
            place = f"{shard.path}/{name}"
            try:
                with archive.open(name) as file:
                    yield {"id": place, "path": place, "content": file.read(most + 1)}
            except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as error:
                yield _broken(place, place, f"cannot be read: {error}")


_READERS: Final[dict[str, Callable[[Shard, Columns, int], Iterator[_Page]]]] = {
    "parquet": _parquet,
    "lines": _lines,
    "table": _table,
    "warc": _warc,
    "files": _files,
    "zip": _zip,
}
