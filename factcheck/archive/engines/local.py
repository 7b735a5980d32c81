"""The processes of this machine. One that dies takes its block with it, which is then done page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children
from typing import Final

from factcheck.archive.dataset import Counts
from factcheck.archive.inputs import Block, Shard
from factcheck.archive.running import Work
from factcheck.workers import begin

_AHEAD: Final = 2  # blocks under way for each process: one that it does, and one that waits
_TRIES: Final = 2
_Done = tuple[str, Counts]


@dataclass
class LocalEngine:
    """Processes that check blocks, which this one reads.

    Attributes:
        jobs: how many.
    """

    jobs: int

    def __call__(self, shards: Iterable[Shard], work: Work) -> Iterator[_Done]:
        """The key of each block, and what it came to."""
        with _Pool(self.jobs, work) as pool:
            for block in (block for shard in shards for block in work.blocks(shard)):
                if block.pages.num_rows == 0:
                    yield block.key, work(block)
                    continue
                pool.give(block)
                while pool.full:
                    yield from pool.take()
            while pool.busy:
                yield from pool.take()


class _Pool:
    """The processes, and the blocks that they have been given."""

    def __init__(self, jobs: int, work: Work) -> None:
        self._jobs, self._work = jobs, work
        self._pool: ProcessPoolExecutor | None = None
        self._given: dict[Future[Counts], tuple[Block, int]] = {}
        self._done: list[_Done] = []

    @property
    def busy(self) -> bool:
        return bool(self._given or self._done)

    @property
    def full(self) -> bool:
        return len(self._given) >= self._jobs * _AHEAD

    def give(self, block: Block, tries: int = 1) -> None:
        """Let a process check a block."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, initializer=begin)
        try:
            self._given[self._pool.submit(self._work, block)] = block, tries
        except BrokenProcessPool:
            self._begin_again()
            self.give(block, tries)

    def take(self) -> list[_Done]:
        """Wait for a block or more; what they came to."""
        ready, _ = wait(self._given, return_when=FIRST_COMPLETED) if not self._done else (set(), set())
        if any(isinstance(future.exception(), BrokenProcessPool) for future in ready):
            self._begin_again()
        else:
            for future in ready:
                block, _ = self._given.pop(future)
                self._done.append((block.key, future.result()))
        done, self._done = self._done, []
        return done

    def _begin_again(self) -> None:
        """New processes, since one has died: they are given again what is not done."""
        given, self._given = self._given, {}
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        for future, (block, tries) in given.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                self._done.append((block.key, future.result()))
            elif tries < _TRIES:
                self.give(block, tries + 1)
            else:
                self._done.append((block.key, self._page_by_page(block)))

    def _page_by_page(self, block: Block) -> Counts:
        """What a block comes to that ends whoever checks it: page by page, each such page left out."""
        fatal: list[int] = []
        while (ended := self._ended_by(block, fatal)) is not None:
            fatal.append(ended)
        return self._work.without(block, fatal, "ended the process that checked it")

    def _ended_by(self, block: Block, but: list[int]) -> int | None:
        """The next page that ends the process which checks it, behind those known to; None where none does."""
        with ProcessPoolExecutor(1, initializer=begin) as alone:
            for at in range(but[-1] + 1 if but else 0, block.pages.num_rows):
                try:
                    alone.submit(self._work.checker, block.pages.slice(at, 1)).result()
                except BrokenProcessPool:
                    return at
        return None

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._given:  # Ctrl-C, or an error: nobody waits for the rest
            for process in active_children():
                process.kill()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
