"""Made pages for an archive, in every kind of file that it is read from."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

GOOD = "# A bed for the night\n\nThe shelter opens at six.\n"
WRONG = "# A talk\n\nEach year 300,000 children are trafficked in the United States.\n"
LEFT = "# A talk\n\n[Insert photo here]\n"
TEXTS = (GOOD, WRONG, LEFT)


def row(number: int) -> dict[str, Any]:
    """A page as a row of a table."""
    return {
        "id": f"p{number:05}",
        "url": f"https://www.site{number % 7}.example/{number}.md",
        "date": f"20{10 + number % 15}-03-01",
        "text": TEXTS[number % len(TEXTS)],
    }


def parquet(path: Path, count: int, group: int = 100) -> Path:
    rows = pa.Table.from_pylist([row(number) for number in range(count)])
    pq.write_table(rows, path, row_group_size=group)
    return path


def lines(path: Path, count: int) -> Path:
    text = "".join(json.dumps(row(number)) + "\n" for number in range(count)).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path


def table(path: Path, count: int) -> Path:
    with path.open("w", newline="") as out:
        writer = csv.DictWriter(out, list(row(0)))
        writer.writeheader()
        writer.writerows(row(number) for number in range(count))
    return path


def packed(path: Path, count: int) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"p{number:05}.md", row(number)["text"])
    return path


def folder(path: Path, count: int) -> Path:
    path.mkdir()
    for number in range(count):
        (path / f"p{number:05}.md").write_text(row(number)["text"])
    return path


def warc(path: Path, count: int) -> Path:
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=path.suffix == ".gz")
        for number in range(count):
            page = row(number)
            title, _, body = page["text"].partition("\n\n")
            html = f"<title>x</title><h1>{title[2:]}</h1><p>{body.strip()}</p>".encode()
            headers = [("Content-Type", "text/html"), ("Content-Length", str(len(html)))]
            for status, kind in (("200 OK", "text/html"), ("404 Not Found", "text/html"), ("200 OK", "image/png")):
                http = StatusAndHeaders(status, [("Content-Type", kind), *headers[1:]], protocol="HTTP/1.1")
                record = writer.create_warc_record(
                    page["url"], "response", payload=io.BytesIO(html), http_headers=http
                )
                writer.write_record(record)
    return path


KINDS: dict[str, Callable[[Path, int], Path]] = {
    "pages.parquet": parquet,
    "pages.jsonl": lines,
    "pages.jsonl.gz": lines,
    "pages.csv": table,
    "pages.zip": packed,
    "pages": folder,
    "pages.warc": warc,
    "pages.warc.gz": warc,
}
