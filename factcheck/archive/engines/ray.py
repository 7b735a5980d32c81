"""A Ray cluster: shards are read by tasks, blocks checked by actors, each with one warm linter.

Ray does again what a lost node had under way. That a block may so be done twice does no harm (`dataset.py`). All
nodes must see the input and the output under the same paths.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa
import ray
import ray.data

from factcheck.archive.dataset import Counts
from factcheck.archive.inputs import Block, Shard
from factcheck.archive.running import Work

_READING = 0.25  # of a processor for a task that reads: it waits for the actors most of the time


@dataclass
class RayEngine:
    """Ray Data over the shards of an archive.

    Attributes:
        address: of a cluster that is there; None: one on this machine.
        actors: how many check at once; None: as many as the cluster has processors.
    """

    address: str | None = None
    actors: int | None = None

    def __call__(self, shards: Iterable[Shard], work: Work) -> Iterator[tuple[str, Counts]]:
        """The key of each block, and what it came to."""
        if not ray.is_initialized():
            ray.init(address=self.address, logging_level=logging.WARNING, log_to_driver=False)
        _set_up()
        parts = [asdict(shard) for shard in shards]
        if not parts:
            return
        actors = self.actors or max(1, int(_resources().get("CPU", 1)))
        read = ray.data.from_items(parts, override_num_blocks=len(parts)).flat_map(
            _Reading(work), num_cpus=_READING, concurrency=max(1, actors)
        )
        checked = read.map_batches(
            _Checking,
            fn_constructor_args=(work,),
            batch_size=1,
            batch_format="pyarrow",
            concurrency=(1, actors),
            num_cpus=1 - _READING,
            max_restarts=-1,
            max_task_retries=-1,
        )
        for row in checked.iter_rows():
            yield row.pop("key"), Counts(**row)


def _resources() -> dict[str, float]:
    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call, unused-ignore]
    return resources


def _set_up() -> None:
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.verbose_progress = False


@dataclass
class _Reading:
    """The blocks of a shard as rows."""

    work: Work

    def __call__(self, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        shard = Shard(row["kind"], row["path"], row["key"], int(row["part"]), tuple(map(str, row["names"])))
        for block in self.work.blocks(shard):
            yield {"key": block.key, "pages": _as_bytes(block.pages)}


class _Checking:
    """An actor that checks blocks."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def __call__(self, batch: pa.Table) -> pa.Table:
        rows = []
        for row in batch.to_pylist():
            block = Block(row["key"], _from_bytes(row["pages"]))
            rows.append({"key": block.key, **asdict(self._work(block))})
        return pa.Table.from_pylist(rows)


def _as_bytes(pages: pa.RecordBatch) -> bytes:
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, pages.schema) as out:
        out.write_batch(pages)
    return sink.getvalue()


def _from_bytes(data: bytes) -> pa.RecordBatch:
    with pa.ipc.open_stream(data) as stream:
        return stream.read_next_batch()
