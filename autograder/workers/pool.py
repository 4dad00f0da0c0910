"""Work in sandboxes, side by side: each worker has warm interpreters of its own."""

from __future__ import annotations

import itertools
import queue
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Final, TypeVar

from autograder.limits import Limits
from autograder.sandbox.confined import Layers, Sandbox

__all__ = ["Worker", "side_by_side"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_AHEAD: Final = 2
_AHEAD_IN_ORDER: Final = 16
"""How many items for each worker are taken ahead if the order counts: a slow item makes the later
ones wait, and the other workers should have work meanwhile."""


class Worker:
    """One of several places at which work runs at the same time; each does one thing at a time.

    Args:
        limits: of its sandboxes.
        layers: of its sandboxes.
    """

    def __init__(self, limits: Limits, layers: Layers) -> None:
        self._limits = limits
        self._layers = layers
        self._sandboxes: dict[bool, Sandbox] = {}

    def sandbox(self, *, notebooks: bool = False) -> Sandbox:
        """Its sandbox for files, or the one for notebooks; each starts when it is first used."""
        if notebooks not in self._sandboxes:
            # Grading side by side is for tables, which show no figures.
            self._sandboxes[notebooks] = Sandbox(
                self._limits, layers=self._layers, notebooks=notebooks, figures=False
            )
        return self._sandboxes[notebooks]

    def close(self) -> None:
        """End its interpreters."""
        for sandbox in self._sandboxes.values():
            sandbox.close()


def side_by_side(
    work: Callable[[Worker, _Item], _Result],
    items: Iterable[_Item],
    *,
    limits: Limits,
    layers: Layers,
    workers: int,
    in_order: bool = False,
) -> Iterator[tuple[_Item, _Result]]:
    """Do the same work on many items.

    Args:
        work: is given a worker that nobody else uses meanwhile, and an item.
        items: made in the calling thread, as there is room for them. Code of the course that runs
            in this process belongs there: what the process prints meanwhile is captured, and two
            threads that do so would not restore its streams.
        limits: of the sandboxes.
        layers: of the sandboxes.
        workers: how many there are; threads suffice, the work is done in the sandboxes.
        in_order: whether the results come in the order of the items, or as they become ready.

    Yields:
        Each item with its result.

    Raises:
        Exception: whatever `work` or the making of the items raised; all workers are closed then.
    """
    team = [Worker(limits, layers) for _ in range(workers)]
    # The worker that became free last is taken first, so that few start if there is little to do.
    free: queue.LifoQueue[Worker] = queue.LifoQueue()
    for worker in team:
        free.put(worker)

    def run(item: _Item) -> _Result:
        worker = free.get()
        try:
            return work(worker, item)
        finally:
            free.put(worker)

    room = workers * (_AHEAD_IN_ORDER if in_order else _AHEAD)
    waiting: dict[Future[_Result], _Item] = {}
    with ThreadPoolExecutor(workers) as pool:
        try:
            for item in items:
                waiting[pool.submit(run, item)] = item
                yield from _finished(waiting, room, in_order=in_order)
            yield from _finished(waiting, 0, in_order=in_order)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            for worker in team:
                worker.close()


def _finished(
    waiting: dict[Future[_Result], _Item], room: int, *, in_order: bool
) -> Iterator[tuple[_Item, _Result]]:
    """Take out what is finished; wait for it only while there is more than there is room for."""
    while waiting:
        awaited = itertools.islice(waiting, 1 if in_order else None)
        seconds = None if len(waiting) > room else 0
        done, _ = wait(list(awaited), seconds, FIRST_COMPLETED)
        if not done:
            return
        for future in done:
            yield waiting.pop(future), future.result()
