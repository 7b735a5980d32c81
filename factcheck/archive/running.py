"""A whole check of an archive: what is left to do, given to an engine, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from factcheck.archive.checking import Checker
from factcheck.archive.dataset import Counts, Dataset
from factcheck.archive.inputs import Block, Columns, Shard, blocks
from factcheck.archive.versions import versions


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with each block; it is sent to whoever does it.

    Attributes:
        only: measures whose change alone asks for another look: pages that no claim ties to them keep the results
            they have. None: every page is checked.
    """

    checker: Checker
    folder: Path
    columns: Columns
    only: frozenset[str] | None = None

    def blocks(self, shard: Shard) -> Iterator[Block]:
        """The blocks of a shard; those that need nothing done have no pages."""
        for block in blocks(shard, self.columns, self.checker.limits.content):
            yield Block(block.key, block.pages.slice(0, 0)) if self._known(block.key) else block

    def _known(self, key: str) -> Counts | None:
        mark = Dataset(self.folder).done(key)
        if mark is None or any(mark.get(name) != value for name, value in versions(self.checker.settings).items()):
            return None
        return Counts(mark["pages"], mark["claims"], mark["findings"], mark["errors"])

    def __call__(self, block: Block) -> Counts:
        """Check a block and write what was found, or tell what an earlier run has written."""
        if (known := self._known(block.key)) is not None:
            return known
        dataset, wanted = Dataset(self.folder), versions(self.checker.settings)
        results = self.checker(block.pages) if self.only is None else self._again(dataset, block)
        return dataset.write(block.key, results, wanted)

    def without(self, block: Block, pages: Collection[int], problem: str) -> Counts:
        """Check a block but for some of its pages, by their place in it; of these it is told why."""
        rows = block.pages.to_pylist()
        for at in pages:
            rows[at]["problem"] = problem
        left = pa.RecordBatch.from_pylist(rows, schema=block.pages.schema)
        return Dataset(self.folder).write(block.key, self.checker(left), versions(self.checker.settings))

    def _again(self, dataset: Dataset, block: Block) -> pa.Table:
        """The results of a block, where only some pages need another look."""
        if dataset.done(block.key) is None:
            return self.checker(block.pages)
        before = {row["id"]: row for row in dataset.read(block.key).to_pylist()}
        kept = {id for id, row in before.items() if not self._concerns(row)}
        stale = [page["id"] not in kept for page in block.pages.select(["id"]).to_pylist()]
        new = {row["id"]: row for row in self.checker(block.pages.filter(pa.array(stale))).to_pylist()}
        rows = [new.get(page["id"]) or before[page["id"]] for page in block.pages.select(["id"]).to_pylist()]
        return pa.Table.from_pylist(rows, schema=self.checker(block.pages.slice(0, 0)).schema)

    def _concerns(self, row: dict[str, object]) -> bool:
        """Whether a page has to do with one of the measures, or has a number that no measure was found for."""
        claims = row["claims"]
        if row["error"] is not None or not isinstance(claims, list):
            return True
        named = (
            key.partition("/")[0] for claim in claims for key in (*claim["references"], claim["measure"] or "")
        )
        unknown = any(claim["measure"] is None and claim["myth"] is None for claim in claims)
        return unknown or not (self.only or frozenset()).isdisjoint(named)


class Engine(Protocol):
    """Does the work on all blocks of all shards, each at least once, in any order."""

    def __call__(self, shards: Iterable[Shard], work: Work) -> Iterator[tuple[str, Counts]]:
        """The key of each block, and what it came to."""


def run(shards: Iterable[Shard], work: Work, engine: Engine, watch: Callable[[Counts], None]) -> Counts:
    """Check an archive, going on where an earlier run has ended.

    Args:
        watch: is told what all blocks so far came to.

    Raises:
        UserError: the folder of the results cannot be used.
    """
    dataset = Dataset(work.folder)
    dataset.begin()
    total, keys = Counts(), set[str]()
    for key, counts in engine(shards, work):
        if key not in keys:
            keys.add(key)
            total += counts
            watch(total)
    dataset.end(keys)
    return total


def measures_named(text: str, known: Collection[str]) -> frozenset[str]:
    """The measures of a list parted by commas.

    Raises:
        ValueError: one is not known.
    """
    named = frozenset(name.strip() for name in text.split(",") if name.strip())
    for name in sorted(named):
        if name not in known:
            raise ValueError(f"there is no measure {name}")
    return named
