"""Notebooks that are run ahead of nbgrader, which grades one after the other.

What nbgrader is about to ask is foreseen and asked already, of several workers. Its own question
gets the reply only if it is the very same; else it is asked then.
"""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final, NamedTuple

from autograder.nbgrader.assignment_workers import NotebookWorker
from autograder.nbgrader.notebook_grading import GradedNotebook, NotebookRun
from autograder.nbgrader.temporary_attribute import temporary_attribute

__all__ = ["NotebookName", "RunAhead", "ahead_of", "running_ahead"]

_AHEAD: Final = 4
"""How many runs for each worker are foreseen, so that none waits while grades are written."""

_ATTRIBUTE: Final = "_run_ahead"
"""Of a converter that has somebody run ahead of it."""


class NotebookName(NamedTuple):
    """Which notebook of a class it is, by nbgrader's names."""

    student: str
    notebook: str


class RunAhead:
    """Workers that run what is foreseen.

    Args:
        names: of the notebooks, in the order in which nbgrader grades them.
        foresee: the runs of a notebook; none where they cannot be foreseen. Called in the thread
            that asks.
        make: makes a worker, which starts when it is first asked.
        workers: how many there are.
    """

    def __init__(
        self,
        names: Sequence[NotebookName],
        foresee: Callable[[NotebookName], Sequence[NotebookRun]],
        make: Callable[[], NotebookWorker],
        workers: int,
    ) -> None:
        self._names = names
        self._places = {name: place for place, name in enumerate(names)}
        self._foresee = foresee
        self._next = 0
        self._asked: dict[NotebookName, list[tuple[NotebookRun, Future[GradedNotebook]]]] = {}
        self._room = workers * _AHEAD
        self._team = [make() for _ in range(workers)]
        # The one that became free last is taken first, so that few start if there is little to do.
        self._free: queue.LifoQueue[NotebookWorker] = queue.LifoQueue()
        for worker in self._team:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(workers)
        self._take_ahead()

    def ask(self, name: NotebookName, run: NotebookRun) -> GradedNotebook:
        """Run and judge a notebook, unless that was foreseen.

        Raises:
            WorkerLostError: if there is no reply.
        """
        place = self._places.get(name, 0)
        for passed in [each for each in self._asked if self._places[each] < place]:
            for _, reply in self._asked.pop(passed):
                reply.cancel()
        self._next = max(self._next, place)
        self._take_ahead()
        for foreseen, reply in self._asked.get(name, []):
            if foreseen == run:
                return reply.result()
        return self._threads.submit(self._run, run).result()

    def close(self) -> None:
        """End the workers; those that are busy at once."""
        replies = [reply for asked in self._asked.values() for _, reply in asked]
        self._threads.shutdown(wait=False, cancel_futures=True)
        if not all(reply.done() for reply in replies):
            for worker in self._team:
                worker.stop()
        self._threads.shutdown(wait=True)
        for worker in self._team:
            worker.close()

    def _take_ahead(self) -> None:
        while self._next < len(self._names) and sum(map(len, self._asked.values())) < self._room:
            name = self._names[self._next]
            self._next += 1
            runs = self._foresee(name)
            self._asked[name] = [(run, self._threads.submit(self._run, run)) for run in runs]

    def _run(self, run: NotebookRun) -> GradedNotebook:
        worker = self._free.get()
        try:
            return worker.ask(run)
        finally:
            self._free.put(worker)


class _OfNotebook(NamedTuple):
    """Whoever is asked for one notebook."""

    runs: RunAhead
    name: NotebookName

    def ask(self, request: NotebookRun) -> GradedNotebook:
        return self.runs.ask(self.name, request)


@contextlib.contextmanager
def running_ahead(converter: Any, ahead: RunAhead) -> Iterator[None]:
    """Temporarily have a converter's notebooks run ahead."""
    with contextlib.closing(ahead), temporary_attribute(converter, _ATTRIBUTE, ahead):
        yield


def ahead_of(converter: Any, about: Mapping[str, str]) -> _OfNotebook | None:
    """Whoever runs a notebook ahead of a converter; None where nobody does.

    Args:
        converter: nbgrader's, or None.
        about: whose notebook it is, by nbgrader's names.
    """
    ahead: RunAhead | None = getattr(converter, _ATTRIBUTE, None)
    if ahead is None:
        return None
    return _OfNotebook(ahead, NotebookName(about["student"], about["notebook"]))
