"""The worker itself: it reads a job and its setup, and then answers one request after the other.

Its arguments are two descriptors: of the pipe that requests come from, and of the one for answers.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

from autograder.sandbox.frames import read_message, write_message
from autograder.sandbox.session import SandboxUnavailableError
from autograder.workers.wire import FROM_WORKER, TO_WORKER, as_value, read_as
from autograder.workers.worker_process import Job

__all__ = ["main"]


def main() -> None:
    """Do one job until the grader hangs up."""
    requests, answers = map(int, sys.argv[1:3])
    # Whoever ends a worker has it end its sandboxes.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    first = read_message(requests, TO_WORKER)
    module, _, name = first["job"].partition(":")
    job: Job[Any, Any, Any] = getattr(importlib.import_module(module), name)
    budget = first["budget"]
    with contextlib.ExitStack() as stack:

        def begin(setup: Any) -> bool:
            stack.enter_context(_started(job, setup, work))
            _limit_memory(budget["memory_mb"])
            return True

        work: list[Callable[[Any], Any]] = []
        _answer(answers, lambda: begin(read_as(job.setup, first["setup"])))
        while work:
            try:
                request = read_message(requests, TO_WORKER)
            except EOFError:
                return
            with _processor_time(budget["processor_seconds"]):
                _answer(answers, functools.partial(_done, job, work[0], request))


def _done(job: Job[Any, Any, Any], work: Callable[[Any], Any], request: Any) -> Any:
    return work(read_as(job.request, request))


@contextlib.contextmanager
def _started(job: Job[Any, Any, Any], setup: Any, into: list[Any]) -> Iterator[None]:
    with job.begin(setup) as work:
        into.append(work)
        yield


def _answer(answers: int, work: Callable[[], Any]) -> None:
    """Do some work and send what it leads to, whatever that is."""
    try:
        message = {"reply": as_value(work())}
        write_message(answers, message, FROM_WORKER)
        return
    except SandboxUnavailableError as error:
        message = {"unavailable": str(error), "missing": list(error.missing)}
    except Exception as error:  # noqa: BLE001 - it is the result of this one submission
        # The name alone: what it says may be a student's.
        message = {"failed": type(error).__name__}
    write_message(answers, message, FROM_WORKER)


@contextlib.contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """End this process where a block takes more: the system does it, whatever runs here."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _limit_memory(more: int) -> None:
    """Bound the address space of this process, not of what it starts; see `sandbox.guest`."""
    import resource  # noqa: PLC0415 - not on Windows

    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = pages * resource.getpagesize() + (more << 20)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    main()
