"""Work side by side, at several places, each of which does one thing at a time."""

from __future__ import annotations

import itertools
import queue
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Final, Protocol, TypeVar, runtime_checkable

__all__ = ["Place", "side_by_side"]

_AHEAD: Final = 2
_AHEAD_IN_ORDER: Final = 16
"""How many items for each place are taken ahead if the order counts: a slow item makes the later
ones wait, and the other places should have work meanwhile."""


class Place(Protocol):
    """Where work is done: a worker process, or sandboxes."""

    def close(self) -> None:
        """End its processes."""


@runtime_checkable
class _CanBeStopped(Protocol):
    """A place that need not come to an end with what it does."""

    def stop(self) -> None:
        """End its processes at once; whoever waits for it, in another thread, gets no reply."""


_Place = TypeVar("_Place", bound=Place)
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def side_by_side(
    work: Callable[[_Place, _Item], _Result],
    items: Iterable[_Item],
    *,
    make: Callable[[], _Place],
    places: int,
    in_order: bool = False,
) -> Generator[tuple[_Item, _Result]]:
    """Do the same work on many items.

    Args:
        work: is given a place that nobody else uses meanwhile, and an item.
        items: made in the calling thread, as there is room for them. Code of the course that runs
            in this process belongs there: what the process prints meanwhile is captured, and two
            threads that do so would not restore its streams.
        make: makes a place; it starts nothing before it is used.
        places: how many there are; threads suffice, the work is done in other processes.
        in_order: whether the results come in the order of the items, or as they become ready.

    Yields:
        Each item with its result.

    Raises:
        Exception: whatever `work` or the making of the items raised; all places are closed then.
    """
    team = [make() for _ in range(places)]
    # The place that became free last is taken first, so that few start if there is little to do.
    free: queue.LifoQueue[_Place] = queue.LifoQueue()
    for place in team:
        free.put(place)

    def run(item: _Item) -> _Result:
        place = free.get()
        try:
            return work(place, item)
        finally:
            free.put(place)

    room = places * (_AHEAD_IN_ORDER if in_order else _AHEAD)
    waiting: dict[Future[_Result], _Item] = {}
    with ThreadPoolExecutor(places) as pool:
        try:
            for item in items:
                waiting[pool.submit(run, item)] = item
                yield from _finished(waiting, room, in_order=in_order)
            yield from _finished(waiting, 0, in_order=in_order)
        except BaseException:
            # Nobody wants the other results any more: whoever pressed Ctrl-C does not wait.
            for place in team:
                if isinstance(place, _CanBeStopped):
                    place.stop()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            for place in team:
                place.close()


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
