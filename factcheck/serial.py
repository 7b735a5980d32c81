"""A report as bytes and back, exactly: what the cache keeps and what worker processes send.

JSON read back by msgspec, type by type: whatever else somebody puts into a cache can only fail to load.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from factcheck.model import FileReport

_DECODER = msgspec.json.Decoder(FileReport)


def dump(report: FileReport) -> bytes:
    """A report as bytes, without its path: the same article may lie in several places.

    Raises:
        ValueError: it holds half a surrogate pair, which JSON cannot.
    """
    return msgspec.json.encode(_at(report, ""))


def load(data: bytes, path: str) -> FileReport:
    """The report of bytes made by `dump`, under a path.

    Raises:
        msgspec.MsgspecError, UnicodeDecodeError: they are damaged.
    """
    return _at(_DECODER.decode(data), path)


def _at(report: FileReport, path: str) -> FileReport:
    return replace(report, document=replace(report.document, path=path))
