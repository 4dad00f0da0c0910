"""Work in sandboxes, side by side: each worker has a warm interpreter of its own."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from autograder.limits import Limits
from autograder.sandbox.confined import Layers, Sandbox

__all__ = ["side_by_side"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_WAITING = 16
"""So many pieces of work for each worker are kept ready."""


def side_by_side(
    work: Callable[[Sandbox, _Item], _Result],
    items: Iterable[_Item],
    *,
    limits: Limits,
    layers: Layers,
    workers: int,
) -> Iterator[_Result]:
    """Do the same work on many items.

    Args:
        work: is given a sandbox that nobody else uses meanwhile, and an item.
        items: made in the calling thread, as there is room for them. Whatever calls the course's
            code in this process belongs there: meanwhile all that this process prints is caught,
            and two threads that do so would not put back what they found.
        limits: of the sandboxes.
        layers: of the sandboxes.
        workers: how many there are; threads suffice, the work is done in the sandboxes.

    Yields:
        The results, in the order of the items.
    """
    sandboxes = [Sandbox(limits, layers=layers, notebooks=False) for _ in range(workers)]
    free: queue.SimpleQueue[Sandbox] = queue.SimpleQueue()
    for sandbox in sandboxes:
        free.put(sandbox)

    def run(item: _Item) -> _Result:
        sandbox = free.get()
        try:
            return work(sandbox, item)
        finally:
            free.put(sandbox)

    waiting: deque[Future[_Result]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(run, item))
                while waiting and (waiting[0].done() or len(waiting) > _WAITING * workers):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            for sandbox in sandboxes:
                sandbox.close()
