"""The folder of Parquet files that a check of an archive writes, a part for each block and dataset.

    DIR/articles/KEY.parquet, claims/…, findings/…, errors/…
    DIR/_blocks/KEY.json        written last: the block is whole, and with which versions it was made

A part takes its place whole, and a block that is done again takes that of the earlier one: a run that is killed,
or work that an engine does twice, leaves nothing twice and nothing out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from factcheck.archive.schema import DATASETS, KEYS, RESULTS, VERSIONS
from factcheck.errors import UserError
from factcheck.writing import replace_file

_MARKS: Final = "_blocks"
_EMPTY: Final = "none.parquet"  # a dataset that nothing was found for can be read as well
_OTHERS: Final = "the folder holds something else; give another --output, or delete it"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a block came to."""

    pages: int = 0
    claims: int = 0
    findings: int = 0
    errors: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.pages + other.pages,
            self.claims + other.claims,
            self.findings + other.findings,
            self.errors + other.errors,
        )


@dataclass(frozen=True, slots=True)
class Dataset:
    """The parts of an archive's results in a folder."""

    folder: Path

    def begin(self) -> None:
        """Make the folders, or see that they are those of an earlier run.

        Raises:
            UserError: the folder holds something else, or cannot be written.
        """
        try:
            if self.folder.is_dir() and any(self.folder.iterdir()) and not (self.folder / _MARKS).is_dir():
                raise UserError(_OTHERS, path=str(self.folder))
            for name in (_MARKS, *DATASETS):
                (self.folder / name).mkdir(parents=True, exist_ok=True)
            for name, schema in DATASETS.items():
                self._put(self.folder / name / _EMPTY, schema.empty_table())
        except OSError as error:
            raise UserError(f"cannot be written: {error.strerror}", path=str(self.folder)) from None

    def done(self, key: str) -> dict[str, Any] | None:
        """What is known of a block that is whole: its counts, and the versions it was made with."""
        with suppress(OSError, ValueError):
            mark = json.loads(self._mark(key).read_bytes())
            return mark if isinstance(mark, dict) else None
        return None

    def write(self, key: str, results: pa.Table, versions: dict[str, str]) -> Counts:
        """Write the parts of a block, and then that it is whole.

        Args:
            results: of the schema `RESULTS`.
        """
        tables = parted(results)
        for name, table in tables.items():
            path = self.folder / name / f"{key}.parquet"
            if table.num_rows:
                self._put(path, table)
            else:
                path.unlink(missing_ok=True)
        counts = Counts(results.num_rows, *(tables[name].num_rows for name in ("claims", "findings", "errors")))
        replace_file(self._mark(key), json.dumps(asdict(counts) | versions).encode())
        return counts

    def read(self, key: str) -> pa.Table:
        """The results of a block that is whole, as they were given to `write`."""
        tables = {name: self._part(name, key) for name in DATASETS}
        claims, findings = (_by_page(tables[name], _inner(name)) for name in ("claims", "findings"))
        rows = [
            {**row, "claims": claims.get(row["id"], []), "findings": findings.get(row["id"], [])}
            for row in tables["articles"].to_pylist()
        ]
        rows += [
            {**row, "claims": [], "findings": [], "error": {"kind": row["kind"], "message": row["message"]}}
            for row in tables["errors"].to_pylist()
        ]
        whole = [{name: row.get(name) for name in RESULTS.names} for row in rows]
        return pa.Table.from_pylist(whole, schema=RESULTS)

    def _part(self, name: str, key: str) -> pa.Table:
        path = self.folder / name / f"{key}.parquet"
        return pq.read_table(path) if path.exists() else DATASETS[name].empty_table()

    def end(self, keys: Collection[str]) -> None:
        """Take away the blocks of an earlier run that are no longer part of the input."""
        for mark in list((self.folder / _MARKS).glob("*.json")):
            if mark.stem not in keys:
                mark.unlink()
        for name in DATASETS:
            for path in list((self.folder / name).glob("*.parquet")):
                if path.stem not in keys and path.name != _EMPTY:
                    path.unlink()

    def _mark(self, key: str) -> Path:
        return self.folder / _MARKS / f"{key}.json"

    @staticmethod
    def _put(path: Path, table: pa.Table) -> None:
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        replace_file(path, sink.getvalue().to_pybytes())


def _inner(name: str) -> list[str]:
    return [column for column in DATASETS[name].names if column not in (*KEYS, *VERSIONS)]


def _by_page(table: pa.Table, columns: list[str]) -> dict[str, list[dict[str, Any]]]:
    pages: dict[str, list[dict[str, Any]]] = {}
    for row in table.to_pylist():
        pages.setdefault(row["id"], []).append({column: row[column] for column in columns})
    return pages


def parted(results: pa.Table) -> dict[str, pa.Table]:
    """Results as the tables of the datasets."""
    failed = pc.is_valid(results["error"])
    checked = results.filter(pc.invert(failed))
    tables = {"articles": checked.select(DATASETS["articles"].names)}
    for name in ("claims", "findings"):
        tables[name] = _unnested(checked, name)
    tables["errors"] = _flat(results.filter(failed), "errors", results.filter(failed)["error"])
    return tables


def _unnested(results: pa.Table, name: str) -> pa.Table:
    lists = results[name].combine_chunks()
    rows = results.take(pc.list_parent_indices(lists))
    return _flat(rows, name, pc.list_flatten(lists))


def _flat(rows: pa.Table, name: str, structs: Any) -> pa.Table:
    """A row for each struct, its fields as columns between those of the page."""
    columns = {column: rows[column] for column in (*KEYS, *VERSIONS)}
    columns |= {column: pc.struct_field(structs, column) for column in _inner(name)}
    return pa.table([columns[column] for column in DATASETS[name].names], schema=DATASETS[name])


def written(folder: Path) -> Iterator[str]:
    """The names of the datasets in a folder.

    Raises:
        UserError: it holds none.
    """
    if not (folder / _MARKS).is_dir():
        problem = "holds no results of an archive; `factcheck archive INPUT --output DIR` writes them"
        raise UserError(problem, path=str(folder))
    yield from DATASETS
