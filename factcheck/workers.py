"""Articles checked in processes of their own, their results in the order of the articles.

A worker is given an article's bytes and sends back its report as the cache keeps it. Only so many articles are
under way as keep the workers busy: a run takes no more memory for fifty thousand articles than for a hundred.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, Self, TypeVar

from factcheck.errors import UserError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

A = TypeVar("A")
T = TypeVar("T")

_AHEAD: Final = 64  # articles under way: what the slowest may hold up


class Task(NamedTuple, Generic[T]):
    """What a worker is doing, and what makes its answer a result."""

    answer: Future[Any]
    finish: Callable[[Any], T]

    def result(self) -> T:
        """The result, waited for."""
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.finish(self.answer.result())
        except BrokenProcessPool:
            raise _died() from None


class Workers:
    """Processes that start with the first task.

    Attributes:
        count: how many.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool: ProcessPoolExecutor | None = None

    def task(self, finish: Callable[[A], T], function: Callable[..., A], *arguments: object) -> Task[T]:
        """Have a function called in a worker; `finish` makes its answer a result, in this process.

        Raises:
            UserError: a worker has died.
        """
        from concurrent.futures import ProcessPoolExecutor  # most runs need no second process
        from concurrent.futures.process import BrokenProcessPool

        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, initializer=_leave_ctrl_c_to_the_parent)
        try:
            return Task(self._pool.submit(function, *arguments), finish)
        except BrokenProcessPool:
            raise _died() from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is None:
            return
        from multiprocessing import active_children

        if error is not None:  # Ctrl-C, a reader who has seen enough: nobody waits for the rest
            for process in active_children():
                process.kill()
        self._pool.shutdown(cancel_futures=True)


def in_order(tasks: Iterable[T | Task[T]]) -> Iterator[T]:
    """The results of tasks, some already done, in their order.

    Raises:
        UserError: a worker has died.
    """
    waiting: deque[T | Task[T]] = deque()
    for task in tasks:
        waiting.append(task)
        while waiting and (len(waiting) > _AHEAD or _is_done(waiting[0])):
            yield _result(waiting.popleft())
    while waiting:
        yield _result(waiting.popleft())


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _is_done(task: object) -> bool:
    return not isinstance(task, Task) or task.answer.done()


def _result(task: T | Task[T]) -> T:
    return task.result() if isinstance(task, Task) else task


def _died() -> UserError:
    return UserError("a worker process has died, perhaps because the memory ran out; try again with --jobs 1")
