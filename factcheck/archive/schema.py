"""The columns of what goes into an archive's check and comes out of it; docs/archive.md explains each."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from factcheck.model.verdict import Verdict

_POSITION: Final = [  # in code points of the decoded page from 0, half open; lines and columns from 1
    pa.field("start", pa.int64()),
    pa.field("end", pa.int64()),
    pa.field("line", pa.int32()),
    pa.field("column", pa.int32()),
]

# What is checked. `path` tells the format by its ending where `format` does not.
PAGES: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("url", pa.string()),
        pa.field("path", pa.string(), nullable=False),
        pa.field("format", pa.string()),
        pa.field("date", pa.string()),
        pa.field("content", pa.large_binary()),
        pa.field("problem", pa.string()),  # why there is no content
    ]
)

VERDICTS: Final = tuple(verdict.value for verdict in Verdict)
_SEVERITIES: Final = ("error", "warning", "info")

_KEYS: Final = [
    pa.field("id", pa.string(), nullable=False),
    *(pa.field(name, pa.string()) for name in ("url", "site")),
]
_VERSIONS: Final = [pa.field(name, pa.string()) for name in ("version", "corpus", "rules")]

_CLAIM: Final = [
    pa.field("text", pa.string()),
    pa.field("number", pa.string()),
    *_POSITION,
    pa.field("low", pa.float64()),
    pa.field("high", pa.float64()),
    pa.field("unit", pa.string()),
    pa.field("verdict", pa.string()),
    pa.field("measure", pa.string()),
    pa.field("myth", pa.string()),
    pa.field("place", pa.string()),
    pa.field("period", pa.string()),
    pa.field("stance", pa.string()),
    pa.field("references", pa.list_(pa.string())),
]
_FINDING: Final = [
    pa.field("rule", pa.string()),
    pa.field("family", pa.string()),
    pa.field("severity", pa.string()),
    pa.field("message", pa.string()),
    pa.field("text", pa.string()),
    *_POSITION,
    pa.field("references", pa.list_(pa.string())),
]
_ARTICLE: Final = [
    pa.field("path", pa.string()),
    pa.field("format", pa.string()),
    pa.field("date", pa.string()),
    pa.field("title", pa.string()),
    pa.field("country", pa.string()),
    pa.field("characters", pa.int64()),
    *(pa.field(name, pa.int32()) for name in (*VERDICTS, *(f"{severity}s" for severity in _SEVERITIES))),
]
_ERROR: Final = [pa.field("kind", pa.string()), pa.field("message", pa.string())]

# What is given of each page: one row, whatever became of it. `error` is null where it was checked.
RESULTS: Final = pa.schema(
    [
        *_KEYS,
        *_ARTICLE,
        pa.field("claims", pa.list_(pa.struct(_CLAIM))),
        pa.field("findings", pa.list_(pa.struct(_FINDING))),
        pa.field("error", pa.struct(_ERROR)),
        *_VERSIONS,
    ]
)

# The datasets that results are parted into.
ARTICLES: Final = pa.schema([*_KEYS, *_ARTICLE, *_VERSIONS])
CLAIMS: Final = pa.schema([*_KEYS, *_CLAIM, *_VERSIONS])
FINDINGS: Final = pa.schema([*_KEYS, *_FINDING, *_VERSIONS])
ERRORS: Final = pa.schema([*_KEYS, *_ERROR, *_VERSIONS])
DATASETS: Final = {"articles": ARTICLES, "claims": CLAIMS, "findings": FINDINGS, "errors": ERRORS}
KEYS: Final = tuple(field.name for field in _KEYS)
VERSIONS: Final = tuple(field.name for field in _VERSIONS)
