"""Work done in processes of their own, its results in the order of the tasks.

Tasks are sent several at once, since sending one costs as much as sending eight. Only so many are under way as
keep the processes busy: a run takes no more memory for fifty thousand articles than for a hundred.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from factcheck.errors import UserError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

A = TypeVar("A")
B = TypeVar("B")
T = TypeVar("T")

_TOGETHER: Final = 8  # tasks sent at once
_AHEAD: Final = 32  # tasks under way for each process: what the slowest may hold up


class _Batch(Generic[A, B]):
    """Tasks that are sent together."""

    def __init__(self) -> None:
        self.arguments: list[A] = []
        self.answers: Future[list[B]] | None = None  # None: not sent yet


class Task(Generic[T]):
    """What a process is to do, and what makes its answer a result."""

    def __init__(self, workers: Workers[Any, B], batch: _Batch[Any, B], finish: Callable[[B], T]) -> None:
        self._workers, self._batch, self._finish = workers, batch, finish
        self._place = len(batch.arguments)

    @property
    def done(self) -> bool:
        """Whether the result need not be waited for."""
        return self._batch.answers is not None and self._batch.answers.done()

    def result(self) -> T:
        """The result, waited for.

        Raises:
            UserError: a process has died.
        """
        return self._finish(self._workers.answers(self._batch)[self._place])


class Workers(Generic[A, B]):
    """Processes that start with the first tasks.

    Args:
        function: what they do with the argument of a task; it is sent to them.

    Attributes:
        count: how many.
        ahead: how many tasks keep them busy.
    """

    def __init__(self, count: int, function: Callable[[A], B]) -> None:
        self.count, self.ahead = count, count * _AHEAD
        self._function = function
        self._pool: ProcessPoolExecutor | None = None
        self._open: _Batch[A, B] = _Batch()

    def task(self, argument: A, finish: Callable[[B], T]) -> Task[T]:
        """Have the function called in a process; `finish` makes its answer a result, in this one.

        Raises:
            UserError: a process has died.
        """
        task = Task(self, self._open, finish)
        self._open.arguments.append(argument)
        if len(self._open.arguments) == _TOGETHER:
            self._send(self._open)
        return task

    def answers(self, batch: _Batch[A, B]) -> list[B]:
        """The answers to tasks that were sent together, or are now.

        Raises:
            UserError: a process has died.
        """
        from concurrent.futures.process import BrokenProcessPool

        answers = batch.answers or self._send(batch)
        try:
            return answers.result()
        except BrokenProcessPool:
            raise _died() from None

    def _send(self, batch: _Batch[A, B]) -> Future[list[B]]:
        from concurrent.futures import ProcessPoolExecutor  # most runs need no second process
        from concurrent.futures.process import BrokenProcessPool

        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, initializer=begin)
        self._open = _Batch()
        try:
            with _ctrl_c_later():  # a new process, half made, would tell of it and go on
                batch.answers = self._pool.submit(_each, self._function, batch.arguments)
        except BrokenProcessPool:
            raise _died() from None
        return batch.answers

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


def in_order(tasks: Iterable[T | Task[T]], ahead: int) -> Iterator[T]:
    """The results of tasks, some already done, in their order.

    Args:
        ahead: how many of them may be under way.

    Raises:
        UserError: a process has died.
    """
    waiting: deque[T | Task[T]] = deque()
    for task in tasks:
        waiting.append(task)
        while waiting and (len(waiting) > ahead or _is_done(waiting[0])):
            yield _result(waiting.popleft())
    while waiting:
        yield _result(waiting.popleft())


def _each(function: Callable[[A], B], arguments: list[A]) -> list[B]:
    return list(map(function, arguments))


def begin() -> None:
    """What a new process does first: it leaves Ctrl-C to the one it works for, and ends with it."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    """End once the parent is no more: one that is killed tells nobody, and its workers would wait for ever."""
    parent.join()
    os._exit(1)


@contextmanager
def _ctrl_c_later() -> Iterator[None]:
    """Ctrl-C is kept back, and comes at the end."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_done(task: object) -> bool:
    return not isinstance(task, Task) or task.done


def _result(task: T | Task[T]) -> T:
    return task.result() if isinstance(task, Task) else task


def _died() -> UserError:
    return UserError("a worker process has died, perhaps because the memory ran out; try again with --jobs 1")
